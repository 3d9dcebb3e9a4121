import type { BirthView, MaternalCareView, MaternalPoint, PregnancyView } from '../../../src-shared/contract/queries.ts';
import { partialDate } from '../../../src-shared/domain/common/fields.ts';
import type { AntenatalVisit } from '../../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import type { Birth } from '../../../src-shared/domain/maternal/birth.schema.ts';
import { childOf } from '../../../src-shared/domain/maternal/child-of.ts';
import { derivePregnancy, deriveMaternal, followedStanding, sameAs } from '../../../src-shared/domain/maternal/derive-pregnancy.ts';
import { dueDay, gestationDays, gestationOn, type DueDay } from '../../../src-shared/domain/maternal/gestation.ts';
import { antenatalAlerts, postnatalAlerts } from '../../../src-shared/domain/maternal/maternal-alerts.ts';
import type { PostnatalVisit } from '../../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import type { Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import type { Carried } from '../db/chronic-of.ts';
import { immunizationsOf } from '../db/immunizations-of.ts';
import { maternalOf, type KnownMaternal, type KnownPregnancy } from '../db/maternal-of.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { tetanusOf } from '../db/tetanus-of.ts';
import { measuredOn } from './measured-on.ts';
import type { Query } from './query.ts';
import { unitNames } from './unit-names.ts';

/** A woman's pregnancies as they stand, with every record they were reckoned from. */
export const maternalCare: Query<'maternalCare'> = ({ patientId }, { db }) => maternalCareOf(db, patientId);

/** The same, for paper too. */
export function maternalCareOf(db: StationDatabase, patientId: string): MaternalCareView | null {
  const person = db.people.get(patientId)?.patient;
  // What no form took in: no age can be reckoned from such a day.
  if (!person || !partialDate.safeParse(person.bornOn).success) return null;
  const today = db.clock.today();
  const records = maternalOf(db, patientId);
  const standing = followedStanding(deriveMaternal(records, person.bornOn, today));
  const measured = measuredOn(db, patientId, today);
  // What came along and goes on as one of ours is shown with it.
  const told = new Set(records.pregnancies.filter(({ voided }) => voided === undefined).flatMap((one) => sameAs(one, records.pregnancies).map(({ _id }) => _id)));
  const pregnancies = records.pregnancies.filter(({ _id }) => !told.has(_id)).sort((a, b) => compare(b.registeredOn, a.registeredOn) || compare(b._id, a._id));
  return {
    patientId, bornOn: person.bornOn, sex: person.sex, ...(standing ? { standing } : {}), pregnancies: pregnancies.map((one) => viewOf(one, records, db, { patientId, womanBornOn: person.bornOn, today })),
    ...(measured ? { measuredToday: measured } : {}),
  };
}

function viewOf(pregnancy: KnownPregnancy, records: KnownMaternal, db: StationDatabase, { patientId, womanBornOn, today }: { patientId: string; womanBornOn: string; today: string }): PregnancyView {
  const names = unitNames(db);
  const from = ({ carriedFromUnit: unit, carriedFromName }: Carried) => (unit === undefined ? {} : { carriedFrom: names(unit) ?? carriedFromName ?? unit });
  const plain = <T>({ carriedFromUnit, carriedFromName, ...one }: T & Carried): Omit<T, keyof Carried> & { carriedFrom?: string } => ({ ...one, ...from({ ...(carriedFromUnit === undefined ? {} : { carriedFromUnit }), ...(carriedFromName === undefined ? {} : { carriedFromName }) }) }) as Omit<T, keyof Carried> & { carriedFrom?: string };
  const ids = [pregnancy, ...sameAs(pregnancy, records.pregnancies)].map(({ _id }) => _id);
  const ofThis = <T extends { pregnancyId: string; _id: string }>(all: readonly T[], dayOf: (one: T) => string): T[] => all.filter(({ pregnancyId }) => ids.includes(pregnancyId)).sort((a, b) => compare(dayOf(b), dayOf(a)) || compare(b._id, a._id));
  const due = dueDay(pregnancy);
  const visits = ofThis(records.visits, ({ occurredOn }) => occurredOn);
  const { isCarried: _isCarried, ...own } = pregnancy;
  const standing = derivePregnancy(pregnancy, records, womanBornOn, today);
  return {
    pregnancy: plain(own) as Pregnancy & { carriedFrom?: string }, standing, ...(standing.status === 'active' ? { tetanus: tetanusOf(db, patientId, pregnancy, records, today) } : {}),
    visits: visits.map((one) => { const gestation = gestationOn(due, one.occurredOn); return { ...(plain(one) as AntenatalVisit), ...(gestation ? { gestation } : {}), alerts: antenatalAlerts(one, due) }; }),
    births: ofThis(records.births, ({ bornOn }) => bornOn).map((one) => birthView(plain(one) as Birth & { carriedFrom?: string }, db)),
    postnatal: ofThis(records.postnatal, ({ occurredOn }) => occurredOn).map((one) => ({ ...(plain(one) as PostnatalVisit), alerts: postnatalAlerts(one) })),
    points: due ? pointsOf(visits, due) : [],
  };
}

/** Whose record each baby is now, and whether the dose of hepatitis B stands on its card. */
function birthView(birth: Birth & { carriedFrom?: string }, db: StationDatabase): BirthView {
  return { ...birth, babies: birth.babies.map((baby, at) => {
    const childId = childOf(birth, at);
    const child = childId === undefined ? undefined : db.people.get(childId)?.patient;
    if (childId === undefined || !child) return baby;
    const hepB0OnCard = immunizationsOf(db, childId).some(({ vaccine, status, voided }) => vaccine === 'HEPB0' && status === 'completed' && voided === undefined);
    return { ...baby, childId, childName: child.fullName, hepB0OnCard };
  }) };
}

/** Fundal height and weight in time, oldest first. */
function pointsOf(visits: readonly AntenatalVisit[], due: DueDay): MaternalPoint[] {
  return visits.filter(({ voided, fundalHeightCm, weightKg }) => voided === undefined && (fundalHeightCm !== undefined || weightKg !== undefined)).map(({ _id: id, occurredOn: on, fundalHeightCm, weightKg }) => ({
    on, id, days: gestationDays(due, on), ...(fundalHeightCm === undefined ? {} : { fundalHeightCm }), ...(weightKg === undefined ? {} : { weightKg }),
  })).reverse();
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
