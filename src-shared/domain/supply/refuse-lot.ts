import type { Refusal } from '../common/refusal.ts';
import { isExpired } from './lot-state.ts';
import type { Lot } from './supply.schema.ts';
import { isVvmSpent } from './vvm-stage.ts';

/** Why nothing of a lot may be given to anybody that day: `LotRecalled`, `LotOnHold`, `LotVvmSpent`, `LotExpired {lotId, expiresOn}`; else `undefined`. */
export function refuseLot({ _id: lotId, status, expiresOn, vvmChecks }: Lot, on: string): Refusal | undefined {
  if (status === 'recalled') return { code: 'LotRecalled', lotId };
  if (status === 'onHold') return { code: 'LotOnHold', lotId };
  if (isVvmSpent({ vvmChecks })) return { code: 'LotVvmSpent', lotId };
  return isExpired({ expiresOn }, on) ? { code: 'LotExpired', lotId, expiresOn } : undefined;
}
