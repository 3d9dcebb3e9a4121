import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../i18n/say.ts';
import { formatDate, today } from './format.ts';
import { parseTypedDate } from './parse-typed-date.ts';

/** Up to which day a list goes: heard as soon as a day stands there; left empty it is today, which is `''`. */
export function UntilField({ label, until, onChange }: { label: string; until: string; onChange(until: string): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(formatDate(until || today()));
  const [left, setLeft] = useState(false);
  const read = parseTypedDate(typed);
  const type = (text: string) => {
    setTyped(text);
    const day = parseTypedDate(text);
    if ('date' in day) onChange(day.date);
  };
  const leave = () => {
    setLeft(true);
    if ('empty' in read) { setTyped(formatDate(today())); onChange(''); } else if ('date' in read) setTyped(formatDate(read.date));
  };
  return <TextInput label={label} name="until" inputMode="numeric" value={typed} error={left && 'problem' in read ? say(t, `problems.${read.problem}`, { typed: read.typed }) : undefined} onChange={(event) => { type(event.currentTarget.value); }} onBlur={leave} />;
}
