import { useEffect, useState } from 'react';
import type { QueryAnswer, QueryInput, QueryName } from '../../src-shared/contract/queries.ts';
import { useSession } from '../stores/session-store.ts';
import type { Fault } from './fault.ts';

/** What a live query has said so far. `answer` stays while a newer one is on its way, so that the screen does not jump. */
export interface Live<N extends QueryName> { answer: QueryAnswer<N> | undefined; fault: Fault | undefined; /** The answer belongs to the question asked now. */ current: boolean; /** The question it does answer, as text; empty before the first. */ answerTo: string; again(): void }

/** Asks a query and keeps its answer up to date; asks anew after a sign-in, and when the station comes back. */
export function useLive<N extends QueryName>(query: N, input: QueryInput<N>, enabled = true): Live<N> {
  const client = useSession((s) => s.client);
  const epoch = useSession((s) => s.epoch);
  const [attempt, setAttempt] = useState(0);
  const question = JSON.stringify([query, input]);
  const [heard, setHeard] = useState<{ question: string; answer?: QueryAnswer<N>; fault?: Fault }>({ question: '' });

  useEffect(() => {
    if (!enabled) return;
    const subscription = client.live({ query, input: JSON.parse(question)[1] as QueryInput<N> }, {
      answer: (answer) => { setHeard({ question, answer }); },
      failed: (fault) => {
        if (fault.kind === 'broken') setHeard((h) => ({ ...h, question, fault }));
        else void useSession.getState().probe();
      },
    });
    return () => { subscription.unsubscribe(); };
  }, [client, epoch, enabled, query, question, attempt]);

  return { answer: heard.answer, fault: heard.fault, current: heard.question === question, answerTo: heard.question, again: () => { setAttempt((n) => n + 1); } };
}
