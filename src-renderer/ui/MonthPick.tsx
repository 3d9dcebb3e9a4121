import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { addMonths } from '../../src-shared/domain/common/partial-date.ts';
import { formatDate, today } from './format.ts';
import { parseTypedDate } from './parse-typed-date.ts';

interface MonthPickProps { month: string; words: Readonly<Record<'pick' | 'previous' | 'next' | 'badMonth', string>>; onChange(month: string): void }

/** A month that is not in the future, typed or stepped to. */
export function MonthPick({ month, words, onChange }: MonthPickProps) {
  const [typed, setTyped] = useState(formatDate(month));
  const readMonth = (text: string) => { const read = parseTypedDate(text, { partial: true, today: today() }); return 'date' in read && read.date.length === 7 ? read.date : undefined; };
  const type = (text: string) => { setTyped(text); const read = readMonth(text); if (read !== undefined) onChange(read); };
  const step = (months: number) => { const wanted = addMonths(`${month}-01`, months).slice(0, 7); onChange(wanted); setTyped(formatDate(wanted)); };
  const isWrong = readMonth(typed) === undefined;
  return (
    <div style={{ display: 'flex', gap: '0.5rem', alignItems: 'flex-end' }}>
      <ActionIcon size={36} variant="default" aria-label={words.previous} onClick={() => { step(-1); }}><IconChevronLeft size={18} /></ActionIcon>
      <TextInput w="9rem" aria-label={words.pick} name="month" inputMode="numeric" value={typed} error={isWrong ? words.badMonth : undefined} onChange={(event) => { type(event.currentTarget.value); }} onBlur={() => { if (!isWrong) setTyped(formatDate(month)); }} />
      <ActionIcon size={36} variant="default" aria-label={words.next} disabled={month >= today().slice(0, 7)} onClick={() => { step(1); }}><IconChevronRight size={18} /></ActionIcon>
    </div>
  );
}
