import { useTranslation } from 'react-i18next';
import type { GroupCompleteness } from '../../../src-shared/domain/review/completeness-of.ts';
import styles from './CompletenessBars.module.css';

/** Of each group of the form that applies, how many fields are answered. */
export function CompletenessBars({ groups }: { groups: readonly GroupCompleteness[] }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.groups} data-testid="completeness">
      {groups.map(({ group, filled, of }) => (
        <div key={group} data-group={group} data-empty={filled === 0 || undefined}>
          <dt>{t(`review.groups.${group}`)}</dt>
          <dd><span className={styles.bar} aria-hidden>{Array.from({ length: of }, (_, part) => <i key={part} data-filled={part < filled || undefined} />)}</span> <span className="num">{t('review.groups.filled', { filled, of })}</span></dd>
        </div>
      ))}
    </dl>
  );
}
