import type { UnitChoice } from '../../../src-shared/contract/first-start.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { passwordProblems, type PasswordFields } from '../../ui/password-problems.ts';
import type { Problems } from '../../ui/problems.ts';
import { isAccountName } from '../../ui/suggest-account.ts';

export interface UnitFields { unit: string; unitName: string }
export interface HeadFields extends PasswordFields { displayName: string; account: string }

export function unitProblems({ unit, unitName }: UnitFields): Problems {
  const problems: Problems = {};
  if (unit.trim() === '') problems.unit = { code: 'required' };
  else if (!/^[a-z0-9]{1,40}$/.test(unit.trim())) problems.unit = { code: 'unitFormat' };
  if (unitName.trim() === '') problems.unitName = { code: 'required' };
  return problems;
}

export function headProblems(fields: HeadFields): Problems {
  const problems = passwordProblems(fields);
  if (fields.displayName.trim() === '') problems.displayName = { code: 'required' };
  if (fields.account.trim() === '') problems.account = { code: 'required' };
  else if (!isAccountName(fields.account.trim().toLowerCase())) problems.account = { code: 'codeFormat' };
  return problems;
}

/** `Xã An Phú` → `Trạm Y tế xã An Phú`. */
export const stationNameOf = ({ name }: UnitChoice): string => `Trạm Y tế ${name.charAt(0).toLowerCase()}${name.slice(1)}`;

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
