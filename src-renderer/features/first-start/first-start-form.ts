import type { UnitChoice } from '../../../src-shared/contract/first-start.ts';
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
