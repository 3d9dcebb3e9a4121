import { normalizeInsuranceNumber } from './insurance-number.ts';
import { normalizeNationalId } from './national-id.ts';
import type { RegisterPatientInput, UpdatePatientInput } from './patient.schema.ts';
import { normalizePhone } from './phone.ts';

const orNothing = (text: string | undefined) => (text === undefined || text === '' ? undefined : text);

/** The one form in which numbers are kept, compared and indexed. Names and texts stay as typed. */
export function normalizePatient<I extends RegisterPatientInput | UpdatePatientInput>(input: I): I {
  const { guardian } = input;
  return {
    ...input,
    nationalId: orNothing(normalizeNationalId(input.nationalId ?? '')),
    insuranceNumber: orNothing(normalizeInsuranceNumber(input.insuranceNumber ?? '')),
    phone: orNothing(normalizePhone(input.phone ?? '')),
    guardian: guardian && {
      ...guardian,
      nationalId: orNothing(normalizeNationalId(guardian.nationalId ?? '')),
      phone: orNothing(normalizePhone(guardian.phone ?? '')),
    },
  };
}
