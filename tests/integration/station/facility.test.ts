import { expect, it } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { databaseFile } from '../../../src-main/station/accounts/keyring.ts';
import { openStationDatabase } from '../../../src-main/station/db/station-database.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { facilityProfile } from '../../../src-main/station/queries/facility-profile.ts';
import { makePaper } from '../../../src-main/station/reports/make-paper.ts';
import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';
import type { FacilityView } from '../../../src-shared/contract/queries.ts';
import { recordFacilityProfileInput } from '../../../src-shared/domain/facility/facility.schema.ts';
import { profileLine } from '../../e2e/support/picture-lines.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { aStation, atEnd, password } from './world.ts';

const DAY_MS = 86_400_000;
const whole = (JSON.parse(profileLine(2)) as { input: object }).input;

async function open() {
  let nowMs = Date.parse('2026-11-22T05:00:00.000Z');
  const now = () => (nowMs += 10);
  const { dir } = await aStation({ now });
  const accounts = createAccounts(dir, now);
  const unlocked = await accounts.unlock('lan', password);
  if (!unlocked.ok) throw new Error('not unlocked');
  const keyring = accounts.keyring();
  const db = openStationDatabase({ file: databaseFile(dir), key: unlocked.key, identity: keyring, cipher: keyring.cipher, now, mustExist: true });
  atEnd(() => db.close());
  let key = 0;
  return {
    db, pass: (days: number) => { nowMs += days * DAY_MS; },
    run: (input: unknown, role: 'head' | 'doctor' = 'head') => runOperation(db, { ...unlocked.person, role }, { operation: 'recordFacilityProfile', key: `k${key += 1}`, input }),
    other: (operation: string, input: unknown) => runOperation(db, unlocked.person, { operation, key: `k${key += 1}`, input }),
    view: () => facilityProfile({}, { db } as never) as FacilityView,
  };
}

it('[FAC8] the head records it, nobody else; it is audited and waits to be sent, and the station verifies', async () => {
  const { db, run, view } = await open();
  expect(recordFacilityProfileInput.safeParse(whole).success).toBe(true);
  expect(run(whole, 'doctor')).toMatchObject({ ok: false, refusals: [{ code: 'RoleNotAllowed' }] });
  expect(run({})).toMatchObject({ ok: false, refusals: [{ code: 'FacilityProfileMissing' }] });
  expect(view().profile).toBeNull();
  const before = db.journal.waiting().count;
  expect(run(whole)).toMatchObject({ ok: true, result: { id: 'facility:25001', warnings: [] } });
  expect(db.journal.waiting().count).toBe(before + 2);
  expect(view()).toMatchObject({ profile: { ...whole, unit: '25001', createdBy: 'lan', changes: [] }, isDue: false });
  expect(verifyStation(db)).toMatchObject({ ok: true, documents: { facilityProfiles: 1 } });
});

it('[FAC6] the station says when it is due: a quarter after it was confirmed, and where there is none a quarter after the first thing was recorded', async () => {
  const { run, other, view, pass } = await open();
  other('addMedicine', { code: 'PARA500', inn: 'Paracetamol', baseUnit: 'viên' });
  expect(view()).toEqual({ profile: null, isDue: false });
  pass(93);
  expect(view().isDue).toBe(true);
  run(whole);
  pass(92);
  expect(view().isDue).toBe(false);
  pass(1);
  expect(view().isDue).toBe(true);
  expect(run({})).toMatchObject({ ok: true });
  expect(view().isDue).toBe(false);
});

it('[FAC10] is printed on one sheet, with everything there is to say', async () => {
  const { db, run } = await open();
  expect(await makePaper(db, { paper: 'facilityProfile', size: 'A4' })).toEqual({ ok: false, refusal: { code: 'FacilityProfileMissing' } });
  const all = (keys: object, value: unknown) => Object.fromEntries(Object.keys(keys).map((key) => [key, value]));
  const { staff, beds, rooms } = recordFacilityProfileInput.shape;
  run({ ...whole, staff: all(staff.unwrap().shape, { headcount: 12, atWork: 11 }), beds: all(beds.unwrap().shape, { planned: 8, actual: 7, occupied: 6 }), rooms: all(rooms.unwrap().shape, 3) });
  const paper = await makePaper(db, { paper: 'facilityProfile', size: 'A4' });
  if (!paper.ok) throw new Error(paper.refusal.code);
  const { text, pages } = pdfText(paper.bytes);
  expect(pages).toBe(1);
  for (const said of ['NGUỒN LỰC CỦA TRẠM', 'Bác sĩ: 24', 'Cộng tác viên dân số', 'Giường theo dõi sau tiêm', 'cấp cứu, sơ cứu: 3', 'giếng khoan', '12,5', 'có, đang hỏng', 'chưa đạt', 'Trưởng trạm']) expect(text).toContain(said);
});
