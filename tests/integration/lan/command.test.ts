import { expect, it } from 'vitest';
import type { LanCommand, LanStatus } from '../../../src-shared/contract/lan.ts';
import { runLanCommand } from '../../../src-main/station/lan/lan-route.ts';
import { serveStation } from '../../../src-main/station/server/serve-station.ts';
import { openPage } from '../station/door-client.ts';
import { aStation, atEnd, password, tramxa, until } from '../station/world.ts';

it('[LAN11] [LAN14] [LAN17] by the command: two serving stations of a unit are paired, and one shows what the other registers; the setting outlives a restart', async () => {
  const first = await aStation();
  const second = await aStation();
  const at = (dir: string) => ['--dir', dir, '--account', 'lan', '--json'];
  const lan = async (dir: string, ...more: string[]) => {
    const ran = await tramxa(['station', 'lan', ...more, ...at(dir)]);
    return { code: ran.code, ...JSON.parse(ran.stdout) as LanStatus & { offer?: { code: string }; error?: { code: string } } };
  };
  const servedFirst = await serveStation({ dir: first.dir, port: 0, now: Date.now });
  let servedSecond = await serveStation({ dir: second.dir, port: 0, now: Date.now });
  atEnd(() => servedFirst.close());
  atEnd(() => servedSecond.close());
  // Nobody else is signed in at these: the file stays open for as long as somebody is.
  await servedFirst.station.signIn('lan', password);
  await servedSecond.station.signIn('lan', password);
  const { port } = await lan(first.dir, 'on', '--port', '0', '--name', 'Phòng khám');
  const ask = (command: LanCommand) => servedSecond.station.needOpen().lan.run(command);
  expect(await ask({ command: 'offer' })).toMatchObject({ ok: false, refusals: [{ code: 'LanOff' }] });
  expect(await ask({ command: 'switchOn', port: 0, name: 'Kho thuốc' })).toMatchObject({ ok: true, status: { on: true, name: 'Kho thuốc' } });
  const { offer } = await lan(first.dir, 'code');
  expect(await ask({ command: 'join', address: `127.0.0.1:${port}`, code: 'WRONG-1' })).toMatchObject({ ok: false, refusals: [{ code: 'PairingRefused' }] });
  expect(await ask({ command: 'join', address: '', code: 'X' })).toMatchObject({ ok: false, refusals: [{ code: 'BadAddress' }] });
  expect(await ask({ command: 'join', address: 'nonsense', code: 'X' })).toMatchObject({ ok: false, refusals: [{ code: 'BadAddress' }] });
  expect(await lan(second.dir, 'join', '--address', `127.0.0.1:1,127.0.0.1:${port}`, '--code', offer?.code ?? '')).toMatchObject({ code: 0, neighbours: [{ name: 'Phòng khám' }] });

  const { db } = servedFirst.station.needOpen();
  const names = () => [...servedSecond.station.needOpen().db.store.iterate('patients')].map((patient) => patient['fullName']);
  expect(await tramxa(['station', 'load', ...at(first.dir), '-'], { stdin: `${JSON.stringify({ operation: 'registerPatient', input: { fullName: 'Vũ Thị Mai', sex: 'female', bornOn: '1991', village: 'Thôn 4', noNationalIdReason: 'notBrought' } })}\n` })).toMatchObject({ code: 0 });
  expect(db.store.count('patients')).toBe(1);
  await until(() => names().includes('Vũ Thị Mai'));

  await servedSecond.close();
  servedSecond = await serveStation({ dir: second.dir, port: 0, now: Date.now });
  await servedSecond.station.signIn('lan', password);
  await until(() => servedSecond.station.needOpen().lan.status().neighbours[0]?.line === 'connected', 20_000);
  const person = { account: 'hoa', displayName: 'Hoa', role: 'healthWorker' } as const;
  const { lan: worker } = servedSecond.station.needOpen();
  expect(await runLanCommand(worker, person, { command: 'switchOff' })).toMatchObject({ ok: false, refusals: [{ code: 'RoleNotAllowed' }] });
  expect(await ask({ command: 'remove', fingerprint: worker.status().neighbours[0]?.fingerprint ?? '' })).toMatchObject({ ok: true, status: { neighbours: [] } });
  expect(await ask({ command: 'switchOff' })).toMatchObject({ ok: true, status: { on: false } });
});

it('[LAN15] a fingerprint nobody has is answered in words', async () => {
  const { dir } = await aStation();
  const served = await serveStation({ dir, port: 0, now: Date.now });
  atEnd(() => served.close());
  await served.station.signIn('lan', password);
  await served.station.needOpen().lan.run({ command: 'switchOn', port: 0 });
  const ran = await tramxa(['station', 'lan', 'remove', '--fingerprint', 'deadbeef', '--dir', dir, '--account', 'lan']);
  expect(ran.stdout + ran.stderr).toContain('there is no such PC');
  expect(ran.code).toBe(1);
});

it('[LAN16] no code is given and nothing is called on where the port closes with the command', async () => {
  const { dir } = await aStation();
  const lan = (...more: string[]) => tramxa(['station', 'lan', ...more, '--dir', dir, '--account', 'lan']);
  const notOn = 'switched on but not at work';
  expect((await lan('on', '--port', '0')).stdout).toContain(notOn);
  const served = await serveStation({ dir, port: 0, now: Date.now });
  atEnd(() => served.close());
  const status = await lan();
  expect(status.stdout).toContain(notOn);
  expect(status.stdout).toContain('signed in on the screen');
  const refused = await lan('code');
  expect(refused.code).toBe(1);
  expect(refused.stdout + refused.stderr).toContain('signed in on the screen');
  expect(refused.stdout).not.toMatch(/^code /m);
  expect(served.station.open()).toBeUndefined();

  await (await openPage(served)).signIn();
  const given = await lan('code');
  expect(given.code).toBe(0);
  expect(given.stdout).toMatch(/^code /m);
  expect(given.stdout).toContain('the LAN is on');
});
