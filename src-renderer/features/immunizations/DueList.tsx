import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueChild } from '../../../src-shared/contract/queries.ts';
import { doseKey } from '../../../src-shared/domain/immunization/immunization-schedule.ts';
import { formatAge, formatDate } from '../../ui/format.ts';
import { useFixedRows } from '../../ui/use-fixed-rows.ts';
import { doseName } from '../../ui/vaccine-words.ts';
import styles from './DuePage.module.css';
import type { DueRows } from './use-due-rows.ts';

const ROW_PX = 62;
/** More than this is said as a number: a row holds two lines of doses. */
const DOSES_SHOWN = 4;

interface DueListProps { total: number; rowAt: DueRows['rowAt']; /** What the rows answer: another question begins at the first row. */ question: string; onOpen(patientId: string): void; onVisible(last: number): void }

/** Only the children in sight are on the page; arrows choose, Enter opens. */
export function DueList({ total, rowAt, question, onOpen, onVisible }: DueListProps) {
  const { t } = useTranslation();
  const { scroller, first, end, show } = useFixedRows(total, ROW_PX);
  const [chosen, setChosen] = useState({ of: question, at: 0 });
  const active = chosen.of === question ? Math.min(chosen.at, total - 1) : 0;
  const [scrollbar, setScrollbar] = useState(0);
  useLayoutEffect(() => { if (scroller.current) setScrollbar(scroller.current.offsetWidth - scroller.current.clientWidth); }, [scroller]);
  useEffect(() => { onVisible(end - 1); }, [end, onVisible]);
  useEffect(() => { show(active); }, [active, question, show]);
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) { event.preventDefault(); setChosen({ of: question, at: Math.max(0, Math.min(total - 1, active + step)) }); }
    const row = rowAt(active);
    if (event.key === 'Enter' && row) { event.preventDefault(); onOpen(row.patient.id); }
  };
  return (
    <div className={styles.list}>
      <div className={`${styles.row ?? ''} ${styles.head ?? ''}`} style={{ paddingRight: `calc(0.875rem + ${String(scrollbar)}px)` }} aria-hidden>
        {(['child', 'home', 'contact', 'doses'] as const).map((column) => <span key={column} data-column={column}>{t(`immunizations.due.column.${column}`)}</span>)}
      </div>
      <div ref={scroller} className={styles.scroller} role="listbox" tabIndex={0} aria-label={t('immunizations.dueTitle')} aria-activedescendant={`due-${String(active)}`} onKeyDown={pressed} data-testid="due-list">
        <div style={{ height: total * ROW_PX, position: 'relative' }}>
          {Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n).map((index) => {
            const row = rowAt(index);
            return (
              <div key={index} id={`due-${String(index)}`} className={styles.row} role="option" aria-selected={index === active} aria-setsize={total} aria-posinset={index + 1} data-line data-active={index === active || undefined} style={{ top: index * ROW_PX, height: ROW_PX }} onClick={() => { if (row) onOpen(row.patient.id); }}>
                {row ? <Child row={row} /> : <span className={styles.pending} />}
              </div>
            );
          })}
        </div>
      </div>
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
