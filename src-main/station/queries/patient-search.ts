import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { personEntry, type PersonEntry } from '../db/person-entry.ts';
import type { Screens } from '../db/screens.ts';
import { patientRow } from './patient-row.ts';
import type { Query } from './query.ts';
import { searchPeople, type Found } from './search-people.ts';

const usualLimit = 50;

/** The people list: what fits the text, or everybody, the most recently changed first; records that are struck out can still be found. */
export const patientSearch: Query<'patientSearch'> = async ({ text = '', limit = usualLimit, offset = 0 }, { db }) => {
  const { people } = db;
  const found = text.trim() === ''
    ? { rows: await recentPeople(await db.screens(), offset, limit), total: people.records }
    : onePage(searchPeople(people, text, offset + limit), offset, limit);
  return { rows: found.rows.map(patientRow), total: found.total, people: people.size };
};

const onePage = ({ rows, total }: Found, offset: number, limit: number): Found => ({ rows: rows.slice(offset, offset + limit), total });

async function recentPeople(screens: Screens, skip: number, limit: number): Promise<PersonEntry[]> {
  return (await screens.find<Patient>('patients', { selector: {}, sort: [{ updatedAt: 'desc' }], skip, limit })).map(personEntry);
}
