import type { ResourceRow } from '../../src-shared/contract/hub-api.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { byLack, lacksOf } from '../../src-shared/domain/facility/resource-lacks.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import { countCold } from './count-cold.ts';
import { countStock } from './count-stock.ts';
import type { OrgBook } from './org-book.ts';

export interface ResourcesView { book: HubBook; org: Pick<OrgBook, 'nameOf' | 'areaOf'>; /** Unit of the reader. */ root: string; now: () => number }

type Facility = NonNullable<ResourceRow['profile']> & { unit: string };
const byUnit = <R extends { unit: string }>(rows: R[]): Map<string, R> => new Map(rows.map((row) => [row.unit, row]));

/** What each of these stations has, the one that lacks most first; from the book alone. */
export async function listResources({ book, org, root, now }: ResourcesView, units: readonly string[]): Promise<ResourceRow[]> {
  const today = todayInUnitZone(now());
  await countStock(book, today);
  await countCold(book, today);
  const profiles = byUnit(book.sql.all<Facility>('SELECT unit, doctors, nursesMidwives, staff, bedsPlanned, bedsActual, bedsOccupied, confirmedOn FROM consoleFacility'));
  const registers = byUnit(book.sql.all<{ unit: string; total: number; working: number }>('SELECT unit, total, working FROM consoleEquipment WHERE total > 0'));
  const stocks = byUnit(book.sql.all<{ unit: string; medicines: number; outOfStock: number; expiring: number }>('SELECT unit, medicines, outOfStock, expiring FROM consoleStock WHERE medicines > 0'));
  const fridges = byUnit(book.sql.all<{ unit: string; expected: number; taken: number; openAlarms: number }>('SELECT unit, expected, taken, openAlarms FROM consoleCold WHERE places > 0 OR openAlarms > 0'));
  const said = byUnit(book.sql.all<{ unit: string; name: string }>(`SELECT c.unit, MAX(a.unitName) AS name FROM credentials c JOIN stationWords a ON a.user = c.user WHERE c.kind = 'device' AND c.revokedAt IS NULL AND a.unitName IS NOT NULL GROUP BY c.unit`));
  return units.map((unit): ResourceRow => {
    const { unit: _unit, ...profile } = profiles.get(unit) ?? {};
    const [register, stock, cold] = [registers.get(unit), stocks.get(unit), fridges.get(unit)];
    const name = org.nameOf(unit) ?? said.get(unit)?.name;
    const area = org.areaOf(unit, root);
    const areaName = area === undefined ? undefined : org.nameOf(area);
    const facts: Omit<ResourceRow, 'lacks'> = {
      unit, ...(name === undefined ? {} : { name }), ...(area === undefined ? {} : { area }), ...(areaName === undefined ? {} : { areaName }),
      ...('doctors' in profile ? { profile } : {}), ...(register ? { equipment: { total: register.total, working: register.working } } : {}),
      ...(stock ? { medicines: { listed: stock.medicines, outOfStock: stock.outOfStock, expiring: stock.expiring } } : {}),
      ...(cold ? { cold: { expected: cold.expected, taken: cold.taken, openAlarms: cold.openAlarms } } : {}),
    };
    return { ...facts, lacks: lacksOf(facts, today) };
  }).sort(byLack);
}
