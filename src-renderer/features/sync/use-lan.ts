import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LanAnswer, LanCommand } from '../../../src-shared/contract/lan.ts';
import { errorToFault } from '../../api/fault.ts';
import { runLan } from '../../api/lan-client.ts';
import { useSession } from '../../stores/session-store.ts';
import { refusalWords } from '../../ui/refusal-words.ts';

export interface LanControl { busy: boolean; run(command: LanCommand): Promise<Extract<LanAnswer, { ok: true }> | undefined> }

/** Runs a command and says in words why it was not done. */
export function useLan(): LanControl {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async run(command) {
      setBusy(true);
      try {
        const answer = await runLan(command);
        if (answer.ok) return answer;
        for (const refusal of answer.refusals) notifications.show({ message: refusalWords(refusal, t), color: 'brick', withBorder: true });
      } catch (error) {
        const fault = errorToFault(error);
        if (fault.kind !== 'broken') void useSession.getState().probe();
        notifications.show({ title: fault.kind === 'unreachable' ? t('common.offlineTitle') : t('common.brokenTitle'), message: fault.faultId ? t('common.faultId', { id: fault.faultId }) : '', color: 'brick', withBorder: true });
      } finally {
        setBusy(false);
      }
      return undefined;
    },
  };
}
