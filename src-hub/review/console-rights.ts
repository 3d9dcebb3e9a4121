import type { HubRole } from '../../src-shared/contract/hub-api.ts';

/** `anyone`: before sign-in too. */
export type Right = 'anyone' | readonly HubRole[];

const readers: readonly HubRole[] = ['reviewer', 'manager'];
const everyone: readonly HubRole[] = ['reviewer', 'manager', 'administrator'];
const overseers: readonly HubRole[] = ['manager', 'administrator'];

/**
 * Who may call which procedure of the console. A procedure without a line here is refused to all. Administrators keep the
 * hub running: they see stations, what those have, and the access log, not people.
 */
export const consoleRights: Readonly<Record<string, Right>> = {
  'session.state': 'anyone', 'session.signIn': 'anyone', 'session.signOut': 'anyone', 'session.purpose': readers,
  stations: everyone, resources: everyone, submitted: readers, record: readers, claim: readers, release: readers, decide: readers, acceptClean: readers,
  reports: everyone, reportSums: everyone, report: everyone, decideReport: readers,
  requests: readers, conflicts: readers, ask: readers, withdraw: readers, locks: everyone, lock: ['manager'], accessLog: overseers, checkAccessLog: overseers, handovers: readers, cases: readers,
  'accounts.list': ['administrator'], 'accounts.add': ['administrator'], 'accounts.disable': ['administrator'], 'accounts.enable': ['administrator'], 'accounts.reset': ['administrator'], 'accounts.rekey': ['administrator'],
  'credentials.list': ['administrator'], 'credentials.revoke': ['administrator'],
  'catalogues.entries': everyone, 'catalogues.stage': overseers, 'catalogues.discard': overseers, 'catalogues.publish': overseers,
};

/** Kept by administrators of the hub's own unit alone. */
export const isKeptHere = (procedure: string): boolean => /^(?:accounts|credentials)\./.test(procedure);

export const maySee = (role: HubRole, procedure: string): boolean => {
  const right = Object.hasOwn(consoleRights, procedure) ? consoleRights[procedure] : undefined;
  return right === 'anyone' || (right?.includes(role) ?? false);
};
