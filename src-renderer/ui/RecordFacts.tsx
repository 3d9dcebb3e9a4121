import { Alert } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/use-live.ts';
import { useUnitNames } from '../api/use-unit-names.ts';
import layout from './form.module.css';
import styles from './RecordFacts.module.css';
import { ReviewNote } from './ReviewNote.tsx';
import { Ticks } from './Ticks.tsx';

interface RecordFactsProps { id: string; /** That it was struck out, by whom and why. */ struck: string | undefined; carriedFrom: string | undefined; facts: readonly [string, ReactNode][]; children?: ReactNode }

/** What a record that lies over the page of its person shows: whether it was struck out, returned or came along, what it says, and where it is. */
export function RecordFacts({ id, struck, carriedFrom, facts, children }: RecordFactsProps) {
  const { t } = useTranslation();
  return (
    <>
      {struck !== undefined && <Alert color="brick" variant="light" icon={<IconBan size={18} />}>{struck}</Alert>}
      {carriedFrom === undefined && struck === undefined && <Returned id={id} />}
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
