import { foldForSearch } from '../common/fold-for-search.ts';
import type { Equipment } from '../facility/equipment.schema.ts';
import { coldPlaceKind, type ColdPlaceKind } from './cold-place.ts';

/** Words for what keeps cold, wherever they stand in a name (chosen). A flask for water is none. */
const kindByWords: readonly (readonly [RegExp, ColdPlaceKind])[] = [
  [/\b(tu dong|lanh am|am sau|freezer)\b/, 'freezer'],
  [/\b(phich(?! nuoc)|(hom|thung) lanh|(cold|cool) box|vaccine carrier)\b/, 'coldBox'],
  [/\b(tu (lanh|mat|bao quan)|kho lanh|refrigerator|fridge)\b/, 'fridge'],
];

/** What a line may be that is no cold place and did not say so: to be asked about. `undefined`: nothing to ask. */
export function proposeColdPlace(line: Pick<Equipment, 'code' | 'name' | 'coldPlace'>): ColdPlaceKind | undefined {
  if (line.coldPlace !== undefined || coldPlaceKind(line) !== undefined) return undefined;
  // "tự động" is spelt as "tủ đông" without its marks, and half of all machines are called so.
  const folded = foldForSearch(line.name.normalize('NFC').toLowerCase().replaceAll('tự động', ' '));
  return kindByWords.find(([words]) => words.test(folded))?.[1];
}
