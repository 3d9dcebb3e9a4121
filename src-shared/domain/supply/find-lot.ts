import type { Lot } from './supply.schema.ts';

/** What stands on the box. */
type Printed = Pick<Lot, 'medicineId' | 'lotNumber' | 'expiresOn'>;

/** Lot numbers are compared without spaces and case; they are kept as typed. */
const lotNumberKey = (lotNumber: string): string => lotNumber.normalize('NFC').replace(/\s/g, '').toUpperCase();

/** The lot with this medicine, number and expiry, and one that has the first two and expires on another day. */
export function findLot<L extends Printed>({ medicineId, lotNumber, expiresOn }: Printed, lots: readonly L[]): { same: L | undefined; otherExpiry: L | undefined } {
  const sameNumber = lots.filter((lot) => lot.medicineId === medicineId && lotNumberKey(lot.lotNumber) === lotNumberKey(lotNumber));
  const same = sameNumber.find((lot) => lot.expiresOn === expiresOn);
  return { same, otherExpiry: same ? undefined : sameNumber[0] };
}
