import { create } from 'zustand';
import type { HubApi, HubSession } from '../../src-shared/contract/hub-api.ts';
import { errorToFault, Fault } from '../api/fault.ts';
import { openHubClient } from '../api/hub-client.ts';

interface HubStore {
  client: HubApi;
  session: HubSession | undefined;
  unreachable: boolean;
  /** What people were searched by in a list of the queue; forgotten at the end of the session, and in no address. */
  searched: { queue: string; text: string };
  keepSearched(searched: { queue: string; text: string }): void;
  take(session: HubSession): void;
  probe(): Promise<void>;
}

const PROBE_AGAIN_MS = 3000;
const nothingSearched = { queue: '', text: '' };

/** Who reads at this hub, and the one client of its console. */
export const useHub = create<HubStore>()((set, get) => ({
  client: openHubClient(),
  session: undefined,
  unreachable: false,
  searched: nothingSearched,
  keepSearched: (searched) => { set({ searched }); },
  take: (session) => { set({ session, unreachable: false, ...(session.signedIn ? {} : { searched: nothingSearched }) }); },
  probe: async () => {
    try {
      get().take(await get().client.session.state());
    } catch (error) {
      set({ unreachable: error instanceof Fault && error.kind === 'unreachable' });
      setTimeout(() => { void get().probe(); }, PROBE_AGAIN_MS);
    }
  },
}));

/** Turns an error of the client into a fault; one that says "nobody is signed in" brings the sign-in page. */
export function hubFault(error: unknown): Fault {
  const fault = errorToFault(error);
  if (fault.kind === 'signedOut') void useHub.getState().probe();
  return fault;
}
