import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { mayPublish } from '../../catalogues/may-publish.ts';
import { noteAccess } from '../../provisioning/access-log.ts';
import { instantOf } from '../../provisioning/work-place.ts';
import type { SignedCall } from '../call.ts';
import { databaseAccess } from '../database-access.ts';
import type { DatabaseAccess, Here, ParsedDatabase } from '../database-access.ts';
import { DoorRefusal, notFound, notYours } from '../door-refusal.ts';
import { ACCESS_PURPOSE_HEADER, parseAccessPurpose } from '../../../src-shared/contract/access-purpose.ts';

export const hereOf = ({ config, now }: SignedCall): Here => ({ unit: config.unit, publishes: mayPublish(config), today: todayInUnitZone(now()) });
export const accessOf = (call: SignedCall, name: string): DatabaseAccess => databaseAccess(call.book, call.principal, name, hereOf(call));

/** The database named in the path, when the caller may read it and it is there; the one place where that is decided. */
export function readable(call: SignedCall, name: string): { name: string; parsed: ParsedDatabase; mayWrite: boolean } {
  const { mayRead, mayWrite, mayCreate, parsed } = accessOf(call, name);
  if (!parsed || (!mayRead && !(mayCreate && !call.engine.has(name)))) throw notYours();
  if (!call.engine.has(name)) throw notFound('Database does not exist.');
  if (call.principal.kind === 'administrator' && parsed.kind !== 'reference') noteAdministrator(call, name);
  return { name, parsed, mayWrite };
}

const NOTED_EVERY_MS = 10 * 60_000;
const noted = new WeakMap<object, Map<string, number>>();

/** An administrator who looks into a station's records by the protocol says why and leaves a line in the access log, as a reviewer does. */
function noteAdministrator({ book, principal, now, request }: SignedCall, database: string): void {
  const named = parseAccessPurpose(request.headers[ACCESS_PURPOSE_HEADER]);
  if (!named) throw new DoorRefusal(412, 'precondition_failed', `Say why, in the header ${ACCESS_PURPOSE_HEADER}: review, personAsked, inspection or complaint; it goes into the access log.`);
  const { purpose, note = '' } = named;
  const times = noted.get(book) ?? new Map<string, number>();
  noted.set(book, times);
  const key = `${principal.user}\n${database}\n${purpose}\n${note}`;
  if (now() - (times.get(key) ?? -Infinity) < NOTED_EVERY_MS) return;
  times.set(key, now());
  noteAccess(book, { at: instantOf(now()), account: principal.user, action: 'openDatabase', unit: database.slice(database.indexOf('-') + 1), recordId: database, patientId: '', purpose, note });
}
