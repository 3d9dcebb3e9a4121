import type { Handover, HandoverAnswer, Transfer } from './handover.schema.ts';

export type SentState = 'sent' | 'accepted' | 'declined' | 'takenBack';

export interface BothFacts {
  /** When the station the person left took them back. */ takenBackAt: string | undefined; decision: Transfer['decision'];
  /** The person was handed on from here. */ isAway: boolean;
  /** Acceptances of the person's record here, but the one of this handover; and since when one of them settles it. */ accepted: readonly Pick<HandoverAnswer, 'answeredAt'>[]; since: string;
}

/** Taken back while the other station took the person in: they stand in both books until one of the two stations hands them on to the other. Asked at either. */
export const isAtBoth = ({ takenBackAt, decision, isAway, accepted, since }: BothFacts): boolean =>
  takenBackAt !== undefined && decision === 'accepted' && !isAway && !accepted.some(({ answeredAt }) => answeredAt > since);

/** How a handover stands at the station the person left; `answered`: what came back of the other station's answer. */
export function sentState(handover: Pick<Handover, 'status'>, answered: Pick<Transfer, 'decision'> | undefined): SentState {
  return handover.status === 'takenBack' ? 'takenBack' : answered?.decision ?? 'sent';
}

/**
 * The handover by which a person is away, `undefined` for one who is here: the newest one neither taken back nor declined, unless they were
 * taken in again since (`returnedAt`: newest acceptance of this record here).
 */
export function movedOut<H extends Pick<Handover, '_id' | 'status' | 'sentAt'>>(handovers: readonly H[], answeredOf: (handoverId: string) => Pick<Transfer, 'decision'> | undefined, accepted: readonly Pick<HandoverAnswer, 'answeredAt'>[]): H | undefined {
  const returnedAt = accepted.map(({ answeredAt }) => answeredAt).sort().at(-1) ?? '';
  return handovers.filter((one) => ['sent', 'accepted'].includes(sentState(one, answeredOf(one._id))) && one.sentAt > returnedAt).sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1))[0];
}
