import type { BackupAnswer } from '../../../src-shared/contract/queries.ts';
import type { BackupWorker } from '../backup/create-backup-worker.ts';
import { StationProblem } from '../station-problem.ts';

/** How copies stand after the work; why it was not done is a refusal, with `Backup` before the code of what is wrong with the place. */
export async function backupAnswer(backups: BackupWorker, work: () => unknown): Promise<BackupAnswer> {
  try {
    await work();
    return { ok: true, status: backups.status() };
  } catch (error) {
    if (!(error instanceof StationProblem)) throw error;
    const { code } = error;
    return { ok: false, refusals: [{ code: code === 'RoleNotAllowed' || code.startsWith('Backup') ? code : `Backup${code}` }] };
  }
}
