import { setImmediate } from 'node:timers/promises';
import { addDays } from '../../src-shared/domain/common/partial-date.ts';
import { EXPIRY_ALERT_DAYS } from '../../src-shared/domain/supply/lot-state.ts';
import type { HubBook } from '../provisioning/hub-book.ts';

/** Stations counted at a time; others are heard between. */
const AT_ONCE = 50;

/** Lots of which something may be given stand in an index of their own (`consoleLotsInStock`). */
const COUNT = `WITH given(today, soon) AS (SELECT ?, ?) INSERT OR REPLACE INTO consoleStock (unit, day, medicines, outOfStock, expiring)
  SELECT unit, today, medicines, MAX(0, medicines - there), expiring FROM (
    SELECT s.unit, g.today, (SELECT COUNT(*) FROM consoleMedicines m WHERE m.unit = s.unit) AS medicines,
      COUNT(DISTINCT l.medicineId) AS there, COUNT(CASE WHEN l.expiresOn <= g.soon THEN 1 END) AS expiring
    FROM given g JOIN (SELECT unit FROM consoleStock WHERE day <> (SELECT today FROM given) LIMIT ${AT_ONCE}) s
    LEFT JOIN consoleLots l ON l.unit = s.unit AND l.isUsable = 1 AND l.balance > 0 AND l.expiresOn >= g.today GROUP BY s.unit)`;

/**
 * Counts, for every station where something moved since or that was counted on another day: medicines in its list, those of them without anything that may
 * be given, and lots that expire within the widest alert.
 */
export async function countStock(book: HubBook, today: string): Promise<void> {
  const isLeft = () => book.sql.get('SELECT 1 AS yes FROM consoleStock WHERE day <> ? LIMIT 1', today) !== undefined;
  while (isLeft()) {
    book.inTransaction((sql) => { sql.run(COUNT, today, addDays(today, EXPIRY_ALERT_DAYS[0])); });
    await setImmediate();
  }
}
