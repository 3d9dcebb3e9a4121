import type { StationRow } from '../../../src-shared/contract/hub-api.ts';
import { formGroups, type FormGroup, type GroupCompleteness } from '../../../src-shared/domain/review/completeness-of.ts';

/** Per cent of the parts that apply that are filled in: of the whole form, and by group; a group that applied to no record is not there. */
export interface CompletenessRow { unit: string; name: string | undefined; whole: number; shares: Partial<Record<FormGroup, number>> }

const percent = (groups: readonly GroupCompleteness[]): number => Math.round((100 * groups.reduce((sum, { filled }) => sum + filled, 0)) / groups.reduce((sum, { of }) => sum + of, 0));

/** How much of the form each station fills in, the one that leaves out most first; and the groups there is something to say of, in the form's order. */
export function completenessRows(stations: readonly Pick<StationRow, 'unit' | 'name' | 'completeness'>[]): { rows: CompletenessRow[]; groups: FormGroup[] } {
  const rows = stations.filter(({ completeness }) => completeness.length > 0)
    .map(({ unit, name, completeness }): CompletenessRow => ({ unit, name, whole: percent(completeness), shares: Object.fromEntries(completeness.map((one) => [one.group, percent([one])])) }))
    .sort((a, b) => a.whole - b.whole || (a.unit < b.unit ? -1 : 1));
  return { rows, groups: formGroups.filter((group) => rows.some(({ shares }) => shares[group] !== undefined)) };
}
