import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { sampleLoadLines, type SampleOptions } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import type { Station, World } from './world.ts';

/** Puts invented people, encounters and stock into a station, through the station that serves. */
export async function loadSamples(world: World, station: Station, amounts: Pick<SampleOptions, 'people' | 'checkups' | 'movements'>): Promise<void> {
  const file = join(world.dir, `samples-${station.unit}.ndjson`);
  writeFileSync(file, [...sampleLoadLines({ ...amounts, seed: 7, today: todayInUnitZone(Date.now()) })].join('\n'));
  const { refusedCount = 0 } = await station.load(file);
  if (refusedCount > 0) throw new Error(`${refusedCount} sample lines were refused`);
}
