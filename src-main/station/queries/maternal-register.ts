import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { maternalOf, type KnownBirth, type KnownPregnancy, type KnownVisit } from '../db/maternal-of.ts';
import { readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { inTurns } from '../work/in-turns.ts';

/** One line of a register with the pregnancy it is of. `visits`: antenatal visits of that pregnancy in force, oldest first. */
interface Entry { person: Pick<Patient, 'fullName' | 'bornOn' | 'village' | 'address' | 'phone' | 'ethnicity' | 'occupation'>; pregnancy: KnownPregnancy | undefined; visits: KnownVisit[] }
export interface VisitEntry extends Entry { visit: KnownVisit }
export interface BirthEntry extends Entry { birth: KnownBirth }

/** What this station wrote of these days, of women who were handed over since too; nothing that was struck out. By day. */
export async function maternalRegister(db: StationDatabase, { from, to }: { from: string; to: string }): Promise<{ visits: VisitEntry[]; births: BirthEntry[] }> {
  const [visits, births]: [VisitEntry[], BirthEntry[]] = [[], []];
  await inTurns(await db.mothers.people(), (some) => {
    for (const { id } of some) {
      const person = readRecord<Patient>(db.store, 'patients', id);
      if (!person) continue;
      const records = maternalOf(db, id);
      const isOf = (on: string, one: { voided?: unknown; carriedFromUnit?: string }) => one.voided === undefined && one.carriedFromUnit === undefined && on >= from && on <= to;
      const entryOf = (pregnancyId: string): Entry => ({
        person, pregnancy: records.pregnancies.find(({ _id }) => _id === pregnancyId),
        visits: records.visits.filter((one) => one.pregnancyId === pregnancyId && one.voided === undefined).sort((a, b) => compare(a.occurredOn, b.occurredOn)),
      });
      for (const visit of records.visits) if (isOf(visit.occurredOn, visit)) visits.push({ ...entryOf(visit.pregnancyId), visit });
      for (const birth of records.births) if (isOf(birth.bornOn, birth)) births.push({ ...entryOf(birth.pregnancyId), birth });
    }
  });
  return {
    visits: visits.sort((a, b) => compare(a.visit.occurredOn, b.visit.occurredOn) || compare(a.visit._id, b.visit._id)),
    births: births.sort((a, b) => compare(a.birth.bornOn, b.birth.bornOn) || compare(a.birth.bornTime ?? '', b.birth.bornTime ?? '') || compare(a.birth._id, b.birth._id)),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
