import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDevice, HubProblem, revokeDevice, startHub, type RunningHub } from '../../src-hub/main.ts';
import { findServing } from '../../src-main/station/server/runtime-file.ts';
import { openLocalWork } from '../../src-main/station/work/open-local-work.ts';
import type { PracticePlace } from './create-practice.ts';
import { freePort } from './free-port.ts';
import { practice } from './practice.ts';

/**
 * Starts the practice hub where it was last time. When another program has taken that port meanwhile, it moves to a free one
 * and the practice station is enrolled there anew.
 */
export async function startPracticeHub({ station, hub }: PracticePlace): Promise<RunningHub> {
  const serving = await findServing(station);
  if (serving) throw new Error(`it is running already, at ${serving.address}`);
  const moved = join(hub, 'moved-to-port');
  const port = existsSync(moved) ? Number(readFileSync(moved, 'utf8')) : undefined;
  try {
    return await startHub({ dir: hub, port });
  } catch (error) {
    if (!(error instanceof HubProblem) || error.code !== 'PortInUse') throw error;
  }
  const running = await startHub({ dir: hub, port: await freePort() });
  const device = { dir: hub, unit: practice.station.unit, device: practice.hub.device };
  await revokeDevice(device);
  const credential = await addDevice(device);
  const work = await openLocalWork({ dir: station, account: practice.station.account, password: practice.station.password, now: Date.now });
  await work.enrol({ url: running.url, ...credential });
  await work.close();
  writeFileSync(moved, String(running.port));
  return running;
}
