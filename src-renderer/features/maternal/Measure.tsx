import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { say } from '../../i18n/say.ts';
import { tidyNumber } from '../../ui/tidy-typed.ts';
import type { TypedField } from '../../ui/use-typed-form.ts';
import styles from './Maternal.module.css';

interface MeasureProps { label: string; /** Below `maternal.units`. */ unitWord: string | undefined; decimals: number; placeholder?: string | undefined; field(tidy: (typed: string) => string): TypedField; autoFocus?: boolean; 'data-span': string }

/** A number with its unit beside it. */
export function Measure({ label, unitWord, decimals, placeholder, field, autoFocus = false, ...place }: MeasureProps) {
  const { t, i18n } = useTranslation();
  const unit = unitWord === undefined ? '' : say(t, `maternal.units.${unitWord}`);
  return <TextInput {...place} label={label} placeholder={placeholder} autoFocus={autoFocus} inputMode={decimals === 0 ? 'numeric' : 'decimal'} className="num" {...(unit ? { rightSectionWidth: unit.length > 5 ? 66 : unit.length > 3 ? 54 : 40, rightSection: <span className={styles.unit}>{unit}</span> } : {})} {...field(tidyNumber(i18n.language))} />;
}
