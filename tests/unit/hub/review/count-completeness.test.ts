import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHubBook } from '../../../../src-hub/provisioning/hub-book.ts';
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
const write = (id: string, body?: object) => { index.write(book.sql, { database, id, body: body as DocumentBody | undefined }); };
const sums = () => Object.fromEntries(completenessOfStation(book.sql, '25001').map(({ group, filled, of }) => [group, [filled, of]]));
const [child, first, second] = [anId('patients'), anId('encounters', 1), anId('encounters', 2)];

it('[REV28] sums by group what came in, once each, whatever came twice, was corrected or voided', () => {
  const visit = anEncounter({ kind: 'visit' });
  write(first, visit);
  write(first, visit);
  expect(sums()).toEqual({ history: [1, 2], diagnosis: [1, 1], plan: [1, 2] });
  write(second, { ...visit, symptoms: 'Ho', diagnoses: [], observations: { temperatureC: { value: 38 } } });
  expect(sums()).toEqual({ history: [3, 4], vitals: [1, 6], diagnosis: [1, 2], plan: [2, 4] });
  write(second, { ...visit, symptoms: 'Ho', advice: 'Uống nhiều nước' });
  expect(sums()).toEqual({ history: [3, 4], diagnosis: [2, 2], plan: [3, 4] });
  write(second, { ...visit, status: 'voided' });
  expect(sums()).toEqual({ history: [1, 2], diagnosis: [1, 1], plan: [1, 2] });
  write(first);
  expect(sums()).toEqual({});
});

it('[REV28] follows the birth date of the person, and forgets a station with its records', () => {
  write(child, { ...aPatient(), _id: child, bornOn: '2018-05-01' });
  write(first, anEncounter({ conclusionClass: undefined }));
  expect(sums()['conclusion']).toEqual([0, 1]);
  write(child, { ...aPatient(), _id: child, bornOn: '1985-05-01' });
  expect(sums()['conclusion']).toEqual([0, 2]);
  index.forget(book.sql, database);
  expect(sums()).toEqual({});
});
