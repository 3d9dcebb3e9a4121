import type { HubApi, HubSession, StationRow, SubmittedRecord, SubmittedRow } from '../../src-shared/contract/hub-api.ts';
import { openUntypedClient } from './open-untyped-client.ts';

/** The typed road to the hub that serves this page; its API is a neighbour of the page, `…/console/trpc`. */
export function openHubClient(base: string = new URL('.', location.href).href): HubApi {
  const client = openUntypedClient(new URL('trpc', base).href);
  return {
    session: {
      state: async () => await client.query('session.state') as HubSession,
      signIn: async (input) => await client.mutation('session.signIn', input) as Awaited<ReturnType<HubApi['session']['signIn']>>,
      signOut: async () => await client.mutation('session.signOut') as HubSession,
    },
    stations: async () => await client.query('stations') as StationRow[],
    submitted: async (input) => await client.query('submitted', input) as { rows: SubmittedRow[]; total: number },
    record: async (input) => await client.query('record', input) as SubmittedRecord | null,
  };
}
