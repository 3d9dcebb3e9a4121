import type { LineOutcome } from './import-line.ts';

/** The row a full disk refused: nothing of it was written, and nothing after it is tried. */
export const isStoppedByFullDisk = (outcome: LineOutcome | undefined): boolean => outcome?.outcome === 'refused' && outcome.problems[0]?.code === 'DiskFull';
