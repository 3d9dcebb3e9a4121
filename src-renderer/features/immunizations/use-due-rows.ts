import { useCallback, useEffect, useRef, useState } from 'react';
import type { DueChild, ImmunizationsDue, QueryInput } from '../../../src-shared/contract/queries.ts';
import { useLive, type Live } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';

const PAGE = 50;

export interface DueRows { first: Live<'immunizationsDue'>; total: number; rowAt(index: number): DueChild | undefined }

/** The children due: the first page live, further pages when they scroll into sight. */
export function useDueRows(input: Omit<QueryInput<'immunizationsDue'>, 'limit' | 'offset'>, lastVisible: number): DueRows {
  const first = useLive('immunizationsDue', { ...input, limit: PAGE, offset: 0 });
  const client = useSession((s) => s.client);
  const [further, setFurther] = useState<{ of: ImmunizationsDue | undefined; pages: ReadonlyMap<number, DueChild[]> }>({ of: undefined, pages: new Map() });
  const asking = useRef(new Set<number>());
  const { answer, answerTo } = first;
  const pages = further.of === answer ? further.pages : undefined;
  const page = Math.floor(Math.max(0, lastVisible) / PAGE);

  useEffect(() => { asking.current.clear(); }, [answer]);
  useEffect(() => {
    if (!answer) return;
    // Further pages belong to the question the first one answers.
    const [, question] = JSON.parse(answerTo) as [string, QueryInput<'immunizationsDue'>];
    for (const wanted of [page - 1, page]) {
      if (wanted < 1 || wanted * PAGE >= answer.total || asking.current.has(wanted)) continue;
      asking.current.add(wanted);
      client.ask({ query: 'immunizationsDue', input: { ...question, offset: wanted * PAGE } })
        .then(({ rows }) => { setFurther((before) => ({ of: answer, pages: new Map(before.of === answer ? before.pages : []).set(wanted, rows) })); })
        .catch(() => { asking.current.delete(wanted); });
    }
  }, [client, answer, answerTo, page]);

  const rowAt = useCallback((index: number) => (index < PAGE ? answer?.rows[index] : pages?.get(Math.floor(index / PAGE))?.[index % PAGE]), [answer, pages]);
  return { first, total: answer?.total ?? 0, rowAt };
}
