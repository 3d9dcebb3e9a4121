import type { DatabaseKind } from '../../src-shared/domain/collections.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import { claimUnit, ownerOf } from '../provisioning/unit-owners.ts';
import type { Principal } from './principal.ts';

export interface ParsedDatabase { kind: DatabaseKind; unit: string }

/** Takes a database's name apart (contract §3); `undefined` for a name no hub may have. */
export function parseDatabaseName(name: string): ParsedDatabase | undefined {
  if (name === 'reference') return { kind: 'reference', unit: '' };
  const match = /^(health|resources)-([a-z0-9]{1,40})$/.exec(name);
  return match ? { kind: match[1] as DatabaseKind, unit: match[2] ?? '' } : undefined;
}

export interface DatabaseAccess { mayRead: boolean; mayWrite: boolean; mayCreate: boolean; parsed: ParsedDatabase | undefined }

const nothing: DatabaseAccess = { mayRead: false, mayWrite: false, mayCreate: false, parsed: undefined };

/** What somebody may do with a database, existing or not. `isTop`: this hub has no parent, so its administrators keep the catalogues. */
export function databaseAccess(book: HubBook, principal: Principal, name: string, isTop: boolean): DatabaseAccess {
  const parsed = parseDatabaseName(name);
  if (!parsed) return nothing;
  const isReference = parsed.kind === 'reference';
  switch (principal.kind) {
    case 'device': {
      const own = !isReference && parsed.unit === principal.unit;
      return { parsed, mayRead: own || isReference, mayWrite: own, mayCreate: own };
    }
    case 'child': {
      const owner = isReference ? undefined : ownerOf(book, parsed.unit);
      const own = owner === principal.user;
      return { parsed, mayRead: own || isReference, mayWrite: own, mayCreate: own || (!isReference && owner === undefined) };
    }
    case 'administrator':
      return { parsed, mayRead: true, mayWrite: isReference && isTop, mayCreate: true };
  }
}

/** A child that creates a station's database owns the station from then on. False when somebody else was first. */
export function claimDatabase(book: HubBook, principal: Principal, { unit }: ParsedDatabase): boolean {
  return principal.kind !== 'child' || claimUnit(book, unit, principal.user) === principal.user;
}
