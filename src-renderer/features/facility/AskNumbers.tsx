import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Warning } from '../../../src-shared/domain/common/refusal.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import layout from '../../ui/form.module.css';
import { warningWords } from '../../ui/refusal-words.ts';

/** Asks once about numbers that are seldom true. The cursor starts at going back. */
export function AskNumbers({ questions, onSave, onClose }: { questions: Warning[]; onSave(): void; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={t('facility.ask')} holds>
      <div className={layout.form} data-testid="ask-numbers">
        <ul>{questions.map((question) => <li key={`${question.code} ${String(question.field)}`}>{warningWords(question, t)}</li>)}</ul>
        <p className={layout.note}>{t('facility.askBody')}</p>
        <div className={layout.push}>
          <Button variant="default" data-autofocus onClick={onClose}>{t('common.back')}</Button>
          <Button onClick={onSave}>{t('facility.askSave')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
