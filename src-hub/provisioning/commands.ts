import { backUpHub } from '../operations/back-up-hub.ts';
import { addUser } from './accounts.ts';
import { addChild, addDevice, revokeChild, revokeDevice } from './credentials.ts';
import { fileProblem } from './file-problem.ts';
import { listCredentials } from './list-credentials.ts';
import { disableUser, enableUser, listUsers, rekeyUser, resetUserPassword } from './manage-accounts.ts';
import { exportAccessLog } from './export-access-log.ts';
import { makeEnrolment } from './make-enrolment.ts';
import { recoverStation } from './recover-station.ts';
import { listCatalogues, setPublisher, showCatalogue } from '../catalogues/catalogue-commands.ts';
import { publishFile } from '../catalogues/publish-file.ts';
import { publishOrg } from '../organisation/publish-org.ts';
import { setParent } from './set-parent.ts';
import { receiveBundle } from '../bundles/receive-bundle.ts';
import { writeAnswer } from '../bundles/write-answer.ts';
import { publishUpdate, withdrawUpdate } from '../updates/publish-update.ts';
import { verifyHub } from '../upstream/verify-hub.ts';
import type { WorkPlace } from './work-place.ts';

/** What the command line may ask of a hub, serving or not. */
const commands = { backUpHub, exportAccessLog, addDevice, revokeDevice, revokeChild, listCredentials, listUsers, disableUser, enableUser, resetUserPassword, rekeyUser, addChild, addUser, setParent, receiveBundle, writeAnswer, makeEnrolment, publishOrg, publishFile, listCatalogues, showCatalogue, setPublisher, publishUpdate, withdrawUpdate, recoverStation, verifyHub: (place: WorkPlace, _input: object) => verifyHub(place) } as const;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = Parameters<(typeof commands)[N]>[1];
export type CommandAnswer<N extends CommandName> = Awaited<ReturnType<(typeof commands)[N]>>;

export const isCommand = (name: unknown): name is CommandName => typeof name === 'string' && Object.hasOwn(commands, name);

/** Runs one command by its name. Throws `HubProblem` for what the person asking can act on, a file that cannot be read or written among it. */
export async function runCommand(place: WorkPlace, name: CommandName, input: unknown): Promise<unknown> {
  const command = commands[name] as (place: WorkPlace, input: never) => Promise<unknown>;
  try {
    return await command(place, input as never);
  } catch (error) {
    throw fileProblem(error) ?? error;
  }
}
