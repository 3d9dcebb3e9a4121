import { IconAlertTriangle, IconBan, IconCheck, IconClock, IconVaccine } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ImmunizationCardView } from '../../../src-shared/contract/queries.ts';
import type { DoseLine } from '../../../src-shared/domain/immunization/derive-immunization-card.ts';
import { doseKey, immunizationSchedule } from '../../../src-shared/domain/immunization/immunization-schedule.ts';
import { isOnlyDose } from '../../../src-shared/domain/immunization/is-only-dose.ts';
import { formatDate } from '../../ui/format.ts';
import { routeToHash } from '../../ui/route.ts';
import { doseName, vaccineName } from '../../ui/vaccine-words.ts';
import styles from './Immunizations.module.css';

const icons = { given: IconCheck, due: IconVaccine, late: IconAlertTriangle, notYet: IconClock, tooOld: IconBan } as const;

interface DoseGridProps { view: ImmunizationCardView; /** Nothing more is written for this person. */ closed: boolean; onOpen(id: string): void }

/** The scheduled doses by the age they are due at; each says in a word, a sign and a colour how it stands. One that is not given opens its form, one that is opens its record. */
export function DoseGrid({ view: { patientId, card, records }, closed, onOpen }: DoseGridProps) {
  const { t } = useTranslation();
  const lines = new Map(card.lines.map((line) => [doseKey(line), line]));
  const ages = [...new Set(immunizationSchedule.map(({ dueMonths }) => dueMonths))];
  const reacted = new Set(records.filter(({ reactions }) => reactions.length > 0).map(({ _id }) => _id));
  return (
    <ul className={styles.grid} data-testid="dose-grid">
      {ages.map((months) => (
        <li key={months} className={styles.age}>
          <span>{ageWords(months, t)}</span>
          <ul className={styles.doses}>
            {immunizationSchedule.filter(({ dueMonths }) => dueMonths === months).map((scheduled) => {
              const line = lines.get(doseKey(scheduled));
              return line && <li key={doseKey(line)}><Cell line={line} patientId={patientId} closed={closed} reacted={line.given !== undefined && reacted.has(line.given.id)} onOpen={onOpen} /></li>;
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}

const ageWords = (months: number, t: TFunction): string => (months === 0 ? t('immunizations.ages.birth') : months < 72 ? t('immunizations.ages.months', { count: months }) : t('immunizations.ages.years', { count: months / 12 }));

interface CellProps { line: DoseLine; patientId: string; closed: boolean; reacted: boolean; onOpen(id: string): void }

function Cell({ line, patientId, closed, reacted, onOpen }: CellProps) {
  const { t } = useTranslation();
  const { given, notDone } = line;
  const Icon = icons[line.state];
  const words = (
    <>
      <Icon size={15} stroke={2} aria-hidden />
      <span>
        <span className={styles.name}>{vaccineName(line.vaccine, t)} {!isOnlyDose(line) && <em>{t('immunizations.doseShort', { number: line.doseNumber })}</em>}</span>
        <span className={styles.state}>{stateWords(line, t)}</span>
        {notDone && !given && <span className={styles.state}>{t('immunizations.notDoneOn', { on: formatDate(notDone.on), reason: t(`immunizations.notDoneReasons.${notDone.reason ?? 'other'}`).toLowerCase() })}</span>}
        {reacted && <span className={styles.reaction}>{t('immunizations.reactionMark')}</span>}
      </span>
    </>
  );
  if (given) return <button type="button" className={styles.cell} data-state={line.state} onClick={() => { onOpen(given.id); }}>{words}</button>;
  if (closed) return <div className={styles.cell} data-state={line.state}>{words}</div>;
  return <a className={styles.cell} data-state={line.state} href={routeToHash({ page: 'immunize', patientId, vaccine: line.vaccine, dose: String(line.doseNumber) })}>{words}</a>;
}

function stateWords(line: DoseLine, t: TFunction): string {
  const { given, waitsFor } = line;
  if (given) return t(given.place === 'here' ? 'immunizations.states.given' : 'immunizations.states.givenElsewhere', { on: formatDate(given.on) });
  if (line.state === 'notYet' && waitsFor) return t('immunizations.states.waits', { dose: doseName(waitsFor, t) });
  return t(`immunizations.states.${line.state}`, { on: formatDate(line.dueOn) });
}
