import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrowthView } from '../../../src-shared/contract/queries.ts';
import { ageOn } from '../../../src-shared/domain/common/age-on.ts';
import { datePrecision } from '../../../src-shared/domain/common/partial-date.ts';
import { deriveNutrition, weighingMissed } from '../../../src-shared/domain/growth/derive-nutrition.ts';
import { growthChart } from '../../../src-shared/domain/growth/growth-chart.ts';
import { growthIndices, type GrowthIndex } from '../../../src-shared/domain/growth/growth-classes.ts';
import { FOLLOWED_MONTHS } from '../../../src-shared/domain/growth/growth-of.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { formatDate, today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { formatNumber } from '../../ui/format-number.ts';
import { growthClassName, growthTones, zWords } from '../../ui/growth-words.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { bandsOf } from './bands.ts';
import styles from './Growth.module.css';
import { GrowthChart } from './GrowthChart.tsx';

/** Of whoever is older nobody looks for a chart of the first five years any more. */
const LOOKED_AT_YEARS = 10;

/** How a child grows: of one under five always, of an older one where it was measured before. */
export function GrowthPanel({ patient }: { patient: Patient }) {
  const { t } = useTranslation();
  const age = ageOn(patient.bornOn, today());
  const isChild = age !== undefined && age.years < LOOKED_AT_YEARS;
  const live = useLive('growth', { patientId: patient._id }, isChild);
  const points = live.answer?.points ?? [];
  if (!isChild || (age.months > FOLLOWED_MONTHS && points.length === 0)) return null;
  return (
    <Panel
      flush title={t('growth.title')} hint={<>{live.answer && points.length > 0 && age.months < FOLLOWED_MONTHS && <Missed view={live.answer} />}<Assumed bornOn={patient.bornOn} /></>}
      beside={points.length > 0 && <PaperMenu compact variant="subtle" sizes={['A4']} label={t('growth.print')} paper={() => ({ paper: 'growthChart', patientId: patient._id, size: 'A4' })} />}
    >
      <Answered live={live} lines={3}>{(view) => view && <Growth view={view} />}</Answered>
    </Panel>
  );
}

/** Of a child under five who should have been weighed. */
function Missed({ view: { bornOn, points } }: { view: GrowthView }) {
  const { t } = useTranslation();
  const standing = deriveNutrition(points);
  const missed = weighingMissed(standing, bornOn, today());
  if (!missed) return null;
  return <strong className={styles.missed} data-testid="weighing-missed">{missed === 'never' ? t('growth.list.never') : t('growth.longAgo', { on: formatDate(standing.weighedOn ?? '') })}. </strong>;
}

/** What nobody wrote down and is taken for granted. */
function Assumed({ bornOn }: { bornOn: string }) {
  const { t } = useTranslation();
  const precision = datePrecision(bornOn);
  return <>{precision === 'year' ? t('growth.yearOnly') : precision === 'month' ? `${t('growth.aboutAge', { month: formatDate(bornOn) })} ${t('growth.assumed')}` : t('growth.assumed')}</>;
}

function Growth({ view: { sex, bornOn, points } }: { view: GrowthView }) {
  const { t } = useTranslation();
  const hasAge = datePrecision(bornOn) !== 'year';
  const shown = growthIndices.filter((index) => hasAge || index === 'weightForHeight');
  const [chosen, setChosen] = useState<GrowthIndex>();
  if (sex === 'undetermined' || points.length === 0) return <p className={`${layout.note ?? ''} ${styles.none ?? ''}`}>{t(sex === 'undetermined' ? 'growth.noSex' : 'growth.empty')}</p>;
  const index = chosen ?? shown.find((one) => points.some(({ indices }) => indices[one])) ?? 'weightForHeight';
  const chart = growthChart(index, { sex, points, untilMonths: Math.min(ageOn(bornOn, today())?.months ?? 0, FOLLOWED_MONTHS) });
  return (
    <div className={styles.growth}>
      <div className={styles.values} role="group" aria-label={t('growth.choose')} data-testid="growth-values">
        {shown.map((one) => <LastValue key={one} index={one} points={points} isChosen={one === index} onChoose={() => { setChosen(one); }} />)}
      </div>
      <div className={styles.plot}>
        <GrowthChart chart={chart} />
        <ul className={styles.legend} aria-label={t('growth.legend')}>
          {[...bandsOf(index)].reverse().map(({ name }) => <li key={name}><span className={styles.swatch} data-band={name} aria-hidden /><span>{growthClassName(index, name, t)}</span> <span className={styles.faint}>{name === 'normal' && index.endsWith('ForAge') && index !== 'bmiForAge' ? t('growth.bandNormalUp') : t(`growth.bands.${name}`)}</span></li>)}
        </ul>
      </div>
    </div>
  );
}

/** The last value of an index in words; pressed, its chart is shown. */
function LastValue({ index, points, isChosen, onChoose }: { index: GrowthIndex; points: GrowthView['points']; isChosen: boolean; onChoose(): void }) {
  const { t, i18n } = useTranslation();
  const last = points.findLast(({ indices }) => indices[index]);
  const value = last?.indices[index];
  return (
    <button type="button" className={styles.value} aria-pressed={isChosen} onClick={onChoose}>
      <span className={styles.name}>{t(`growth.indices.${index}`)}</span>
      {last && value ? (
        <>
          <span className={styles.figure}><strong className="num">{measureWords(index, last, i18n.language)}</strong> {value.class && <span className="num">{zWords(value, t, i18n.language)}</span>}</span>
          <span className={styles.found}><Badge tone={value.class ? growthTones[value.class] : 'info'}>{growthClassName(index, value.class, t)}</Badge> <span className={`${styles.faint ?? ''} num`}>{formatDate(last.on)}</span></span>
        </>
      ) : <span className={styles.faint}>{t('growth.none')}</span>}
    </button>
  );
}

function measureWords(index: GrowthIndex, { weightKg = 0, heightCm = 0 }: GrowthView['points'][number], language: string): string {
  const number = (value: number) => formatNumber(value, language);
  switch (index) {
    case 'weightForAge': return `${number(weightKg)} kg`;
    case 'heightForAge': return `${number(heightCm)} cm`;
    case 'weightForHeight': return `${number(weightKg)} kg, ${number(heightCm)} cm`;
    case 'bmiForAge': return number(Math.round((weightKg / (heightCm / 100) ** 2) * 10) / 10);
  }
}
