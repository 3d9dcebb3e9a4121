import { badRequest } from '../door-refusal.ts';

export const flag = (query: URLSearchParams, name: string): boolean => query.get(name) === 'true';

/** A whole number of a query, not negative. */
export function whole(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,12}$/.test(text)) throw badRequest(`Invalid value for ${name}`);
  return Number(text);
}

/** CouchDB writes these parameters as JSON. */
export function jsonParameter(query: URLSearchParams, name: string): unknown {
  const text = query.get(name);
  if (text === null) return undefined;
  try { return JSON.parse(text); } catch { throw badRequest(`Invalid value for ${name}`); }
}
