/** How letters were written before Unicode: `tcvn3` (ABC, fonts `.VnTime`), `vni` (VNI-Times). FROM KNOWLEDGE, both tables. */
export type LegacyLetters = 'tcvn3' | 'vni';

const zip = (codes: string, letters: string): Map<string, string> => new Map([...codes].map((code, i) => [code, [...letters][i] ?? code]));

/** One code a letter; capitals with marks have no codes of their own (fonts `…H` draw small letters as capitals). TCVN 5712:1993, VN3. */
const tcvn3 = zip(
  'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦',
  'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ',
);

/** A plain letter followed by one for its mark. */
const vniMarks: Readonly<Record<string, readonly [marks: string, letters: string]>> = {
  a: ['ùøûõïêéèúüëâáàåãä', 'áàảãạăắằẳẵặâấầẩẫậ'], e: ['ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ'], o: ['ùøûõïâáàåãä', 'óòỏõọôốồổỗộ'],
  u: ['ùøûõï', 'úùủũụ'], y: ['ùøûõ', 'ýỳỷỹ'], ô: ['ùøûõï', 'ớờởỡợ'], ö: ['ùøûõï', 'ứừửữự'],
};
const vniAlone = zip('íìæóòîñôö', 'íìỉĩịỵđơư');
const vniPairs = new Map(Object.entries(vniMarks).flatMap(([base, [marks, letters]]) => [...zip(marks, letters)].map(([mark, letter]) => [base + mark, letter] as const)));
const vniPair = new RegExp(`[${Object.keys(vniMarks).join('')}][${[...new Set(Object.values(vniMarks).flatMap(([marks]) => [...marks]))].join('')}]`, 'giu');

/** Text written in an old way, as Unicode (NFC). Text that is Unicode already must not be given. */
export function decodeLegacy(text: string, letters: LegacyLetters): string {
  return (letters === 'tcvn3' ? decodeTcvn3(text) : decodeVni(text)).normalize('NFC');
}

function decodeTcvn3(text: string): string {
  return text.replace(/\S+/gu, (word) => {
    const decoded = [...word].map((code) => tcvn3.get(code) ?? code).join('');
    // Typed in a font of capitals: plain letters are capitals, the others only look so.
    const plain = word.replace(/[^A-Za-z]/g, '');
    return plain.length > 1 && plain === plain.toUpperCase() ? decoded.toUpperCase() : decoded;
  });
}

function decodeVni(text: string): string {
  const pairsDone = text.replace(vniPair, (pair) => {
    const letter = vniPairs.get(pair.toLowerCase());
    return letter === undefined ? pair : `\uE000${pair[0] === pair[0]?.toLowerCase() ? letter : letter.toUpperCase()}`;
  });
  // A letter made from a pair is not read again.
  return pairsDone.replace(/\uE000?./gsu, (at) => {
    if (at.startsWith('\uE000')) return at.slice(1);
    const alone = vniAlone.get(at.toLowerCase());
    return alone === undefined ? at : at === at.toLowerCase() ? alone : alone.toUpperCase();
  });
}
