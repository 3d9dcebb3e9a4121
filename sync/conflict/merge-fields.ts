import { canonicalJson } from '../replication/canonical-json.ts';
import { contentOf } from '../replication/mint-revision.ts';
import type { FieldPolicy } from '../types.ts';

type Fields = Readonly<Record<string, unknown>>;
/** One field both sides changed differently: `kept` is the later version's value, `other` the one put before a person. */
export interface Clash { field: string; kept: unknown; other: unknown }
export interface MergedFields { body: Record<string, unknown>; clashes: Clash[]; /** `loser` where the losing branch is the later version. */ later: 'winner' | 'loser' }

/** Fields the merge itself sets, so that every merger makes the same revision. */
const stamps = new Set(['_id', '_deleted', 'device', 'updatedAt', 'updatedBy', 'updatedByName', 'version', 'schemaVersion', 'createdAt', 'createdBy', 'unit']);
const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null) && (a === undefined) === (b === undefined);
const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const greater = (a: unknown, b: unknown) => (String(a ?? '') >= String(b ?? '') ? a : b);

/**
 * Merges two branches of one document field by field: against the base where it is known, else equal fields merge and the
 * rest goes by its policy. Depends on nothing but its arguments; `winner` is CouchDB's winner of the two.
 * A field is merged key by key where the policy has dotted paths for it (`observations.weightKg`, `observations.*`).
 */
export function mergeFields(base: Fields | undefined, winner: Fields, loser: Fields, policy: Readonly<Record<string, FieldPolicy>>): MergedFields {
  const later = String(loser['version'] ?? '') > String(winner['version'] ?? '') ? 'loser' : 'winner';
  const clashes: Clash[] = [];

  const mergeValue = (path: string, rule: FieldPolicy, b: unknown, w: unknown, l: unknown): unknown => {
    if (same(w, l)) return w;
    if (base !== undefined && same(w, b)) return l;
    if (base !== undefined && same(l, b)) return w;
    const [kept, other] = later === 'winner' ? [w, l] : [l, w];
    if (rule === 'latest') return kept;
    if (rule === 'union' && isList(w) && isList(l)) return union(w ?? [], l ?? []);
    if (rule === 'keepBoth' && isText(w) && isText(l)) return bothTexts(other, kept);
    clashes.push({ field: path, kept: kept ?? null, other: other ?? null });
    return kept;
  };

  const mergeRecord = (prefix: string, b: Fields | undefined, w: Fields, l: Fields): Record<string, unknown> => {
    const merged: Record<string, unknown> = {};
    for (const key of [...new Set([...Object.keys(w), ...Object.keys(l)])].sort()) {
      if (prefix === '' && stamps.has(key)) continue;
      const path = prefix + key;
      const rule = policy[path] ?? (prefix === '' ? undefined : policy[`${prefix}*`] ?? policy[prefix.slice(0, -1)]) ?? policy['*'] ?? 'clash';
      const deep = prefix === '' && Object.keys(policy).some((p) => p.startsWith(`${key}.`));
      const value = deep && isRecord(w[key]) && isRecord(l[key])
        ? mergeRecord(`${key}.`, isRecord(b?.[key]) ? b[key] : undefined, w[key], l[key])
        : mergeValue(path, rule, b?.[key], w[key], l[key]);
      if (value !== undefined) merged[key] = value;
    }
    return merged;
  };

  const [w, l] = [contentOf(winner), contentOf(loser)];
  const body: Record<string, unknown> = { ...mergeRecord('', base && contentOf(base), w, l), device: 'merge', updatedBy: 'merge' };
  for (const key of ['_id', 'unit', 'createdAt', 'createdBy']) if (w[key] !== undefined) body[key] = w[key];
  body['updatedAt'] = greater(w['updatedAt'], l['updatedAt']);
  body['version'] = greater(w['version'], l['version']);
  body['schemaVersion'] = Math.max(Number(w['schemaVersion'] ?? 1), Number(l['schemaVersion'] ?? 1));
  return { body, clashes, later };
}

const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';
const isList = (value: unknown): value is unknown[] | undefined => value === undefined || Array.isArray(value);

/** Both texts, the earlier above the later; one that holds the other stands alone. */
function bothTexts(earlier: unknown, later: unknown): string {
  const [a, b] = [String(earlier ?? ''), String(later ?? '')];
  if (a.includes(b)) return a;
  return b.includes(a) ? b : `${a}\n${b}`;
}

/** The items of both lists, the first's first, equal ones once. */
function union(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  const seen = new Set<string>();
  return [...first, ...second].filter((item) => {
    const text = canonicalJson(item);
    return !seen.has(text) && seen.add(text);
  });
}
