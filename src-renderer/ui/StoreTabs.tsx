import { useTranslation } from 'react-i18next';
import { routeToHash } from './route.ts';
import styles from './StoreTabs.module.css';

const books = ['store', 'equipment'] as const;

/** The two books of the store room: medicines, and equipment. */
export function StoreTabs({ here }: { here: (typeof books)[number] }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} aria-label={t('equipment.tabs')}>
      {books.map((page) => <a key={page} href={routeToHash({ page })} aria-current={page === here ? 'page' : undefined}>{t(page === 'store' ? 'equipment.medicines' : 'equipment.title')}</a>)}
    </nav>
  );
}
