import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferenceName } from '../../../src-shared/contract/hub-api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import layout from '../../ui/form.module.css';
import { notifySaved } from '../../ui/notify.ts';
import { CatalogueFaults } from './CatalogueFaults.tsx';
import { useCatalogueChange } from './use-catalogue-change.ts';

/** Asks once more, then publishes every edit that waits. */
export function PublishCatalogue({ catalogue, count, onClose, onDone }: { catalogue: ReferenceName; count: number; onClose(): void; onDone(): void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const change = useCatalogueChange();
  const publish = async () => {
    if (await change.run((client) => client.catalogues.publish({ catalogue, ...(note.trim() === '' ? {} : { note: note.trim() }) })) === undefined) return;
    notifySaved(t('reference.published'), [], t);
    onDone();
  };
  return (
    <Dialog title={t('reference.publishTitle')} onClose={onClose}>
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void publish(); }} data-testid="publish-catalogue">
        <p>{t('reference.publishBody', { count })}</p>
        {catalogue !== 'units' && <TextInput label={t('reference.note')} maxLength={500} value={note} onChange={(event) => { setNote(event.currentTarget.value); }} />}
        <CatalogueFaults run={change} withCodes />
        <DialogFoot onCancel={onClose} saving={change.running} focus>{t('reference.publish', { count })}</DialogFoot>
      </form>
    </Dialog>
  );
}
