import type { WorkContext } from '../../src-shared/domain/common/context.ts';
import { planImmunization } from '../../src-shared/domain/immunization/plan-immunization.ts';
import { recordImmunizationInput, type Immunization } from '../../src-shared/domain/immunization/immunization.schema.ts';
import type { OperationInput } from '../../src-shared/contract/operations.ts';
import { aContext, anId } from './builders.ts';

/** BCG given here on 20 November 2026, unless it is said otherwise. */
export const aDoseInput = (with_: Partial<OperationInput<'recordImmunization'>> = {}) =>
  recordImmunizationInput.parse({ patientId: anId('patients'), vaccine: 'BCG', doseNumber: 1, occurredOn: '2026-11-20', place: 'here', programme: 'expanded', lotNumber: 'B-1', expiresOn: '2028-01', ...with_ });

/** A dose in the book of somebody born long before. */
export function aDose(with_: Partial<OperationInput<'recordImmunization'>> = {}, context: WorkContext = aContext()): Immunization {
  const outcome = planImmunization(aDoseInput(with_), { patient: { bornOn: '1900-01-01' }, records: [] }, context);
  if (!outcome.ok) throw new Error(outcome.refusals[0].code);
  return outcome.value.immunization;
}

const muchLater = Date.parse('2034-01-01T03:00:00.000Z');

/** Doses of a paper book, `BCG 1 2026-01-05`, entered in 2034. */
export const fromBook = (...lines: string[]): Immunization[] => lines.map((line) => {
  const [vaccine, doseNumber, occurredOn] = line.split(' ') as [Immunization['vaccine'], string, string];
  return aDose({ vaccine, doseNumber: Number(doseNumber), occurredOn, place: 'elsewhere', lotNumber: undefined, expiresOn: undefined }, aContext({ nowMs: muchLater }));
});
