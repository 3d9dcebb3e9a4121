import type { PracticeCardRow } from '../../../src-shared/contract/queries.ts';
import { awaitsConclusion } from '../../../src-shared/domain/encounter/awaits-conclusion.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { practiceCards as cards, type BegunCard, type PracticeCard } from '../../../src-shared/domain/practice/practice-cards.ts';
import { begunCards } from '../practice/practice-book.ts';
import type { Screens } from '../db/screens.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Query } from './query.ts';

/** How far a person is with the cards; whether one is done is seen from the records alone. Nothing outside "Tập thử". */
export const practiceCards: Query<'practiceCards'> = async ({ account }, { db }) => {
  if (!db.identity.practice) return [];
  const begun = begunCards(db, account);
  const screens = await db.screens();
  return Promise.all(cards.map(async (card): Promise<PracticeCardRow> => {
    const of = begun[card];
    return { card, state: of === undefined ? 'new' : await isDone({ card, of, account }, db, screens) ? 'done' : 'begun', ...(of === undefined ? {} : { begunAt: of.at }) };
  }));
};

async function isDone({ card, of, account }: { card: PracticeCard; of: BegunCard; account: string }, db: StationDatabase, screens: Screens): Promise<boolean> {
  const since = { createdBy: account, createdAt: { $gt: of.at } };
  switch (card) {
    case 'register': return (await screens.count('patients', { selector: since })) > 0;
    case 'checkup': {
      const made = await screens.find<Encounter>('encounters', { selector: { ...since, kind: 'checkup' } });
      return made.some((one) => one.status === 'submitted' || one.status === 'amended' || awaitsConclusion(one, db.people.get(one.patientId)?.patient, { today: db.clock.today() }));
    }
    case 'receive': return (await screens.count('stockMovements', { selector: { ...since, kind: 'receive' } })) > 0;
    case 'dispense': return (await screens.count('dispenses', { selector: since })) > 0;
    case 'conflict': return of.recordId !== undefined && db.store.get('conflicts', of.recordId)?.resolution !== undefined;
  }
}
