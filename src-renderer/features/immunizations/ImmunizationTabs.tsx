import { useTranslation } from 'react-i18next';
import { routeToHash } from '../../ui/route.ts';
import styles from '../../ui/StoreTabs.module.css';

const pages = [{ page: 'immunizations', words: 'immunizations.dueTitle' }, { page: 'immunizationsMonth', words: 'immunizations.monthTitle' }] as const;

/** The two pages of the register: who is due, and what was given in a month. */
export function ImmunizationTabs({ here }: { here: (typeof pages)[number]['page'] }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} aria-label={t('immunizations.tabs')}>
      {pages.map(({ page, words }) => <a key={page} href={routeToHash({ page })} aria-current={page === here ? 'page' : undefined}>{t(words)}</a>)}
    </nav>
  );
}
