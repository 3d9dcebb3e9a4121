import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodeDigest } from '../../sync/index.ts';
import type { LoadCalls } from '../hub/load-process.ts';
import { startProcess, type OtherProcess } from '../support/calls.ts';
import type { BenchTier, HubCalls } from '../sync/hub-process.ts';
import { authorizationOf, type Road } from '../sync/sync-subject.ts';

export interface TierFacts { tier: string; /** Computing for each record until all were proved. */ microseconds: number; mostMiB: number }
export interface TiersFacts { stations: number; each: number; /** From the first request until the top tier's receipts prove everything. */ seconds: number; proved: number; failed: number; tiers: TierFacts[] }

type Hub = OtherProcess<HubCalls>;
const LOOK_MS = 500;
const LONGEST_MS = 15 * 60_000;

/** What the top tier's receipt, as it has come down to the station's own hub, says to hold of this station. */
async function provedAtTop(road: Road): Promise<number> {
  const response = await fetch(`${road.url}/${road.database}/receipt:vn`, { headers: { authorization: authorizationOf(road) } });
  if (!response.ok) return 0;
  const { devices = {} } = await response.json() as { devices?: Record<string, string> };
  return Object.values(devices).reduce((sum, text) => sum + (decodeDigest(text)?.count() ?? 0), 0);
}

/** Three tiers, so many stations at once: until the top has proved to hold every record. */
export async function measureTiers(root: string, load: OtherProcess<LoadCalls>, stations: number, each: number): Promise<TiersFacts> {
  const started: { tier: string; hub: Hub; dir: string; before: number; mostMiB: number }[] = [];
  const start = async (given: BenchTier) => {
    const dir = join(root, given.unit);
    mkdirSync(root, { recursive: true });
    const hub = await startProcess<HubCalls>(`${import.meta.dirname}/../sync/hub-process.ts`);
    const url = await hub.call('start', dir, given);
    started.push({ tier: given.tier, hub, dir, before: 0, mostMiB: 0 });
    return { hub, dir, url };
  };
  try {
    const central = await start({ unit: 'vn', tier: 'central' });
    const province = await start({ unit: '79', tier: 'province', parent: central.url, parentPassword: (await central.hub.call('addChild', central.dir, '79')).password });
    const district = await start({ unit: '769', tier: 'district', parent: province.url, parentPassword: (await province.hub.call('addChild', province.dir, '769')).password });
    const roads: Road[] = [];
    for (let n = 0; n < stations; n += 1) {
      const unit = String(25_001 + n);
      roads.push({ url: district.url, database: `health-${unit}`, unit, ...await district.hub.call('addDevice', district.dir, unit, 'pc1') });
    }
    // One after the other: the door checks only so many new passwords at once.
    for (const road of roads) await fetch(`${road.url}/${road.database}`, { headers: { authorization: authorizationOf(road) } });
    for (const one of started) one.before = await one.hub.call('cpuMs');
    const from = performance.now();
    let failed = 0;
    const sending = load.call('together', roads, each, 200).catch(() => { failed += 1; });
    let proved = 0;
    while (proved < stations * each && performance.now() - from < LONGEST_MS) {
      await new Promise((resolve) => { setTimeout(resolve, LOOK_MS); });
      proved = 0;
      for (const road of roads) proved += await provedAtTop(road);
      for (const one of started) one.mostMiB = Math.max(one.mostMiB, await one.hub.call('residentMiB'));
    }
    await sending;
    const seconds = (performance.now() - from) / 1000;
    const tiers: TierFacts[] = [];
    for (const { tier, hub, before, mostMiB } of started) tiers.push({ tier, microseconds: ((await hub.call('cpuMs') - before) * 1000) / (stations * each), mostMiB });
    return { stations, each, seconds, proved, failed, tiers };
  } finally {
    for (const { hub } of started) { await hub.call('stop').catch(() => undefined); await hub.stop(); }
  }
}
