import { create } from 'zustand';
import type { HubApi, HubSession } from '../../src-shared/contract/hub-api.ts';
import { errorToFault, Fault } from '../api/fault.ts';
import { openHubClient } from '../api/hub-client.ts';

interface HubStore {
  client: HubApi;
  session: HubSession | undefined;
  unreachable: boolean;
  take(session: HubSession): void;
  probe(): Promise<void>;
}

const PROBE_AGAIN_MS = 3000;

/** Who reads at this hub, and the one client of its console. */
export const useHub = create<HubStore>()((set, get) => ({
  client: openHubClient(),
  session: undefined,
  unreachable: false,
  take: (session) => { set({ session, unreachable: false }); },
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
