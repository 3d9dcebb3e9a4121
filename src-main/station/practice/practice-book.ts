import type { BegunCard, PracticeCard } from '../../../src-shared/domain/practice/practice-cards.ts';
import type { StationDatabase } from '../db/station-database.ts';

type Begun = Partial<Record<PracticeCard, BegunCard>>;
const keyOf = (account: string): string => `practice.${account}`;

/** The cards a person has begun, each with when it was begun last. */
export const begunCards = ({ settings }: Pick<StationDatabase, 'settings'>, account: string): Begun => settings.get<Begun>(keyOf(account)) ?? {};

export function noteBegun(db: Pick<StationDatabase, 'settings'>, account: string, card: PracticeCard, begun: BegunCard): void {
  db.settings.set(keyOf(account), { ...begunCards(db, account), [card]: begun });
}
