import type { HandoverRow, HandoverState } from '../../src-shared/contract/hub-api.ts';
import { databaseName } from '../../src-shared/domain/collections.ts';
import { handover as handoverSchema, transfer as transferSchema, transferIdOf, type Handover } from '../../src-shared/domain/handover/handover.schema.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import type { OrgBook } from './org-book.ts';

interface Row { unit: string; body: string; decision: 'accepted' | 'declined' | null; answer: string | null; isDue: number; isAtBoth: number; patientName: string | null }
interface Answer { decision?: 'accepted' | 'declined' | undefined; answeredAt?: string | undefined; answeredBy?: { displayName: string } | undefined; note?: string | undefined }

const DEFAULT_LIMIT = 50;
/** Nobody handed the person on since. */
const isHere = (unit: string, patientId: string) => `NOT EXISTS (SELECT 1 FROM consoleHandedOver o JOIN consoleHandovers n ON n.unit = o.unit AND n.id = o.id WHERE o.unit = ${unit} AND o.patientId = ${patientId} AND n.status = 'sent')`;
const AT_BOTH = `h.status = 'takenBack' AND a.decision = 'accepted' AND ${isHere('h.unit', "h.body->>'patientId'")} AND ${isHere('a.unit', 'a.patientId')}`;
const SEEN = 'WHERE h.unit IN (SELECT value FROM json_each(?)) OR h.toUnit IN (SELECT value FROM json_each(?))';
/** A station answers a handover in one document, whose id follows from it. */
const FROM = `FROM consoleHandovers h LEFT JOIN consoleHandoverAnswers a ON a.unit = h.toUnit AND a.id = 'answers:' || substr(h.id, length('handovers:') + 1)
  AND a.fromUnit = h.unit AND a.transferId = 'transfer:' || substr(h.id, length('handovers:') + 1) ${SEEN}`;

function stateOf({ status }: Handover, { isDue, isAtBoth }: Row, answer: Answer): HandoverState {
  if (status === 'takenBack') return isAtBoth === 1 ? 'atBoth' : 'takenBack';
  return answer.decision ?? (isDue === 1 ? 'onTheWay' : 'waiting');
}

/** The name the organisation gives a unit, else what its own PCs say of themselves. */
export function unitNamer({ book }: Pick<WorkPlace, 'book'>, org: Pick<OrgBook, 'nameOf'>): (unit: string) => string | undefined {
  return (unit) => org.nameOf(unit) ?? book.sql.get<{ name: string }>('SELECT a.unitName AS name FROM stationWords a JOIN credentials c ON c.user = a.user WHERE c.unit = ? AND a.unitName IS NOT NULL LIMIT 1', unit)?.name;
}

/** Handovers from or to the given units: first those whose person stands at both stations, then the newest. Where a hub above carried the answer it is read from the station's database. */
export async function listHandovers({ book, engine }: WorkPlace, units: readonly string[], nameOf: (unit: string) => string | undefined, { limit = DEFAULT_LIMIT, offset = 0 }: { limit?: number | undefined; offset?: number | undefined }): Promise<{ rows: HandoverRow[]; total: number }> {
  const seen = JSON.stringify(units);
  const total = book.sql.get<{ n: number }>(`SELECT COUNT(*) AS n FROM consoleHandovers h ${SEEN}`, seen, seen)?.n ?? 0;
  const found = book.sql.all<Row>(
    `SELECT h.unit, h.body, a.decision, a.body AS answer, (EXISTS (SELECT 1 FROM handoverDue d WHERE d.kind = 'handover' AND d.unit = h.unit AND d.id = h.id) OR EXISTS (SELECT 1 FROM handoverLeft d WHERE d.kind = 'handover' AND d.unit = h.unit AND d.id = h.id)) AS isDue, IFNULL(${AT_BOTH}, 0) AS isAtBoth,
      (SELECT p.fullName FROM consolePatients p WHERE p.unit = h.unit AND p.id = h.body->>'patientId') AS patientName ${FROM} ORDER BY isAtBoth DESC, h.sentAt DESC, h.id LIMIT ? OFFSET ?`, seen, seen, limit, offset);
  const rows: HandoverRow[] = [];
  for (const row of found) {
    const handover = handoverSchema.parse(JSON.parse(row.body));
    const answer = row.answer === null ? await carriedAnswer({ engine }, row.unit, handover._id) : JSON.parse(row.answer) as Answer;
    const [state, fromName, toName] = [stateOf(handover, row, answer), nameOf(row.unit), nameOf(handover.toUnit)];
    const isBack = handover.status === 'takenBack';
    const [stateAt, stateBy] = isBack ? [handover.takenBackAt, handover.takenBackBy] : [answer.answeredAt, answer.answeredBy];
    rows.push({
      id: handover._id, unit: row.unit, toUnit: handover.toUnit, ...(fromName === undefined ? {} : { fromName }), ...(toName === undefined ? {} : { toName }), patientId: handover.patientId, patientName: row.patientName ?? '',
      reason: handover.reason, ...(handover.note === undefined ? {} : { note: handover.note }), sentAt: handover.sentAt, sentBy: handover.sentBy.displayName, state,
      ...(stateAt === undefined ? {} : { stateAt }), ...(stateBy === undefined ? {} : { stateBy: stateBy.displayName }), ...(answer.note === undefined || isBack ? {} : { answerNote: answer.note }),
    });
  }
  return { rows, total };
}

async function carriedAnswer({ engine }: Pick<WorkPlace, 'engine'>, unit: string, handoverId: string): Promise<Answer> {
  const shape = transferSchema.safeParse(await engine.use(databaseName('health', unit), (database) => database.read(transferIdOf(handoverId))));
  return shape.success && shape.data.kind === 'answered' ? shape.data : {};
}
