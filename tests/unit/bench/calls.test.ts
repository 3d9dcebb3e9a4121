import { describe, expect, it } from 'vitest';
import { startProcess } from '../../../bench/support/calls.ts';

type Answering = { double(value: number): number; later(value: number): number; fail(): void; end(): void };
const start = () => startProcess<Answering>(`${import.meta.dirname}/answering-process.ts`);

describe('calls into another process', () => {
  it('[BEN14] answers each asker', async () => {
    const other = await start();
    expect(await Promise.all([other.call('later', 1), other.call('double', 21), other.call('later', 3)])).toEqual([1, 42, 3]);
    await expect(other.call('fail')).rejects.toThrow(/as it must/);
    expect(await other.call('double', 2)).toBe(4);
    await other.stop();
  });

  it('[BEN14] does not wait for a process that ended', async () => {
    const other = await start();
    await expect(other.call('end')).rejects.toThrow(/ended with 3/);
    await other.stop();
  });
});
