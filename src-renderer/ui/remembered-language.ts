import type { Language } from '../i18n/words.ts';

const KEY = 'tramxa-console-language';

/** The console has no account settings: the language is this browser's own. Storage may be forbidden; then it is Vietnamese. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Said again next time.
  }
}
