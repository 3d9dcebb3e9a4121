/** The one line that runs a seed again. */
export const replayLine = (seed: number): string => `npm run faults -- --from ${seed} --seeds 1`;
