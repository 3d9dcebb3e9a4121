import { Button, FileButton, TextInput } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FirstStartApi } from '../../../src-shared/contract/first-start.ts';
import { useChange } from '../../api/use-change.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import type { ChosenStation } from './FirstStart.tsx';
import styles from './FirstStart.module.css';

interface EnrolmentProps { client: FirstStartApi; joined: ChosenStation['enrolment']; onJoined(joined: ChosenStation['enrolment']): void }

/** The file and PIN the tier above gave this station; without them it is joined later. */
export function Enrolment({ client, joined, onJoined }: EnrolmentProps) {
  const { t } = useTranslation();
  const [file, setFile] = useState<{ name: string; text: string } | undefined>();
  const [pin, setPin] = useState('');
  const change = useChange();
  if (joined) {
    return (
      <div className={styles.joined} data-testid="joined">
        <strong>{joined.summary.unitName}</strong>
        <span>{t('firstStart.joined', { hub: joined.summary.hubName, unit: joined.summary.unit })}</span>
        <div><Button size="compact-sm" variant="subtle" onClick={() => { onJoined(undefined); }}>{t('firstStart.notThis')}</Button></div>
      </div>
    );
  }
  const open = async () => {
    if (!file || pin.trim() === '') return;
    const summary = await change.attempt(() => client.readEnrolment({ file: file.text, pin }));
    if (summary) onJoined({ file: file.text, pin, summary });
  };
  return (
    <Panel title={t('firstStart.enrolment')} hint={t('firstStart.enrolmentHint')}>
      <div className={layout.form}>
        <RefusalList refusals={change.refusals} />
        {change.fault && <FaultNotice fault={change.fault} />}
        <div className={layout.fields}>
          <div data-span="5">
            <FileButton onChange={(chosen) => { if (chosen) void chosen.text().then((text) => { setFile({ name: chosen.name, text }); }); }} accept=".tramxa-enrol,.age,.txt">
              {(props) => <Button {...props} variant="default" fullWidth leftSection={<IconFileCheck size={16} />}>{file ? file.name : t('firstStart.chooseFile')}</Button>}
            </FileButton>
          </div>
          {file && (
            <TextInput
              data-span="4" aria-label={t('firstStart.pin')} placeholder={t('firstStart.pin')} inputMode="numeric" value={pin} autoFocus onChange={(event) => { setPin(event.currentTarget.value); }}
              onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); void open(); } }}
            />
          )}
          {file && <div data-span="3"><Button fullWidth loading={change.running} onClick={() => { void open(); }}>{t('firstStart.openFile')}</Button></div>}
        </div>
      </div>
    </Panel>
  );
}
