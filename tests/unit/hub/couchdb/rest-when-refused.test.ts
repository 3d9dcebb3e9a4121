import { expect, it } from 'vitest';
import { CouchRefuses } from '../../../../src-hub/engine/couchdb/couch-server.ts';
import type { AskCouch } from '../../../../src-hub/engine/couchdb/couch-server.ts';
import { restWhenRefused } from '../../../../src-hub/engine/couchdb/rest-when-refused.ts';

it('[CDB14] a password that was changed is tried too seldom for CouchDB to lock the account, and again once it is right', async () => {
  let clock = 0, tries = 0, isRight = false;
  const ask: AskCouch = async <T>() => {
    tries++;
    if (!isRight) throw new CouchRefuses('Name or password is incorrect.');
    return { status: 200, body: {} as T, said: '' };
  };
  const admin = restWhenRefused(ask, () => clock);
  const triesIn: number[] = [];
  for (; clock < 900_000; clock += 2000) {
    const before = tries;
    await expect(admin('GET', '/_db_updates')).rejects.toBeInstanceOf(CouchRefuses);
    if (tries > before) triesIn.push(clock);
  }
  for (const from of triesIn) expect(triesIn.filter((at) => at >= from && at < from + 300_000).length).toBeLessThan(3);
  isRight = true;
  clock += 155_000;
  expect((await admin('GET', '/_all_dbs')).status).toBe(200);
  expect((await admin('GET', '/_all_dbs')).status).toBe(200);
});
