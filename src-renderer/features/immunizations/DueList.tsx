import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DueChild } from '../../../src-shared/contract/queries.ts';
import { doseKey } from '../../../src-shared/domain/immunization/immunization-schedule.ts';
import { formatAge, formatDate } from '../../ui/format.ts';
import { RowList } from '../../ui/RowList.tsx';
import { doseName } from '../../ui/vaccine-words.ts';
import styles from './DuePage.module.css';

const ROW_PX = 62;
/** More than this is said as a number: a row holds two lines of doses. */
const DOSES_SHOWN = 4;
const columns = ['child', 'home', 'contact', 'doses'] as const;

interface DueListProps { total: number; rowAt(index: number): DueChild | undefined; /** What the rows answer. */ question: string; onOpen(patientId: string): void; onVisible(last: number): void }

/** The children due, with whom to call and what is due. */
export function DueList({ onOpen, ...list }: DueListProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.list}>
      <RowList {...list} label={t('immunizations.dueTitle')} testId="due-list" columns="var(--due-columns)" heads={columns.map((name) => ({ name, words: t(`immunizations.due.column.${name}`) }))} rowPx={ROW_PX} onOpen={({ patient }) => { onOpen(patient.id); }}>
        {(row) => <Child row={row} />}
      </RowList>
    </div>
  );
}

function Child({ row: { patient, guardian, doses, withoutBook } }: { row: DueChild }) {
  const { t } = useTranslation();
  // Of a child whose book was not copied nobody knows what is missing.
  const shown = withoutBook ? [] : doses.slice(0, DOSES_SHOWN);
  return (
    <>
      <span><strong title={patient.fullName}>{patient.fullName}</strong><span className={styles.under}>{[t(`sexes.${patient.sex}`), formatAge(patient.bornOn, t), formatDate(patient.bornOn)].join(' · ')}</span></span>
      <span><span className={styles.home} title={patient.village}>{patient.village ?? '–'}</span><span className={styles.under} title={patient.householdHead}>{patient.householdHead}</span></span>
      <span data-column="contact"><span className={`${styles.home ?? ''} num`}>{patient.phone ?? guardian?.phone ?? '–'}</span><span className={styles.under} title={guardian?.fullName}>{guardian?.fullName}</span></span>
      <span className={styles.doses}>
        {shown.map((dose) => (
          <span key={doseKey(dose)} className={styles.dose} data-state={dose.state} title={t(dose.state === 'late' ? 'immunizations.due.lateFrom' : 'immunizations.due.from', { on: formatDate(dose.dueOn) })}>
            {dose.state === 'late' && <IconAlertTriangle size={13} role="img" aria-label={t('immunizations.due.late')} />}{doseName(dose, t)}
          </span>
        ))}
        {withoutBook && <span className={styles.more}>{t('immunizations.due.withoutBook', { count: doses.length })}</span>}
        {!withoutBook && doses.length > shown.length && <span className={styles.more}>{t('immunizations.due.more', { count: doses.length - shown.length })}</span>}
      </span>
    </>
  );
}
