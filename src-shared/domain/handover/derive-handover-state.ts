import type { Handover, HandoverAnswer, Transfer } from './handover.schema.ts';

export type SentState = 'sent' | 'accepted' | 'declined' | 'takenBack';

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
