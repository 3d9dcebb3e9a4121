import { orgUnit, type OrgUnit } from '../../../src-shared/domain/org/org-unit.schema.ts';
import { bodyOf } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';

/** The table of units that came down, read unit by unit; one of another shape is not there. */
export const publishedUnits = ({ store }: StationDatabase): { get(unit: string): OrgUnit | undefined } => ({
  get(unit) {
    const stored = store.get('orgUnits', `org:${unit}`);
    const shape = stored && !stored._deleted ? orgUnit.safeParse(bodyOf(stored)) : undefined;
    return shape?.success ? shape.data : undefined;
  },
});
