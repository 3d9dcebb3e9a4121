import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPairingText } from '../../../src-shared/contract/pairing-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Neighbours.module.css';
import type { LanControl } from './use-lan.ts';

/** Address and code as the other PC shows them. */
export function JoinNeighbour({ control, onClose }: { control: LanControl; onClose(): void }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  /** A scanner types what the QR code says, and Enter, into the field that has the focus. */
  const hear = (text: string) => {
    const read = readPairingText(text);
    setAddress(read?.address ?? text);
    if (read) setCode(read.code);
  };
  const join = async () => {
    const answer = await control.run({ command: 'join', address, code });
    if (!answer) return;
    notifications.show({ message: t('sync.lan.joined'), color: 'celadon', withBorder: true });
    onClose();
  };
  return (
    <Dialog title={t('sync.lan.join')} onClose={onClose} holds={address !== '' || code !== ''}>
      <form className={styles.join} onSubmit={(event) => { event.preventDefault(); void join(); }}>
        <p>{t('sync.lan.joinBody')}</p>
        <TextInput data-autofocus label={t('sync.lan.address')} placeholder={t('sync.lan.addressExample')} required maxLength={200} value={address} onChange={(event) => { hear(event.currentTarget.value); }} />
        <TextInput label={t('sync.lan.code')} placeholder={t('sync.lan.codeExample')} required maxLength={30} autoComplete="off" value={code} onChange={(event) => { setCode(event.currentTarget.value); }} />
        <div className={styles.answers}>
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={control.busy}>{t('sync.lan.join')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
