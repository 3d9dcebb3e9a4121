import { fewestRuns, type Benchmark } from './support/benchmark.ts';
import { buildResult } from './support/build-result.ts';
import { describeMachine } from './support/describe-machine.ts';

const benchmarks: Record<string, () => Promise<Benchmark>> = {
  storage: async () => (await import('./storage.ts')).storageBenchmark,
  sync: async () => (await import('./sync.ts')).syncBenchmark,
  hub: async () => (await import('./hub.ts')).hubBenchmark,
};

export const benchmarkNames = Object.keys(benchmarks);

export interface RunBenchOptions { json: boolean; /** At least 5. */ runs?: number; /** Less data, to try it; the output says so. */ quick?: boolean }

/** `tramxa bench [NAME…]`: without names all of them. Answers the exit code. */
export async function runBench(names: readonly string[], { json, runs = fewestRuns, quick = false }: RunBenchOptions): Promise<number> {
  const unknown = names.find((name) => !Object.hasOwn(benchmarks, name));
  const say = (message: string) => { process.stderr.write(`${message}\n`); };
  if (unknown !== undefined || !Number.isInteger(runs) || runs < fewestRuns) {
    say(unknown === undefined ? `bench: at least ${fewestRuns} runs` : `bench: there is no benchmark ${unknown}; there are ${benchmarkNames.join(', ')}`);
    return 2;
  }
  for (const name of names.length > 0 ? names : benchmarkNames) {
    const machine = describeMachine();
    const benchmark = await benchmarks[name]?.();
    if (!benchmark) continue;
    const result = buildResult({ name, machine, runs, quick, samples: await benchmark.measure({ runs, quick, say }) });
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : printed(result));
  }
  return 0;
}

function printed({ name, machine, runs, quick, metrics }: ReturnType<typeof buildResult>): string {
  const head = `${name}: median of ${runs} on ${machine.processor}, ${machine.cores} cores, load before ${machine.loadBefore}${quick ? '; a quick trial, no result' : ''}`;
  const rows = Object.entries(metrics).map(([key, { value, unit, peers }]) =>
    `  ${key.padEnd(16)} ${String(value).padStart(10)} ${unit.padEnd(12)} ${Object.entries(peers).map(([peer, of]) => `${peer} ${of.value} (${of.ratio}×)`).join('   ')}`);
  return `${[head, ...rows].join('\n')}\n`;
}
