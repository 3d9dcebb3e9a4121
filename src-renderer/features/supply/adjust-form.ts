import { signOfReason } from '../../../src-shared/domain/supply/plan-adjust.ts';
import { adjustReasons, type AdjustStockInput } from '../../../src-shared/domain/supply/supply.schema.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import type { Problems } from '../../ui/problems.ts';

type Reason = (typeof adjustReasons)[number];
/** Which way each reason goes, as the domain has it (`planAdjust`). */
export const reasonsOf: Record<'out' | 'in', readonly Reason[]> = { out: adjustReasons.filter((r) => signOfReason[r] < 0), in: adjustReasons.filter((r) => signOfReason[r] > 0) };

export interface AdjustFields { direction: 'out' | 'in'; quantity: string; reasonCode: string; occurredOn: string; documentNumber: string }

export function emptyAdjust(today: string): AdjustFields {
  return { direction: 'out', quantity: '', reasonCode: '', occurredOn: formatDate(today), documentNumber: '' };
}

/** Everything wrong, by field. */
export function adjustProblems(fields: AdjustFields, balance: number, today: string): Problems {
  const problems: Problems = {};
  const quantity = parseTypedNumber(fields.quantity, { min: 1, max: 10_000_000 });
  if ('empty' in quantity) problems.quantity = { code: 'required' };
  else if ('problem' in quantity) problems.quantity = quantity.problem === 'outOfRange' ? { code: 'notPositive' } : { code: quantity.problem };
  else if (fields.direction === 'out' && quantity.value > balance) problems.quantity = { code: 'refusals.ReductionBelowZero', available: Math.max(0, balance) };
  if (!reasonsOf[fields.direction].some((reason) => reason === fields.reasonCode)) problems.reasonCode = { code: 'required' };
  const occurred = parseTypedDate(fields.occurredOn, { today });
  if ('empty' in occurred) problems.occurredOn = { code: 'required' };
  else if ('problem' in occurred) problems.occurredOn = { code: occurred.problem, typed: occurred.typed };
  if (fields.documentNumber.trim() && !/^[\p{L}\d/.-]{1,30}$/u.test(fields.documentNumber.trim())) problems.documentNumber = { code: 'documentFormat' };
  return problems;
}

/** Signed change, 0 while the quantity cannot be read. */
export function adjustChange({ direction, quantity }: AdjustFields): number {
  const read = parseTypedNumber(quantity);
  return 'value' in read ? (direction === 'out' ? -read.value : read.value) : 0;
}

/** What the operation is given; only for fields without problems. */
export function fieldsToAdjust(fields: AdjustFields, lotId: string): AdjustStockInput {
  const occurred = parseTypedDate(fields.occurredOn);
  return {
    lotId, changeBaseUnits: adjustChange(fields), reasonCode: adjustReasons.find((reason) => reason === fields.reasonCode) ?? 'wastage',
    occurredOn: 'date' in occurred ? occurred.date : '', documentNumber: fields.documentNumber.trim() || undefined,
  };
}
