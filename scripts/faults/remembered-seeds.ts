/** A seed that found a fault in the product, the kind of disaster it was run with, and where the fault has its own test. */
export interface RememberedSeed { seed: number; only?: string; found: string; rule: string }

/**
 * Run again by `npm run faults -- --remembered`. A change of the simulator changes what a seed does: the rule's test guards
 * the fault itself.
 */
export const rememberedSeeds: readonly RememberedSeed[] = [
  { seed: 18, found: 'a hub put back was hidden by what was sent before it was met', rule: 'SYN79' },
  { seed: 139, found: 'the same receipt again was not looked into', rule: 'SYN48' },
  { seed: 1043, found: 'a full disk left stations without receipts', rule: 'RCP31' },
  { seed: 2023, found: 'what was lost again on its way up was not offered again', rule: 'RCP32' },
  { seed: 11, only: 'reorganise', found: 'a unit that ended was refused above', rule: 'ORG11' },
  { seed: 18, only: 'reorganise', found: 'a unit that ended was refused above', rule: 'ORG11' },
  { seed: 129, only: 'stick', found: 'the winner a merger elsewhere chose, under our own name, never came', rule: 'SYN85' },
  { seed: 4155, found: 'what another PC brought to a hub put back, below the place read last, never came', rule: 'SYN126' },
  { seed: 10, found: 'a neighbour brought an older receipt of a hub whose clock was put back since', rule: 'LAN10' },
];
