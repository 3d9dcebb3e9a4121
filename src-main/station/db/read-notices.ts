import type { Settings } from './settings.ts';

/** Who has read which notice on this PC: id of the notice and when. */
export interface ReadNotices { of(account: string): Readonly<Record<string, string>>; mark(account: string, id: string, at: string): void }

const keyOf = (account: string): string => `noticesRead.${account}`;

export function createReadNotices(settings: Settings): ReadNotices {
  const of = (account: string) => settings.get<Record<string, string>>(keyOf(account)) ?? {};
  return {
    of,
    mark(account, id, at) { settings.set(keyOf(account), { [id]: at, ...of(account) }); },
  };
}
