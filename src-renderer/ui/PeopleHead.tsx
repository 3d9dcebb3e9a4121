import { useTranslation } from 'react-i18next';
import styles from './PersonRow.module.css';

const columns = ['name', 'sex', 'born', 'village', 'head', 'id', 'phone'] as const;

/** The headings over rows of people; `scrollbarPx`: room the rows below leave for theirs. */
export function PeopleHead({ scrollbarPx = 0 }: { scrollbarPx?: number }) {
  const { t } = useTranslation();
  return (
    <div className={`${styles.row ?? ''} ${styles.head ?? ''}`} style={{ marginRight: scrollbarPx }} aria-hidden>
      {columns.map((column) => <span key={column} data-column={column}>{t(`people.column.${column}`)}</span>)}
    </div>
  );
}
