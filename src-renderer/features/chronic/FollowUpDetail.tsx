import { Button } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FollowUpRow } from '../../../src-shared/contract/queries.ts';
import { useFollowUpTexts } from '../../ui/care-texts.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatDate } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { RecordFacts } from '../../ui/RecordFacts.tsx';
import { struckWords } from './struck-words.ts';

interface FollowUpDetailProps { visit: FollowUpRow; closed: boolean; onVoid(): void; onClose(): void }

/** One control visit, to be read. */
export function FollowUpDetail({ visit, closed, onVoid, onClose }: FollowUpDetailProps) {
  const { t } = useTranslation();
  const { voided, carriedFrom } = visit;
  const texts = useFollowUpTexts(visit);
  return (
    <Dialog onClose={onClose} title={t('chronic.visit.title', { on: formatDate(visit.occurredOn) })} size="lg">
      <div className={layout.form} data-testid="follow-up-detail">
        <RecordFacts id={visit._id} struck={struckWords(voided, t)} carriedFrom={carriedFrom} facts={[...texts.map(([, name, value]): [string, string | undefined] => [name, value]), [t('chronic.author'), visit.author.displayName]]} />
        <div className={layout.push}>
          {!closed && !voided && carriedFrom === undefined && <Button variant="subtle" color="brick" leftSection={<IconBan size={16} />} onClick={onVoid}>{t('chronic.visit.void')}</Button>}
          <Button variant="default" data-autofocus onClick={onClose}>{t('common.close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
