import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { piecesHere } from '../../../src-shared/domain/facility/derive-equipment.ts';
import { formatCount } from '../../ui/format.ts';
import { routeToHash } from '../../ui/route.ts';
import { useSearchText } from '../../ui/use-search-text.ts';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import { filters, linesShown, type Filter } from './equipment-filters.ts';
import { EquipmentMarks } from './EquipmentMarks.tsx';
import styles from './EquipmentPage.module.css';

/** The lines of the register, by state, found by a few letters. */
export function EquipmentList({ lines, chosenId }: { lines: EquipmentRow[]; chosenId: string | undefined }) {
  const { t, i18n } = useTranslation();
  const search = useSearchText();
  const [filter, setFilter] = useState<Filter>('here');
  const shown = linesShown(lines, filter, search.asked);
  return (
    <div className={styles.list}>
      <div className={styles.listHead}>
        <TextInput value={search.typed} {...search.input} placeholder={t('equipment.search')} aria-label={t('equipment.search')} leftSection={<IconSearch size={16} />} autoFocus />
        <Select size="xs" aria-label={t('equipment.filter')} value={filter} allowDeselect={false} onChange={(chosen) => { setFilter(filters.find((one) => one === chosen) ?? 'here'); }}
          data={filters.map((value) => ({ value, label: `${t(`equipment.filters.${value}`)} (${formatCount(linesShown(lines, value, '').length, i18n.language)})` }))} />
      </div>
      <div className={styles.rows}>
        {shown.length === 0 && <p className={styles.none}>{t('equipment.nothingFound')}</p>}
        <VirtualRows rows={shown} keyOf={({ _id }) => _id} rowPx={54} testId="equipment-list">
          {(line) => (
            <a className={styles.row} href={routeToHash({ page: 'equipment', id: line._id })} aria-current={line._id === chosenId || undefined} data-faded={line.voided ? true : undefined}>
              <span className={styles.words}><strong>{line.name}</strong><span>{[line.serial, line.location].filter(Boolean).join(' · ')}</span></span>
              <span className={styles.marks}>
                <span className="num">{formatCount(piecesHere(line) || line.quantity, i18n.language)} {line.countUnit}</span>
                {!line.voided && <EquipmentMarks line={line} quiet />}
              </span>
            </a>
          )}
        </VirtualRows>
      </div>
    </div>
  );
}
