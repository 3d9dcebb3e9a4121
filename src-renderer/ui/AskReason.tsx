import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationInput, OperationName } from '../../src-shared/contract/operations.ts';
import { useDraft } from '../api/use-draft.ts';
import { useRestoredDraft, type Restored } from '../api/use-restored-draft.ts';
import { useRun } from '../api/use-run.ts';
import { Choice } from './Choice.tsx';
import { Dialog } from './Dialog.tsx';
import { DialogFoot } from './DialogFoot.tsx';
import { FaultNotice } from './FaultNotice.tsx';
import layout from './form.module.css';
import { mintKey } from './mint-key.ts';
import { notifySaved } from './notify.ts';
import { RefusalList } from './RefusalList.tsx';

/** `reason`: one of the list, `''` while none is chosen; `note`: the words beside it, or the whole reason where there is no list. */
interface ReasonFields<R extends string> { reason: R | ''; note: string }

interface AskReasonProps<N extends OperationName, R extends string> {
  operation: N;
  /** Its name among the unfinished forms. */
  form: string;
  /** The half-written one that is gone on with. */
  draftKey: string | undefined;
  /** Kept beside what is typed: what it is about, for the list of unfinished forms, and what leads back here. */
  about: { title: string } & Readonly<Record<string, string>>;
  patientId?: string;
  words: { title: string; body: string; reason: string; confirm: string; done: string; /** Label of the words beside a chosen reason; none are asked for without it. */ note?: string };
  /** Empty: the reason is written in words. */
  reasons: readonly { value: R; label: string }[];
  input(fields: { reason: R; note: string | undefined }): OperationInput<N>;
  /** Strikes something out. */
  strikes?: boolean;
  onClose(): void;
}

/** Asks why before something is struck out or taken back; half-written it is a draft like every form. */
export function AskReason<N extends OperationName, R extends string = never>(props: AskReasonProps<N, R>) {
  const restored = useRestoredDraft<ReasonFields<R>>({ form: props.form, key: props.draftKey ?? '' });
  if (restored === undefined) return null;
  return <Dialog onClose={props.onClose} title={props.words.title} size="lg" holds><ReasonForm {...props} restored={restored} /></Dialog>;
}

function ReasonForm<N extends OperationName, R extends string>({ operation, form, about, patientId, words, reasons, input, strikes = false, onClose, restored }: AskReasonProps<N, R> & { restored: Restored<ReasonFields<R>> | null }) {
  const { t } = useTranslation();
  const [key] = useState(() => restored?.key ?? mintKey());
  const [fields, setFields] = useState<ReasonFields<R>>(restored?.fields ?? { reason: '', note: '' });
  const [tried, setTried] = useState(false);
  const note = fields.note.trim();
  const listed = reasons.length > 0;
  const draft = useDraft({ key, form, patientId, touched: fields.reason !== '' || fields.note !== '', restoredAt: restored?.updatedAt, content: { fields, ...about } });
  const running = useRun(operation, key);
  const missing = listed ? fields.reason === '' : note === '';
  const error = tried && missing ? t('common.required') : undefined;
  const submit = async () => {
    setTried(true);
    if (missing) return;
    // One of the list, or nothing where there is no list.
    const result = await running.run(input({ reason: fields.reason as R, note: note || undefined }));
    if (result) { await draft.finish(); notifySaved(words.done, result.warnings, t); onClose(); }
  };
  const write = (event: { currentTarget: HTMLTextAreaElement }) => { const { value } = event.currentTarget; setFields((before) => ({ ...before, note: value })); };
  return (
    <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate data-testid={form}>
      <p className={layout.note}>{words.body}</p>
      {listed && <Choice label={words.reason} required value={fields.reason} error={error} data={[...reasons]} onChange={(value) => { setFields((before) => ({ ...before, reason: reasons.find((one) => one.value === value)?.value ?? '' })); }} />}
      {listed ? words.note !== undefined && <Textarea label={words.note} maxLength={500} value={fields.note} onChange={write} />
        : <Textarea label={words.reason} withAsterisk data-autofocus maxLength={500} value={fields.note} error={error} onChange={write} />}
      <RefusalList refusals={running.refusals} />
      {running.fault && <FaultNotice fault={running.fault} saving />}
      <DialogFoot draft={draft.state} onCancel={() => { void draft.finish().then(onClose); }} saving={running.running} strikes={strikes}>{words.confirm}</DialogFoot>
    </form>
  );
}
