import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { PregnancyView } from '../../../src-shared/contract/queries.ts';
import { meanPressure } from '../../../src-shared/domain/chronic/classify-blood-pressure.ts';
import { daysBetween } from '../../../src-shared/domain/common/partial-date.ts';
import type { TetanusStanding } from '../../../src-shared/domain/maternal/tetanus.ts';
import { formatPressure } from '../../ui/parse-typed-pressure.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { formatDate, today } from '../../ui/format.ts';
import { dueDayWords, gestationWords } from '../../ui/maternal-words.ts';
import { AlertList } from './AlertList.tsx';
import styles from './MaternalPanel.module.css';
import type { OpenMaternal } from './open-maternal.ts';
import { AntenatalSteps, PostnatalSteps } from './PlannedSteps.tsx';
import { PregnancyPlots } from './PregnancyPlots.tsx';
import { AntenatalRows, BirthRows, PostnatalRows } from './RecordRows.tsx';
import { RiskBadge, StateBadge } from './StateBadge.tsx';

/** The pregnancy she is followed for, or the weeks after its birth. */
export function PregnancyNow({ of, closed, onOpen }: { of: PregnancyView; closed: boolean; onOpen(open: OpenMaternal): void }) {
  const { t, i18n } = useTranslation();
  const { pregnancy, standing } = of;
  const { gestation, due, state, nextVisitOn, bornOn } = standing;
  const last = of.visits.find(({ voided }) => voided === undefined);
  const lastAfter = of.postnatal.find(({ voided }) => voided === undefined);
  const alerts = bornOn === undefined ? standing.alerts : lastAfter?.alerts ?? [];
  const pressure = meanPressure(last?.bloodPressure ?? []);
  const left = due ? daysBetween(today(), due.dueOn) : 0;
  return (
    <>
      <dl className={styles.standing} data-testid="pregnancy-standing">
        {bornOn === undefined
          ? <Fact name={t('maternal.panel.age')} under={<RiskBadge standing={standing} />}><strong className="num">{gestation ? gestationWords(gestation, t) : '–'}</strong></Fact>
          : <Fact name={t('maternal.panel.bornOn')} under={t('maternal.postnatal.day', { count: Math.max(0, daysBetween(bornOn, today())) })}><strong className="num">{formatDate(bornOn)}</strong></Fact>}
        {bornOn === undefined && <Fact name={t('maternal.panel.dueOn')} under={due && <>{t(`maternal.dueBy.${due.by}`)} · {left < 0 ? t('maternal.panel.daysPast', { count: -left }) : t('maternal.panel.daysLeft', { count: left })}</>}><strong className="num" data-tone={left < 0 ? 'stop' : undefined}>{due ? formatDate(due.dueOn) : t('maternal.dueUnknown')}</strong></Fact>}
        {of.tetanus && <TetanusFact {...of.tetanus} />}
        <Fact name={t('maternal.panel.next')} under={state && <StateBadge state={state} />}><strong className="num">{nextVisitOn ? formatDate(nextVisitOn) : t('maternal.panel.nextNone')}</strong></Fact>
        {bornOn === undefined && last && <Fact name={t('maternal.panel.last')} under={[formatDate(last.occurredOn), ...weightWords(of, t, i18n.language)].join(' · ')}><strong className="num" data-tone={last.alerts.some(({ code }) => code === 'PressureHigh') ? 'warn' : undefined}>{pressure ? formatPressure(pressure) : '–'}</strong>{pressure && ` ${t('maternal.unitPressure')}`}</Fact>}
      </dl>
      {alerts.length > 0 && <div className={styles.block}><AlertList alerts={alerts} testId="pregnancy-alerts" /></div>}
      {bornOn === undefined ? <AntenatalSteps planned={standing.planned} /> : <PostnatalSteps planned={standing.postnatal} />}
      {bornOn === undefined && <PregnancyPlots of={of} />}
      {bornOn !== undefined && <BirthRows of={of} closed={closed} onOpen={onOpen} />}
      {bornOn !== undefined && <PostnatalRows visits={of.postnatal} onOpen={onOpen} />}
      <AntenatalRows visits={of.visits} onOpen={onOpen} />
      {bornOn === undefined && <BirthRows of={of} closed={closed} onOpen={onOpen} />}
      <ul className={styles.rows}><li><button type="button" onClick={() => { onOpen({ what: 'pregnancy', id: pregnancy._id }); }}><span className={styles.words}>{t('maternal.panel.details')} <span className={styles.faint}>{[pregnancy.gravida !== undefined && t('maternal.panel.gravida', { count: pregnancy.gravida }), t('maternal.panel.registered', { on: formatDate(pregnancy.registeredOn) }), bornOn !== undefined && `${t('maternal.panel.dueOn').toLowerCase()} ${dueDayWords(due, t)}`, pregnancy.carriedFrom !== undefined && t('handover.carried', { unit: pregnancy.carriedFrom })].filter(Boolean).join(' · ')}</span></span><IconChevronRight size={15} aria-hidden /></button></li></ul>
    </>
  );
}

/** Which dose comes next, and from when; how many there were. */
function TetanusFact({ given, next }: TetanusStanding) {
  const { t } = useTranslation();
  const known = given === 0 ? t('maternal.tetanus.none') : t('maternal.tetanus.known', { count: given });
  if (!next) return <Fact name={t('maternal.tetanus.title')}><strong>{t('maternal.tetanus.forGood', { count: given })}</strong></Fact>;
  const tone = next.state === 'late' ? 'stop' : next.state === 'due' ? 'warn' : undefined;
  return <Fact name={t('maternal.tetanus.title')} under={`${t(`maternal.tetanus.states.${next.state}`, { on: formatDate(next.fromOn) })} · ${known}`}><strong data-tone={tone}>{t('maternal.tetanus.dose', { number: next.doseNumber })}</strong></Fact>;
}

/** The last weight, and how much was gained since before the pregnancy, else since the first visit. */
function weightWords({ pregnancy, points }: PregnancyView, t: TFunction, language: string): string[] {
  const weights = points.flatMap(({ weightKg }) => weightKg ?? []);
  const [first, last] = [pregnancy.weightBeforeKg ?? weights[0], weights.at(-1)];
  if (last === undefined) return [];
  const gained = first === undefined || weights.length < (pregnancy.weightBeforeKg === undefined ? 2 : 1) ? undefined : Math.round((last - first) * 10) / 10;
  return [`${formatNumber(last, language)}\u00a0${t('maternal.units.kg')}`, ...(gained !== undefined && gained > 0 ? [t('maternal.panel.weightGain', { kg: formatNumber(gained, language) })] : [])];
}

function Fact({ name, under, children }: { name: string; under?: ReactNode; children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd>{under && <dd className={styles.under}>{under}</dd>}</div>;
}
