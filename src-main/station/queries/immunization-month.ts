import { summarizeImmunizations } from '../../../src-shared/domain/immunization/summarize-immunizations.ts';
import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { isReadable } from '../db/immunizations-of.ts';
import { bodyOf } from '../db/read-record.ts';
import { inTurns } from '../work/in-turns.ts';
import type { Query } from './query.ts';

/** What was given and not given here in a month, by vaccine and dose. */
export const immunizationMonth: Query<'immunizationMonth'> = async ({ month }, { db }) => {
  const numbers = db.store.sql.all<{ number: number }>('SELECT number FROM immunization_months WHERE month = ?', month).map(({ number }) => number);
  const records: { record: Immunization; bornOn: string | undefined }[] = [];
  await inTurns(numbers, (some) => {
    for (const stored of db.store.getNumbered('immunizations', some)) {
      const record = bodyOf<Immunization>(stored);
      if (isReadable(record)) records.push({ record, bornOn: db.people.get(record.patientId)?.patient.bornOn });
    }
  });
  return { month, ...summarizeImmunizations(records) };
};
