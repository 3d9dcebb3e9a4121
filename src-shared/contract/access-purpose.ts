import { accessPurposes } from './hub-api.ts';
import type { AccessPurpose } from './hub-api.ts';

/** Header in which an administrator who reads a station's database by the protocol says why: `<purpose>; note=<percent-encoded>`, the note where there is one. */
export const ACCESS_PURPOSE_HEADER = 'x-tramxa-purpose';

const LONGEST_NOTE = 300;

/** `undefined` for anything else. */
export function parseAccessPurpose(word: string | string[] | undefined): { purpose: AccessPurpose; note?: string } | undefined {
  const [, said, encoded] = /^(\w{1,40})(?:; note=([\w%.!~*'()-]{1,3000}))?$/.exec(typeof word === 'string' ? word : '') ?? [];
  const purpose = accessPurposes.find((one) => one === said);
  if (!purpose) return undefined;
  try {
    return { purpose, ...(encoded === undefined ? {} : { note: decodeURIComponent(encoded).slice(0, LONGEST_NOTE) }) };
  } catch {
    return undefined;
  }
}
