import { Alert } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { useUnitNames } from '../../api/use-unit-names.ts';
import { formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { ReviewNote } from '../../ui/ReviewNote.tsx';
import { Ticks } from '../../ui/Ticks.tsx';
import styles from './CarePanel.module.css';

interface CareDetailProps { id: string; voided: Episode['voided']; carriedFrom: string | undefined; facts: readonly [string, ReactNode][]; children?: ReactNode }

/** What every record of the two books shows: whether it was struck out, returned or came along, what it says, and where it is. */
export function CareDetail({ id, voided, carriedFrom, facts, children }: CareDetailProps) {
  const { t } = useTranslation();
  return (
    <>
      {voided && <Alert color="brick" variant="light" icon={<IconBan size={18} />}>{t('chronic.struck', { reason: t(`chronic.voidReasons.${voided.reason}`), name: voided.by.displayName, when: formatWhen(voided.at, t) })}{voided.note && `. ${voided.note}`}</Alert>}
      {carriedFrom === undefined && !voided && <Returned id={id} />}
      {carriedFrom !== undefined && <p className={layout.note}>{t('handover.carried', { unit: carriedFrom })}</p>}
      <dl className={styles.facts}>{facts.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {children}
      {carriedFrom === undefined && <WhereItIs id={id} />}
    </>
  );
}

/** What the tier above wants put right. */
function Returned({ id }: { id: string }) {
  const reviews = useLive('recordReviews', { id }).answer;
  return reviews?.status === 'returned' && reviews.current ? <ReviewNote review={reviews.current} /> : null;
}

function WhereItIs({ id }: { id: string }) {
  const ticks = useLive('recordTicks', { ids: [id] });
  const names = useUnitNames();
  return <Ticks ticks={ticks.answer?.[0]} names={names} wordy />;
}
