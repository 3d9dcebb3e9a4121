import { Select } from '@mantine/core';

interface PickProps { label: string; value: string; data: readonly { value: string; label: string }[]; onChange(value: string): void; error?: string | undefined; required?: boolean; 'data-span': string; name?: string }

/** One of a list, or nothing; arrows choose. */
export function Pick({ label, value, data, onChange, error, required = false, ...place }: PickProps) {
  return <Select {...place} label={label} withAsterisk={required} placeholder="–" clearable={!required} allowDeselect={!required} error={error} value={value || null} onChange={(chosen) => { onChange(chosen ?? ''); }} data={data} />;
}
