import { useTranslation } from 'react-i18next';
import type { NutritionRow } from '../../../src-shared/contract/queries.ts';
import { growthIndices } from '../../../src-shared/domain/growth/growth-classes.ts';
import { formatAge, formatDate } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { growthClassName, growthSaid, growthTones } from '../../ui/growth-words.ts';
import { RowList } from '../../ui/RowList.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './NutritionPage.module.css';

const ROW_PX = 62;
const columns = ['child', 'home', 'contact', 'measured', 'found'] as const;

interface NutritionListProps { total: number; rowAt(index: number): NutritionRow | undefined; /** What the rows answer. */ question: string; onOpen(patientId: string): void; onVisible(last: number): void }

/** The children with what was last measured of them and what that says. */
export function NutritionList({ onOpen, ...list }: NutritionListProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.list}>
      <RowList {...list} label={t('growth.nutritionTitle')} testId="nutrition-list" columns="var(--nutrition-columns)" heads={columns.map((name) => ({ name, words: t(`growth.list.column.${name}`) }))} rowPx={ROW_PX} onOpen={({ patient }) => { onOpen(patient.id); }}>
        {(row) => <Child row={row} />}
      </RowList>
    </div>
  );
}

function Child({ row }: { row: NutritionRow }) {
  const { t, i18n } = useTranslation();
  const { patient, guardian, weighedOn, weightKg, measuredOn, heightCm } = row;
  const number = (value: number) => formatNumber(value, i18n.language);
  const isOneDay = weighedOn === measuredOn;
  return (
    <>
      <span><strong title={patient.fullName}>{patient.fullName}</strong><span className={styles.under}>{[t(`sexes.${patient.sex}`), formatAge(patient.bornOn, t), formatDate(patient.bornOn)].join(' · ')}</span></span>
      <span><span className={styles.line} title={patient.village}>{patient.village ?? '–'}</span><span className={styles.under} title={patient.householdHead}>{patient.householdHead}</span></span>
      <span data-column="contact"><span className={`${styles.line ?? ''} num`}>{patient.phone ?? guardian?.phone ?? '–'}</span><span className={styles.under} title={guardian?.fullName}>{guardian?.fullName}</span></span>
      <span>
        <span className={`${styles.line ?? ''} num`}>{[weightKg !== undefined && `${number(weightKg)} kg`, heightCm !== undefined && `${number(heightCm)} cm`].filter(Boolean).join(' · ') || '–'}</span>
        <span className={`${styles.under ?? ''} num`}>{isOneDay ? weighedOn && formatDate(weighedOn) : [weighedOn && t('growth.list.weighed', { on: formatDate(weighedOn) }), measuredOn && t('growth.list.measured', { on: formatDate(measuredOn) })].filter(Boolean).join(', ')}</span>
      </span>
      <span className={styles.found}><Found row={row} /></span>
    </>
  );
}

/** What is not in order; that all is, where something was measured. */
function Found({ row: { latest, missed, weighedOn, measuredOn } }: { row: NutritionRow }) {
  const { t, i18n } = useTranslation();
  const known = growthIndices.flatMap((index) => { const value = latest[index]; return value ? [{ index, value }] : []; });
  // BMI says of a child what weight for height says already.
  const wrong = known.filter(({ index, value }) => value.class !== 'normal' && (index !== 'bmiForAge' || latest.weightForHeight === undefined));
  return (
    <>
      {wrong.map(({ index, value }) => <span key={index} title={`${t(`growth.indices.${index}`)}: ${growthSaid(index, value, t, i18n.language)}`}><Badge tone={value.class ? growthTones[value.class] : 'info'}>{value.class ? growthClassName(index, value.class, t) : t('growth.inIndex', { name: t(`growth.indices.${index}`), class: t('growth.list.findings.implausible').toLowerCase() })}</Badge></span>)}
      {wrong.length === 0 && latest.weightForHeight && <Badge tone="good">{growthClassName('weightForHeight', 'normal', t)}</Badge>}
      {wrong.length === 0 && !latest.weightForHeight && known.map(({ index }) => <Badge key={index} tone="good">{growthClassName(index, 'normal', t)}</Badge>)}
      {known.length === 0 && (weighedOn ?? measuredOn) !== undefined && <span className={styles.faint}>{t('growth.list.oldValues')}</span>}
      {missed && <Badge tone="calm">{t(`growth.list.${missed}`)}</Badge>}
    </>
  );
}
