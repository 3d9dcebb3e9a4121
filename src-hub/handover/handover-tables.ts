import { answerIdOf, handover, handoverAnswer, transferIdOf } from '../../src-shared/domain/handover/handover.schema.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { Sql } from '../../store/index.ts';

/** Rows of handovers and their answers, kept with the console's index; what changed waits in `handoverDue` until the other station's database has it. */
export const handoverTables = [
  'CREATE TABLE IF NOT EXISTS consoleHandovers (unit TEXT NOT NULL, id TEXT NOT NULL, toUnit TEXT NOT NULL, status TEXT NOT NULL, sentAt TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (unit, id))',
  'CREATE TABLE IF NOT EXISTS consoleHandedOver (unit TEXT NOT NULL, patientId TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (unit, patientId, id))',
  'CREATE TABLE IF NOT EXISTS consoleHandoverAnswers (unit TEXT NOT NULL, id TEXT NOT NULL, transferId TEXT NOT NULL, fromUnit TEXT NOT NULL, decision TEXT NOT NULL, patientId TEXT, body TEXT NOT NULL, PRIMARY KEY (unit, id))',
  'CREATE INDEX IF NOT EXISTS consoleHandoverAnswersByPatient ON consoleHandoverAnswers (unit, patientId)',
  // `kind`: the handover itself (`unit` is where it was written), or an answer to one.
  'CREATE TABLE IF NOT EXISTS handoverDue (kind TEXT NOT NULL, unit TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, unit, id))',
  // What was looked at and is another hub's to carry, as far as is known today; `other`: the station at the other end.
  'CREATE TABLE IF NOT EXISTS handoverLeft (kind TEXT NOT NULL, unit TEXT NOT NULL, id TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (kind, unit, id)) WITHOUT ROWID',
] as const;
export const derivedHandoverTables = ['consoleHandovers', 'consoleHandedOver', 'consoleHandoverAnswers'] as const;

const due = (sql: Sql, kind: 'handover' | 'answer', unit: string, id: string) => { sql.run('INSERT INTO handoverDue (kind, unit, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', kind, unit, id); };

/** Keeps the row of a handover; answers the people it speaks of. */
export function indexHandover(sql: Sql, unit: string, id: string, body: DocumentBody | undefined): string[] {
  const shape = body && handover.safeParse(body);
  sql.run('DELETE FROM consoleHandovers WHERE unit = ? AND id = ?', unit, id);
  sql.run('DELETE FROM consoleHandedOver WHERE unit = ? AND id = ?', unit, id);
  if (!shape?.success) return [];
  const { toUnit, status, sentAt, patientId, patientIds } = shape.data;
  const people = [...new Set([patientId, ...patientIds])];
  sql.run('INSERT INTO consoleHandovers (unit, id, toUnit, status, sentAt, body) VALUES (?, ?, ?, ?, ?, ?)', unit, id, toUnit, status, sentAt, JSON.stringify(shape.data));
  for (const person of people) sql.run('INSERT INTO consoleHandedOver (unit, patientId, id) VALUES (?, ?, ?)', unit, person, id);
  due(sql, 'handover', unit, id);
  // The answer may have come before what it answers.
  due(sql, 'answer', toUnit, answerIdOf(transferIdOf(id)));
  return people;
}

export function indexHandoverAnswer(sql: Sql, unit: string, id: string, body: DocumentBody | undefined): void {
  const shape = body && handoverAnswer.safeParse(body);
  sql.run('DELETE FROM consoleHandoverAnswers WHERE unit = ? AND id = ?', unit, id);
  if (!shape?.success) return;
  const { transferId, fromUnit, decision, patientId } = shape.data;
  sql.run('INSERT INTO consoleHandoverAnswers (unit, id, transferId, fromUnit, decision, patientId, body) VALUES (?, ?, ?, ?, ?, ?, ?)', unit, id, transferId, fromUnit, decision, patientId ?? null, JSON.stringify(shape.data));
  due(sql, 'answer', unit, id);
  // Of a person taken back it matters whether they had been taken in.
  due(sql, 'handover', fromUnit, transferId.replace(/^transfer:/, 'handovers:'));
}

/** Something of a person who was handed over changed, or came late: the other station gets it too. */
export function touchHandedOver(sql: Sql, unit: string, patientId: unknown): void {
  if (typeof patientId !== 'string') return;
  for (const { id } of sql.all<{ id: string }>('SELECT id FROM consoleHandedOver WHERE unit = ? AND patientId = ?', unit, patientId)) due(sql, 'handover', unit, id);
}
