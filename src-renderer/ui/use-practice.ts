import { useEffect } from 'react';
import { create } from 'zustand';
import type { PracticeCardRow } from '../../src-shared/contract/queries.ts';
import type { PracticeCard } from '../../src-shared/domain/practice/practice-cards.ts';
import { useLive } from '../api/use-live.ts';
import { useSession } from '../stores/session-store.ts';
import { practiceRoutes } from './practice-routes.ts';
import { go } from './route.ts';

/** The card somebody is at, on whatever page. */
const useNow = create<{ now?: PracticeCard; failed: boolean; /** Cards begun on this page: beginning one changes no record. */ begun: number }>()(() => ({ failed: false, begun: 0 }));

export interface Practice { rows: readonly PracticeCardRow[]; now: PracticeCardRow | undefined; failed: boolean; begin(card: PracticeCard): void; goOn(card: PracticeCard): void; leave(): void }

/** The practice cards of the person at work; no rows in a real station. */
export function usePractice(): Practice {
  const isPractice = useSession((s) => s.session?.practice === true);
  const account = useSession((s) => s.workingAs ?? '');
  const client = useSession((s) => s.client);
  const live = useLive('practiceCards', { account }, isPractice && account !== '');
  const { now, failed, begun } = useNow();
  const { again } = live;
  useEffect(() => { if (begun > 0) again(); }, [begun]);
  const rows = isPractice ? live.answer ?? [] : [];
  const goOn = (card: PracticeCard) => { useNow.setState({ now: card }); go(practiceRoutes[card]); };
  return {
    rows, failed, now: rows.find(({ card, state }) => card === now && state !== 'new'), goOn,
    begin: (card) => {
      useNow.setState({ failed: false });
      client.beginPracticeCard({ card }).then(({ ok }) => { if (ok) { useNow.setState((before) => ({ begun: before.begun + 1 })); goOn(card); } else useNow.setState({ failed: true }); }, () => { useNow.setState({ failed: true }); });
    },
    leave: () => { useNow.setState({ now: undefined }); },
  };
}
