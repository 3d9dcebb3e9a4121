import type { UnitChoice } from '../../src-shared/contract/first-start.ts';
import { foldForSearch } from '../../src-shared/domain/common/fold-for-search.ts';

const mostShown = 40;
/** Communes by any words of name or province, without tone marks; those whose own name reads so come first. */
export function findUnits(units: readonly FoldedUnit[], typed: string): UnitChoice[] {
  const phrase = foldForSearch(typed).trim();
  const words = phrase.split(' ').filter(Boolean);
  const [named, others]: [UnitChoice[], UnitChoice[]] = [[], []];
  for (const { folded, name, choice } of units) {
    if (` ${name} `.includes(` ${phrase} `)) named.push(choice);
    else if (others.length < mostShown && words.every((word) => folded.includes(` ${word}`))) others.push(choice);
  }
  return [...named, ...others].slice(0, mostShown);
}

/** A commune as it is looked for. */
export interface FoldedUnit { folded: string; name: string; choice: UnitChoice }
export const foldUnits = (units: readonly UnitChoice[]): FoldedUnit[] =>
  units.map((choice) => ({ choice, name: foldForSearch(choice.name), folded: ` ${foldForSearch(`${choice.name} ${choice.province} ${choice.code}`)}` }));
