import { describe, expect, it } from 'vitest';
import { foldForSearch, foldYToI } from '../../../../src-shared/domain/common/fold-for-search.ts';

describe('foldForSearch', () => {
  it.each([
    ['Nguyễn Thị Hoà', 'nguyen thi hoa'], ['Nguyễn Thị Hòa', 'nguyen thi hoa'], ['ĐẶNG THÙY TRÂM', 'dang thuy tram'],
    ['Đặng Thuỳ Trâm', 'dang thuy tram'], ['Ðặng', 'dang'], ['ðặng', 'dang'], ['Ký', 'ky'],
    ['  Ng.  Văn—An ', 'ng van an'], ["H'Mông", 'hmong'], ['H’Hen Niê', 'hhen nie'], ['Thôn 3/Xã 12', 'thon 3 xa 12'], ['', ''], ['…', ''], ['Ưu Ơ Ắ', 'uu o a'],
  ])('[PAT2] folds %j to %j', (typed, folded) => {
    expect(foldForSearch(typed)).toBe(folded);
  });

  it.each([['Ký', 'Kí'], ['Mỹ', 'Mĩ'], ['Lý', 'Lí'], ['Thi Sỹ', 'Thi Sĩ']])('[PAT4] %s and %s meet under the second key', (a, b) => {
    expect(foldYToI(foldForSearch(a))).toBe(foldYToI(foldForSearch(b)));
  });

  it.each(['Thuý', 'Y Bhăm', 'Yến', 'Nguyễn', 'Quý'])('[PAT4] leaves y after a vowel or at the start of %s', (name) => {
    expect(foldYToI(foldForSearch(name))).toBe(foldForSearch(name));
  });
});
