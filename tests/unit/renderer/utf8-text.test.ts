import { describe, expect, it } from 'vitest';
import { utf8Text } from '../../../src-renderer/features/review/utf8-text.ts';

describe('text of a file', () => {
  it('[CAT13] is read as UTF-8 with or without its mark, and not at all when it is something else', () => {
    expect(utf8Text(Buffer.from('\uFEFFmã,tên\n1,Thuốc'))).toBe('mã,tên\n1,Thuốc');
    expect(utf8Text(Buffer.from('code\nA'))).toBe('code\nA');
    expect(utf8Text(Buffer.from('Tên thuốc', 'utf16le'))).toBeUndefined();
    expect(utf8Text(Uint8Array.of(0x54, 0xea, 0x6e))).toBeUndefined();
  });
});
