/**
 * Citizen number (CCCD, số định danh cá nhân). identity.json `cccd`: 12 digits, layout and sex digits 0–1 VERIFIED,
 * digits 2–9 FROM KNOWLEDGE (NĐ 137/2015). There is no check digit.
 */
export const nationalIdPattern = /^0\d{11}$/;

/**
 * Birth-registration provinces before the merger of 2025; a number keeps its prefix for life. FROM KNOWLEDGE; newer
 * prefixes are not known, so an unknown one is a warning.
 */
const provincePrefixes = new Set((
  '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 ' +
  '048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
).split(' '));

/** Spaces, dots and dashes removed. */
export function normalizeNationalId(typed: string): string {
  return typed.normalize('NFC').replace(/[\s.\-]/g, '');
}

/** What the number says of its owner: a cross-check only, never a block (legal change of sex and clerical errors exist). */
export function readNationalId(nationalId: string): { sex: 'male' | 'female'; birthYear: number; provinceKnown: boolean } | undefined {
  if (!nationalIdPattern.test(nationalId)) return undefined;
  const sexAndCentury = Number(nationalId[3]);
  return {
    sex: sexAndCentury % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(sexAndCentury / 2) * 100 + Number(nationalId.slice(4, 6)),
    provinceKnown: provincePrefixes.has(nationalId.slice(0, 3)),
  };
}
