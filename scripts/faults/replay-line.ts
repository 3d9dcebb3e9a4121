/** The one line that runs a seed again. */
export const replayLine = (seed: number, only?: string): string => `npm run faults -- --from ${seed} --seeds 1${only === undefined ? '' : ` --only ${only}`}`;
