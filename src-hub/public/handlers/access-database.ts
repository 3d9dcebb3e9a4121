import type { SignedCall } from '../call.ts';
import { databaseAccess } from '../database-access.ts';
import type { DatabaseAccess, ParsedDatabase } from '../database-access.ts';
import { notFound, notYours } from '../door-refusal.ts';

export const accessOf = ({ book, config, principal }: SignedCall, name: string): DatabaseAccess =>
  databaseAccess(book, principal, name, config.parent === undefined);

/** The database named in the path, when the caller may read it and it is there; the one place where that is decided. */
export function readable(call: SignedCall, name: string): { name: string; parsed: ParsedDatabase; mayWrite: boolean } {
  const { mayRead, mayWrite, mayCreate, parsed } = accessOf(call, name);
  if (!parsed || (!mayRead && !(mayCreate && !call.engine.has(name)))) throw notYours();
  if (!call.engine.has(name)) throw notFound('Database does not exist.');
  return { name, parsed, mayWrite };
}
