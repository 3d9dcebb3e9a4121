import { existsSync, renameSync, rmSync } from 'node:fs';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { practicePassword, practicePeople, practiceUnit } from '../../../src-shared/domain/practice/practice-unit.ts';
import { sampleLines } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import { initStation } from '../accounts/init-station.ts';
import { keyringPath } from '../accounts/keyring.ts';
import { StationProblem } from '../station-problem.ts';
import { openLocalWork } from '../work/open-local-work.ts';

const samples = { people: 120, checkups: 160, movements: 80, doses: true, seed: 2026 };

/** Beside the real station, never in it. */
const practiceDirectory = (dir: string): string => `${dir.replace(/[/\\]+$/, '')}-tap-thu`;
export const hasPractice = (dir: string): boolean => existsSync(keyringPath(practiceDirectory(dir)));

/**
 * The practice station of a directory, made at its first use: invented people in a folder of their own, that the station's own
 * operations checked. Filled beside its place and renamed at the end, so that an interruption leaves nothing half-made.
 */
export async function makePractice(dir: string, now: () => number): Promise<string> {
  const place = practiceDirectory(dir);
  if (hasPractice(dir)) return place;
  if (existsSync(place)) throw new StationProblem('DirectoryNotEmpty', `${place} is there already and is not a practice station`);
  const unfinished = `${place}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const [head, ...others] = practicePeople;
  await initStation({ dir: unfinished, unit: practiceUnit, unitName: 'Trạm Y tế xã Tập Thử', practice: true, now, firstAccount: { ...head, password: practicePassword } });
  const work = await openLocalWork({ dir: unfinished, account: head.account, password: practicePassword, now });
  try {
    for (const person of others) await work.accounts.add({ ...person, password: practicePassword });
    await work.runMany([...sampleLines({ ...samples, today: todayInUnitZone(now()) })], (index, answer) => {
      if (!answer.ok) throw new Error(`sample line ${index + 1} was refused: ${answer.refusals[0]?.code ?? ''}`);
    });
  } finally {
    await work.close();
  }
  renameSync(unfinished, place);
  return place;
}
