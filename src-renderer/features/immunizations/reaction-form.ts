import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { reactionOutcomes, reactionSeverities, type AddImmunizationReactionInput, type Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import type { Problems } from '../../ui/problems.ts';

/** The form as typed. */
export interface ReactionFields { onsetOn: string; onsetHours: string; signs: string; severity: string; outcome: string; treatment: string }

/** A month of hours; later signs are told by their day. */
const hours = { min: 0, max: 720 } as const;
const longest = 500;

export const emptyReaction = (today: string): ReactionFields => ({ onsetOn: formatDate(today), onsetHours: '', signs: '', severity: '', outcome: '', treatment: '' });

/** Everything wrong, by field. */
export function reactionProblems(fields: ReactionFields, { occurredOn }: Pick<Immunization, 'occurredOn'>, today: string): Problems {
  const problems: Problems = {};
  const onset = parseTypedDate(fields.onsetOn, { today });
  if ('empty' in onset) problems.onsetOn = { code: 'required' };
  else if ('problem' in onset) problems.onsetOn = { code: onset.problem, typed: onset.typed };
  else if (onset.date.slice(0, occurredOn.length) < occurredOn) problems.onsetOn = { code: 'refusals.OnsetBeforeDose' };
  const after = parseTypedNumber(fields.onsetHours, hours);
  if ('problem' in after) problems.onsetHours = { code: after.problem, ...hours, unit: '' };
  for (const field of ['signs', 'severity', 'outcome'] as const) if (!fields[field].trim()) problems[field] = { code: 'required' };
  for (const field of ['signs', 'treatment'] as const) if (fields[field].trim().length > longest) problems[field] = { code: 'tooLong', max: longest };
  return problems;
}

/** What the operation is given; only for fields without problems. */
export function fieldsToReaction(fields: ReactionFields, id: string): AddImmunizationReactionInput {
  const onset = parseTypedDate(fields.onsetOn);
  const after = parseTypedNumber(fields.onsetHours, hours);
  return {
    id, onsetOn: 'date' in onset ? onset.date : '', onsetHours: 'value' in after ? after.value : undefined, signs: fields.signs.trim(), treatment: fields.treatment.trim() || undefined,
    severity: reactionSeverities.find((one) => one === fields.severity) ?? 'mild', outcome: reactionOutcomes.find((one) => one === fields.outcome) ?? 'unknown',
  };
}
