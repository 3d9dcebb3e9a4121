const onset = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvxfjzw])';
const nucleus = '(?:uyê|uya|uyu|uây|uôi|uâ|uê|uô|uơ|uy|ua|ui|ươi|ươu|ươ|ưa|ưi|ưu|iêu|yêu|iê|yê|ia|iu|oai|oao|oay|oeo|oa|oă|oe|oi|oo|ai|ao|au|ay|âu|ây|eo|êu|ôi|ôô|ơi|[aăâeêioôơuưy])';
const coda = '(?:ch|ng|nh|[cmnptk])';
const syllable = new RegExp(`^${onset}?${nucleus}${coda}?$`, 'u');
/** Tone marks alone: grave, acute, hook, tilde, dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Whether a word can be one Vietnamese syllable: how text read in the wrong letters is told from text read in the right ones. */
export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  if ((decomposed.match(tones) ?? []).length > 1) return false;
  return syllable.test(decomposed.replace(tones, '').normalize('NFC'));
}
