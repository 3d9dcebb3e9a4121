/** Something measured, ours beside its peers. */
export interface Metric {
  value: number;
  /** `/s` means that more is better; every other unit that less is. */
  unit: string;
  peers: Record<string, { value: number; ratio: number }>;
}

/** What `tramxa bench NAME --json` prints (contract §4). */
export interface BenchmarkResult {
  name: string;
  machine: Machine;
  /** Runs each median is taken of. */
  runs: number;
  /** Only in a trial with less data; such numbers are no result. */
  quick?: true;
  metrics: Record<string, Metric>;
}

export interface Machine { processor: string; cores: number; memoryGiB: number; system: string; node: string; /** Processes waiting for a processor when the benchmark began; above the number of cores the machine was busy with something else. */ loadBefore: number }

export interface BenchmarkOptions {
  /** At least 5. */
  runs: number;
  quick: boolean;
  /** Progress for people; never on stdout. */
  say: (message: string) => void;
}

/** One benchmark: gathers samples of ours and of each peer, taken in turns. */
export interface Benchmark { name: string; measure(options: BenchmarkOptions): Promise<Samples> }

/** By key: one value per run for ours and for each peer. A peer that could not do it has no list. */
export type Samples = Record<string, { unit: string; ours: number[]; peers: Record<string, number[]> }>;

export const fewestRuns = 5;
