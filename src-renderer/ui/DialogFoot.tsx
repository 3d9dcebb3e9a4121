import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { useDraft } from '../api/use-draft.ts';
import { DraftLine } from './DraftLine.tsx';
import layout from './form.module.css';

interface DialogFootProps { /** Of what is kept half-written. */ draft?: ReturnType<typeof useDraft>['state']; onCancel(): void; saving: boolean; /** Strikes something out. */ strikes?: boolean; /** The cursor starts at saving. */ focus?: boolean; /** What saving is called here. */ children: ReactNode }

/** The end of a form in a dialog: what is kept, the way back, and saving. */
export function DialogFoot({ draft, onCancel, saving, strikes = false, focus = false, children }: DialogFootProps) {
  const { t } = useTranslation();
  return (
    <div className={layout.push}>
      {draft !== undefined && <DraftLine state={draft} />}
      <Button variant="default" onClick={onCancel}>{t('common.cancel')}</Button>
      <Button type="submit" {...(strikes ? { color: 'brick' } : {})} data-autofocus={focus || undefined} loading={saving}>{children}</Button>
    </div>
  );
}
