import type { SuspectRow } from '../../../src-shared/contract/queries.ts';
import { ADULT_FROM_YEARS } from '../../../src-shared/domain/chronic/derive-suspect.ts';
import { surelyAtLeastYears } from '../../../src-shared/domain/common/age-on.ts';
import { inTurns } from '../work/in-turns.ts';
import { notSent } from './not-sent.ts';
import { patientRow } from './patient-row.ts';
import type { Query } from './query.ts';
import { villagesOf } from './villages-of.ts';

const DEFAULT_LIMIT = 100;

/** Adults of this station whose newest blood pressure is high and who are not in the register for it, by village and name. */
export const suspects: Query<'suspects'> = async ({ kind, village, limit = DEFAULT_LIMIT, offset = 0 }, { db }) => {
  const today = db.clock.today();
  const all = notSent(db, await db.care.suspects()).filter(({ bornOn }) => surelyAtLeastYears(bornOn, today, ADULT_FROM_YEARS));
  const inVillage = village === undefined ? all : all.filter((person) => (person.village ?? null) === village);
  const ofKind = kind === undefined ? all : all.filter(({ suspect }) => suspect.kind === kind);
  const found = kind === undefined ? inVillage : inVillage.filter(({ suspect }) => suspect.kind === kind);
  const rows: SuspectRow[] = [];
  await inTurns(found.slice(offset, offset + limit), (some) => {
    for (const { id, suspect } of some) { const entry = db.people.get(id); if (entry) rows.push({ ...suspect, patient: patientRow(entry) }); }
  });
  const countOf = (one: SuspectRow['kind']) => inVillage.filter(({ suspect }) => suspect.kind === one).length;
  return { rows, total: found.length, villages: villagesOf(ofKind), kinds: { measureAgain: countOf('measureAgain'), confirm: countOf('confirm') } };
};
