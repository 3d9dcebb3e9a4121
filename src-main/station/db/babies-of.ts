import type { StationDatabase } from './station-database.ts';

/** The babies a person was registered as, in whichever of their records; of a birth in force there is one. */
export function babiesOf({ store, people }: Pick<StationDatabase, 'store' | 'people'>, childId: string): { birthId: string; baby: number }[] {
  return people.recordsOf(childId).flatMap((id) => store.sql.all<{ birth_id: string; baby: number }>('SELECT birth_id, baby FROM newborns WHERE child_id = ? ORDER BY birth_id, baby', id)).map(({ birth_id: birthId, baby }) => ({ birthId, baby }));
}
