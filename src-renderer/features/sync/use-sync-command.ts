import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { SyncCommand } from '../../../src-shared/contract/queries.ts';
import { errorToFault } from '../../api/fault.ts';
import { useSession } from '../../stores/session-store.ts';
import { refusalWords } from '../../ui/refusal-words.ts';

export type RunSyncCommand = (command: SyncCommand, done: string) => Promise<boolean>;

/** Runs a command of this page and says what became of it. */
export function useSyncCommand(): RunSyncCommand {
  const { t } = useTranslation();
  return async (command, done) => {
    try {
      const answer = await useSession.getState().client.sync(command);
      if (answer.ok) notifications.show({ message: done, color: 'celadon', withBorder: true });
      else for (const refusal of answer.refusals) notifications.show({ message: refusalWords(refusal, t), color: 'brick', withBorder: true });
      return answer.ok;
    } catch (error) {
      const fault = errorToFault(error);
      if (fault.kind !== 'broken') void useSession.getState().probe();
      notifications.show({ title: fault.kind === 'unreachable' ? t('common.offlineTitle') : t('common.brokenTitle'), message: fault.faultId ? t('common.faultId', { id: fault.faultId }) : '', color: 'brick', withBorder: true });
      return false;
    }
  };
}
