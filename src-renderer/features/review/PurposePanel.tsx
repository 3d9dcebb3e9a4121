import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accessPurposes, type AccessPurpose } from '../../../src-shared/contract/hub-api.ts';
import type { Fault } from '../../api/fault.ts';
import { hubFault, useHub } from '../../stores/hub-store.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';

/** Asks once what the piece of work is; records open only then. */
export function PurposePanel() {
  const { t } = useTranslation();
  const { client, take } = useHub();
  const [purpose, setPurpose] = useState<AccessPurpose>('review');
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<Fault | undefined>();
  const submit = () => { client.session.purpose({ purpose, ...(note.trim() ? { note: note.trim() } : {}) }).then(take, (error: unknown) => { setFault(hubFault(error)); }); };
  return (
    <Panel title={t('review.purpose.title')} hint={t('review.purpose.body')}>
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); submit(); }} data-testid="purpose">
        <Radio.Group value={purpose} onChange={(chosen) => { setPurpose(accessPurposes.find((one) => one === chosen) ?? 'review'); }} aria-label={t('review.purpose.title')}>
          <div className={layout.form}>{accessPurposes.map((one) => <Radio key={one} value={one} label={t(`review.purpose.purposes.${one}`)} />)}</div>
        </Radio.Group>
        <TextInput label={t('review.purpose.note')} maxLength={300} value={note} onChange={(event) => { setNote(event.currentTarget.value); }} />
        {fault && <FaultNotice fault={fault} />}
        <div className={layout.push}><Button type="submit" data-autofocus autoFocus>{t('review.purpose.go')}</Button></div>
      </form>
    </Panel>
  );
}
