import { Chip, Input } from '@mantine/core';
import { useId } from 'react';
import styles from './Picks.module.css';

interface PicksProps { label: string; value: readonly string[]; data: readonly { value: string; label: string }[]; onChange(value: string[]): void }

/** Any of a few, all in sight; Tab goes from one to the next, Space picks. */
export function Picks({ label, value, data, onChange }: PicksProps) {
  const id = useId();
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} size="sm">
      <div role="group" aria-labelledby={id} className={styles.picks}>
        {data.map((one) => <Chip key={one.value} size="xs" radius="md" checked={value.includes(one.value)} onChange={(picked) => { onChange(picked ? [...value, one.value] : value.filter((other) => other !== one.value)); }}>{one.label}</Chip>)}
      </div>
    </Input.Wrapper>
  );
}
