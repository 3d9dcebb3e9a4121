import { useTranslation } from 'react-i18next';
import type { MaternalCareView, PregnancyView } from '../../../src-shared/contract/queries.ts';
import type { RecordAntenatalVisitInput } from '../../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import { expectedFundalHeight, gestationOn } from '../../../src-shared/domain/maternal/gestation.ts';
import { antenatalAlerts, pregnancyAlerts } from '../../../src-shared/domain/maternal/maternal-alerts.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { formatDate, today } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { antenatalSummary, dueDayWords, gestationWords } from '../../ui/maternal-words.ts';
import { AllergyLine } from '../../ui/PersonHeader.tsx';
import { AlertList } from './AlertList.tsx';
import styles from './Maternal.module.css';

interface AntenatalSideProps { patient: Patient; of: PregnancyView; /** As far as it is typed. */ input: RecordAntenatalVisitInput; measuredToday: MaternalCareView['measuredToday'] }

/** What is said while a visit is typed: how far she is on that day, what is unusual, how it was the time before. */
export function AntenatalSide({ patient, of, input, measuredToday }: AntenatalSideProps) {
  const { t, i18n } = useTranslation();
  const { pregnancy, standing: { due } } = of;
  const on = input.occurredOn || today();
  const gestation = gestationOn(due, on);
  const expected = gestation && expectedFundalHeight(gestation.weeks);
  const last = of.visits.find(({ voided, occurredOn }) => voided === undefined && occurredOn < on);
  const now = antenatalAlerts({ ...input, occurredOn: on }, due);
  const known = pregnancyAlerts(pregnancy, { bornOn: patient.bornOn, due, on });
  const gained = last?.weightKg !== undefined && input.weightKg !== undefined ? Math.round((input.weightKg - last.weightKg) * 10) / 10 : undefined;
  return (
    <aside className={styles.side} data-testid="antenatal-said">
      <div>
        <p className={`${styles.weeks ?? ''} num`}>{gestation ? gestationWords(gestation, t) : t('maternal.dueUnknown')}</p>
        {due && <p className={`${styles.faint ?? ''} num`}>{t('maternal.panel.dueOn')} {dueDayWords(due, t)}</p>}
        {expected && <p className={styles.faint}>{t('maternal.field.fundalHeightCm')}: {t('maternal.form.expected', { low: expected.from, high: expected.until })}</p>}
      </div>
      <div aria-live="polite">
        <h3>{t('maternal.form.now')}</h3>
        {now.length === 0 ? <p className={styles.good}>{t('maternal.form.noneSaid')}</p> : <AlertList alerts={now} testId="alerts-now" />}
        {gained !== undefined && <p className={styles.faint}>{t('maternal.form.gained', { kg: `${gained > 0 ? '+' : ''}${formatNumber(gained, i18n.language)}` })}</p>}
      </div>
      {known.length > 0 && <div><h3>{t('maternal.panel.alerts')}</h3><AlertList alerts={known} /></div>}
      <div>
        <h3>{last ? t('maternal.form.before', { on: formatDate(last.occurredOn) }) : t('maternal.form.first')}</h3>
        {last && <p>{antenatalSummary(last, t, i18n.language)}</p>}
        {measuredToday && <p className={styles.faint}>{t('maternal.form.measuredToday')}</p>}
      </div>
      <AllergyLine allergies={patient.allergies} />
    </aside>
  );
}
