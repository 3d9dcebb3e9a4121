import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operations } from '../../../src-shared/contract/operations.ts';
import { queries } from '../../../src-shared/contract/queries.ts';
import { nouns } from '../../../src-main/cli/nouns.ts';
import { aFile, aPerson, aStation, aVisit, password, personId, root, tempDir, tramxa } from './world.ts';

const ndjson = (...lines: unknown[]) => lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');

describe('the command', () => {
  it('[CLI1] has help for every verb and exits 2 when called wrongly', async () => {
    for (const { name, summary, usage } of nouns) expect([name, summary.length > 10, usage !== undefined]).toEqual([name, true, true]);
    const [help, overview] = await Promise.all([tramxa(['station', 'load', '--help']), tramxa(['--help'])]);
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('--ack')]);
    for (const { name } of nouns) expect(overview.stdout).toContain(name);
    const wrong = [[], ['station'], ['station', 'fly'], ['station', 'load'], ['station', 'init', '--dir', 'x'], ['station', 'ask', '--colour', 'red'], ['station', 'ask', '--dir', 'x', '--account', 'lan', 'today', '{oops']];
    for (const [args, { code, stdout, stderr }] of await Promise.all(wrong.map(async (args) => [args, await tramxa(args)] as const))) {
      expect([args, code, stdout]).toEqual([args, 2, '']);
      expect(stderr).toMatch(/usage|tramxa/);
    }
    expect((await tramxa(['station', 'fly', 'away', '--dir', 'x'])).stderr).toMatch(/^tramxa: there is no verb "fly" of station\nusage: /);
    const account = (await tramxa(['station', 'account'])).stderr;
    expect(account).toMatch(/^usage: /);
    expect(account).toContain('station account add');
    expect(account).not.toContain('station serve');
    const hubUnit = await tramxa(['hub', 'init', '--dir', join(tempDir(), 'hub'), '--unit', 'ABC DEF', '--tier', 'district', '--port', '0']);
    expect([hubUnit.code, hubUnit.stderr]).toEqual([2, expect.stringMatching(/^tramxa: --unit is the permanent key of the unit: .*small letters/)]);
  });

  it('[CLI20] names the verb that is likely meant, and what is missing, in few lines', async () => {
    const [near, noun, file] = await Promise.all([tramxa(['station', 'sevre', '--dir', 'x']), tramxa(['staton', 'serve']), tramxa(['station', 'import', '--dir', 'x'])]);
    expect(near.stderr.split('\n')[0]).toBe('tramxa: there is no verb "sevre" of station; "tramxa station serve" may be meant');
    expect(noun.stderr.split('\n')[0]).toBe('tramxa: there is no "staton"; "tramxa station serve" may be meant');
    expect(near.stderr.trimEnd().split('\n').length).toBeLessThan(5);
    expect(file.stderr).toMatch(/^tramxa: FILE\S* is missing\n/);
  });

  it('[CLI2] prints one JSON object on stdout, also when it fails', async () => {
    const { dir } = await aStation();
    for (const args of [['station', 'ask', '--dir', dir, '--account', 'lan', 'today'], ['station', 'account', 'list', '--dir', dir], ['station', 'schema'], ['station', 'ask', '--dir', dir, '--account', 'nobody', 'today'], ['station', 'verify'], ['station', 'sevre', '--dir', dir], ['staton', 'serve'], ['station'], []]) {
      const { stdout } = await tramxa([...args, '--json']);
      expect(stdout.trimEnd().split('\n')).toHaveLength(1);
      expect(typeof JSON.parse(stdout)).toBe('object');
    }
  });

  it('[CLI3] says in words what is wrong with directory or password, and changes nothing', async () => {
    const foreign = tempDir();
    writeFileSync(join(foreign, 'thesis.txt'), 'mine');
    const { dir } = await aStation();
    const ask = (at: string, env = {}) => tramxa(['station', 'ask', '--dir', at, '--account', 'lan', 'today'], { env });
    const cases: [Promise<{ code: number | null; stderr: string }>, RegExp][] = [
      [ask(join(foreign, 'nowhere')), /there is no directory/],
      [ask(foreign), /not the directory of a station/],
      [ask(dir, { TRAMXA_PASSWORD: 'sai rồi' }), /wrong password for account lan/],
      [tramxa(['station', 'account', 'reset', '--dir', dir, '--account', 'lan'], { env: { TRAMXA_RECOVERY_CODE: 'AAAA-BBBB', TRAMXA_NEW_PASSWORD: 'mật khẩu mới' } }), /wrong recovery code for account lan: it is eight groups of four/],
      [tramxa(['station', 'load', '--dir', join(foreign, 'nowhere'), '--account', 'lan', '/nowhere.ndjson']), /no such file|there is no/],
      [tramxa(['station', 'load', '--dir', dir, '--account', 'lan', join(foreign, 'nowhere.ndjson')]), /no such file/],
      [tramxa(['station', 'init', '--dir', dir, '--unit', '99999', '--name', 'B', '--account', 'b']), /another station, of unit 25001/],
      [tramxa(['station', 'init', '--dir', foreign, '--unit', '99999', '--name', 'B', '--account', 'b']), /not empty and not a station/],
      [tramxa(['station', 'serve', '--dir', foreign]), /not the directory of a station/],
    ];
    for (const [ran, words] of cases) {
      const { code, stderr } = await ran;
      expect([code, stderr]).toEqual([1, expect.stringMatching(words)]);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    expect(readdirSync(foreign)).toEqual(['thesis.txt']);
    writeFileSync(join(dir, 'station.db'), 'not a database at all, but long enough to look like one'.repeat(200));
    const broken = await ask(dir);
    expect([broken.code, broken.stderr]).toEqual([1, expect.stringMatching(/does not open with the key|damaged/)]);
  });

  it('[CLI4] answers each line and adds nothing when loaded again', async () => {
    const { dir } = await aStation();
    const file = aFile('a.ndjson', ndjson(
      { key: 'k1', operation: 'registerPatient', input: aPerson(1) }, 'nonsense', { operation: 'recordVisit', input: aVisit(1) }, { operation: 'recordVisit', input: aVisit(1) },
      { operation: 'fly', input: {} }, { operation: 'registerPatient', input: aPerson(2, { bornOn: '2020-02-31' }) }, { operation: 'recordVisit', input: aVisit(7) }, { key: 'k1', operation: 'registerPatient', input: aPerson(3) },
    ));
    const load = async () => JSON.parse((await tramxa(['station', 'load', '--dir', dir, '--account', 'lan', file, '--json'])).stdout) as { ok: number; already: number; refused: { line: number; code: string }[] };
    const first = await load();
    expect([first.ok, first.already]).toEqual([3, 0]);
    expect(first.refused.map(({ line, code }) => `${line} ${code}`)).toEqual(['2 MalformedJson', '5 UnknownOperation', '6 InvalidInput', '7 PatientNotFound', '8 KeyReused']);
    const second = await load();
    expect([second.ok, second.already, second.refused.length]).toEqual([0, 3, 5]);
    const timeline = await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'encounterTimeline', JSON.stringify({ patientId: personId(1) }), '--json']);
    expect(JSON.parse(timeline.stdout)).toHaveLength(2);
  });

  it('[CLI5] takes a string of ten megabytes as a line refused', async () => {
    const { dir } = await aStation();
    const file = aFile('big.ndjson', ndjson({ operation: 'registerPatient', input: aPerson(1, { note: 'x'.repeat(10_000_000) }) }, { operation: 'registerPatient', input: aPerson(2) }));
    const { stdout } = await tramxa(['station', 'load', '--dir', dir, '--account', 'lan', file, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: 1, refused: [{ line: 1, code: 'LineTooLong' }] });
  });

  it('[CLI6] names lines on the disk, refused ones not', async () => {
    const { dir } = await aStation();
    const ack = join(tempDir(), 'ack');
    const stdin = ndjson({ operation: 'registerPatient', input: aPerson(1) }, 'nonsense', { operation: 'recordVisit', input: aVisit(1) });
    await tramxa(['station', 'load', '--dir', dir, '--account', 'lan', '-', '--ack', ack], { stdin });
    expect(readFileSync(ack, 'utf8')).toBe('1\n3\n');
  });

  it('[CLI7] is not run by a Node too old for it', () => {
    const entry = readFileSync(join(root, 'src-main/cli/tramxa.js'), 'utf8');
    expect(entry).not.toMatch(/\?\?=| as \w+[;)]|: string|#private/);
    const elsewhere = join(tempDir(), 'src-main', 'cli');
    mkdirSync(elsewhere, { recursive: true });
    const old = (file: string) => spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent("Object.defineProperty(process.versions,'node',{value:'20.19.0'})")}`, file, 'station', 'schema'], { encoding: 'utf8' });
    writeFileSync(join(elsewhere, 'tramxa.js'), entry);
    writeFileSync(join(elsewhere, '..', '..', 'package.json'), '{"type":"module"}');
    const refused = old(join(elsewhere, 'tramxa.js'));
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('needs Node 24')]);
    if (process.platform !== 'win32') {
      const bin = join(elsewhere, '..', '..', 'node_modules', 'node', 'bin');
      mkdirSync(bin, { recursive: true });
      writeFileSync(join(bin, 'node'), '#!/bin/sh\necho bundled "$@"\nexit 3\n');
      chmodSync(join(bin, 'node'), 0o755);
      const handedOn = old(join(elsewhere, 'tramxa.js'));
      expect([handedOn.status, handedOn.stdout]).toEqual([3, expect.stringMatching(/bundled .*tramxa\.js station schema/)]);
      const link = join(tempDir(), 'tramxa');
      symlinkSync(join(root, 'src-main/cli/tramxa.js'), link);
      expect(execFileSync(process.execPath, [link, 'station', 'schema', '--json'], { encoding: 'utf8' })).toContain('registerPatient');
    }
  });

  it('[CLI8] lists every operation and query with an example that fits', async () => {
    const [{ stdout }, dispense, unknown] = await Promise.all([tramxa(['station', 'schema', '--json']), tramxa(['station', 'schema', 'dispenseMedicine', '--json']), tramxa(['station', 'schema', 'fly'])]);
    const listed = JSON.parse(stdout) as { operations: { operation: string }[]; queries: string[] };
    expect(listed.operations.map(({ operation }) => operation)).toEqual(Object.keys(operations));
    expect(listed.queries).toEqual(Object.keys(queries));
    const one = JSON.parse(dispense.stdout) as { example: unknown };
    expect(operations.dispenseMedicine.input.safeParse(one.example).success).toBe(true);
    expect(unknown.code).toBe(1);
    const { dir } = await aStation();
    const { code, stderr } = await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'fly']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('there is no query fly; "tramxa station schema" lists them')]);
  });

  it('[CLI11] takes passwords from the environment or a file only', async () => {
    const { dir } = await aStation();
    const file = aFile('password', `${password}\n`);
    const ask = (...more: string[]) => tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'stationProfile', ...more], { env: { TRAMXA_PASSWORD: '' } });
    expect([(await ask()).code, (await ask()).stderr]).toEqual([2, expect.stringContaining('TRAMXA_PASSWORD')]);
    expect((await ask('--password-file', file)).code).toBe(0);
    expect((await ask('--password', password)).code).toBe(2);
    const address = await tramxa(['station', 'init', '--dir', join(tempDir(), 'x'), '--unit', '1', '--name', 'A', '--account', 'a', '--hub', 'http://u:p@127.0.0.1:1', '--hub-user', 'u'], { env: { TRAMXA_HUB_PASSWORD: 'p' } });
    expect([address.code, address.stderr]).toEqual([2, expect.stringContaining('TRAMXA_HUB_PASSWORD')]);
  });

  it('[CLI12] [STA22] makes a station without a network and keeps the credential inside the encrypted file', async () => {
    const dir = join(tempDir(), 'new');
    const { code, stdout } = await tramxa(['station', 'init', '--dir', dir, '--unit', '25001', '--name', 'Trạm A', '--account', 'lan', '--hub', 'http://127.0.0.1:9', '--hub-user', '25001.pc1', '--json'], { env: { TRAMXA_HUB_PASSWORD: 'hub-credential-of-pc1' } });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ unit: '25001', account: 'lan', recoveryCode: expect.stringMatching(/^(\w{4}-){7}\w{4}$/) as string });
    await tramxa(['station', 'load', '--dir', dir, '--account', 'lan', '-'], { stdin: ndjson({ operation: 'registerPatient', input: aPerson(1, { fullName: 'Plaintextina Nguyen' }) }) });
    const profile = await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'stationProfile', '--json']);
    expect(JSON.parse(profile.stdout)).toMatchObject({ unit: '25001', hubUrl: 'http://127.0.0.1:9' });
    for (const name of readdirSync(dir)) {
      const content = readFileSync(join(dir, name), 'latin1');
      for (const secret of ['hub-credential-of-pc1', 'Plaintextina', password]) expect([name, content.includes(secret)]).toEqual([name, false]);
    }
    expect(existsSync(join(dir, 'init-unfinished'))).toBe(false);
  });
});
