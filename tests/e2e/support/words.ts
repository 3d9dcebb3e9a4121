import { vi } from '../../../src-renderer/i18n/vi/index.ts';

/** The words on the screen. Page objects look for them by their key, so a better wording breaks no journey. */
export const words = vi;

/** A wording with its facts filled in: `filled('Đã ghi {{name}} vào sổ', { name })`. */
export const filled = (template: string, facts: Record<string, string | number>): string => template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''));
