import type { ChronicCondition } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import { deriveCareState, statusOn, type CareStanding, type ConditionState } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { chronicOf, type KnownEpisode } from '../db/chronic-of.ts';
import type { PersonEntry } from '../db/person-entry.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { inTurns } from '../work/in-turns.ts';

/** One condition of one person as it stands today. `isAway`: handed over to another station. */
export interface RegisterEntry { person: PersonEntry['patient']; episode: KnownEpisode; status: ConditionState['status']; since: string; standing: CareStanding; controlled?: NonNullable<ConditionState['controlled']>; isAway: boolean }

/** Every condition that is or was under management here, by village, name and the day it was enrolled; nothing that was struck out, nor what another station manages. */
export async function chronicRegister(db: StationDatabase, condition?: ChronicCondition): Promise<RegisterEntry[]> {
  const today = db.clock.today();
  const entries: RegisterEntry[] = [];
  await inTurns(await db.care.people(), (some) => {
    for (const { id, bornOn } of some) {
      const person = db.people.get(id)?.patient;
      const records = chronicOf(db, id);
      const standing = deriveCareState(records, bornOn, today);
      const own = records.episodes.filter((one) => !one.isCarried && one.voided === undefined && (condition === undefined || one.condition === condition)).sort((a, b) => (a.enrolledOn < b.enrolledOn ? -1 : 1));
      if (person) entries.push(...own.map((episode): RegisterEntry => {
        const controlled = standing.conditions.find(({ episodeId }) => episodeId === episode._id)?.controlled;
        return { person, episode, standing, ...statusOn(episode, today), isAway: db.handovers.away(id) !== undefined, ...(controlled === undefined ? {} : { controlled }) };
      }));
    }
  });
  return entries;
}
