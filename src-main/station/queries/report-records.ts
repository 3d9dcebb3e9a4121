import type { ReportRecordRow } from '../../../src-shared/contract/reports.ts';
import { reportLine } from '../../../src-shared/domain/report/report-lines.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { numberOf, type Member } from '../monthly/counted-line.ts';
import { reportDraftsOf } from '../monthly/report-drafts.ts';
import type { Query } from './query.ts';

const DEFAULT_LIMIT = 100;

/** What a number of a month counts, in the order of its days; of a share those it does not count where `rest` is asked for. [REP2] */
export const reportRecords: Query<'reportRecords'> = async ({ month, line, rest = false, limit = DEFAULT_LIMIT, offset = 0 }, { db }) => {
  const form = reportLine(line)?.form;
  const counted = form && (await reportDraftsOf(db).form(month, form)).find(({ id }) => id === line);
  if (!counted) return { month, line, rows: [], total: 0, value: 0, hasRest: false };
  const members = inOrder(db, rest ? counted.rest ?? [] : counted.members);
  const { value, of } = numberOf(counted);
  const table = line.startsWith('visits.') ? 'encounters' : 'immunizations';
  return {
    month, line, total: members.length, value, ...(of === undefined ? {} : { of }), hasRest: counted.rest !== undefined,
    rows: members.slice(offset, offset + limit).map((member, at) => rowOf(db, table, member, String(offset + at))),
  };
};

/** Longer lists stay as they were counted: nobody reads thousands through. */
const MOST_ORDERED = 500;

/** By day, then name. */
function inOrder(db: StationDatabase, members: readonly Member[]): readonly Member[] {
  if (members.length > MOST_ORDERED) return members;
  const keyed = members.map((member) => ({ member, key: `${member.on ?? ''} ${member.patientId === undefined ? '' : db.people.get(member.patientId)?.order ?? ''}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ member }) => member);
}

function rowOf(db: StationDatabase, table: string, { patientId, medicineId, equipmentId, number, on, times }: Member, key: string): ReportRecordRow {
  const when = { ...(on === undefined ? {} : { on }), ...(times === undefined ? {} : { times }) };
  if (medicineId !== undefined) {
    const medicine = db.stock.medicine(medicineId);
    return { key, name: [medicine?.inn, medicine?.strength].filter(Boolean).join(' '), medicineId, ...when };
  }
  if (equipmentId !== undefined) return { key, name: db.equipment.line(equipmentId)?.name ?? '', equipmentId, ...when };
  const id = patientId ?? '';
  const main = db.people.get(id)?.patient.sameAs ?? id;
  const patient = db.people.get(main)?.patient;
  const recordId = number === undefined || table !== 'encounters' ? undefined : db.store.getNumbered(table, [number])[0]?._id;
  return {
    key, name: patient?.fullName ?? '', patientId: main, ...(patient ? { bornOn: patient.bornOn, sex: patient.sex } : {}), ...(patient?.village === undefined ? {} : { village: patient.village }),
    ...(recordId === undefined ? {} : { recordId }), ...when,
  };
}
