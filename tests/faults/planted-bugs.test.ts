import { describe, expect, it } from 'vitest';
import { runSimulator } from '../../scripts/faults/run-simulator.ts';
import type { SeedResult } from '../../scripts/faults/run-simulator.ts';

/** Runs seeds with a planted bug until one of them is told of it. */
async function firstFound(plant: string, says: RegExp, only?: string): Promise<SeedResult | undefined> {
  let found: SeedResult | undefined;
  await runSimulator({
    from: 1, seeds: 200, plant, ...(only === undefined ? {} : { only }),
    onResult(result) {
      if (!found && result.broken.some((text) => says.test(text))) found = result;
      return found === undefined;
    },
  });
  return found;
}

describe('bugs put in on purpose', () => {
  it('[SIM4] a save that was answered and never made is found within 200 seeds', async () => {
    expect((await firstFound('acknowledgedWriteDropped', /saved and gone/))?.ok).toBe(false);
  });
  it('[SIM5] an older copy of a record put over a newer edit is found within 200 seeds', async () => {
    expect((await firstFound('echoOverNewerEdit', /station and tier differ|saved and gone/))?.ok).toBe(false);
  });
  it('[SIM6] a tick for "the request did not fail" is found within 200 seeds', async () => {
    expect((await firstFound('receiptFromNoFailure', /a receipt was not true/))?.ok).toBe(false);
  });
  it('[SIM12] a bundle that is taken twice as if it were two is found within 200 seeds', async () => {
    expect((await firstFound('bundleTakenTwice', /nobody was told/, 'stick'))?.ok).toBe(false);
  });
  it('[SIM12] a deletion made by somebody else and taken for the station\'s own is found within 200 seeds', async () => {
    expect((await firstFound('strangersDeletionTaken', /station and tier differ|saved and gone/, 'strangerDeletes'))?.ok).toBe(false);
  });
  it.each([
    ['ledgerMiscounted', /the ledger of/, undefined],
    ['keyForgotten', /done twice/, undefined],
    ['losingEditForgotten', /typed, saved and gone/, 'strangerBranches'],
    ['collectionStaysBelow', /tiers differ/, undefined],
    ['unknownFieldDropped', /as a newer program wrote it/, 'newerProgram'],
    ['recordUnderTwoUnits', /under .* and /, 'reorganise'],
    ['collectionStaysBelow', /left behind at/, 'reorganise'],
  ] as const)('[SIM18] %s is found as %s within 200 seeds', async (plant, says, only) => {
    expect((await firstFound(plant, says, only))?.ok).toBe(false);
  });
});
