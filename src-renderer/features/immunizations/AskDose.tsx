import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Warning } from '../../../src-shared/domain/common/refusal.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import layout from '../../ui/form.module.css';
import { warningWords } from '../../ui/refusal-words.ts';

/** Asks once about what is unusual in a dose. The cursor starts at going back. */
export function AskDose({ questions, onSave, onClose }: { questions: Warning[]; onSave(): void; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={t('immunizations.ask')} holds>
      <div className={layout.form} data-testid="ask-dose">
        <ul>{questions.map((question) => <li key={question.code}>{warningWords(question, t)}</li>)}</ul>
        <p className={layout.note}>{t('immunizations.askBody')}</p>
        <div className={layout.push}>
          <Button variant="default" data-autofocus onClick={onClose}>{t('common.back')}</Button>
          <Button color="brick" onClick={onSave}>{t('immunizations.askSave')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
