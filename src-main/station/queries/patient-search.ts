import type { PersonEntry } from '../db/person-entry.ts';
import type { Screens } from '../db/screens.ts';
import { patientRow } from './patient-row.ts';
import type { Query } from './query.ts';
import { searchPeople } from './search-people.ts';

const usualLimit = 50;

/** The people list: what fits the text, or everybody, the most recently changed first. */
export const patientSearch: Query<'patientSearch'> = async ({ text = '', limit = usualLimit, offset = 0 }, { db }) => {
  const { people } = db;
  const found = text.trim() === ''
    ? { rows: people.recent().slice(0, offset + limit), total: people.size }
    : searchPeople(people, text, offset + limit);
  const page = found.rows.slice(offset, offset + limit);
  const screens = page.length > 0 ? await db.screens() : undefined;
  const rows = await Promise.all(page.map(async (entry) => patientRow(entry, screens && (await lastSeenOn(screens, entry)))));
  return { rows, total: found.total, people: people.size };
};

async function lastSeenOn(screens: Screens, { patient }: PersonEntry): Promise<string | undefined> {
  const [last] = await screens.find<{ occurredOn: string }>('encounters', {
    selector: { patientId: patient._id, status: { $ne: 'voided' } }, sort: [{ patientId: 'desc' }, { occurredOn: 'desc' }], limit: 1,
  });
  return last?.occurredOn;
}
