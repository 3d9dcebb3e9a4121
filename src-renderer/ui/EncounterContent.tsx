import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deriveBmi } from '../../src-shared/domain/encounter/derive-bmi.ts';
import type { Encounter } from '../../src-shared/domain/encounter/encounter.schema.ts';
import { vitalSigns, type VitalSignName } from '../../src-shared/domain/encounter/observations.ts';
import styles from './EncounterContent.module.css';
import { formatDate } from './format.ts';
import { formatNumber } from './format-number.ts';
import { isOnForm } from './is-on-form.ts';

/** What a person filled in of an encounter; an older version of it has the same shape. */
export type EncounterContentFields = Partial<Pick<Encounter, 'occurredOn' | 'reason' | 'symptoms' | 'observations' | 'diagnoses' | 'treatment' | 'advice' | 'conclusionClass' | 'nextVisitOn' | 'kind'>>;

/** What stands under a field: a reviewer's comment, what stood there before. Its name is the field's path, e.g. `observations.weightKg`. */
export type FieldNote = (field: string) => ReactNode;

/** Everything an encounter says, to be read. A field that says nothing is shown only where there is a note on it. */
export function EncounterContent({ encounter, note = () => null }: { encounter: EncounterContentFields; note?: FieldNote }) {
  const { t } = useTranslation();
  const texts: [string, string, string | undefined][] = [
    ['reason', t('encounters.field.reason'), encounter.reason],
    ['symptoms', t('encounters.field.symptoms'), encounter.symptoms],
    ['diagnoses', t('encounters.section.diagnoses'), encounter.diagnoses?.map(({ icd10, text }) => (icd10 ? `${text} (${icd10})` : text)).join('\n')],
    ['conclusionClass', t('encounters.field.conclusionClass'), encounter.conclusionClass && `${t('encounters.classOf', { class: encounter.conclusionClass })}: ${t(`encounters.classes.${encounter.conclusionClass}`)}`],
    ['treatment', t('encounters.field.treatment'), encounter.treatment],
    ['advice', t('encounters.field.advice'), encounter.advice],
    ['nextVisitOn', t('encounters.field.nextVisitOn'), encounter.nextVisitOn && formatDate(encounter.nextVisitOn)],
  ];
  return (
    <div className={styles.content}>
      <Vitals observations={encounter.observations} note={note} />
      <dl className={styles.texts}>{texts.map(([field, name, value]) => { const under = isOnForm(field, encounter.kind) && note(field); return (value || under) && <div key={field} data-field={field}><dt>{name}</dt><dd>{value}{under}</dd></div>; })}</dl>
    </div>
  );
}

function Vitals({ observations, note }: { observations: Encounter['observations'] | undefined; note: FieldNote }) {
  const { t, i18n } = useTranslation();
  const bmi = deriveBmi(observations);
  const answered = (Object.keys(vitalSigns) as VitalSignName[]).flatMap((name) => { const answer = observations?.[name]; return answer || note(`observations.${name}`) ? [{ name, answer }] : []; });
  if (answered.length === 0) return null;
  return (
    <dl className={styles.vitals}>
      {answered.map(({ name, answer }) => (
        <div key={name} data-field={`observations.${name}`} data-not-measured={answer && 'value' in answer ? undefined : true}>
          <dt>{t(`encounters.vitals.${name}`)}</dt>
          <dd>{answer && ('value' in answer ? <><strong className="num">{formatNumber(answer.value, i18n.language)}</strong> {t(`encounters.units.${vitalSigns[name].unit}`)}</> : `${t('encounters.notMeasured')}: ${t(`encounters.notMeasuredReasons.${answer.notMeasured}`)}`)}{note(`observations.${name}`)}</dd>
        </div>
      ))}
      {bmi !== undefined && <div><dt>{t('encounters.bmi')}</dt><dd><strong className="num">{formatNumber(bmi, i18n.language)}</strong></dd></div>}
    </dl>
  );
}
