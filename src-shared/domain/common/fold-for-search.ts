/** Marks left after NFD that carry tone and vowel quality. */
const combiningMarks = /[\u0300-\u036F]/g;
/** Apostrophes join (`H'Mông` → `hmong`); every other sign parts words. */
const apostrophes = /['’‘ʼʹ`´]/g;
const punctuation = /[\p{P}\p{S}\p{C}\p{Z}\s]+/gu;

/**
 * Search key without tone marks: `Ðặng Thuỳ Trâm` → `dang thuy tram`. đ (U+0111) and ð (U+00F0, typed by old fonts) do
 * not decompose, so both are mapped by hand; neither ICU nor FTS5 does it.
 * Source: text_rules.json `search_fold`, vectors VERIFIED by running.
 */
export function foldForSearch(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(combiningMarks, '').replace(/[đð]/g, 'd').replace(apostrophes, '').replace(punctuation, ' ').trim();
}

/** Second key: y after a consonant is i, so that Ký/Kí, Mỹ/Mĩ, Lý/Lí find each other. Takes folded text. */
export function foldYToI(folded: string): string {
  return folded.replace(/(?<=[bcdghklmnpqrstvx])y/g, 'i');
}
