import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { databaseFile, readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { openStore } from '../../../store/index.ts';
import { aPerson, aStation, openWork, password, personId, run, tramxa } from './world.ts';

const given = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hoà', 'Khánh', 'Lý'];
const people = 6_500;

/** A station with so many people whose search tables an older program never made. */
async function anOldStation(): Promise<string> {
  const { dir } = await aStation();
  const work = await openWork(dir);
  await run(work, 'registerPatient', aPerson(0));
  await work.close();
  const unlocked = await createAccounts(dir, Date.now).unlock('lan', password);
  if (!unlocked.ok) throw new Error('not unlocked');
  const store = openStore({ file: databaseFile(dir), key: unlocked.key, cipher: readKeyring(dir).cipher, mustExist: true });
  const first = store.get('patients', personId(0));
  if (!first) throw new Error('nobody there');
  // Nobody follows these writes, so that the tables will have to be made anew.
  for (let n = 1; n < people;) {
    const documents = Array.from({ length: Math.min(500, people - n) }, () => ({ table: 'patients', document: { ...first, _id: personId(n), fullName: `Nguyễn Văn ${given[n % given.length]}`, phone: `09${String(10_000_000 + n++)}` } }));
    store.commit({ documents, context: 'test' });
  }
  store.close();
  return dir;
}

/** What it said until it ended; killed so long after it said a number of steps. */
function openAndKill(dir: string, afterSteps: number, ms: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'opening-child.ts'), dir, 'lan', password], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      if ((said.match(/people/g) ?? []).length >= afterSteps) setTimeout(() => child.kill('SIGKILL'), ms);
    });
    child.on('close', () => resolve(said));
  });
}

it('[MIG7] the tables people are found by are made in steps, go on after a kill, and find everybody', async () => {
  const dir = await anOldStation();
  const shares: number[] = [];
  for (const [afterSteps, ms] of [[1, 0], [2, 7], [1, 15]] as const) {
    const said = (await openAndKill(dir, afterSteps, ms)).split('\n');
    shares.push(...said.flatMap((line) => (line.startsWith('people ') ? [Number(line.slice(7))] : [])));
    if (said.includes('opened')) break;
  }
  // Each opening goes on behind what the one before had finished: no step is said twice, and never one further back.
  expect([shares.length > 1, shares[0]]).toEqual([true, expect.closeTo(1_000 / people, 3)]);
  expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b));

  const work = await openWork(dir);
  for (const name of given) {
    const expected = Array.from({ length: people - 1 }, (_, n) => given[(n + 1) % given.length]).filter((one) => one === name).length + Number(name === 'Hoà');
    expect([name, await work.ask('patientSearch', { text: name })]).toEqual([name, expect.objectContaining({ answer: expect.objectContaining({ total: expected, people }) as unknown })]);
  }
  expect(await work.ask('patientSearch', { text: `09${10_000_000 + people - 1}` })).toMatchObject({ answer: { total: 1, rows: [{ id: personId(people - 1) }] } });
  await work.close();
});

it('[MIG7] the command says how far it is', async () => {
  const dir = await anOldStation();
  const first = await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'today']);
  expect([first.code, first.stderr]).toEqual([0, expect.stringMatching(/making people findable: 10 %[^]*making people findable: 90 %/)]);
  const second = await tramxa(['station', 'ask', '--dir', dir, '--account', 'lan', 'today']);
  expect([second.code, second.stderr]).toEqual([0, '']);
});
