import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Neighbours.module.css';
import type { LanControl } from './use-lan.ts';

/** Address and code as the other PC shows them. */
export function JoinNeighbour({ control, onClose }: { control: LanControl; onClose(): void }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
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
        <TextInput data-autofocus label={t('sync.lan.address')} placeholder={t('sync.lan.addressExample')} required maxLength={100} value={address} onChange={(event) => { setAddress(event.currentTarget.value); }} />
        <TextInput label={t('sync.lan.code')} placeholder={t('sync.lan.codeExample')} required maxLength={30} autoComplete="off" value={code} onChange={(event) => { setCode(event.currentTarget.value); }} />
        <div className={styles.answers}>
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={control.busy}>{t('sync.lan.join')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
