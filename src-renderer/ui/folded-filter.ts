import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import { foldForSearch } from '../../src-shared/domain/common/fold-for-search.ts';

/** What of a list fits what was typed: marks and capitals do not matter; every word typed must be there. */
export const foldedFilter: OptionsFilter = ({ options, search }) => {
  const words = foldForSearch(search).split(' ').filter(Boolean);
  const fits = (label: string) => { const folded = foldForSearch(label); return words.every((word) => folded.includes(word)); };
  return options
    .map((option) => ('group' in option ? { ...option, items: option.items.filter((item) => fits((item as ComboboxItem).label)) } : option))
    .filter((option) => 'group' in option || fits(option.label));
};
