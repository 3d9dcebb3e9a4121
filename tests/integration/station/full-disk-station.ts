import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { initStation } from '../../../src-main/station/accounts/init-station.ts';
import { createImportDesk } from '../../../src-main/station/import/import-desk.ts';
import { createDesk } from '../../../src-main/station/server/desk.ts';
import { createFaultLog } from '../../../src-main/station/server/fault-log.ts';
import { createPreferences } from '../../../src-main/station/server/preferences.ts';
import { createStationRouter } from '../../../src-main/station/server/router.ts';
import { createSessions } from '../../../src-main/station/server/sessions.ts';
import { createStation } from '../../../src-main/station/station.ts';
import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';

/** Works on a disk of its own (first argument) until it is full, and on; a second one takes a copy. Says what happened as JSON. */
const [disk = '', stick = ''] = process.argv.slice(2);
const dir = join(disk, 'station');
const filler = join(disk, 'filler');
const password = 'mật khẩu của Lan';
const now = Date.now;
const freeBytes = () => { const { bavail, bsize } = statfsSync(disk); return bavail * bsize; };
const said: Record<string, unknown> = {};

await initStation({ dir, unit: '25001', unitName: 'Trạm', now, firstAccount: { account: 'lan', displayName: 'Lan', role: 'head', password } });
const sessions = createSessions(600_000, now);
const station = createStation({ dir, now, log: () => undefined, reserveBytes: 700_000 });
const desk = createDesk({ station, sessions, faults: createFaultLog(dir, now), preferences: createPreferences(dir), idleLockMinutes: 10 });
const page = createStationRouter(desk, createImportDesk(() => undefined)).createCaller({ pass: 'page' });
const signIn = async () => (await page.session.signIn({ account: 'lan', password })).ok;
let saved = 0;
const register = async () => {
  const id = `patients:019a0000-0000-7000-8000-${saved.toString(16).padStart(12, '0')}`;
  const answer = await page.run({ operation: 'registerPatient', key: `p${saved}`, input: { id, fullName: 'Nguyễn Thị Hoà', sex: 'female', bornOn: '1985-03-15', noNationalIdReason: 'notBrought', village: 'Thôn 3' } }) as { ok: boolean; refusals?: { code: string }[] };
  if (answer.ok) saved += 1;
  return answer.ok ? 'ok' : answer.refusals?.[0]?.code;
};
const profile = async () => await page.ask({ query: 'stationProfile', input: {} }) as { diskFull: boolean };
const people = async () => (await page.ask({ query: 'patientSearch', input: { text: 'hoa' } }) as { total: number }).total;
const draft = async (length: number) => page.drafts.save({ key: 'visit', form: 'visit', content: { reason: 'ho'.repeat(length) } }).then(() => 'kept', () => 'not kept');
const draftLength = async () => String((await page.drafts.list())[0]?.content.reason ?? '').length;

said.signIn = await signIn();
for (let n = 0; n < 5; n += 1) await register();
said.before = (await profile()).diskFull;
writeFileSync(filler, Buffer.alloc(freeBytes() - 300_000, 1));
let first = 'ok';
while (first === 'ok') first = await register() ?? '';
said.refusal = first;
said.again = await register();
said.full = (await profile()).diskFull;
said.read = await people() === saved;
said.draft = [await draft(2_000), await draftLength()];
await page.session.lock();
said.signInFull = await signIn();
station.needOpen().backups.configure({ on: true, folder: stick });
said.copy = (await station.needOpen().backups.copyNow()).kind;
// The half-written form takes the last of the reserve: then it is said not to be kept, and the last one that was is there.
let length = 10_000;
while (await draft(length) === 'kept' && length < 2_000_000) length += 50_000;
said.draftAtLast = [length < 2_000_000, await draftLength() === 2 * (length - 50_000) || await draftLength() === 4_000];
await page.session.signOut();
said.sealed = station.open() === undefined;
said.signInAgain = await signIn();
said.readAgain = await people() === saved;
said.stillRefused = [await register(), (await profile()).diskFull];
rmSync(filler);
said.byItself = await register();
said.after = [(await profile()).diskFull, await people() === saved, verifyStation(station.needOpen().db).problems];
await page.session.seal();
said.saved = saved;
process.stdout.write(JSON.stringify(said));
