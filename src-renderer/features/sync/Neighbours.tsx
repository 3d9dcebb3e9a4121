import { Button, TextInput } from '@mantine/core';
import { IconDeviceDesktopPlus, IconPlugConnected } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LanNeighbour, LanOffer, LanStatus } from '../../../src-shared/contract/lan.ts';
import { writePairingText } from '../../../src-shared/contract/pairing-text.ts';
import { useLive } from '../../api/use-live.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { refusalWords } from '../../ui/refusal-words.ts';
import { JoinNeighbour } from './JoinNeighbour.tsx';
import styles from './Neighbours.module.css';
import { useLan, type LanControl } from './use-lan.ts';

/** The other PCs of the station on the same network; the head decides which belong together. */
export function Neighbours({ isHead }: { isHead: boolean }) {
  const live = useLive('lanStatus', {});
  const control = useLan();
  const { t } = useTranslation();
  const status = live.answer;
  if (!status || (!isHead && !status.on)) return null;
  return (
    <Panel title={t('sync.lan.title')} hint={status.on ? t('sync.lan.hintOn') : t('sync.lan.hintOff')} beside={status.on && isHead && <Button size="compact-sm" variant="subtle" color="gray" disabled={control.busy} onClick={() => { void control.run({ command: 'switchOff' }); }}>{t('sync.lan.off')}</Button>}>
      {status.on ? <SwitchedOn status={status} control={control} isHead={isHead} /> : <SwitchedOff status={status} control={control} />}
    </Panel>
  );
}

function SwitchedOff({ status, control }: { status: LanStatus; control: LanControl }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  return (
    <form className={styles.actions} onSubmit={(event) => { event.preventDefault(); void control.run({ command: 'switchOn', name: name.trim() || status.name }); }}>
      <TextInput label={t('sync.lan.name')} placeholder={t('sync.lan.nameExample')} maxLength={60} value={name} onChange={(event) => { setName(event.currentTarget.value); }} />
      <Button type="submit" variant="default" leftSection={<IconPlugConnected size={17} />} loading={control.busy}>{t('sync.lan.on')}</Button>
    </form>
  );
}

function SwitchedOn({ status, control, isHead }: { status: LanStatus; control: LanControl; isHead: boolean }) {
  const { t } = useTranslation();
  const [offer, setOffer] = useState<LanOffer>();
  const [joins, setJoins] = useState(false);
  const [leaving, setLeaving] = useState<LanNeighbour>();
  return (
    <div className={styles.lan} data-testid="neighbours">
      {status.problem && <p className={styles.problem}>{refusalWords({ code: status.problem }, t)}</p>}
      {status.neighbours.length === 0 ? <p className={styles.faint}>{t('sync.lan.none')}</p> : (
        <ul className={styles.rows}>
          {status.neighbours.map((neighbour) => (
            <li key={neighbour.fingerprint} data-line={neighbour.line}>
              <strong>{neighbour.name}</strong>
              <span>{t(`sync.lan.line.${neighbour.line}`, { when: neighbour.lastContactAt ? formatWhen(neighbour.lastContactAt, t) : t('dates.never') })}</span>
              {isHead && <Button size="compact-sm" variant="subtle" color="gray" disabled={control.busy} onClick={() => { setLeaving(neighbour); }}>{t('sync.lan.remove')}</Button>}
            </li>
          ))}
        </ul>
      )}
      {isHead && (
        <div className={styles.actions}>
          <Button variant="default" leftSection={<IconDeviceDesktopPlus size={17} />} loading={control.busy} onClick={() => { void control.run({ command: 'offer' }).then((answer) => { setOffer(answer?.offer); }); }}>{t('sync.lan.add')}</Button>
          <Button variant="default" leftSection={<IconPlugConnected size={17} />} onClick={() => { setJoins(true); }}>{t('sync.lan.join')}</Button>
        </div>
      )}
      {offer && <Offer offer={offer} status={status} onClose={() => { setOffer(undefined); }} />}
      {joins && <JoinNeighbour control={control} onClose={() => { setJoins(false); }} />}
      {leaving && (
        <Dialog title={t('sync.lan.removeTitle', { name: leaving.name })} onClose={() => { setLeaving(undefined); }}>
          <p>{t('sync.lan.removeBody')}</p>
          <div className={styles.answers}>
            <Button variant="default" onClick={() => { setLeaving(undefined); }}>{t('common.cancel')}</Button>
            <Button color="brick" loading={control.busy} onClick={() => { void control.run({ command: 'remove', fingerprint: leaving.fingerprint }).then(() => { setLeaving(undefined); }); }}>{t('sync.lan.remove')}</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function Offer({ offer, status, onClose }: { offer: LanOffer; status: LanStatus; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('sync.lan.add')} onClose={onClose}>
      <p>{t('sync.lan.offerBody')}</p>
      <div className={styles.offer}>
        {status.addresses.length > 0 && <QrCode text={writePairingText({ addresses: status.addresses, code: offer.code })} label={t('sync.lan.qr')} />}
        <dl>
          <dt>{t('sync.lan.address')}</dt><dd>{status.addresses.length > 0 ? status.addresses.map((address) => <code key={address}>{address}</code>) : t('sync.lan.noAddress')}</dd>
          <dt>{t('sync.lan.code')}</dt><dd><code className={styles.code} data-testid="pairing-code">{offer.code}</code></dd>
        </dl>
      </div>
      <p className={styles.faint}>{t('sync.lan.until', { when: formatWhen(offer.until, t) })}</p>
      <div className={styles.answers}><Button onClick={onClose}>{t('common.close')}</Button></div>
    </Dialog>
  );
}
