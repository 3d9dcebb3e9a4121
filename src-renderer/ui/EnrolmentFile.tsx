import { Button, FileButton, TextInput } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentSummary, FirstStartAnswer } from '../../src-shared/contract/first-start.ts';
import { useChange } from '../api/use-change.ts';
import { FaultNotice } from './FaultNotice.tsx';
import layout from './form.module.css';
import { RefusalList } from './RefusalList.tsx';

export interface OpenedEnrolment { file: string; pin: string; summary: EnrolmentSummary }

/** The file of the tier above and its PIN; `open` asks the station what it says. */
export function EnrolmentFile({ open, onOpened }: { open(input: { file: string; pin: string }): Promise<FirstStartAnswer<EnrolmentSummary>>; onOpened(opened: OpenedEnrolment): void }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<{ name: string; text: string } | undefined>();
  const [pin, setPin] = useState('');
  const [missing, setMissing] = useState(false);
  const change = useChange();
  const submit = async () => {
    setMissing(pin.trim() === '');
    if (!file || pin.trim() === '') return;
    const summary = await change.attempt(() => open({ file: file.text, pin }));
    if (summary) onOpened({ file: file.text, pin, summary });
  };
  return (
    <div className={layout.form}>
      <RefusalList refusals={change.refusals} content={`${pin} ${file?.text ?? ''}`} />
      {change.fault && <FaultNotice fault={change.fault} />}
      <div className={layout.fields}>
        <div data-span="5">
          <FileButton onChange={(chosen) => { if (chosen) void chosen.text().then((text) => { setFile({ name: chosen.name, text }); }); }} accept=".tramxa-enrol,.age,.txt">
            {(props) => <Button {...props} variant="default" fullWidth={file !== undefined} leftSection={<IconFileCheck size={16} />}>{file ? file.name : t('firstStart.chooseFile')}</Button>}
          </FileButton>
        </div>
        {file && (
          <TextInput
            data-span="4" aria-label={t('firstStart.pin')} placeholder={t('firstStart.pin')} inputMode="numeric" value={pin} autoFocus error={missing && t('firstStart.needPin')} onChange={(event) => { setPin(event.currentTarget.value); setMissing(false); }}
            onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); void submit(); } }}
          />
        )}
        {file && <div data-span="3"><Button fullWidth loading={change.running} onClick={() => { void submit(); }}>{t('firstStart.openFile')}</Button></div>}
      </div>
    </div>
  );
}
