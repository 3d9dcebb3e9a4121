import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentTables } from '../../../src-main/station/db/document-tables.ts';
import { createPeopleIndex } from '../../../src-main/station/db/people-index.ts';
import { similarPeople } from '../../../src-main/station/queries/similar-people.ts';
import type { QueryFacts } from '../../../src-main/station/queries/query.ts';
import { samplePerson, seededRandom } from '../../../src-shared/domain/practice/sample-people.ts';
import { openStore, type StoredDocument } from '../../../store/index.ts';
import { atEnd, tempDir } from './world.ts';

describe('similar people', () => {
  it('[PAT23] answers within 200 ms among 30,000 people', async () => {
    const random = seededRandom(3);
    const people = Array.from({ length: 30_000 }, (_, serial) => samplePerson(random, { today: '2026-11-22', serial }));
    const store = openStore({ file: join(tempDir(), 'people.db'), key: randomBytes(32) });
    atEnd(() => { store.close(); });
    for (const table of documentTables) store.defineTable(table);
    const index = createPeopleIndex(store);
    const documents = people.map((person, n): StoredDocument => ({ ...person, _id: `patients:${n}`, _rev: '1-a', _deleted: false, _meta: { lwt: 1 }, _attachments: {}, updatedAt: '2026-11-22T00:00:00.000Z' }));
    for (let from = 0; from < documents.length; from += 1000) store.commit({ documents: documents.slice(from, from + 1000).map((document) => ({ table: 'patients', document })), context: 'test' });

    const times: number[] = [];
    for (const { fullName, sex, bornOn, village } of people.slice(0, 200)) {
      const before = process.threadCpuUsage();
      const answer = await similarPeople({ fullName, sex, bornOn, village }, { db: { people: index } } as unknown as QueryFacts);
      const { user, system } = process.threadCpuUsage(before);
      times.push((user + system) / 1000);
      expect(answer.length).toBeGreaterThan(0);
    }
    times.sort((a, b) => a - b);
    expect(times[189]).toBeLessThan(200);
  }, 120_000);
});
