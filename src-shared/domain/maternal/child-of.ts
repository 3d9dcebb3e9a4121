import type { Birth } from './birth.schema.ts';

/** The person a baby was registered as: the last word said of it. */
export function childOf({ newborns }: Pick<Birth, 'newborns'>, baby: number): string | undefined {
  return newborns.filter((one) => one.baby === baby).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).at(-1)?.childId;
}
