import { ActionIcon, Textarea } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldWords } from '../../ui/field-words.ts';

/** A reviewer's comment on one field: a small button, then a line to type. */
export function FieldRemark({ field, name, text, onChange }: { field: string; /** Where the form calls it otherwise than others do. */ name?: string; text: string; onChange(text: string): void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const label = t('review.decide.commentFor', { field: name ?? fieldWords(field, t) });
  if (!open && text === '') return <ActionIcon size="sm" aria-label={label} title={t('review.decide.addComment')} onClick={() => { setOpen(true); }} style={{ verticalAlign: 'middle' }}><IconMessagePlus size={15} /></ActionIcon>;
  return <Textarea aria-label={label} placeholder={label} autoFocus minRows={1} size="xs" mt={4} maxLength={1000} value={text} onChange={(event) => { onChange(event.currentTarget.value); }} onBlur={() => { if (text.trim() === '') setOpen(false); }} />;
}
