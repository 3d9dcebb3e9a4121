import type { TimelineEntry } from '../../../src-shared/contract/queries.ts';
import { episode as episodeSchema, type Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { followUp as followUpSchema, type FollowUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { CarriedRecord } from '../../../src-shared/domain/handover/handover.schema.ts';
import type { Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import type { Dispense } from '../../../src-shared/domain/supply/supply.schema.ts';
import { immunizationsOf } from '../db/immunizations-of.ts';
import { maternalOf } from '../db/maternal-of.ts';
import { bodyOf } from '../db/read-record.ts';
import type { Query } from './query.ts';
import { standingsOf } from './station-cases.ts';
import { unitNames } from './unit-names.ts';

const dayOf: Readonly<Partial<Record<CarriedRecord['kind'], string>>> = { dispense: 'dispensedOn', episode: 'enrolledOn', pregnancy: 'registeredOn', birth: 'bornOn' };

/** What another program wrote need not be an instant. */
const dayAt = (at: unknown): string => { const ms = Date.parse(String(at)); return Number.isNaN(ms) ? '' : todayInUnitZone(ms); };

/** All that happened to a person here, whichever of their records it was written to, newest first; of one day the last written first. */
export const encounterTimeline: Query<'encounterTimeline'> = async ({ patientId }, { db }) => {
  const screens = await db.screens();
  const records = db.people.recordsOf(patientId);
  const [encounters, dispenses] = await Promise.all([
    Promise.all(records.map((id) => screens.find<Encounter>('encounters', { selector: { patientId: id } }))).then((lists) => lists.flat()),
    Promise.all(records.map((id) => screens.find<Dispense>('dispenses', { selector: { patientId: id } }))).then((lists) => lists.flat()),
  ]);
  const immunizations = immunizationsOf(db, patientId).filter(({ carriedFromUnit }) => carriedFromUnit === undefined);
  const own = <T extends object>(table: 'episodes' | 'followUps') => records.flatMap((id) => db.store.getWith(table, 'patientId', id)).map((stored) => bodyOf<T>(stored));
  const episodes = own<Episode>('episodes').flatMap((one) => episodeSchema.safeParse(one).data ?? []);
  const followUps = own<FollowUp>('followUps').flatMap((one) => followUpSchema.safeParse(one).data ?? []);
  const mothers = maternalOf(db, patientId);
  const ownOf = <T extends { carriedFromUnit?: string }>(all: readonly T[]): T[] => all.filter(({ carriedFromUnit }) => carriedFromUnit === undefined);
  const pregnancies = mothers.pregnancies.filter(({ isCarried }) => !isCarried).map(({ isCarried: _isCarried, ...pregnancy }) => pregnancy as Pregnancy);
  const [antenatal, births, postnatal] = [ownOf(mothers.visits), ownOf(mothers.births), ownOf(mothers.postnatal)];
  const cases = standingsOf(db.caseReports.ofPatients(records));
  const entries: (TimelineEntry & { at: string })[] = [
    ...encounters.map((encounter) => ({ type: 'encounter' as const, on: encounter.occurredOn, at: encounter.createdAt, encounter })),
    ...dispenses.map((dispense) => ({ type: 'dispense' as const, on: dispense.dispensedOn, at: dispense.createdAt, dispense })),
    ...immunizations.map((immunization) => ({ type: 'immunization' as const, on: immunization.occurredOn, at: immunization.createdAt, immunization })),
    ...episodes.map((episode) => ({ type: 'episode' as const, on: episode.enrolledOn, at: episode.createdAt, episode })),
    ...followUps.map((followUp) => ({ type: 'followUp' as const, on: followUp.occurredOn, at: followUp.createdAt, followUp })),
    ...pregnancies.map((pregnancy) => ({ type: 'pregnancy' as const, on: pregnancy.registeredOn, at: pregnancy.createdAt, pregnancy })),
    ...antenatal.map((antenatalVisit) => ({ type: 'antenatalVisit' as const, on: antenatalVisit.occurredOn, at: antenatalVisit.createdAt, antenatalVisit })),
    ...births.map((birth) => ({ type: 'birth' as const, on: birth.bornOn, at: birth.createdAt, birth })),
    ...postnatal.map((postnatalVisit) => ({ type: 'postnatalVisit' as const, on: postnatalVisit.occurredOn, at: postnatalVisit.createdAt, postnatalVisit })),
    ...cases.map((caseReport) => ({ type: 'caseReport' as const, on: todayInUnitZone(Date.parse(caseReport.detectedAt)), at: caseReport.createdAt, caseReport })),
  ];
  const names = unitNames(db);
  const ours = new Set([...encounters, ...dispenses, ...immunizations, ...episodes, ...followUps, ...pregnancies, ...antenatal, ...births, ...postnatal, ...db.caseReports.ofPatients(records)].map(({ _id }) => _id));
  const carried = db.handovers.carried(records);
  // Of a report of a case only the version that counts.
  const replaced = new Set(carried.flatMap(({ record }) => (record.kind === 'caseReport' && Array.isArray(record.body['replaces']) ? record.body['replaces'] : [])));
  for (const { transfer, record } of carried) {
    // Back where it was written: it stands here as our own.
    if (ours.has(record.id) || replaced.has(record.id)) continue;
    const on = record.kind === 'caseReport' ? dayAt(record.body['detectedAt']) : String(record.body[dayOf[record.kind] ?? 'occurredOn'] ?? '');
    entries.push({ type: 'carried', on, at: String(record.body['createdAt'] ?? ''), record, fromName: names(record.unit) ?? (record.unit === transfer.fromUnit ? transfer.fromName : undefined) ?? record.unit });
  }
  entries.sort((a, b) => (a.on !== b.on ? (a.on < b.on ? 1 : -1) : a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return entries.map(({ at: _at, ...entry }) => entry);
};
