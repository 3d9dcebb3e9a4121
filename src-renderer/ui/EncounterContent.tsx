import { useTranslation } from 'react-i18next';
import { deriveBmi } from '../../src-shared/domain/encounter/derive-bmi.ts';
import type { Encounter } from '../../src-shared/domain/encounter/encounter.schema.ts';
import { vitalSigns, type VitalSignName } from '../../src-shared/domain/encounter/observations.ts';
import styles from './EncounterContent.module.css';
import { formatDate } from './format.ts';
import { formatNumber } from './format-number.ts';

/** What a person filled in of an encounter; an older version of it has the same shape. */
export type EncounterContentFields = Partial<Pick<Encounter, 'occurredOn' | 'reason' | 'symptoms' | 'observations' | 'diagnoses' | 'treatment' | 'advice' | 'conclusionClass' | 'nextVisitOn'>>;

/** Everything an encounter says, to be read. */
export function EncounterContent({ encounter }: { encounter: EncounterContentFields }) {
  const { t } = useTranslation();
  const texts: [string, string | undefined][] = [
    [t('encounters.field.reason'), encounter.reason],
    [t('encounters.field.symptoms'), encounter.symptoms],
    [t('encounters.section.diagnoses'), encounter.diagnoses?.map(({ icd10, text }) => (icd10 ? `${text} (${icd10})` : text)).join('\n')],
    [t('encounters.field.conclusionClass'), encounter.conclusionClass && `${t('encounters.classOf', { class: encounter.conclusionClass })}: ${t(`encounters.classes.${encounter.conclusionClass}`)}`],
    [t('encounters.field.treatment'), encounter.treatment],
    [t('encounters.field.advice'), encounter.advice],
    [t('encounters.field.nextVisitOn'), encounter.nextVisitOn && formatDate(encounter.nextVisitOn)],
  ];
  return (
    <div className={styles.content}>
      <Vitals observations={encounter.observations} />
      <dl className={styles.texts}>{texts.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </div>
  );
}

function Vitals({ observations }: { observations: Encounter['observations'] | undefined }) {
  const { t, i18n } = useTranslation();
  const bmi = deriveBmi(observations);
  const answered = (Object.keys(vitalSigns) as VitalSignName[]).flatMap((name) => { const answer = observations?.[name]; return answer ? [{ name, answer }] : []; });
  if (answered.length === 0) return null;
  return (
    <dl className={styles.vitals}>
      {answered.map(({ name, answer }) => (
        <div key={name} data-not-measured={'value' in answer ? undefined : true}>
          <dt>{t(`encounters.vitals.${name}`)}</dt>
          <dd>{'value' in answer ? <><strong className="num">{formatNumber(answer.value, i18n.language)}</strong> {t(`encounters.units.${vitalSigns[name].unit}`)}</> : `${t('encounters.notMeasured')}: ${t(`encounters.notMeasuredReasons.${answer.notMeasured}`)}`}</dd>
        </div>
      ))}
      {bmi !== undefined && <div><dt>{t('encounters.bmi')}</dt><dd><strong className="num">{formatNumber(bmi, i18n.language)}</strong></dd></div>}
    </dl>
  );
}
