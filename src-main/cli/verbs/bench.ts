import { UsageError, type Verb } from '../verb.ts';

export const bench: Verb = {
  name: 'bench',
  summary: 'measures ours beside its peers, in the same run and on the same data',
  usage: '[NAME…] [--runs N] [--quick]',
  help: [
    'NAME…       storage, sync, hub; all of them where none is named',
    '--runs N    runs each median is taken of, at least 5 (default 5)',
    '--quick     less data, to try it: such numbers are no result, and the output says so',
  ],
  options: { runs: { type: 'string' }, quick: { type: 'boolean' } },
  positionals: { min: 0, max: 10 },
  async run(args) {
    const runs = args.text('runs');
    if (runs !== undefined && !/^[1-9]\d{0,3}$/.test(runs)) throw new UsageError('--runs wants a whole number');
    // Loaded here: no other verb needs what it brings along.
    const { runBench } = await import('../../../bench/main.ts');
    return runBench(args.positionals, { json: args.json, quick: args.flag('quick'), ...(runs === undefined ? {} : { runs: Number(runs) }) });
  },
};
