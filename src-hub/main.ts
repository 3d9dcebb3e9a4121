/**
 * The hub: a tier's server (district, province, central). What the command line and the tests call.
 *
 * `initHub` makes a directory · `startHub` serves it · the others work on a directory, through the hub that serves it where
 * one does. They throw `HubProblem` (with a `code`) for what the person asking can act on.
 */
import { askHub } from './provisioning/ask-hub.ts';
import type { CommandAnswer, CommandInput } from './provisioning/commands.ts';

export { initHub } from './provisioning/init-hub.ts';
export type { NewHub } from './provisioning/init-hub.ts';
export { startHub } from './provisioning/start-hub.ts';
export type { HubOptions, RunningHub } from './provisioning/start-hub.ts';
export { HubProblem } from './provisioning/hub-problem.ts';

type InDirectory<T> = T & { dir: string };

/** Credential of one PC of a station; printed once, only a hash is kept. */
export const addDevice = ({ dir, ...input }: InDirectory<CommandInput<'addDevice'>>): Promise<CommandAnswer<'addDevice'>> => askHub(dir, 'addDevice', input);
export const revokeDevice = ({ dir, ...input }: InDirectory<CommandInput<'revokeDevice'>>): Promise<CommandAnswer<'revokeDevice'>> => askHub(dir, 'revokeDevice', input);
/** Credential a child hub needs for this hub. */
export const addChild = ({ dir, ...input }: InDirectory<CommandInput<'addChild'>>): Promise<CommandAnswer<'addChild'>> => askHub(dir, 'addChild', input);
/** An account of the console. */
export const addUser = ({ dir, ...input }: InDirectory<CommandInput<'addUser'>>): Promise<CommandAnswer<'addUser'>> => askHub(dir, 'addUser', input);
/** Copies the hub into a new folder while it serves. Throws `BackupExists`, `NoFolder`, `BackupFailed`. */
export const backUpHub = ({ dir, ...input }: InDirectory<CommandInput<'backUpHub'>>): Promise<CommandAnswer<'backUpHub'>> => askHub(dir, 'backUpHub', input);
/** Accounts of the console, and what becomes of one; each ends the account's sessions but `enableUser`. Throw `NoSuchAccount`, `WeakPassword`. */
export const listUsers = ({ dir }: { dir: string }): Promise<CommandAnswer<'listUsers'>> => askHub(dir, 'listUsers', {});
export const disableUser = ({ dir, ...input }: InDirectory<CommandInput<'disableUser'>>): Promise<CommandAnswer<'disableUser'>> => askHub(dir, 'disableUser', input);
export const enableUser = ({ dir, ...input }: InDirectory<CommandInput<'enableUser'>>): Promise<CommandAnswer<'enableUser'>> => askHub(dir, 'enableUser', input);
export const resetUserPassword = ({ dir, ...input }: InDirectory<CommandInput<'resetUserPassword'>>): Promise<CommandAnswer<'resetUserPassword'>> => askHub(dir, 'resetUserPassword', input);
export const rekeyUser = ({ dir, ...input }: InDirectory<CommandInput<'rekeyUser'>>): Promise<CommandAnswer<'rekeyUser'>> => askHub(dir, 'rekeyUser', input);
/** Credentials of station PCs and child hubs. */
export const listCredentials = ({ dir }: { dir: string }): Promise<CommandAnswer<'listCredentials'>> => askHub(dir, 'listCredentials', {});
export const revokeChild = ({ dir, ...input }: InDirectory<CommandInput<'revokeChild'>>): Promise<CommandAnswer<'revokeChild'>> => askHub(dir, 'revokeChild', input);
/** Who opened records, when and why; of everybody, or of one person. Throws `NoSuchPerson`. */
export const exportAccessLog = ({ dir, ...input }: InDirectory<CommandInput<'exportAccessLog'>>): Promise<CommandAnswer<'exportAccessLog'>> => askHub(dir, 'exportAccessLog', input);
/** Names the tier above and the credential for it. */
export const setParent = ({ dir, ...input }: InDirectory<CommandInput<'setParent'>>): Promise<CommandAnswer<'setParent'>> => askHub(dir, 'setParent', input);
/** Publishes organisation data from a file (JSON, a list of units). Throws `HubProblem`: nothing was published. */
export const publishOrg = ({ dir, ...input }: InDirectory<CommandInput<'publishOrg'>>): Promise<CommandAnswer<'publishOrg'>> => askHub(dir, 'publishOrg', input);
/** Publishes entries of a catalogue from a file (CSV or JSON). Throws `HubProblem`: nothing was published. */
export const publishCatalogue = ({ dir, ...input }: InDirectory<CommandInput<'publishFile'>>): Promise<CommandAnswer<'publishFile'>> => askHub(dir, 'publishFile', input);
/** Catalogues that are known here, with their releases. */
export const listCatalogues = ({ dir }: { dir: string }): Promise<CommandAnswer<'listCatalogues'>> => askHub(dir, 'listCatalogues', {});
export const showCatalogue = ({ dir, ...input }: InDirectory<CommandInput<'showCatalogue'>>): Promise<CommandAnswer<'showCatalogue'>> => askHub(dir, 'showCatalogue', input);
/** Says whether units and catalogues are published at this hub. */
export const setPublisher = ({ dir, ...input }: InDirectory<CommandInput<'setPublisher'>>): Promise<CommandAnswer<'setPublisher'>> => askHub(dir, 'setPublisher', input);
/** Compares every database with the parent's and lists what differs. Throws `ParentAway` where the parent cannot be asked. */
export const verifyHub = ({ dir }: { dir: string }): Promise<CommandAnswer<'verifyHub'>> => askHub(dir, 'verifyHub', {});
/** Takes a station's bundle from a USB stick, and writes the answer for it. Throws `HubProblem`: nothing was changed. */
export const receiveBundle = ({ dir, ...input }: InDirectory<CommandInput<'receiveBundle'>>): Promise<CommandAnswer<'receiveBundle'>> => askHub(dir, 'receiveBundle', input);
/** Writes what the hub has for one station PC, to be carried there. */
export const writeAnswer = ({ dir, ...input }: InDirectory<CommandInput<'writeAnswer'>>): Promise<CommandAnswer<'writeAnswer'>> => askHub(dir, 'writeAnswer', input);
/** Publishes an update file for the stations below; `withdrawUpdate` takes it back. Throws `HubProblem`: nothing was changed. */
export const publishUpdate = ({ dir, ...input }: InDirectory<CommandInput<'publishUpdate'>>): Promise<CommandAnswer<'publishUpdate'>> => askHub(dir, 'publishUpdate', input);
export const withdrawUpdate = ({ dir }: { dir: string }): Promise<CommandAnswer<'withdrawUpdate'>> => askHub(dir, 'withdrawUpdate', {});
/** A file that sets a station PC up in its window, and the PIN that opens it. */
export const makeEnrolment = ({ dir, ...input }: InDirectory<CommandInput<'makeEnrolment'>>): Promise<CommandAnswer<'makeEnrolment'>> => askHub(dir, 'makeEnrolment', input);
/** A way back for a station whose passwords and recovery code are all lost. Throws `NotAllowed`, `NotForThisHub`. */
export const recoverStation = ({ dir, ...input }: InDirectory<CommandInput<'recoverStation'>>): Promise<CommandAnswer<'recoverStation'>> => askHub(dir, 'recoverStation', input);
