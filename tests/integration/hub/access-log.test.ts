import { URI } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { noteAccess, noteAccesses, readAccessLog } from '../../../src-hub/provisioning/access-log.ts';
import { verifyHub } from '../../../src-hub/upstream/verify-hub.ts';
import { checkNewAccessLines, checkWholeAccessLog } from '../../../src-hub/provisioning/check-access-log.ts';
import { openWorkPlace } from '../../../src-hub/provisioning/open-work-place.ts';
import { fitsSecondFactor, mintSecondFactor } from '../../../src-hub/provisioning/second-factor.ts';
import { createHubWorld } from '../../contract/hub/hub-world.ts';

describe('the access log', () => {
  it('[REV46] others are heard while a long log is followed', async () => {
    const world = createHubWorld();
    try {
      const hub = await world.hub({ unit: '769', tier: 'district' });
      await hub.close();
      const place = openWorkPlace(hub.dir);
      noteAccesses(place.book, Array.from({ length: 5000 }, (_, n) => ({ at: '2026-11-22T03:00:00.000Z', account: 'hoa', action: 'openRecord' as const, unit: '25001', recordId: `encounters:${n}`, patientId: '', purpose: 'review', note: '' })));
      let heard = 0;
      setImmediate(() => { heard += 1; });
      expect(await checkNewAccessLines(place.book, [5000])).toEqual({});
      expect(heard).toBe(1);
      await place.close();
    } finally {
      await world.end();
    }
  });

  it('[REV42] [REV46] is a chain that shows every change, and can be given to the person', async () => {
    const world = createHubWorld();
    try {
      const hub = await world.hub({ unit: '769', tier: 'district' });
      await hub.close();
      const place = openWorkPlace(hub.dir);
      const { book } = place;
      const entry = (patientId: string) => ({ at: '2026-11-22T03:00:00.000Z', account: 'hoa', action: 'openRecord' as const, unit: '25001', recordId: 'encounters:1', patientId, purpose: 'review', note: '' });
      const broken = async () => (await checkWholeAccessLog(book, Date.now)).brokenAt;
      expect(await broken()).toBeUndefined();
      for (const patientId of ['patients:1', 'patients:2', 'patients:1']) noteAccess(book, entry(patientId));
      expect(await checkNewAccessLines(book, [3])).toEqual({ wholeAt: expect.any(String) as string });
      expect(await broken()).toBeUndefined();
      expect(readAccessLog(book, { patientId: 'patients:1', limit: 10 })).toMatchObject({ total: 2, rows: [{ number: 3 }, { number: 1, account: 'hoa', purpose: 'review' }] });
      expect(() => book.sql.run('UPDATE accessEvents SET account = ?', 'tam')).toThrow(/not changed/);
      expect(() => book.sql.run('DELETE FROM accessEvents WHERE number = 2')).toThrow(/not shortened/);
      book.sql.run('DROP TRIGGER accessEventsKeep');
      book.sql.run('DROP TRIGGER accessEventsStay');
      book.sql.run(`UPDATE accessEvents SET account = 'tam' WHERE number = 2`);
      // Shown, it is seen at once; elsewhere by reading the whole, and from then on by everybody.
      expect([(await checkNewAccessLines(book, [3])).brokenAt, (await checkNewAccessLines(book, [2, 3])).brokenAt, (await checkNewAccessLines(book, [3])).brokenAt]).toEqual([undefined, 2, undefined]);
      expect(await broken()).toBe(2);
      expect((await checkNewAccessLines(book, [3])).brokenAt).toBe(2);
      expect((await verifyHub(place)).problems).toEqual([expect.stringContaining('line 2') as string]);
      book.sql.run(`UPDATE accessEvents SET account = 'hoa' WHERE number = 2`);
      expect(await broken()).toBeUndefined();
      // A line that is new and does not fit the one before it; one that was followed and is another one now; the end cut off.
      noteAccess(book, entry('patients:2'));
      book.sql.run(`UPDATE accessEvents SET account = 'tam' WHERE number = 4`);
      expect((await checkNewAccessLines(book, [])).brokenAt).toBe(4);
      book.sql.run(`UPDATE accessEvents SET account = 'hoa' WHERE number = 4`);
      expect((await checkNewAccessLines(book, [])).brokenAt).toBeUndefined();
      book.sql.run(`UPDATE accessEvents SET hash = 'x' WHERE number = 4`);
      expect((await checkNewAccessLines(book, [])).brokenAt).toBe(4);
      book.sql.run('DELETE FROM accessEvents WHERE number = 4');
      expect((await checkNewAccessLines(book, [])).brokenAt).toBe(4);
      expect(await broken()).toBe(4);
      const uri = mintSecondFactor(book, 'hoa');
      const code = URI.parse(uri).generate();
      expect([fitsSecondFactor(book, 'hoa', code, Date.now()), fitsSecondFactor(book, 'hoa', code, Date.now())]).toEqual([true, false]);
      await place.close();
    } finally {
      await world.end();
    }
  });
});
