import { foldForSearch } from '../../src-shared/domain/common/fold-for-search.ts';

/** What the station takes as a sign-in name. */
export const isAccountName = (account: string): boolean => /^[a-z0-9][a-z0-9._-]{0,39}$/.test(account);

/** `Nguyễn Thị Lan` → `lan`, `lan2` where that one is taken. */
export function suggestAccount(displayName: string, taken: readonly string[] = []): string {
  const given = foldForSearch(displayName).split(' ').at(-1)?.replaceAll(/[^a-z0-9]/g, '') ?? '';
  if (given === '') return '';
  let name = given;
  for (let number = 2; taken.includes(name); number += 1) name = `${given}${number}`;
  return name;
}

/** What typing the name changes: the suggested sign-in name follows it until somebody typed there; it stands there before that field is gone to. */
export function nameTyped({ displayName, account }: { displayName: string; account: string }, typed: string, taken: readonly string[] = []): { displayName: string; account: string } {
  return { displayName: typed, account: account === suggestAccount(displayName, taken) ? suggestAccount(typed, taken) : account };
}
