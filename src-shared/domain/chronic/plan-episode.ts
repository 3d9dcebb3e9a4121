import { collections } from '../collections.ts';
import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal } from '../common/refusal.ts';
import { personOf } from '../encounter/build-encounter.ts';
import { episode as episodeSchema, type EnrolConditionInput, type Episode, type VoidEpisodeInput } from './episode.schema.ts';
import { validateEpisode, type EpisodeFacts } from './validate-episode.ts';

export const episodeKnownFields: readonly string[] = Object.keys(episodeSchema.shape);

/** Puts a condition under management. Refusals: those of `validateEpisode`. */
export function planEpisode(input: EnrolConditionInput, facts: EpisodeFacts, context: WorkContext): Outcome<Episode> {
  const [first, ...rest] = validateEpisode(input, facts, context.today);
  if (first) return refused(first, ...rest);
  const { id, ...fields } = input;
  const by = personOf(context);
  const content = { ...fields, author: by, statusChanges: [{ on: input.enrolledOn, status: 'active' as const, at: context.now, by }] };
  return accepted(buildDocument('episodes', content, context, { id, knownFields: episodeKnownFields }));
}

/** Nothing more is said of a record that is not there, is voided or is of a newer program. */
export function episodeHindrance(previous: Episode | undefined): Refusal | undefined {
  if (!previous) return { code: 'EpisodeNotFound' };
  if (previous.voided) return { code: 'EpisodeVoided' };
  return previous.schemaVersion > collections.episodes.schemaVersion ? { code: 'RecordNewerThanProgram' } : undefined;
}

/** Strikes a condition out that was entered in error; every word of it stays. Refusals: those of `episodeHindrance`. */
export function planVoidEpisode(previous: Episode | undefined, { voidReason, note }: VoidEpisodeInput, context: WorkContext): Outcome<Episode> {
  const hindrance = episodeHindrance(previous);
  if (!previous || hindrance) return refused(hindrance ?? { code: 'EpisodeNotFound' });
  const content = { ...previous, voided: { at: context.now, by: personOf(context), reason: voidReason, note } };
  return accepted(buildDocument('episodes', content, context, { previous, knownFields: episodeKnownFields }));
}
