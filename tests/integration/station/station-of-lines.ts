import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { PaperInput } from '../../../src-shared/contract/papers.ts';
import { openStationDatabase, type StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { makePaper } from '../../../src-main/station/reports/make-paper.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { atEnd, tempDir } from './world.ts';

/** A station at noon of 22 November 2026 whose head has done this, operation by operation. */
export function stationOfLines(lines: readonly (readonly [operation: string, input: object])[]): StationDatabase {
  const db = openStationDatabase({ file: join(tempDir(), 'station.db'), key: randomBytes(32), identity: { unit: '25001', unitName: 'Trạm Y tế An Bình', device: 'pc-test', instance: 'a1b2c3d4', practice: false }, now: () => Date.parse('2026-11-22T05:00:00.000Z'), mustExist: false });
  atEnd(() => db.close());
  lines.forEach(([operation, input], index) => {
    const answer = runOperation(db, { account: 'lan', displayName: 'Lan', role: 'head' }, { operation, key: `k${String(index)}`, input });
    if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer.refusals)}`);
  });
  return db;
}

/** What stands on a paper, in one line, and the name of its file. */
export async function readPaper(db: StationDatabase, input: PaperInput): Promise<{ text: string; fileName: string }> {
  const paper = await makePaper(db, input);
  if (!paper.ok) throw new Error(paper.refusal.code);
  return { text: pdfText(paper.bytes).text.replace(/\s+/g, ' '), fileName: paper.fileName };
}
