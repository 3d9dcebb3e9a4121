import { canonicalJson } from '../../src-shared/domain/common/canonical-json.ts';
import { collectionOfId, databaseName } from '../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { transfer as transferSchema, transferIdOf, type CarriedRecord, type Handover, type HandoverAnswer, type Transfer } from '../../src-shared/domain/handover/handover.schema.ts';
import type { EngineDatabase } from '../engine/engine.ts';
import type { Sql } from '../../store/index.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';

type Content = Pick<Transfer, 'kind' | 'handoverId' | 'fromUnit' | 'toUnit' | 'fromName' | 'reason' | 'note' | 'sentAt' | 'sentBy' | 'withdrawnAt' | 'person' | 'records' | 'decision' | 'answeredAt' | 'answeredBy'>;

const stamps = new Set(['_id', '_rev', '_attachments', 'unit', 'device', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'updatedByName', 'version', 'schemaVersion']);
const contentOf = (body: Record<string, unknown>): string => canonicalJson(Object.fromEntries(Object.entries(body).filter(([field, value]) => !stamps.has(field) && value !== undefined)));

const living = (found: DocumentBody | 'deleted' | undefined): DocumentBody | undefined => (found === undefined || found === 'deleted' ? undefined : found);

const kinds: Readonly<Record<string, CarriedRecord['kind']>> = { encounters: 'encounter', dispenses: 'dispense', immunizations: 'immunization', episodes: 'episode', followUps: 'followUp', pregnancies: 'pregnancy', antenatalVisits: 'antenatalVisit', births: 'birth', postnatalVisits: 'postnatalVisit', caseReports: 'caseReport' };

async function readRecords(database: EngineDatabase, unit: string, ids: readonly string[]): Promise<CarriedRecord[]> {
  const records: CarriedRecord[] = [];
  for (const id of ids) {
    const kind = kinds[collectionOfId(id)?.name ?? ''];
    const body = living(await database.read(id));
    if (!kind || !body || body['status'] === 'draft') continue;
    const { _id, _rev, _attachments, ...rest } = body;
    records.push({ id: _id, rev: String(_rev), unit, kind, body: rest });
  }
  return records;
}

/**
 * What the station of `handover` has of the person, with what came along with them from stations before. Of a person taken back nothing written
 * since goes any more: where they had been taken in, the history stays as it was; where not, the name alone stays as the trace.
 */
export async function composeArriving({ book, engine }: WorkPlace, unit: string, handover: Handover): Promise<Content> {
  const ids = [...new Set([handover.patientId, ...handover.patientIds])];
  const idsOf = (table: 'consoleEncounters' | 'consoleDispenses') => book.sql.all<{ id: string }>(`SELECT id FROM ${table} WHERE unit = ? AND patientId IN (SELECT value FROM json_each(?)) ORDER BY id`, unit, JSON.stringify(ids)).map(({ id }) => id);
  const cameWith = book.sql.all<{ transferId: string }>(`SELECT transferId FROM consoleHandoverAnswers WHERE unit = ? AND decision = 'accepted' AND patientId IN (SELECT value FROM json_each(?)) ORDER BY id`, unit, JSON.stringify(ids));
  const name = living(engine.has('reference') ? await engine.use('reference', (reference) => reference.read(`org:${unit}`)) : undefined)?.['name'];
  return engine.use(databaseName('health', unit), async (database) => {
    const own = await readRecords(database, unit, [...idsOf('consoleEncounters'), ...idsOf('consoleDispenses')]);
    const before: CarriedRecord[] = [];
    for (const { transferId } of cameWith) {
      const shape = transferSchema.safeParse(living(await database.read(transferId)));
      if (shape.success) before.push(...(shape.data.records ?? []));
    }
    const seen = new Set<string>();
    const records = [...own, ...before].filter(({ id }) => !seen.has(id) && seen.add(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
    const person = living(await database.read(handover.patientId));
    const { reason, note, sentAt, sentBy, toUnit, takenBackAt } = handover;
    const trace = { kind: 'arriving' as const, handoverId: handover._id, fromUnit: unit, toUnit, reason, sentAt, sentBy, ...(typeof name === 'string' ? { fromName: name } : {}), ...(note === undefined ? {} : { note }) };
    if (takenBackAt === undefined) return { ...trace, records, ...(person ? { person: { ...person } } : {}) };
    const taken = wasTakenIn(book.sql, handover);
    const shown = !person ? {} : { person: taken && isOf(takenBackAt, person) ? { ...person } : { fullName: person['fullName'] } };
    return { ...trace, withdrawnAt: takenBackAt, records: taken ? records.filter(({ body }) => isOf(takenBackAt, body)) : [], ...shown };
  });
}

/** As it was at that instant, or before. */
const isOf = (instant: string, { updatedAt }: Record<string, unknown>): boolean => String(updatedAt) <= instant;

/** The other station's answer is known here, and is yes. */
export const wasTakenIn = (sql: Sql, { _id, toUnit, unit }: Handover): boolean =>
  sql.get("SELECT 1 FROM consoleHandoverAnswers WHERE unit = ? AND transferId = ? AND fromUnit = ? AND decision = 'accepted'", toUnit, transferIdOf(_id), unit) !== undefined;

/** What the station the person left is told of the answer. */
export function composeAnswered(toUnit: string, { transferId, fromUnit, decision, answeredAt, answeredBy, note }: HandoverAnswer): Content {
  return { kind: 'answered', handoverId: transferId.replace(/^transfer:/, 'handovers:'), fromUnit, toUnit, decision, answeredAt, answeredBy, ...(note === undefined ? {} : { note }) };
}

/** Of a history that was taken in and then withdrawn: what had come and was changed since, a record or the person, stays as it had come. */
function keepWhatHadCome(before: DocumentBody | undefined, content: Content): Content {
  const shape = transferSchema.safeParse(before);
  const { withdrawnAt } = content;
  if (withdrawnAt === undefined || !shape.success) return content;
  const { records: had = [], person } = shape.data;
  const now = new Set(content.records?.map(({ id }) => id));
  const records = [...content.records ?? [], ...had.filter(({ id, body }) => !now.has(id) && isOf(withdrawnAt, body))].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...content, records, ...(person && person['_id'] !== undefined && isOf(withdrawnAt, person) ? { person } : {}) };
}

/** Writes it into one unit's database, where it says something else than before. `keeps`: what had come before a withdrawal stays. */
export async function putTransfer({ engine, config }: WorkPlace, unit: string, content: Content, stamp: { at: string; version: () => string }, keeps = false): Promise<void> {
  const id = transferIdOf(content.handoverId);
  await engine.use(databaseName('health', unit), async (database) => {
    const before = living(await database.read(id));
    // The id is the first one's: no other station's word takes its place.
    if (before && (before['kind'] !== content.kind || before['fromUnit'] !== content.fromUnit || before['toUnit'] !== content.toUnit)) return;
    const kept = keeps ? keepWhatHadCome(before, content) : content;
    if (before && contentOf(before) === contentOf(kept)) return;
    const by = { unit, device: `hub-${config.unit}`, createdAt: String(before?.['createdAt'] ?? stamp.at), createdBy: 'hub', updatedAt: stamp.at, updatedBy: 'hub', version: stamp.version(), schemaVersion: 1 };
    const rows = await database.write([{ _id: id, ...(before?._rev === undefined ? {} : { _rev: before._rev }), ...kept, ...by }], { minted: false });
    if (rows.some((row) => 'error' in row)) throw new Error('the transfer was not stored');
  });
}
