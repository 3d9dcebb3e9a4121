import { IconAlertTriangleFilled } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientRow } from '../../src-shared/contract/queries.ts';
import { formatDate, lastDigits } from './format.ts';
import styles from './PersonRow.module.css';

interface PersonRowProps { id: string; row: PatientRow | undefined; active: boolean; style?: CSSProperties; onClick(): void; setSize?: number; position?: number }

/** One person in a list, told apart from eighty of the same name. */
export function PersonRow({ id, row, active, style, onClick, setSize, position }: PersonRowProps) {
  const { t } = useTranslation();
  return (
    <div id={id} className={styles.row} role="option" aria-selected={active} aria-setsize={setSize} aria-posinset={position} data-active={active || undefined} data-voided={row?.voided} data-line style={style} onClick={onClick}>
      {row ? (
        <>
          <span data-column="name" title={row.fullName}>
            {row.fullName}
            {row.sameAs !== undefined && <em className={styles.second}>{t('same.badge')}</em>}
            {row.voided && <em className={styles.second}>{t('voidPerson.badge')}</em>}
            {row.hasAllergies && <IconAlertTriangleFilled size={15} className={styles.allergy} role="img" aria-label={t('people.allergyMark')} />}
          </span>
          <span data-column="sex">{t(`sexes.${row.sex}`)}</span>
          <span data-column="born" className="num">{formatDate(row.bornOn)}</span>
          <span data-column="village" title={row.village}>{row.village ?? '–'}</span>
          <span data-column="head" title={row.householdHead}>{row.householdHead ?? '–'}</span>
          <span data-column="id" className="num">{row.nationalId ? lastDigits(row.nationalId) : <em>{t('people.noId')}</em>}</span>
          <span data-column="phone" className="num">{row.phone ?? '–'}</span>
        </>
      ) : <span data-column="name" className={styles.pending} />}
    </div>
  );
}
