import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationInput, OperationName } from '../../src-shared/contract/operations.ts';
import { useRun } from '../api/use-run.ts';
import { Dialog } from './Dialog.tsx';
import { FaultNotice } from './FaultNotice.tsx';
import layout from './form.module.css';
import { mintKey } from './mint-key.ts';
import { notifySaved } from './notify.ts';
import { RefusalList } from './RefusalList.tsx';

interface AskUndoProps<N extends OperationName> { operation: N; input: OperationInput<N>; /** The line of a ledger that is undone, in words. */ line: string; words: { title: string; body: string; done: string }; onClose(): void }

/** Asks once before a line of a ledger is undone by a line of its own; the cursor waits at the way back. */
export function AskUndo<N extends OperationName>({ operation, input, line, words, onClose }: AskUndoProps<N>) {
  const { t } = useTranslation();
  const [key] = useState(mintKey);
  const undoing = useRun(operation, key);
  const confirm = async () => {
    const result = await undoing.run(input);
    if (result) { notifySaved(words.done, result.warnings, t); onClose(); }
  };
  return (
    <Dialog onClose={onClose} title={words.title}>
      <div className={layout.form}>
        <p>{line}</p>
        <p className={layout.note}>{words.body}</p>
        <RefusalList refusals={undoing.refusals} />
        {undoing.fault && <FaultNotice fault={undoing.fault} saving />}
        <div className={layout.push}>
          <Button variant="default" onClick={onClose} data-autofocus>{t('common.cancel')}</Button>
          <Button color="brick" loading={undoing.running} onClick={() => { void confirm(); }}>{t('common.undo')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
