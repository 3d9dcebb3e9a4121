import { Radio } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { healthClasses } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import styles from './ClassChoice.module.css';

interface ClassChoiceProps { value: string; error?: string; onChange(value: string): void; /** A younger person may have none (ENC5). */ required: boolean; classes: typeof healthClasses; /** The cursor begins here. */ autoFocus?: boolean }

/** Class of health I–V, each with its word; pressed again, it is taken back. */
export function ClassChoice({ value, error, onChange, required, classes, autoFocus = false }: ClassChoiceProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!autoFocus) return;
    box.current?.scrollIntoView({ block: 'center' });
    box.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [autoFocus]);
  return (
    <Radio.Group label={t('encounters.field.conclusionClass')} value={value} onChange={onChange} error={error} withAsterisk={required}>
      <div ref={box} className={styles.classes} data-invalid={error ? 'true' : undefined} tabIndex={error ? -1 : undefined}>
        {classes.map((name) => (
          <Radio.Card key={name} value={name} className={styles.class} onClick={() => { if (value === name) onChange(''); }}>
            <strong>{name}</strong><span>{t(`encounters.classes.${name}`)}</span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
