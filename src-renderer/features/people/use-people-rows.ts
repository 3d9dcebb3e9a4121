import { useCallback, useEffect, useRef, useState } from 'react';
import type { PatientRow, QueryAnswer } from '../../../src-shared/contract/queries.ts';
import { useLive, type Live } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';

/** A screen holds fewer; a short answer is a quick one. */
const PAGE = 25;

export interface PeopleRows { first: Live<'patientSearch'>; total: number; people: number; rowAt(index: number): PatientRow | undefined; /** The list on the screen answers what stands in the search field. */ settled: boolean }

/**
 * The people found: the first page live, further pages when they scroll into sight. The rows of the last question stay
 * until the next answer is there, so nothing jumps under the hand.
 */
export function usePeopleRows(text: string, lastVisible: number): PeopleRows {
  const first = useLive('patientSearch', { text, limit: PAGE, offset: 0 });
  const client = useSession((s) => s.client);
  const [further, setFurther] = useState<{ of: QueryAnswer<'patientSearch'> | undefined; pages: ReadonlyMap<number, PatientRow[]> }>({ of: undefined, pages: new Map() });
  const asking = useRef(new Set<number>());
  const { answer } = first;
  const pages = further.of === answer ? further.pages : undefined;
  const page = Math.floor(Math.max(0, lastVisible) / PAGE);

  useEffect(() => { asking.current.clear(); }, [answer]);
  useEffect(() => {
    for (const wanted of [page - 1, page]) {
      if (!answer || wanted < 1 || wanted * PAGE >= answer.total || asking.current.has(wanted)) continue;
      asking.current.add(wanted);
      client.ask({ query: 'patientSearch', input: { text, limit: PAGE, offset: wanted * PAGE } })
        .then(({ rows }) => { setFurther((before) => ({ of: answer, pages: new Map(before.of === answer ? before.pages : []).set(wanted, rows) })); })
        .catch(() => { asking.current.delete(wanted); });
    }
  }, [client, answer, text, page]);

  // The same function while the rows are the same: the list is drawn anew only with new ones.
  const rowAt = useCallback((index: number) => (index < PAGE ? answer?.rows[index] : pages?.get(Math.floor(index / PAGE))?.[index % PAGE]), [answer, pages]);
  return {
    first, settled: first.current, total: answer?.total ?? 0, people: answer?.people ?? 0,
    rowAt,
  };
}
