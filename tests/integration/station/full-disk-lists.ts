import { spawn } from 'node:child_process';
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { initStation } from '../../../src-main/station/accounts/init-station.ts';
import { databaseFile } from '../../../src-main/station/accounts/keyring.ts';

/** Takes lists in by the command on a disk of its own (first argument) that becomes full; a second one holds the lists, the third is the command. Says what happened as JSON. */
const [disk = '', lists = '', command = ''] = process.argv.slice(2);
const dir = join(disk, 'station');
const filler = join(disk, 'filler');
const password = 'mật khẩu của Lan';
const people = 300;
/** People of one name would each be compared with all others. */
const nameOf = (n: number): string => [...String(n)].map((digit) => 'abcdeghikl'[Number(digit)]).join('');
const list = join(lists, 'people.csv');
const lines = join(lists, 'people.ndjson');
writeFileSync(list, `Họ tên;Giới;Ngày sinh;Thôn\n${Array.from({ length: people }, (_, n) => `Nguyễn Thị ${nameOf(n)};Nữ;1985;Thôn ${n}\n`).join('')}`);
writeFileSync(lines, Array.from({ length: people }, (_, n) => `${JSON.stringify({ operation: 'registerPatient', input: { fullName: `Trần Văn ${nameOf(n)}`, sex: 'male', bornOn: '1950', noNationalIdReason: 'notBrought', village: `Ấp ${n}` } })}\n`).join(''));

/** As a user runs it; beside this process, which may have to fill the disk up meanwhile. */
function run(...args: string[]): Promise<{ code: number | null; said: Record<string, unknown> }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, 'station', ...args, '--dir', dir, '--account', 'lan', '--json'], { env: { ...process.env, TRAMXA_PASSWORD: password }, stdio: ['ignore', 'pipe', 'ignore'] });
    let stdout = '';
    child.stdout.on('data', (part: Buffer) => { stdout += part.toString(); });
    child.on('close', (code) => resolve({ code, said: JSON.parse(stdout) as Record<string, unknown> }));
  });
}
const freeBytes = () => { const { bavail, bsize } = statfsSync(disk); return bavail * bsize; };
/** Leaves a megabyte beside the reserve: some rows, not all. */
const fill = () => { writeFileSync(filler, Buffer.alloc(freeBytes() - 1_200_000, 1)); };
const empty = () => { rmSync(filler); };

await initStation({ dir, unit: '25001', unitName: 'Trạm', now: Date.now, firstAccount: { account: 'lan', displayName: 'Lan', role: 'head', password } });
// Opened while there is room, it keeps some for a full disk.
await run('ask', 'today');
const report: Record<string, unknown> = { reserve: existsSync(`${databaseFile(dir)}-reserve`) };
for (const [name, ...args] of [['import', '--kind', 'patients', list, '--include-likely', '--quiet'], ['load', lines, '--quiet']] as const) {
  fill();
  const stopped = await run(name, ...args);
  const still = await run(name, ...args);
  empty();
  report[name] = { stopped, still, gone: await run(name, ...args) };
}
report.verify = (await run('verify')).said;
process.stdout.write(JSON.stringify(report));
