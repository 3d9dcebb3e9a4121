import { TransportError } from '../types.ts';

/**
 * A push before the hub is met must not be taken by a hub put back from an older copy: what is sent would move its feed on and
 * hide that. So it carries how the sender knows the database, and a hub that keeps to it (it says so in its welcome,
 * `tramxa.ifKnown`) takes it only if it still is that database, at least as far on; else it answers 412. It repeats the header in
 * its answer, so that a program that does not know it is told apart.
 */
export const ifKnownHeader = 'x-tramxa-if-known';

/** The answer does not repeat the condition: whoever took the push did not look at it, or something on the way takes such headers off. */
export class ConditionDropped extends TransportError {
  constructor() { super('hubBroken', 'a push on condition was answered without it'); }
}

/** `identity` as `identityOf` makes it; `sequence`: the number a sequence begins with. */
export interface KnownAs { identity: string; sequence: number }

/** Which hub, which database at it, founded when. */
export const identityOf = (hubUuid: string | undefined, database: { uuid?: string; instance_start_time?: string }): string => `${hubUuid ?? ''}/${database.uuid ?? ''}/${database.instance_start_time ?? ''}`;

/** The number an opaque sequence begins with: it only grows in one database. NaN where it begins with none. */
export const sequenceNumber = (sequence: unknown): number => Number.parseInt(String(sequence ?? ''), 10);

export const formatKnownAs = ({ identity, sequence }: KnownAs): string => `${encodeURIComponent(identity)} ${sequence}`;

/** `undefined` where it is not one. */
export function parseKnownAs(text: string): KnownAs | undefined {
  const [, identity, sequence] = /^(\S+) (\d{1,15})$/.exec(text) ?? [];
  if (identity === undefined) return undefined;
  try {
    return { identity: decodeURIComponent(identity), sequence: Number(sequence) };
  } catch {
    return undefined;
  }
}
