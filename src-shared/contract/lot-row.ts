import type { Lot } from '../domain/supply/supply.schema.ts';

/** A lot as the store room has it today; the balance in base units. */
export interface LotRow extends Lot { medicineName: string; baseUnit: string; balance: number; state: 'usable' | 'expiringSoon' | 'expired' | 'onHold' | 'recalled' }
