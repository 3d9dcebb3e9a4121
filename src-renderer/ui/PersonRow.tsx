import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { memo } from 'react';
import type { PatientRow } from '../../src-shared/contract/queries.ts';
import { formatDate, lastDigits } from './format.ts';
import styles from './PersonRow.module.css';
import type { RowWords } from './use-row-words.ts';

/** How high a row is, in CSS pixels. */
export const PERSON_ROW_PX = 46;

interface PersonRowProps { id: string; index: number; row: PatientRow | undefined; words: RowWords; active: boolean; /** Of a list of which only some rows are drawn: how many there are; the row is put in its place. */ setSize?: number; onPick(index: number): void }

/** One person in a list, told apart from eighty of the same name. */
export const PersonRow = memo(function PersonRow({ id, index, row, words, active, setSize, onPick }: PersonRowProps) {
  const place = setSize === undefined ? { position: 'relative' as const, height: PERSON_ROW_PX } : { top: index * PERSON_ROW_PX, height: PERSON_ROW_PX };
  return (
    <div id={id} className={styles.row} role="option" aria-selected={active} aria-setsize={setSize} aria-posinset={setSize === undefined ? undefined : index + 1} data-active={active || undefined} data-voided={row?.voided} data-line style={place} onClick={() => { onPick(index); }}>
      {row ? (
        <>
          <span data-column="name" title={row.fullName}>
            {row.fullName}
            {row.sameAs !== undefined && <em className={styles.second}>{words.second}</em>}
            {row.voided && <em className={styles.second}>{words.voided}</em>}
            {row.hasAllergies && <IconAlertTriangleFilled size={15} className={styles.allergy} role="img" aria-label={words.allergy} />}
          </span>
          <span data-column="sex">{words.sexes[row.sex]}</span>
          <span data-column="born" className="num">{formatDate(row.bornOn)}</span>
          <span data-column="village" title={row.village}>{row.village ?? '–'}</span>
          <span data-column="head" title={row.householdHead}>{row.householdHead ?? '–'}</span>
          <span data-column="id" className="num">{row.nationalId ? lastDigits(row.nationalId) : <em>{words.noId}</em>}</span>
          <span data-column="phone" className="num">{row.phone ?? '–'}</span>
        </>
      ) : <span data-column="name" className={styles.pending} />}
    </div>
  );
});
