import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Warning } from '../../src-shared/domain/common/refusal.ts';
import { Dialog } from './Dialog.tsx';
import layout from './form.module.css';
import { warningWords } from './refusal-words.ts';

/** Asks once about what is unusual in a record before it is saved. The cursor starts at going back. */
export function AskAgain({ questions, onSave, onClose }: { questions: Warning[]; onSave(): void; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={t('common.askTitle')} holds>
      <div className={layout.form} data-testid="ask-again">
        <ul>{questions.map((question) => <li key={`${question.code} ${String(question.field)}`}>{warningWords(question, t)}</li>)}</ul>
        <p className={layout.note}>{t('common.askBody')}</p>
        <div className={layout.push}>
          <Button variant="default" data-autofocus onClick={onClose}>{t('common.back')}</Button>
          <Button color="brick" onClick={onSave}>{t('common.askSave')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
