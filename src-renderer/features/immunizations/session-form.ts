import type { VaccineSessionRow } from '../../../src-shared/contract/queries.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import type { VaccineUse } from '../../../src-shared/domain/immunization/sum-vaccine-use.ts';
import type { DiscardStockInput } from '../../../src-shared/domain/supply/supply.schema.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import type { Problems } from '../../ui/problems.ts';

/** What is asked of each lot at the end of a session; lots past their expiry are destroyed in the store room. */
export const sessionReasons = ['wastage', 'damagedDestroyed'] as const;
type SessionReason = (typeof sessionReasons)[number];
type Line = Pick<VaccineSessionRow, '_id' | 'balance'>;

/** The form as typed; doses by `sessionField`. */
export interface SessionFields { occurredOn: string; [field: string]: string }
export const sessionField = ({ _id }: Pick<Line, '_id'>, reason: SessionReason): string => `${reason} ${_id}`;
export const emptySession = (today: string): SessionFields => ({ occurredOn: formatDate(today) });

const typedIn = (fields: SessionFields, row: Line, reason: SessionReason) => parseTypedNumber(fields[sessionField(row, reason)] ?? '', { min: 0, max: 10_000_000 });
const dosesIn = (fields: SessionFields, row: Line, reason: SessionReason): number => { const read = typedIn(fields, row, reason); return 'value' in read ? read.value : 0; };

/** Everything wrong, by field. */
export function sessionProblems(fields: SessionFields, rows: readonly Line[], today: string): Problems {
  const problems: Problems = {};
  const occurred = parseTypedDate(fields.occurredOn, { today });
  if ('empty' in occurred) problems.occurredOn = { code: 'required' };
  else if ('problem' in occurred) problems.occurredOn = { code: occurred.problem, typed: occurred.typed };
  for (const row of rows) {
    for (const reason of sessionReasons) {
      const read = typedIn(fields, row, reason);
      if ('problem' in read) problems[sessionField(row, reason)] = { code: read.problem === 'outOfRange' ? 'notACount' : read.problem };
    }
    if (dosesTyped(fields, row) <= row.balance) continue;
    const last = sessionReasons.findLast((reason) => dosesIn(fields, row, reason) > 0) ?? 'wastage';
    problems[sessionField(row, last)] ??= { code: 'refusals.ReductionBelowZero', available: Math.max(0, row.balance) };
  }
  return problems;
}

/** Doses of a lot to be thrown away, as far as they can be read. */
export const dosesTyped = (fields: SessionFields, row: Line): number => sessionReasons.reduce((sum, reason) => sum + dosesIn(fields, row, reason), 0);

/** What became of a lot that day, with what is typed. */
export function addTyped(fields: SessionFields, row: Line & { use: VaccineUse }): VaccineUse {
  return { ...row.use, wastage: row.use.wastage + dosesIn(fields, row, 'wastage'), damagedDestroyed: row.use.damagedDestroyed + dosesIn(fields, row, 'damagedDestroyed') };
}

/** What the operation is given; only for fields without problems. */
export function fieldsToDiscard(fields: SessionFields, rows: readonly Line[]): DiscardStockInput {
  const occurred = parseTypedDate(fields.occurredOn);
  const lines = rows.flatMap((row) => sessionReasons.map((reasonCode) => ({ lotId: row._id, quantityBaseUnits: dosesIn(fields, row, reasonCode), reasonCode })));
  return { occurredOn: 'date' in occurred ? occurred.date : '', lines: lines.filter(({ quantityBaseUnits }) => quantityBaseUnits > 0) };
}
