import { ActionIcon, Menu, TextInput, UnstyledButton } from '@mantine/core';
import { IconBan, IconX } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notMeasuredReasons, vitalSigns, type VitalSignName } from '../../../src-shared/domain/encounter/observations.ts';
import { FieldComment } from '../../ui/FieldComment.tsx';
import { tidyNumber } from '../../ui/tidy-typed.ts';
import type { VitalAnswer } from './encounter-form.ts';
import styles from './VitalsGrid.module.css';

interface VitalFieldProps { name: VitalSignName; answer: VitalAnswer; required: boolean; error?: string; /** A reviewer's. */ comment?: string; /** What the number says, below it. */ note?: ReactNode; onChange(answer: VitalAnswer): void; onLeave(): void }

/** One measure with its unit, or why it was not measured. Told about a wild number when the field is left. */
export function VitalField({ name, answer, required, error, comment, note, onChange, onLeave }: VitalFieldProps) {
  const { t, i18n } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const label = t(`encounters.vitals.${name}`);
  const reason = notMeasuredReasons.find((r) => r === answer.notMeasured);
  const unit = t(`encounters.units.${vitalSigns[name].unit}`);

  if (reason) {
    return (
      <div className={styles.field}>
        <span className={styles.label}>{label}</span>
        <UnstyledButton className={styles.notMeasured} onClick={() => { onChange({ typed: '', notMeasured: '' }); setTimeout(() => input.current?.focus(), 0); }} title={t('encounters.measure')} data-vital={name}>
          <span>{t(`encounters.notMeasuredReasons.${reason}`)}</span><IconX size={14} aria-label={t('encounters.measure')} />
        </UnstyledButton>
        {note}
        <FieldComment text={comment} />
      </div>
    );
  }
  return (
    <div className={styles.field}>
      <TextInput
        ref={input} label={label} withAsterisk={required} value={answer.typed} error={error} inputMode="decimal" autoComplete="off" className="num" name={name} data-vital={name}
        onChange={(event) => { onChange({ typed: event.currentTarget.value, notMeasured: '' }); }}
        onBlur={() => { const tidied = tidyNumber(i18n.language)(answer.typed); if (tidied !== answer.typed) onChange({ typed: tidied, notMeasured: '' }); onLeave(); }}
        onKeyDown={(event) => { if (event.key === 'ArrowDown') { event.preventDefault(); setChoosing(true); } }}
        rightSectionWidth={74} rightSectionPointerEvents="all"
        rightSection={
          <span className={styles.right}>
            <span className={styles.unit}>{unit}</span>
            <Menu opened={choosing} onChange={setChoosing} position="bottom-end" onClose={() => { if (answer.notMeasured === '') input.current?.focus(); }}>
              <Menu.Target>
                <ActionIcon size="sm" tabIndex={-1} aria-label={`${label}: ${t('encounters.notMeasured')}`}><IconBan size={14} /></ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Label>{t('encounters.notMeasuredWhy')}</Menu.Label>
                {notMeasuredReasons.map((why) => <Menu.Item key={why} onClick={() => { onChange({ typed: '', notMeasured: why }); }}>{t(`encounters.notMeasuredReasons.${why}`)}</Menu.Item>)}
              </Menu.Dropdown>
            </Menu>
          </span>
        }
      />
      {note}
      <FieldComment text={comment} />
    </div>
  );
}
