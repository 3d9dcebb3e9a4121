import { useTranslation } from 'react-i18next';
import type { PersonCase } from '../../../src-shared/contract/queries.ts';
import { changedFields } from '../../../src-shared/domain/surveillance/plan-case-report.ts';
import { useCaseTexts } from '../../ui/case-texts.ts';
import { formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { RecordFacts } from '../../ui/RecordFacts.tsx';
import styles from './Cases.module.css';

/** A case as it stands, where it is, and its earlier versions with what changed. */
export function CaseDetail({ of: { current, versions, carriedFrom } }: { of: PersonCase }) {
  const { t } = useTranslation();
  const texts = useCaseTexts(current);
  const fieldName = (field: string) => texts.find(([name]) => name === field)?.[1] ?? field;
  const rivals = versions.filter(({ _id }) => _id !== current._id && !versions.some(({ replaces }) => replaces.includes(_id)));
  return (
    <RecordFacts id={current._id} struck={current.withdrawn && t('surveillance.record.withdrawn', { reason: t(`surveillance.withdrawReasons.${current.withdrawn.reason}`) })} carriedFrom={carriedFrom} facts={texts.map(([, name, value]) => [name, value])}>
      {rivals.length > 0 && <p className={layout.note}>{t('surveillance.record.rivals')}</p>}
      {versions.length > 1 && (
        <div>
          <p className={styles.faint}>{t('surveillance.record.versions')}</p>
          <ul className={styles.people} data-testid="case-versions">
            {versions.slice(1).map((one) => { const changed = changedFields(one, current); return <li key={one._id}>{t('surveillance.record.versionOf', { number: one.number, at: formatWhen(one.reportedAt, t), name: one.author.displayName })}{changed.length > 0 && <span className={styles.faint}> {t('surveillance.record.changed', { fields: changed.map(fieldName).join(', ') })}</span>}</li>; })}
          </ul>
        </div>
      )}
    </RecordFacts>
  );
}
