import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from './format.ts';

/** Values of the list that are no names of villages. */
const EVERY = 'every';
const NONE = 'none';
const nameOf = (village: string) => `name ${village}`;

/** `value`: none for every village, `null` for people of whom none is written down. `villages`: with how many there are, `village` left out where none is written down. */
interface VillageFilterProps { villages: readonly { village?: string; count: number }[]; value: string | null | undefined; onChange(value: string | null | undefined): void }

/** Of which village. One chosen before stays in the list when nobody of it is found any more. */
export function VillageFilter({ villages, value, onChange }: VillageFilterProps) {
  const { t, i18n } = useTranslation();
  const counted = (words: string, count: number) => `${words} (${formatCount(count, i18n.language)})`;
  const named = villages.flatMap(({ village, count }) => (village === undefined ? [] : [{ value: nameOf(village), label: counted(village, count) }]));
  const gone = typeof value === 'string' && !villages.some(({ village }) => village === value) ? [{ value: nameOf(value), label: value }] : [];
  const without = villages.find(({ village }) => village === undefined);
  return (
    <Select
      label={t('common.village')} searchable allowDeselect={false} value={value === undefined ? EVERY : value === null ? NONE : nameOf(value)}
      onChange={(chosen) => { onChange(chosen === NONE ? null : chosen === EVERY || chosen === null ? undefined : chosen.slice(nameOf('').length)); }}
      data={[{ value: EVERY, label: t('common.everyVillage') }, ...named, ...gone, ...(without || value === null ? [{ value: NONE, label: counted(t('common.noVillage'), without?.count ?? 0) }] : [])]}
    />
  );
}
