import { useEffect, useState } from 'react';
import type { HubApi } from '../../src-shared/contract/hub-api.ts';
import { hubFault, useHub } from '../stores/hub-store.ts';
import type { Fault } from './fault.ts';

export interface HubAnswer<A> { answer: A | undefined; fault: Fault | undefined; current: boolean; again(): void }

/** Asks the hub, and again every few seconds where that is wanted; keeps the last answer while asking. `question` names what is asked. */
export function useHubAnswer<A>(question: string, ask: (client: HubApi) => Promise<A>, everyMs?: number): HubAnswer<A> {
  const client = useHub((s) => s.client);
  const [attempt, setAttempt] = useState(0);
  const [heard, setHeard] = useState<{ question: string; answer?: A; fault?: Fault }>({ question: '' });
  useEffect(() => {
    let wanted = true;
    let next: ReturnType<typeof setTimeout> | undefined;
    const once = () => {
      ask(client)
        .then((answer) => { if (wanted) setHeard({ question, answer }); }, (error: unknown) => { const fault = hubFault(error); if (wanted) setHeard((h) => ({ question, answer: h.question === question ? h.answer : undefined, fault })); })
        .finally(() => { if (wanted && everyMs !== undefined) next = setTimeout(once, everyMs); });
    };
    once();
    return () => { wanted = false; clearTimeout(next); };
    // The question says all that `ask` depends on; the function itself is new at each drawing.
  }, [client, question, attempt, everyMs]);
  return { answer: heard.answer, fault: heard.fault, current: heard.question === question, again: () => { setAttempt((n) => n + 1); } };
}
