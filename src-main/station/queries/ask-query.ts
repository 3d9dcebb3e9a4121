import { queries as contract, type QueryName } from '../../../src-shared/contract/queries.ts';
import { invalidInput } from '../../../src-shared/domain/common/input-issues.ts';
import type { Refusal } from '../../../src-shared/domain/common/refusal.ts';
import { stationQueries } from './index.ts';
import type { ParsedQueryInput, Query, QueryFacts } from './query.ts';

/** Refusals: `UnknownQuery`, `InvalidInput`. */
export async function askQuery(facts: QueryFacts, query: string, input: unknown): Promise<{ ok: true; answer: unknown } | { ok: false; refusals: Refusal[] }> {
  if (!isQueryName(query)) return { ok: false, refusals: [{ code: 'UnknownQuery' }] };
  const parsed = contract[query].input.safeParse(input ?? {});
  if (!parsed.success) return { ok: false, refusals: [invalidInput(parsed.error)] };
  // Name and input belong together; TypeScript cannot follow that through a lookup.
  const ask = stationQueries[query] as Query<QueryName>;
  return { ok: true, answer: await ask(parsed.data as ParsedQueryInput<QueryName> as never, facts) };
}

export const isQueryName = (name: string): name is QueryName => Object.hasOwn(contract, name);
