import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueRow, ReferenceName } from '../../../src-shared/contract/hub-api.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { notifySaved } from '../../ui/notify.ts';
import { tidyDate } from '../../ui/tidy-typed.ts';
import { CatalogueFaults } from './CatalogueFaults.tsx';
import { entryFields, fieldsToEntry, retiredDays, rowToFields, type EntryField, type EntryFields } from './entry-form.ts';
import { useCatalogueChange } from './use-catalogue-change.ts';

interface EditEntryProps { catalogue: ReferenceName; row: CatalogueRow | undefined; units: { value: string; label: string }[]; onClose(): void; onDone(): void }

/** One entry: new, edited or retired. It waits until the edits are published. */
export function EditEntry({ catalogue, row, units, onClose, onDone }: EditEntryProps) {
  const { t } = useTranslation();
  const [fields, setFields] = useState<EntryFields>(() => rowToFields(catalogue, row, today()));
  const change = useCatalogueChange();
  const set = (patch: EntryFields) => { setFields((before) => ({ ...before, ...patch })); };
  const keep = async (given: EntryFields) => {
    if (await change.run((client) => client.catalogues.stage({ catalogue, entries: [fieldsToEntry(catalogue, given, row, today())] })) === undefined) return;
    notifySaved(t('reference.kept'), [], t);
    onDone();
  };
  const tidy = (name: string) => () => { set({ [name]: tidyDate({ today: today() })(fields[name] ?? '') }); };
  const codeWords = catalogue === 'diagnoses' ? 'icd10' : catalogue === 'units' ? 'unitKey' : 'code';
  return (
    <Dialog title={row ? t('reference.edit', { code: row.code }) : t('reference.add')} size="xl" onClose={onClose} holds>
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void keep(fields); }} noValidate autoComplete="off" data-testid="edit-entry">
        <div className={layout.fields}>
          <TextInput data-span="6" label={t(`reference.field.${codeWords}`)} withAsterisk disabled={row !== undefined} data-autofocus={row === undefined || undefined} spellCheck={false} value={fields['code'] ?? ''} onChange={(event) => { set({ code: event.currentTarget.value }); }} />
          {entryFields[catalogue].map((field, at) => <EntryInputField key={field.name} field={field} units={units} value={fields[field.name] ?? ''} focus={row !== undefined && at === 0} onChange={(value) => { set({ [field.name]: value }); }} />)}
          <TextInput data-span="3" label={t('reference.field.from')} inputMode="numeric" value={fields['from'] ?? ''} onChange={(event) => { set({ from: event.currentTarget.value }); }} onBlur={tidy('from')} />
          <TextInput data-span="3" label={t('reference.field.to')} placeholder={t('reference.field.toHint')} inputMode="numeric" value={fields['to'] ?? ''} onChange={(event) => { set({ to: event.currentTarget.value }); }} onBlur={tidy('to')} />
          {catalogue === 'units' && row && <TextInput data-span="3" label={t('reference.field.since')} inputMode="numeric" value={fields['since'] ?? ''} onChange={(event) => { set({ since: event.currentTarget.value }); }} onBlur={tidy('since')} />}
        </div>
        <CatalogueFaults run={change} withCodes={false} />
        <div className={layout.row}>
          <div>
            {row && !row.isOver && <Button variant="subtle" color="brick" disabled={change.running} onClick={() => { void keep({ ...fields, ...retiredDays(fields, today()) }); }}>{t('reference.retire')}</Button>}
            {row?.isOver && <Button variant="subtle" disabled={change.running} onClick={() => { void keep({ ...fields, to: '' }); }}>{t('reference.again')}</Button>}
          </div>
          <DialogFoot onCancel={onClose} saving={change.running}>{t('reference.keep')}</DialogFoot>
        </div>
      </form>
    </Dialog>
  );
}

interface EntryInputFieldProps { field: EntryField; units: { value: string; label: string }[]; value: string; focus: boolean; onChange(value: string): void }

function EntryInputField({ field: { words, span, needed, kind, name }, units, value, focus, onChange }: EntryInputFieldProps) {
  const { t } = useTranslation();
  const label = t(`reference.field.${words as 'name'}`);
  const common = { 'data-span': String(span), label, withAsterisk: needed === true, 'data-autofocus': focus || undefined, name };
  if (kind === 'yes') return <Checkbox {...common} checked={value !== ''} onChange={(event) => { onChange(event.currentTarget.checked ? 'yes' : ''); }} />;
  if (kind === 'long') return <Textarea {...common} autosize minRows={3} maxLength={4000} value={value} onChange={(event) => { onChange(event.currentTarget.value); }} />;
  if (kind === 'unit') return <Select {...common} searchable clearable data={value === '' || units.some((one) => one.value === value) ? units : [...units, { value, label: value }]} value={value === '' ? null : value} onChange={(chosen) => { onChange(chosen ?? ''); }} />;
  if (kind === 'tier') {
    const known = Object.keys(t('tiers', { returnObjects: true }));
    return <Select {...common} searchable allowDeselect={false} data={[...new Set([...known, ...(value === '' ? [] : [value])])].map((tier) => ({ value: tier, label: hasWords(`tiers.${tier}`) ? say(t, `tiers.${tier}`) : tier }))} value={value === '' ? null : value} onChange={(chosen) => { onChange(chosen ?? ''); }} />;
  }
  return <TextInput {...common} value={value} onChange={(event) => { onChange(event.currentTarget.value); }} />;
}
