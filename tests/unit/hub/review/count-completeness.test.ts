import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import type { EngineDatabase } from '../../../../src-hub/engine/engine.ts';
import type { HubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import type { IndexFollower } from '../../../../src-hub/receipts/leaf-index.ts';
import { createConsoleIndex } from '../../../../src-hub/review/console-index.ts';
import { completenessOfStation } from '../../../../src-hub/review/count-completeness.ts';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import { anEncounter, anId, aPatient } from '../../../support/builders.ts';

let dir: string, book: HubBook, index: IndexFollower;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'tramxa-complete-')); book = openHubBook(dir, Buffer.alloc(32, 7), () => 0); index = createConsoleIndex(book, () => 0); });
afterEach(() => { book.close(); rmSync(dir, { recursive: true, force: true }); });

const database = 'health-25001';
/** What is in the database, as the index asks for it. */
const held = new Map<string, DocumentBody>();
const open = { name: database, allDocuments: ({ keys = [] }: { keys?: string[] }) => Promise.resolve({ rows: keys.map((id) => ({ id, key: id, value: { rev: '1-a' }, doc: held.get(id) ?? null })) }) } as unknown as EngineDatabase;
async function write(id: string, body?: object): Promise<void> {
  const document = { database, id, body: body as DocumentBody | undefined };
  if (document.body) held.set(id, document.body); else held.delete(id);
  index.write(book.sql, document, await index.gather?.(open, [document]) ?? new Map());
}
const sums = () => Object.fromEntries(completenessOfStation(book.sql, '25001').map(({ group, filled, of }) => [group, [filled, of]]));
const [child, first, second] = [anId('patients'), anId('encounters', 1), anId('encounters', 2)];

it('[REV28] sums by group what came in, once each, whatever came twice, was corrected or voided', async () => {
  const visit = anEncounter({ kind: 'visit' });
  await write(first, visit);
  await write(first, visit);
  expect(sums()).toEqual({ history: [1, 2], diagnosis: [1, 1], plan: [1, 2] });
  await write(second, { ...visit, symptoms: 'Ho', diagnoses: [], observations: { temperatureC: { value: 38 } } });
  expect(sums()).toEqual({ history: [3, 4], vitals: [1, 6], diagnosis: [1, 2], plan: [2, 4] });
  await write(second, { ...visit, symptoms: 'Ho', advice: 'Uống nhiều nước' });
  expect(sums()).toEqual({ history: [3, 4], diagnosis: [2, 2], plan: [3, 4] });
  await write(second, { ...visit, status: 'voided' });
  expect(sums()).toEqual({ history: [1, 2], diagnosis: [1, 1], plan: [1, 2] });
  await write(first);
  expect(sums()).toEqual({});
});

it('[REV28] [REV29] follows the birth date of the person, keeps no text of the record, and forgets a station with its records', async () => {
  await write(child, { ...aPatient(), _id: child, bornOn: '2018-05-01' });
  await write(first, anEncounter({ conclusionClass: undefined }));
  expect(sums()['conclusion']).toEqual([0, 1]);
  await write(child, { ...aPatient(), _id: child, bornOn: '1985-05-01' });
  expect(sums()['conclusion']).toEqual([0, 2]);
  const said = anEncounter().reason ?? '';
  expect(said.length).toBeGreaterThan(3);
  expect(JSON.stringify(book.sql.all('SELECT * FROM consoleEncounters'))).not.toContain(said);
  index.forget(book.sql, database);
  expect(sums()).toEqual({});
});
