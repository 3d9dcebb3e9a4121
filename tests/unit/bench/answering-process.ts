import { serveCalls } from '../../../bench/support/calls.ts';

serveCalls({
  double: (value: number) => value * 2,
  later: async (value: number) => {
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    return value;
  },
  fail: () => { throw new Error('as it must'); },
  end: () => process.exit(3),
});
