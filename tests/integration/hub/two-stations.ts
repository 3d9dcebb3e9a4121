import { afterAll, beforeAll, expect } from 'vitest';
import { addUser } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import type { SubmittedRow } from '../../../src-shared/contract/hub-api.ts';
import { initStation } from '../../../src-main/station/accounts/init-station.ts';
import { openLocalWork } from '../../../src-main/station/work/open-local-work.ts';
import type { StationWork } from '../../../src-main/station/work/station-work.ts';
import { createHubWorld, until, type EngineKind, type HubWorld } from '../../contract/hub/hub-world.ts';
import { password, run } from '../station/world.ts';
import { readerPassword, signInReader, type ConsoleReader } from './console-client.ts';

export interface TwoStations {
  of(unit: string): StationWork;
  /** Runs an operation that must be accepted, and answers the id. */
  go(unit: string, operation: string, input: unknown): Promise<string>;
  see<T>(unit: string, query: string, input?: unknown): Promise<T>;
  /** Exchanges until what is looked at fits. */
  met<T>(unit: string, look: () => Promise<T>, fits: (seen: T) => boolean): Promise<T>;
  reader(): ConsoleReader;
  /** Of the first station, as the reviewer of the district sees it. */
  queue(input?: object): Promise<SubmittedRow[]>;
  codesOf(rows: SubmittedRow[], id: string): string[] | undefined;
  /** Another PC of the first station, which writes versions of one record apart from it. */
  anotherPc(id: string): Promise<(body: object, rev: string, revisions: object) => Promise<void>>;
}

/** Stations 25001 and 25002 below one district with a reviewer; to be called where tests are described. */
export function twoStations(engine: EngineKind): TwoStations {
  let world: HubWorld, hub: RunningHub & { dir: string }, reader: ConsoleReader;
  const stations: Record<string, StationWork> = {};
  beforeAll(async () => {
    world = createHubWorld(engine);
    hub = await world.hub({ unit: '769', tier: 'district' });
    for (const unit of ['25001', '25002']) {
      const dir = `${world.dir}/station-${unit}`;
      await initStation({ dir, unit, unitName: `Trạm ${unit}`, now: Date.now, hub: { url: hub.url, ...(await world.device(hub, unit)) }, firstAccount: { account: 'lan', displayName: 'Lan', role: 'head', password } });
      stations[unit] = await openLocalWork({ dir, account: 'lan', password, now: Date.now });
    }
    await addUser({ dir: hub.dir, account: 'duyet', password: readerPassword, role: 'reviewer', unit: '769', passwordOnly: true });
    reader = await signInReader(hub.url, 'duyet');
  });
  afterAll(async () => {
    for (const work of Object.values(stations)) await work.close();
    await world.end();
  });
  const of = (unit: string): StationWork => { const found = stations[unit]; if (!found) throw new Error(unit); return found; };
  return {
    of,
    reader: () => reader,
    go: async (unit, operation, input) => { const answer = await run(of(unit), operation, input); if (!answer.ok) throw new Error(JSON.stringify(answer.refusals)); return answer.result.id; },
    see: async <T>(unit: string, query: string, input: unknown = {}) => { const outcome = await of(unit).ask(query, input); if (!outcome.ok) throw new Error(query); return outcome.answer as T; },
    met: (unit, look, fits) => until(async () => { await of(unit).exchange({}); return look(); }, fits),
    queue: async (input = {}) => (await reader.query<{ rows: SubmittedRow[] }>('submitted', { unit: '25001', ...input })).rows,
    anotherPc: async (id) => {
      const { user, password: secret } = await world.device(hub, '25001', 'pc2');
      return async (body, rev, revisions) => {
        const reply = await fetch(`${hub.url}/health-25001/_bulk_docs`, { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}` }, body: JSON.stringify({ new_edits: false, docs: [{ ...body, _id: id, _rev: rev, _revisions: revisions }] }) });
        expect(await reply.json()).toEqual([]);
      };
    },
    codesOf: (rows, id) => rows.find(({ recordId }) => recordId === id)?.problems.map(({ code, severity }) => `${severity} ${code}`),
  };
}
