import type { HubBook } from './hub-book.ts';

/** `''` where the unit is enrolled at this hub, the child hub's user name where a child brought it, `undefined` where nobody did. */
export function ownerOf(book: HubBook, unit: string): string | undefined {
  return book.sql.get<{ child: string }>('SELECT child FROM unitOwners WHERE unit = ?', unit)?.child;
}

/** The first to come owns the unit; later claims change nothing. Returns who owns it now. */
export function claimUnit(book: HubBook, unit: string, child: string): string {
  book.sql.run('INSERT INTO unitOwners (unit, child) VALUES (?, ?) ON CONFLICT (unit) DO NOTHING', unit, child);
  return ownerOf(book, unit) ?? child;
}

/** Units of the child hubs that may sign in here. */
export const childUnits = (book: HubBook): string[] => book.sql.all<{ unit: string }>("SELECT unit FROM credentials WHERE kind = 'child' AND revokedAt IS NULL").map(({ unit }) => unit);
