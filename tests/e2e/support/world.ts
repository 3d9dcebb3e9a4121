import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/starting/free-port.ts';
import { fillPeople } from './fill-people.ts';
import { runTramxa, serveTramxa, type Served } from './run-tramxa.ts';

export const person = { account: 'hoa', displayName: 'Nguyễn Thị Hoà', password: 'mot cau dai de nho' } as const;
export const reviewer = { account: 'xemxet', password: 'xem xet that ky' } as const;

interface Credential { user: string; password: string }

/** A tier's server: its own process and directory, always on the same port. */
export class Hub {
  readonly dir: string; readonly unit: string; readonly tier: string; readonly url: string;
  private served: Served | undefined;
  constructor(dir: string, unit: string, tier: string, port: number) { this.dir = dir; this.unit = unit; this.tier = tier; this.url = `http://127.0.0.1:${port}`; }

  async start(): Promise<void> { this.served ??= await serveTramxa(['hub', 'serve', '--dir', this.dir]); }
  async stop(): Promise<void> { await this.served?.stop(); this.served = undefined; }
  addDevice(unit: string, device: string): Promise<Credential> { return runTramxa<Credential & Record<string, unknown>>(['hub', 'device', 'add', '--dir', this.dir, '--unit', unit, '--device', device]); }
  addChild(unit: string): Promise<Credential> { return runTramxa<Credential & Record<string, unknown>>(['hub', 'child', 'add', '--dir', this.dir, '--unit', unit]); }
  async addReviewer(): Promise<void> {
    await runTramxa(['hub', 'user', 'add', '--dir', this.dir, '--account', reviewer.account, '--role', 'reviewer', '--unit', this.unit, '--password-only'], { TRAMXA_ADMIN_PASSWORD: reviewer.password });
  }
  /** An account with an authenticator; answers its address. */
  async addUser(account: string, role: 'reviewer' | 'manager' | 'administrator', displayName: string): Promise<string> {
    const { otpauth } = await runTramxa<{ otpauth: string }>(['hub', 'user', 'add', '--dir', this.dir, '--account', account, '--role', role, '--unit', this.unit, '--display-name', displayName], { TRAMXA_ADMIN_PASSWORD: reviewer.password });
    return otpauth;
  }
}

/** A station: its own process and directory. `address` lets one browser in. */
export class Station {
  readonly dir: string; readonly unit: string;
  private readonly env: Record<string, string>;
  private port = 0;
  private served: Served | undefined;
  constructor(dir: string, unit: string, env: Record<string, string> = {}) { this.dir = dir; this.unit = unit; this.env = env; }

  get address(): string { return this.process.address; }
  get pid(): number { return this.process.pid; }
  private get process(): Served {
    if (this.served === undefined) throw new Error('the station is not served');
    return this.served;
  }
  /** A second start takes the port of the first, so that an open page finds it again. */
  async start(): Promise<void> {
    this.served ??= await serveTramxa(['station', 'serve', '--dir', this.dir, '--port', String(this.port)], this.env);
    this.port = Number(new URL(this.served.address).port);
  }
  async stop(signal?: NodeJS.Signals): Promise<void> { await this.served?.stop(signal); this.served = undefined; }
  addAccount({ account, displayName, role, password }: { account: string; displayName: string; role: string; password: string }): Promise<unknown> {
    return runTramxa(['station', 'account', 'add', '--dir', this.dir, '--account', person.account, '--for', account, '--role', role, '--display-name', displayName], { TRAMXA_PASSWORD: person.password, TRAMXA_NEW_PASSWORD: password });
  }
  ask<T>(query: string, input: unknown = {}): Promise<T> {
    return runTramxa<T & Record<string, unknown>>(['station', 'ask', '--dir', this.dir, '--account', person.account, query, JSON.stringify(input)], { TRAMXA_PASSWORD: person.password });
  }
  /** Runs lines of operations through the station that serves, as a spreadsheet or another program would. */
  load(lines: string): Promise<{ ok: number; refusedCount?: number }> {
    return runTramxa<{ ok: number }>(['station', 'load', '--dir', this.dir, '--account', person.account, '--quiet', lines], { TRAMXA_PASSWORD: person.password });
  }
  /** The same from what is at hand; none may be refused. */
  async loadAll(...lines: readonly object[]): Promise<void> {
    const file = `${this.dir}-lines.ndjson`;
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const { refusedCount = 0 } = await this.load(file);
    if (refusedCount > 0) throw new Error(`${refusedCount} of ${lines.length} lines were refused`);
  }
}

/** Everything one spec starts: hubs and stations in directories of its own, on free ports, ended with it. */
export class World {
  /** In small letters: it stands on the first start's page, where names like those of the program are looked for. */
  readonly dir = join(tmpdir(), `tramxa-e2e-${randomBytes(6).toString('hex')}`);
  private readonly running: { stop(): Promise<void> }[] = [];
  constructor() { mkdirSync(this.dir, { mode: 0o700 }); }

  async hub({ unit, tier, parent }: { unit: string; tier: string; parent?: Hub }): Promise<Hub> {
    const port = await freePort();
    const dir = join(this.dir, `hub-${unit}`);
    const credential = await parent?.addChild(unit);
    await runTramxa(['hub', 'init', '--dir', dir, '--unit', unit, '--tier', tier, '--port', String(port), '--receipt-seconds', '1', ...(parent === undefined ? [] : ['--parent', parent.url])],
      credential === undefined ? {} : { TRAMXA_HUB_PASSWORD: credential.password });
    const hub = new Hub(dir, unit, tier, port);
    await hub.start();
    this.running.push(hub);
    return hub;
  }

  async station({ unit = '25001', name = 'Trạm Y tế xã An Phú', hub, people = 0, env }: { unit?: string; name?: string; hub?: Hub; /** Invented ones, put into the file before it is served. */ people?: number; /** Of its process. */ env?: Record<string, string> } = {}): Promise<Station> {
    const dir = join(this.dir, `station-${unit}`);
    const credential = await hub?.addDevice(unit, 'pc1');
    await runTramxa(['station', 'init', '--dir', dir, '--unit', unit, '--name', name, '--account', person.account, '--display-name', person.displayName,
      ...(hub === undefined || credential === undefined ? [] : ['--hub', hub.url, '--hub-user', credential.user])],
    { TRAMXA_PASSWORD: person.password, ...(credential === undefined ? {} : { TRAMXA_HUB_PASSWORD: credential.password }) });
    if (people > 0) await fillPeople(dir, { ...person, count: people });
    const station = new Station(dir, unit, env);
    await station.start();
    this.running.push(station);
    return station;
  }

  /** What the stations logged, for a journey that failed; never a patient's data. */
  logs(): { name: string; text: string }[] {
    return readdirSync(this.dir).map((name) => ({ name, file: join(this.dir, name, 'logs', 'station.log') })).filter(({ file }) => existsSync(file)).map(({ name, file }) => ({ name, text: readFileSync(file, 'utf8') }));
  }

  async end(): Promise<void> {
    await Promise.all(this.running.map((running) => running.stop()));
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
