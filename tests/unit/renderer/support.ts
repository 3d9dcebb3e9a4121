import i18next, { type TFunction } from 'i18next';
import { en } from '../../../src-renderer/i18n/en/index.ts';
import { vi } from '../../../src-renderer/i18n/vi/index.ts';

/** The words of a language, as the screens say them. */
export async function speakIn(language: 'vi' | 'en'): Promise<TFunction> {
  if (!i18next.isInitialized) await i18next.init({ lng: language, fallbackLng: 'vi', resources: { vi: { translation: vi }, en: { translation: en } }, interpolation: { escapeValue: false } });
  await i18next.changeLanguage(language);
  return i18next.t;
}
