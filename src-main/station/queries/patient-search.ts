import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { personEntry, type PersonEntry } from '../db/person-entry.ts';
import type { Screens } from '../db/screens.ts';
import { patientRow } from './patient-row.ts';
import type { Query } from './query.ts';
import { searchPeople, type Found } from './search-people.ts';

const usualLimit = 50;

/** The people list: what fits the text, or everybody, the most recently changed first. */
export const patientSearch: Query<'patientSearch'> = async ({ text = '', limit = usualLimit, offset = 0 }, { db }) => {
  const { people } = db;
  const screens = await db.screens();
  const found = text.trim() === ''
    ? { rows: await recentPeople(screens, offset, limit), total: people.size }
    : onePage(searchPeople(people, text, offset + limit), offset, limit);
  const rows = await Promise.all(found.rows.map(async (entry) => patientRow(entry, await lastSeenOn(screens, entry))));
  return { rows, total: found.total, people: people.size };
};

const onePage = ({ rows, total }: Found, offset: number, limit: number): Found => ({ rows: rows.slice(offset, offset + limit), total });

async function recentPeople(screens: Screens, skip: number, limit: number): Promise<PersonEntry[]> {
  return (await screens.find<Patient>('patients', { selector: {}, sort: [{ updatedAt: 'desc' }], skip, limit })).map(personEntry);
}

async function lastSeenOn(screens: Screens, { patient }: PersonEntry): Promise<string | undefined> {
  const [last] = await screens.find<{ occurredOn: string }>('encounters', {
    selector: { patientId: patient._id, status: { $ne: 'voided' } }, sort: [{ patientId: 'desc' }, { occurredOn: 'desc' }], limit: 1,
  });
  return last?.occurredOn;
}
