import { create } from 'zustand';
import type { SessionState } from '../../src-shared/contract/session.ts';
import { openStationClient, type StationClient } from '../api/station-client.ts';
import { Fault } from '../api/fault.ts';
import { speak } from '../i18n/words.ts';

interface SessionStore {
  /** Nothing known before the first answer of the station. */
  session: SessionState | undefined;
  /** The account whose work is on the screen; kept while the sign-in page covers it. */
  workingAs: string | undefined;
  /** The station does not answer; the page keeps asking. */
  unreachable: boolean;
  /** This browser did not come by the address the station printed. */
  noPass: boolean;
  /** Goes up at each sign-in: live queries ask again on the new session. */
  epoch: number;
  client: StationClient;
  take(session: SessionState): void;
  /** Asks the station who is signed in; called when something answered "nobody". */
  probe(): Promise<void>;
}

const PROBE_AGAIN_MS = 1500;
let probing: Promise<void> | undefined;
let nextProbe: ReturnType<typeof setTimeout> | undefined;

/** Who sits at the station, and the one client everything talks through. */
export const useSession = create<SessionStore>()((set, get) => {
  const open = () => openStationClient({
    opened: () => { set({ unreachable: false }); },
    lost: () => { void get().probe(); },
  });
  return {
    session: undefined,
    workingAs: undefined,
    unreachable: false,
    noPass: false,
    epoch: 0,
    client: open(),
    take: (session) => {
      const before = get();
      speak(session.language);
      const signedInNow = session.state === 'signedIn' && (before.session?.state !== 'signedIn' || before.session.account !== session.account);
      if (signedInNow) before.client.close();
      set({
        session, unreachable: false, noPass: false,
        ...(signedInNow ? { client: open(), epoch: before.epoch + 1, workingAs: session.account } : {}),
      });
    },
    probe: () => {
      probing ??= get().client.session.state()
        .then((session) => { get().take(session); })
        .catch((fault: unknown) => {
          const kind = fault instanceof Fault ? fault.kind : 'broken';
          set({ unreachable: kind === 'unreachable', noPass: kind === 'noPass' });
          clearTimeout(nextProbe);
          nextProbe = setTimeout(() => { void get().probe(); }, PROBE_AGAIN_MS);
        })
        .finally(() => { probing = undefined; });
      return probing;
    },
  };
});

/** The person leaves on purpose: what is on the screen goes with them. */
export function leaveWork(session: SessionState): void {
  useSession.setState({ workingAs: undefined });
  useSession.getState().take(session);
}
