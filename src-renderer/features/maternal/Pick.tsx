import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { say } from '../../i18n/say.ts';

interface PickProps { label: string; value: string; /** The list and its words below `maternal`. */ list: readonly string[]; words: string; onChange(value: string): void; error?: string | undefined; required?: boolean; 'data-span': string; name?: string }

/** One of a list, or nothing; arrows choose. */
export function Pick({ label, value, list, words, onChange, error, required = false, ...place }: PickProps) {
  const { t } = useTranslation();
  return <Select {...place} label={label} withAsterisk={required} placeholder="–" clearable={!required} allowDeselect={!required} error={error} value={value || null} onChange={(chosen) => { onChange(chosen ?? ''); }} data={list.map((one) => ({ value: one, label: say(t, `maternal.${words}.${one}`) }))} />;
}
