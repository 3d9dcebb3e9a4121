import { expect, it } from 'vitest';
import { problemWords } from '../../../src-renderer/features/import/import-words.ts';
import { speakIn } from './support.ts';

it('[IMP30] each reason names its column: by its heading, under merged headings by what is read from it, where none is chosen by what is missing', async () => {
  const t = await speakIn('vi');
  const sex = { code: 'Missing', field: 'sex' };
  expect([problemWords({ ...sex, letter: 'C', heading: 'Giới' }, t), problemWords({ ...sex, letter: 'C', heading: '' }, t), problemWords(sex, t), problemWords({ code: 'RepeatedInFile', value: '7' }, t)])
    .toEqual(['Cột C (Giới): chưa có', 'Cột C (Giới tính): chưa có', 'Giới tính: chưa có (chưa có cột nào được chọn cho mục này)', 'trùng với dòng 7 trong tệp']);
});
