import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addDevice, addUser, initHub } from '../../src-hub/main.ts';
import { initStation } from '../../src-main/station/accounts/init-station.ts';
import { openLocalWork } from '../../src-main/station/work/open-local-work.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { sampleLines } from '../../src-shared/domain/practice/sample-load-lines.ts';
import { freePort } from './free-port.ts';
import { practice } from './practice.ts';

export interface PracticePlace { station: string; hub: string }

/**
 * The practice station and its district hub below `dir`, made on first use: both, enrolled with each other, and people, checkups and stock
 * that the station's own operations checked. Made beside its place and renamed at the end, so that an interrupted first start leaves nothing half-made.
 */
export async function createPractice(dir: string, say: (line: string) => void): Promise<PracticePlace> {
  const place = join(dir, 'practice');
  if (!existsSync(place)) {
    const unfinished = join(dir, 'practice.unfinished');
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    say('first start: making a practice station with invented people and a district hub …');
    await fill(unfinished);
    renameSync(unfinished, place);
  }
  return { station: join(place, 'station'), hub: join(place, 'hub') };
}

async function fill(dir: string): Promise<void> {
  const { station, hub, samples } = practice;
  const [stationDir, hubDir] = [join(dir, 'station'), join(dir, 'hub')];
  const port = await freePort(hub.port);
  await initHub({ dir: hubDir, unit: hub.unit, tier: hub.tier, name: hub.name, port, receiptIntervalSeconds: 1 });
  await addUser({ dir: hubDir, account: hub.reviewer, password: hub.reviewerPassword, role: 'reviewer', unit: hub.unit, passwordOnly: true, displayName: 'Người xem xét' });
  const credential = await addDevice({ dir: hubDir, unit: station.unit, device: hub.device });
  await initStation({
    dir: stationDir, unit: station.unit, unitName: station.unitName, practice: true, now: Date.now,
    firstAccount: { account: station.account, displayName: station.displayName, password: station.password, role: 'head' },
    hub: { url: `http://127.0.0.1:${port}`, ...credential },
  });
  const work = await openLocalWork({ dir: stationDir, account: station.account, password: station.password, now: Date.now });
  try {
    const lines = [...sampleLines({ ...samples, today: todayInUnitZone(Date.now()) })];
    await work.runMany(lines, (index, answer) => {
      if (!answer.ok) throw new Error(`sample line ${index + 1} was refused: ${JSON.stringify(answer.refusals)}`);
    });
  } finally {
    await work.close();
  }
}
