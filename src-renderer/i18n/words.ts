import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { vi } from './vi/index.ts';

export type Language = 'vi' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof vi };
  }
}

/** Starts i18next with both languages in the page; Vietnamese unless the station remembers otherwise. */
export function startWords(language: Language = 'vi'): i18n {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    resources: { vi: { translation: vi }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
  return i18next;
}

/** Changes every word on the screen at once. */
export function speak(language: Language): void {
  if (i18next.language === language) return;
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
