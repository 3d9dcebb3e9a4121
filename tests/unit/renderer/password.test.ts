import { describe, expect, it } from 'vitest';
import { headProblems, stationNameOf, unitProblems } from '../../../src-renderer/features/first-start/first-start-form.ts';
import { findUnits, foldUnits } from '../../../src-renderer/ui/find-units.ts';
import { accountProblems, emptyAccount } from '../../../src-renderer/features/accounts/account-form.ts';
import { hasVietnameseMarks } from '../../../src-renderer/ui/has-vietnamese-marks.ts';
import { passwordProblems } from '../../../src-renderer/ui/password-problems.ts';
import { nameTyped, suggestAccount } from '../../../src-renderer/ui/suggest-account.ts';

describe('passwords and sign-in names as they are typed', () => {
  it('[SCR30] tells marks and letters a typing program made, composed or not, and nothing else', () => {
    for (const typed of ['trạm xá', 'trạm xá'.normalize('NFD'), 'đ', 'ơn', 'ÂM']) expect([typed, hasVietnameseMarks(typed)]).toEqual([typed, true]);
    for (const typed of ['', 'tram xa 2026', 'P@ss-w0rd!', 'a^b~c`d', '漢字']) expect([typed, hasVietnameseMarks(typed)]).toEqual([typed, false]);
  });

  it('[SCR31] a new password is long enough and typed twice the same, whatever its composition', () => {
    expect(passwordProblems({ password: '', again: '' })).toEqual({ password: { code: 'required' } });
    expect(passwordProblems({ password: 'ngắn', again: 'ngắn' })).toMatchObject({ password: { code: 'passwordTooShort', shortest: 6 } });
    expect(passwordProblems({ password: 'một câu', again: 'mot cau' })).toEqual({ again: { code: 'passwordsDiffer' } });
    expect(passwordProblems({ password: 'một câu'.normalize('NFC'), again: 'một câu'.normalize('NFD') })).toEqual({});
  });

  it('[SCR31] a sign-in name is suggested from the given name and refused where it is taken', () => {
    expect(suggestAccount('Nguyễn Thị Hoà')).toBe('hoa');
    expect(suggestAccount('Phạm Văn Đức', ['duc', 'duc2'])).toBe('duc3');
    expect(nameTyped({ displayName: 'Lê Văn Tâ', account: 'ta' }, 'Lê Văn Tâm')).toEqual({ displayName: 'Lê Văn Tâm', account: 'tam' });
    expect(nameTyped({ displayName: '', account: '' }, 'Tâm', ['tam'])).toEqual({ displayName: 'Tâm', account: 'tam2' });
    for (const account of ['y-si-tam', '']) expect(nameTyped({ displayName: 'Lê Văn Tâ', account }, 'Lê Văn Tâm')).toEqual({ displayName: 'Lê Văn Tâm', account });
    expect(accountProblems({ ...emptyAccount, displayName: 'Lan', account: 'lan', role: 'doctor', password: 'mot cau', again: 'mot cau' }, ['lan'])).toEqual({ account: { code: 'refusals.AccountNameUsed' } });
    expect(Object.keys(accountProblems(emptyAccount, []))).toEqual(['password', 'displayName', 'account', 'role']);
    expect(headProblems({ displayName: 'Lan', account: 'Lan ', password: 'mot cau', again: 'mot cau' })).toEqual({});
  });

  it('[SCR32] a commune is found by any words, with or without marks, its own name first', () => {
    const units = foldUnits([{ code: '1', name: 'Xã An Bình', province: 'Phú Thọ' }, { code: '2', name: 'Xã An Phú', province: 'An Giang' }, { code: '3', name: 'Phường Ba Đình', province: 'Hà Nội' }]);
    expect(findUnits(units, 'an phu').map(({ code }) => code)).toEqual(['2', '1']);
    expect(findUnits(units, 'Ba Đình hà').map(({ code }) => code)).toEqual(['3']);
    expect(findUnits(units, 'khong co')).toEqual([]);
    expect(stationNameOf({ code: '2', name: 'Xã An Phú', province: '' })).toBe('Trạm Y tế xã An Phú');
    expect(unitProblems({ unit: 'a-b.1', unitName: ' ' })).toEqual({ unit: { code: 'unitFormat' }, unitName: { code: 'required' } });
  });
});
