import { IconCloudCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DraftState } from '../api/use-draft.ts';
import { formatWhen } from './format.ts';
import styles from './DraftLine.module.css';

/** Says whether what was typed is kept, and since when. */
export function DraftLine({ state }: { state: DraftState }) {
  const { t } = useTranslation();
  const words = { nothing: t('encounters.notYetKept'), keeping: t('encounters.autosaving'), kept: '', failed: t('encounters.autosaveFailed') }[state.kind];
  return (
    <span className={styles.line} data-kind={state.kind} role="status" title={t('encounters.leaveHint')} data-testid="draft-line">
      {state.kind === 'kept' && <IconCloudCheck size={16} aria-hidden />}
      {state.kind === 'kept' ? t('encounters.autosaved', { time: formatWhen(state.at, t) }) : words}
    </span>
  );
}
