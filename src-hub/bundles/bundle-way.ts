import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import type { UpHeader } from '../../sync/index.ts';
import { unitsAbove } from '../organisation/org-table.ts';
import { whoseUnit } from '../organisation/whose-unit.ts';
import { childUser } from '../provisioning/credentials.ts';
import { childUnits } from '../provisioning/unit-owners.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import { pathOf } from './receipts-now.ts';
import { findDevice } from './write-answer.ts';

/** Where a bundle goes from this hub: opened here, up to the parent, or down to the child hub with that credential. */
export type BundleWay = 'here' | 'parent' | `child.${string}`;
/** Who brought it: somebody with a stick, the parent, or a child hub. */
export type BundleSource = 'stick' | Exclude<BundleWay, 'here'>;
export type Label = Pick<UpHeader, 'to'> & { from: { unit: string; user: string } };

/** `undefined` where nobody here can say. Never back to where it came from, and never up again what came down: it arrives or stays. Throws `DeviceRevoked`. */
export function bundleWay(place: WorkPlace, { from, to }: Label, source: BundleSource): BundleWay | undefined {
  const { book, config, now } = place;
  if (to === config.unit || (to === '' && findDevice(place, from.user))) return 'here';
  const goesUp = config.parent !== undefined && source !== 'parent';
  if (goesUp && pathOf(place).slice(1).some(({ unit }) => unit === to)) return 'parent';
  const on = todayInUnitZone(now());
  const children = childUnits(book);
  const first = (units: readonly string[]) => children.filter((child) => units.includes(child)).map(childUser).find((user) => user !== source);
  const toHome = to === '' ? undefined : first([to]) ?? first([...unitsAbove(book, to, on)]);
  if (toHome !== undefined) return toHome;
  // A home hub that is not below: a tier above may know it, better than we know through whom the station's records come.
  if (to !== '' && goesUp) return 'parent';
  return first(whoseUnit(book, config.unit, from.unit, on).children ?? []) ?? (goesUp ? 'parent' : undefined);
}
