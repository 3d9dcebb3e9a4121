import type { BackupStatus } from '../../../src-shared/contract/queries.ts';
import { resolve } from 'node:path';
import type { StationWork } from '../../station/work/station-work.ts';
import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import { UsageError, type Arguments, type Verb } from '../verb.ts';

export const stationBackupSet: Verb = {
  name: 'station backup set',
  summary: 'says whether copies are made by themselves, and into which folder',
  usage: '--dir D --account A [--folder F | --own-folder] [--off]',
  help: [
    ...stationOptionsHelp,
    '--folder F           a folder that is there, best on another disk or a USB stick that stays in',
    '--own-folder         into the directory of the station again; helps against a damaged page, not against a dead disk',
    '--off                no copies by themselves; without it they are made',
  ],
  options: { ...stationOptions, folder: { type: 'string' }, 'own-folder': { type: 'boolean' }, off: { type: 'boolean' } },
  async run(args) {
    const folder = args.text('folder');
    if (folder !== undefined && args.flag('own-folder')) throw new UsageError('--folder and --own-folder exclude each other');
    return withWork(args, async (work) => {
      const before = await statusOf(work);
      const kept = before.isOwnFolder || args.flag('own-folder') ? undefined : before.folder;
      const next = folder === undefined ? kept : resolve(folder);
      answerStatus(args, await work.configureBackups({ on: !args.flag('off'), ...(next !== undefined && { folder: next }) }));
    });
  },
};

export const stationBackupStatus: Verb = {
  name: 'station backup status',
  summary: 'says where copies go, when the last one was made and read back, and what went wrong last',
  usage: '--dir D --account A',
  help: stationOptionsHelp,
  options: stationOptions,
  async run(args) {
    return withWork(args, async (work) => { answerStatus(args, await statusOf(work)); });
  },
};

async function statusOf(work: StationWork): Promise<BackupStatus> {
  const outcome = await work.ask('backupStatus', {});
  if (!outcome.ok) throw new Error('the station does not know how its copies stand');
  return outcome.answer as BackupStatus;
}

function answerStatus(args: Arguments, status: BackupStatus): void {
  const { on, folder, isOwnFolder, folderMissing, last, lastProblem } = status;
  args.answer(status, [
    `${on ? 'copies are made every hour of work' : 'no copies are made by themselves'}, into ${folder}${isOwnFolder ? ' (on the disk of the data itself)' : ''}${folderMissing ? ', which is not there: meanwhile into the directory of the station' : ''}`,
    last ? `last copy read back and sound: ${last.at}, ${last.file} (${last.bytes} bytes)` : 'no copy yet',
    ...(lastProblem ? [`the last try failed at ${lastProblem.at}: ${troubles[lastProblem.code] ?? 'something broke'} (${lastProblem.code})`] : []),
  ]);
}

const troubles: Readonly<Record<string, string>> = {
  DiskFull: 'there was no room in the folder',
  NotWritable: 'the folder could not be written to',
  NoSuchDirectory: 'there was no such folder',
  BackupUnreadable: 'what was written read back as something else; do not trust this disk or stick',
  BackupLater: 'the file was being read by something else',
  Corrupt: 'the encrypted file of the station is damaged',
};
