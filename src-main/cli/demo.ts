import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleLines } from '../../src-shared/domain/practice/sample-load-lines.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import type { TierProofState } from '../../sync/index.ts';
import { initStation } from '../station/accounts/init-station.ts';
import { openLocalWork } from '../station/work/open-local-work.ts';
import type { StationWork } from '../station/work/station-work.ts';
import { loadLines } from './load-lines.ts';
import type { LoadLine } from './read-load-lines.ts';

export interface DemoOptions { people: number; checkups: number; movements: number; /** Milliseconds for the records to be proved. */ proofWithinMs: number; say: (line: string) => void }
export interface DemoProof { station: string; records: number; refused: number; clean: boolean; tiers: { unit: string; tier: string; proved: number; missing: number }[] }
export interface DemoReport { ok: boolean; expectedTiers: string[]; stations: DemoProof[]; ms: number }

const stations = [{ unit: '25001', name: 'Trạm y tế xã An Bình', seed: 1 }, { unit: '25002', name: 'Trạm y tế xã Hoà Sơn', seed: 2 }];
/** From the top down, as they are made. */
const tiers = [{ unit: 'tw', tier: 'central', name: 'Bộ Y tế' }, { unit: '79', tier: 'province', name: 'Sở Y tế' }, { unit: '769', tier: 'district', name: 'Trung tâm Y tế' }];
const account = 'lan';
const password = 'practice only';

/**
 * The main job without a screen: two stations work offline, a line appears, the records climb through three hubs, and each
 * station says what every tier has proved to hold. Uses a directory of its own and removes it.
 */
export async function runDemo(options: DemoOptions): Promise<DemoReport> {
  const { say } = options;
  const root = mkdtempSync(join(tmpdir(), 'tramxa-demo-'));
  const started = performance.now();
  const endings: (() => Promise<void>)[] = [];
  try {
    const works: { unit: string; work: StationWork; refused: number }[] = [];
    for (const station of stations) {
      const work = await openNewStation(join(root, station.unit), station);
      endings.push(() => work.close());
      const summary = await loadLines(asLoadLines(options, station.seed), work);
      say(`station ${station.unit}, no network: ${summary.ok} records made, ${summary.refusedCount} refused, ${await waitingOf(work)} documents wait`);
      works.push({ unit: station.unit, work, refused: summary.refusedCount });
    }
    const district = await startHubs(root, endings, say);
    for (const { unit, work } of works) await work.enrol({ url: district.url, ...(await district.addDevice(unit)) });
    say('a line appears');
    const proofs = await Promise.all(works.map(async ({ unit, work, refused }): Promise<DemoProof> => {
      const exchange = await work.exchange({ waitForProofMs: options.proofWithinMs });
      say(`station ${unit}: ${exchange.pushed} documents sent in ${exchange.requests} requests, ${exchange.denied} refused by the hub`);
      const { ok: clean } = await work.verify();
      return { station: unit, records: exchange.pushed, refused: refused + exchange.denied, clean, tiers: exchange.receipts.map(plainProof) };
    }));
    const expectedTiers = tiers.map(({ unit }) => unit);
    const ok = proofs.every((proof) => isProvedEverywhere(proof, expectedTiers));
    return { ok, expectedTiers, stations: proofs, ms: Math.round(performance.now() - started) };
  } finally {
    for (const end of endings.reverse()) await end().catch(() => undefined);
    rmSync(root, { recursive: true, force: true });
  }
}

/** Every tier, nothing missing, and something there to prove. */
export function isProvedEverywhere({ records, refused, clean, tiers: proved }: DemoProof, expected: readonly string[]): boolean {
  return records > 0 && refused === 0 && clean && expected.every((unit) => proved.some((tier) => tier.unit === unit && tier.missing === 0 && tier.proved >= records));
}

async function openNewStation(dir: string, { unit, name }: { unit: string; name: string }): Promise<StationWork> {
  await initStation({ dir, unit, unitName: name, practice: true, now: Date.now, firstAccount: { account, displayName: 'Lan', role: 'head', password } });
  return openLocalWork({ dir, account, password, now: Date.now });
}

async function startHubs(root: string, endings: (() => Promise<void>)[], say: (line: string) => void): Promise<{ url: string; addDevice(unit: string): Promise<{ user: string; password: string }> }> {
  const { addChild, addDevice, initHub, startHub } = await import('../../src-hub/main.ts');
  let above: { url: string; dir: string } | undefined;
  for (const { unit, tier, name } of tiers) {
    const dir = join(root, unit);
    const credential = above && (await addChild({ dir: above.dir, unit }));
    await initHub({ dir, unit, tier, name, port: 0, receiptIntervalSeconds: 1, parent: above?.url, parentUser: credential?.user, parentPassword: credential?.password });
    const hub = await startHub({ dir, port: 0 });
    endings.push(() => hub.close());
    say(`hub ${unit} (${tier}) serves at ${hub.url}`);
    above = { url: hub.url, dir };
  }
  if (!above) throw new Error('a demo needs a hub');
  const { url, dir } = above;
  return { url, addDevice: (unit) => addDevice({ dir, unit, device: 'pc1' }) };
}

async function* asLoadLines({ people, checkups, movements }: DemoOptions, seed: number): AsyncGenerator<LoadLine> {
  let line = 0;
  for (const { key, operation, input } of sampleLines({ people, checkups, movements, seed, today: todayInUnitZone(Date.now()) })) {
    line += 1;
    yield { line, size: 0, request: { key, operation, input } };
  }
}

async function waitingOf(work: StationWork): Promise<number> {
  const outcome = await work.ask('syncStatus', {});
  return outcome.ok ? (outcome.answer as { waiting: number }).waiting : 0;
}

const plainProof = ({ unit, tier, proved, missing }: TierProofState) => ({ unit, tier, proved, missing });
