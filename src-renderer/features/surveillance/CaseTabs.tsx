import { useTranslation } from 'react-i18next';
import { routeToHash } from '../../ui/route.ts';
import styles from '../../ui/StoreTabs.module.css';

const pages = [{ page: 'cases', words: 'surveillance.dueTitle' }, { page: 'casesReported', words: 'surveillance.reportedTitle' }, { page: 'casesCounted', words: 'surveillance.countsTitle' }, { page: 'outbreaks', words: 'surveillance.outbreaksTitle' }] as const;

/** The pages of infectious diseases: what is to be reported, what was, how many, and where there may be an outbreak. */
export function CaseTabs({ here }: { here: (typeof pages)[number]['page'] }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} aria-label={t('surveillance.tabs')}>
      {pages.map(({ page, words }) => <a key={page} href={routeToHash({ page })} aria-current={page === here ? 'page' : undefined}>{t(words)}</a>)}
    </nav>
  );
}
