import type { BenchmarkResult, Machine, Metric, Samples } from './benchmark.ts';
import { fewestRuns } from './benchmark.ts';
import { median, ratioOf, toPrecision } from './statistics.ts';

/**
 * The medians and ratios of a benchmark. A peer without as many runs as ours is left out, and a key without a peer too:
 * a number alone is no result.
 */
export function buildResult({ name, machine, runs, quick, samples }: { name: string; machine: Machine; runs: number; quick: boolean; samples: Samples }): BenchmarkResult {
  if (runs < fewestRuns) throw new RangeError(`a median of fewer than ${fewestRuns} runs is no result`);
  const metrics: Record<string, Metric> = {};
  for (const [key, { unit, ours, peers }] of Object.entries(samples)) {
    if (ours.length < runs) continue;
    const value = median(ours);
    const measured = Object.entries(peers).filter(([, values]) => values.length >= runs).map(([peer, values]) => {
      const peerValue = median(values);
      return [peer, { value: toPrecision(peerValue), ratio: toPrecision(ratioOf(value, peerValue, unit)) }] as const;
    });
    if (measured.length > 0) metrics[key] = { value: toPrecision(value), unit, peers: Object.fromEntries(measured) };
  }
  return { name, machine, runs, ...(quick ? { quick: true as const } : {}), metrics };
}
