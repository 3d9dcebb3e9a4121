import { Button } from '@mantine/core';
import { IconArrowsExchange, IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EpisodeRow } from '../../../src-shared/contract/queries.ts';
import { conditionName } from '../../ui/care-words.ts';
import { useEpisodeTexts } from '../../ui/care-texts.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatDate, formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { RecordFacts } from '../../ui/RecordFacts.tsx';
import styles from './CarePanel.module.css';
import { struckWords } from './struck-words.ts';

interface EpisodeDetailProps { episode: EpisodeRow; closed: boolean; onChange(): void; onVoid(): void; onClose(): void }

/** One condition under management, to be read, with what became of it. */
export function EpisodeDetail({ episode, closed, onChange, onVoid, onClose }: EpisodeDetailProps) {
  const { t } = useTranslation();
  const { voided, carriedFrom, statusChanges } = episode;
  const mayChange = !closed && !voided && carriedFrom === undefined;
  const texts = useEpisodeTexts(episode);
  return (
    <Dialog onClose={onClose} title={conditionName(episode.condition, t)} size="lg">
      <div className={layout.form} data-testid="episode-detail">
        <RecordFacts id={episode._id} struck={struckWords(voided, t)} carriedFrom={carriedFrom} facts={[...texts.map(([, name, value]): [string, string | undefined] => [name, value]), [t('chronic.author'), episode.author.displayName]]}>
          {statusChanges.length > 1 && (
            <section>
              <h3 className={styles.heading}>{t('chronic.field.statusChanges')}</h3>
              <ul className={styles.changes}>
                {[...statusChanges].reverse().map((change) => (
                  <li key={`${change.at} ${change.by.account}`}>
                    <strong>{t('chronic.episode.line', { status: t(`chronic.statuses.${change.status}`), on: formatDate(change.on) })}</strong>
                    {change.reason && <span>{change.reason}</span>}
                    <span className={styles.faint}>{change.by.displayName}, {formatWhen(change.at, t)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </RecordFacts>
        <div className={layout.push}>
          {mayChange && <Button variant="subtle" color="brick" leftSection={<IconBan size={16} />} onClick={onVoid}>{t('chronic.episode.void')}</Button>}
          {mayChange && <Button variant="light" leftSection={<IconArrowsExchange size={16} />} onClick={onChange}>{t('chronic.change.action')}</Button>}
          <Button variant="default" data-autofocus onClick={onClose}>{t('common.close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
