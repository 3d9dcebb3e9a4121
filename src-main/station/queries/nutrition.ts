import type { Nutrition, NutritionRow } from '../../../src-shared/contract/queries.ts';
import { ageOn } from '../../../src-shared/domain/common/age-on.ts';
import { countNutrition, hasFinding, recentValues, weighingMissed } from '../../../src-shared/domain/growth/derive-nutrition.ts';
import { FOLLOWED_MONTHS } from '../../../src-shared/domain/growth/growth-of.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { GrowingStanding } from '../db/nutrition-index.ts';
import { personEntry } from '../db/person-entry.ts';
import { readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { inTurns } from '../work/in-turns.ts';
import { patientRow } from './patient-row.ts';
import type { ParsedQueryInput, Query } from './query.ts';

const DEFAULT_LIMIT = 100;

/** The station's children under five, by village and name, with the last values of their growth. Who was handed over to another station is not among them. */
export const nutrition: Query<'nutrition'> = (input, { db }) => childrenGrowing(db, input);

/** The same, for paper too, which has every row. */
export async function childrenGrowing(db: StationDatabase, { village, finding, limit = DEFAULT_LIMIT, offset = 0 }: ParsedQueryInput<'nutrition'>): Promise<Nutrition> {
  const on = db.clock.today();
  const wasSent = new Set(db.handovers.sent().map(({ patientId }) => patientId));
  const isFollowed = ({ id, bornOn }: GrowingStanding) => (ageOn(bornOn, on)?.months ?? FOLLOWED_MONTHS) < FOLLOWED_MONTHS && (!wasSent.has(id) || db.handovers.away(id) === undefined);
  const all = (await db.nutrition.under(on)).filter(isFollowed);
  const children = village === undefined ? all : all.filter((child) => (child.village ?? null) === village);
  const found = finding === undefined ? children : children.filter(({ nutrition: standing, bornOn }) => hasFinding(finding, standing, bornOn, on));
  const rows: NutritionRow[] = [];
  await inTurns(found.slice(offset, offset + limit), (some) => { for (const child of some) rows.push(...rowOf(child, on, db)); });
  return {
    on, rows, total: found.length, children: children.length, notWeighed: children.filter(({ nutrition: standing, bornOn }) => weighingMissed(standing, bornOn, on)).length,
    counts: countNutrition(children.map(({ nutrition: standing }) => standing), on), villages: villagesOf(all),
  };
}

function rowOf({ id, bornOn, nutrition: standing }: GrowingStanding, on: string, db: StationDatabase): NutritionRow[] {
  const person = readRecord<Patient>(db.store, 'patients', id);
  if (!person) return [];
  const { guardian } = person;
  const missed = weighingMissed(standing, bornOn, on);
  return [{
    patient: patientRow(personEntry(person)), ...standing, latest: recentValues(standing, on), ...(missed ? { missed } : {}),
    ...(guardian ? { guardian: { fullName: guardian.fullName, ...(guardian.phone === undefined ? {} : { phone: guardian.phone }) } } : {}),
  }];
}

/** In the order of the children, which is by village. */
function villagesOf(children: readonly GrowingStanding[]): Nutrition['villages'] {
  const counts = new Map<string | undefined, number>();
  for (const { village } of children) counts.set(village, (counts.get(village) ?? 0) + 1);
  return [...counts].map(([village, count]) => ({ ...(village === undefined ? {} : { village }), children: count }));
}
