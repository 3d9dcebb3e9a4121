import { useTranslation } from 'react-i18next';
import { routeToHash } from './route.ts';
import styles from './StoreTabs.module.css';

const books = ['store', 'order', 'equipment', 'coldChain'] as const;
const words = { store: 'equipment.medicines', order: 'supply.order.tab', equipment: 'equipment.title', coldChain: 'coldChain.title' } as const;

/** The pages of the store room: medicines, what to order of them, equipment, and what the fridges read. */
export function StoreTabs({ here }: { here: (typeof books)[number] }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} aria-label={t('equipment.tabs')}>
      {books.map((page) => <a key={page} href={routeToHash({ page })} aria-current={page === here ? 'page' : undefined}>{t(words[page])}</a>)}
    </nav>
  );
}
