import { join } from 'node:path';
import { expect } from 'vitest';
import { addDevice, initHub, startHub } from '../../../src-hub/main.ts';
import type { StationWork } from '../../../src-main/station/work/station-work.ts';
import { aStation, atEnd, openWork, run, tempDir } from './world.ts';

/** Two PCs of one station at one hub. */
export async function twoPcs(): Promise<[StationWork, StationWork]> {
  const dir = join(tempDir(), 'hub');
  await initHub({ dir, unit: '769', tier: 'district', port: 0, receiptIntervalSeconds: 1 });
  const hub = await startHub({ dir, port: 0 });
  atEnd(() => hub.close());
  const works: StationWork[] = [];
  for (const device of ['pc1', 'pc2']) works.push(await openWork((await aStation({ hub: { url: hub.url, ...(await addDevice({ dir, unit: '25001', device })) } })).dir));
  return works as [StationWork, StationWork];
}

/** Each twice, so that what one sent is with all. */
export async function exchange(...works: StationWork[]): Promise<void> {
  for (const work of [...works, ...works]) expect(await work.exchange({})).toMatchObject({ denied: 0 });
}

export async function ask<T>(work: StationWork, query: string, input: unknown = {}): Promise<T> {
  const outcome = await work.ask(query, input);
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.code);
  return outcome.answer as T;
}

/** Id of what was saved. */
export async function did(work: StationWork, operation: string, input: unknown): Promise<string> {
  const answer = await run(work, operation, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.result.id;
}
