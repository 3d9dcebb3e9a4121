import type { DatabaseKind } from '../../src-shared/domain/collections.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import { cameThrough, isInArea, whoseUnit } from '../organisation/whose-unit.ts';
import { claimUnit } from '../provisioning/unit-owners.ts';
import type { Principal } from './principal.ts';

export interface ParsedDatabase { kind: DatabaseKind; unit: string }

/** Takes a database's name apart (contract §3); `undefined` for a name no hub may have. */
export function parseDatabaseName(name: string): ParsedDatabase | undefined {
  if (name === 'reference') return { kind: 'reference', unit: '' };
  const match = /^(health|resources)-([a-z0-9]{1,40})$/.exec(name);
  return match ? { kind: match[1] as DatabaseKind, unit: match[2] ?? '' } : undefined;
}

export interface DatabaseAccess {
  mayRead: boolean; mayWrite: boolean; mayCreate: boolean; parsed: ParsedDatabase | undefined;
  /** Brings what it still holds of a unit that has moved away, and reads nothing of it any more. */
  handsInOnly?: true;
}

const nothing: DatabaseAccess = { mayRead: false, mayWrite: false, mayCreate: false, parsed: undefined };

/** `unit`: this hub's own. `publishes`: units and catalogues are kept here, so its administrators write them. */
export interface Here { unit: string; publishes: boolean; today: string }

/** What somebody may do with a database, existing or not. */
export function databaseAccess(book: HubBook, principal: Principal, name: string, here: Here): DatabaseAccess {
  const parsed = parseDatabaseName(name);
  if (!parsed) return nothing;
  const isReference = parsed.kind === 'reference';
  switch (principal.kind) {
    case 'device': {
      const own = !isReference && parsed.unit === principal.unit;
      return { parsed, mayRead: own || isReference, mayWrite: own, mayCreate: own };
    }
    case 'child': {
      if (isReference) return { parsed, mayRead: true, mayWrite: false, mayCreate: false };
      const { children } = whoseUnit(book, here.unit, parsed.unit, here.today);
      const own = children?.includes(principal.unit) === true;
      const once = !own && cameThrough(book, parsed.unit, principal.unit, here.today);
      return { parsed, mayRead: own || once, mayWrite: own || once, mayCreate: own || children === undefined, ...(once ? { handsInOnly: true } : {}) };
    }
    case 'administrator': {
      // One of a part of this hub reads what that part sends, and makes or deletes nothing here.
      const isOfHub = principal.unit === here.unit;
      const mayRead = isReference || isOfHub || isInArea(book, here.unit, parsed.unit, principal.unit, here.today);
      return { parsed, mayRead, mayWrite: isReference && isOfHub && here.publishes, mayCreate: isOfHub };
    }
  }
}

/** A child that creates a station's database owns the station from then on, unless the organisation data says whose it is. False when it is somebody else's. */
export function claimDatabase(book: HubBook, principal: Principal, { unit }: ParsedDatabase, here: Here): boolean {
  if (principal.kind !== 'child') return true;
  const { children, isByOrg } = whoseUnit(book, here.unit, unit, here.today);
  return isByOrg ? children?.includes(principal.unit) === true : claimUnit(book, unit, principal.user) === principal.user;
}
