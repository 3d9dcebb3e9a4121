import { describe, expect, it } from 'vitest';
import { decodeLegacy } from '../../../../src-shared/domain/import/legacy-letters.ts';
import { detectLetters, readLetters } from '../../../../src-shared/domain/import/detect-letters.ts';

const tcvn3 = ['NguyÔn ThÞ Hoµ', 'TrÇn V¨n B×nh', '§Æng Thuú Tr©m', 'Ph­¬ng', 'Th«n §«ng'];
const vni = ['Nguyeãn Thò Hoaø', 'Traàn Vaên Bình', 'Ñaëng Thuyø Traâm', 'Phöông', 'Thoân Ñoâng'];
const unicode = ['Nguyễn Thị Hoà', 'Trần Văn Bình', 'Đặng Thuỳ Trâm', 'Phương', 'Thôn Đông'];

describe('letters of old files', () => {
  it('[IMP2] reads TCVN3 (ABC)', () => {
    expect(tcvn3.map((text) => decodeLegacy(text, 'tcvn3'))).toEqual(unicode);
    expect(decodeLegacy('NGUYÔN V¡N An', 'tcvn3').split(' ')[0]).toBe('NGUYỄN');
  });

  it('[IMP2] reads VNI', () => {
    expect(vni.map((text) => decodeLegacy(text, 'vni'))).toEqual([...unicode.slice(0, 2), 'Đặng Thuỳ Trâm', 'Phương', 'Thôn Đông']);
    expect(decodeLegacy('NGUYEÃN ÑÖÙC', 'vni')).toBe('NGUYỄN ĐỨC');
  });

  it('[IMP2] recognises the letters of a list, and leaves lines typed in Unicode as they are', () => {
    expect(detectLetters(tcvn3)).toBe('tcvn3');
    expect(detectLetters(vni)).toBe('vni');
    expect(detectLetters(unicode)).toBe('unicode');
    expect(detectLetters(['Nguyen Van A', '123'])).toBe('unicode');
    expect(readLetters('Họ và tên', detectLetters([...tcvn3, 'Họ và tên']))).toBe('Họ và tên');
    expect(readLetters(tcvn3[0]!, detectLetters([...tcvn3, 'Họ và tên']))).toBe(unicode[0]);
  });
});
