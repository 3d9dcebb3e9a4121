import type { HubApi } from '../../src-shared/contract/hub-api.ts';
import { byItself } from './by-itself.ts';
import { openUntypedClient } from './open-untyped-client.ts';

/** The typed road to the hub that serves this page; its API is a neighbour of the page, `…/console/trpc`. */
export function openHubClient(base: string = new URL('.', location.href).href): HubApi {
  const client = openUntypedClient(new URL('trpc', base).href, undefined, byItself);
  const ask = <A>(path: string) => async (input?: unknown): Promise<A> => await client.query(path, input) as A;
  const tell = <A>(path: string) => async (input?: unknown): Promise<A> => await client.mutation(path, input) as A;
  return {
    session: { state: ask('session.state'), signIn: tell('session.signIn'), signOut: tell('session.signOut'), purpose: tell('session.purpose') },
    stations: ask('stations'), resources: ask('resources'), submitted: ask('submitted'), record: ask('record'), requests: ask('requests'), conflicts: ask('conflicts'), locks: ask('locks'), accessLog: ask('accessLog'), handovers: ask('handovers'),
    reports: ask('reports'), cases: ask('cases'), reportSums: ask('reportSums'), report: ask('report'), decideReport: tell('decideReport'),
    accounts: { list: ask('accounts.list'), add: tell('accounts.add'), disable: tell('accounts.disable'), enable: tell('accounts.enable'), reset: tell('accounts.reset'), rekey: tell('accounts.rekey') },
    credentials: { list: ask('credentials.list'), revoke: tell('credentials.revoke') },
    catalogues: { entries: ask('catalogues.entries'), stage: tell('catalogues.stage'), discard: tell('catalogues.discard'), publish: tell('catalogues.publish') },
    claim: tell('claim'), release: tell('release'), decide: tell('decide'), acceptClean: tell('acceptClean'), ask: tell('ask'), withdraw: tell('withdraw'), lock: tell('lock'), checkAccessLog: tell('checkAccessLog'),
  };
}
