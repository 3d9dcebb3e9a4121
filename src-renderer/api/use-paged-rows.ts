import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueryAnswer, QueryInput, QueryName } from '../../src-shared/contract/queries.ts';
import { useSession } from '../stores/session-store.ts';
import { useLive, type Live } from './use-live.ts';

const PAGE = 50;

type Paged = { rows: unknown[]; total: number };
/** Queries that answer with some of their rows, and how many there are. */
export type PagedQuery = { [N in QueryName]: QueryAnswer<N> extends Paged ? N : never }[QueryName];
type RowOf<N extends PagedQuery> = QueryAnswer<N> extends { rows: (infer R)[] } ? R : never;

export interface PagedRows<N extends PagedQuery> { first: Live<N>; total: number; rowAt(index: number): RowOf<N> | undefined }

/** A long list: the first page live, further pages when they scroll into sight. */
export function usePagedRows<N extends PagedQuery>(query: N, input: Omit<QueryInput<N>, 'limit' | 'offset'>, lastVisible: number): PagedRows<N> {
  const first = useLive(query, { ...input, limit: PAGE, offset: 0 } as unknown as QueryInput<N>);
  const client = useSession((s) => s.client);
  const [further, setFurther] = useState<{ of: unknown; pages: ReadonlyMap<number, RowOf<N>[]> }>({ of: undefined, pages: new Map() });
  const asking = useRef(new Set<number>());
  const { answerTo } = first;
  const answer = first.answer as (Paged & { rows: RowOf<N>[] }) | undefined;
  const pages = further.of === answer ? further.pages : undefined;
  const page = Math.floor(Math.max(0, lastVisible) / PAGE);

  useEffect(() => { asking.current.clear(); }, [answer]);
  useEffect(() => {
    if (!answer) return;
    // Further pages belong to the question the first one answers.
    const [, question] = JSON.parse(answerTo) as [string, object];
    for (const wanted of [page - 1, page]) {
      if (wanted < 1 || wanted * PAGE >= answer.total || asking.current.has(wanted)) continue;
      asking.current.add(wanted);
      client.ask({ query, input: { ...question, offset: wanted * PAGE } as unknown as QueryInput<N> })
        .then((later) => { const { rows } = later as unknown as typeof answer; setFurther((before) => ({ of: answer, pages: new Map(before.of === answer ? before.pages : []).set(wanted, rows) })); })
        .catch(() => { asking.current.delete(wanted); });
    }
  }, [client, query, answer, answerTo, page]);

  const rowAt = useCallback((index: number) => (index < PAGE ? answer?.rows[index] : pages?.get(Math.floor(index / PAGE))?.[index % PAGE]), [answer, pages]);
  return { first, total: answer?.total ?? 0, rowAt };
}
