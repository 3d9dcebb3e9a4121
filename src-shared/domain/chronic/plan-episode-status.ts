import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { personOf } from '../encounter/build-encounter.ts';
import { statusOn } from './derive-care-state.ts';
import type { ChangeEpisodeStatusInput, Episode } from './episode.schema.ts';
import { episodeHindrance, episodeKnownFields } from './plan-episode.ts';
import { activeEpisode } from './validate-episode.ts';

/** Said of the person, not of one condition. */
const isOfPerson = (status: ChangeEpisodeStatusInput['status']): boolean => status === 'died' || status === 'movedAway';

/**
 * Says what became of a condition under management; what was said before stays. `others`: the other episodes of the person at this station: who died or moved away is followed for none of them.
 * The one asked for comes first. Refusals: those of `episodeHindrance`, `OccurredInFuture`, `BeforeLastChange {from}`, `StatusUnchanged`, `AlreadyEnrolled {episodeId, enrolledOn}`.
 */
export function planEpisodeStatus(previous: Episode | undefined, others: readonly Episode[], { id: _id, ...change }: ChangeEpisodeStatusInput, context: WorkContext): Outcome<{ before: Episode; after: Episode }[]> {
  const hindrance = episodeHindrance(previous);
  if (!previous || hindrance) return refused(hindrance ?? { code: 'EpisodeNotFound' });
  if (change.on > context.today) return refused({ code: 'OccurredInFuture', field: 'on' });
  const now = statusOn(previous, context.today);
  if (change.status === now.status) return refused({ code: 'StatusUnchanged', field: 'status' });
  if (change.on < now.since) return refused({ code: 'BeforeLastChange', from: now.since, field: 'on' });
  const already = change.status === 'active' ? activeEpisode(others, previous.condition, context.today) : undefined;
  if (already) return refused({ code: 'AlreadyEnrolled', episodeId: already._id, enrolledOn: already.enrolledOn, field: 'status' });
  const along = isOfPerson(change.status) ? others.filter((one) => episodeHindrance(one) === undefined && statusOn(one, context.today).status === 'active') : [];
  const by = personOf(context);
  return accepted([previous, ...along].map((before) => {
    // Enrolled or changed later than the day said: it ends that later day, so that the order of the words is that of the days.
    const on = [change.on, statusOn(before, context.today).since].sort()[1]!;
    const content = { ...before, statusChanges: [...before.statusChanges, { ...change, on, at: context.now, by }] };
    return { before, after: buildDocument('episodes', content, context, { previous: before, knownFields: episodeKnownFields }) };
  }));
}
