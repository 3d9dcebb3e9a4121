/** Mobile: text_rules.json `phone` (FROM KNOWLEDGE). Landline: 02x, 11 digits in all (FROM KNOWLEDGE, renumbering of 2017). */
const mobile = /^0[35789]\d{8}$/;
const landline = /^02\d{9}$/;

/** Prefixes moved from 11 to 10 digits in September 2018 (FROM KNOWLEDGE). */
const movedPrefixes: Readonly<Record<string, string>> = {
  '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078',
  '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082',
  '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036', '0167': '037', '0168': '038', '0169': '039',
  '0186': '056', '0188': '058', '0199': '059',
};

/** Spaces, dots, dashes and brackets removed; +84, 0084 or 84 becomes 0. */
export function normalizePhone(typed: string): string {
  const digits = typed.normalize('NFC').replace(/[\s.\-()]/g, '');
  return digits.replace(/^(\+84|0084|84(?=\d{9,10}$))/, '0');
}

export function isPhone(phone: string): boolean {
  return mobile.test(phone) || landline.test(phone);
}

/** The number of today for an 11-digit mobile number of before 2018; `undefined` for anything else. */
export function convertOldPhone(phone: string): string | undefined {
  const moved = phone.length === 11 ? movedPrefixes[phone.slice(0, 4)] : undefined;
  return moved === undefined || !/^\d+$/.test(phone) ? undefined : moved + phone.slice(4);
}
