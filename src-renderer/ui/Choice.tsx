import { Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';

interface ChoiceProps { label: string; value: string; data: { value: string; label: string }[]; onChange(value: string): void; error?: string; required?: boolean; description?: string }

/** One of a few, all in sight; arrows choose. */
export function Choice({ label, value, data, onChange, error, required, description }: ChoiceProps) {
  const id = useId();
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} error={error} required={required} withAsterisk={required} description={description} size="sm">
      <SegmentedControl fullWidth size="sm" aria-labelledby={id} value={value} onChange={onChange} data={data} data-invalid={error ? 'true' : undefined} tabIndex={error ? -1 : undefined} mt={2} styles={error ? { root: { boxShadow: 'inset 0 0 0 1px var(--mantine-color-error)' } } : undefined} />
    </Input.Wrapper>
  );
}
