import { Loader } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../../../src-shared/domain/import/import-fields.ts';
import styles from './ImportPage.module.css';

/** Where the file is chosen or dropped; a keyboard reaches it too. */
export function FileDrop({ kind, busy, onFile }: { kind: ImportKind; busy: boolean; onFile(file: File): void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) onFile(file);
  };
  return (
    <label className={styles.drop} data-over={over || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => { setOver(false); }} onDrop={drop}>
      {busy ? <Loader size={28} /> : <IconFileSpreadsheet size={32} stroke={1.5} aria-hidden />}
      <strong>{busy ? t('imports.reading') : t('imports.choose')}</strong>
      <span>{t('imports.chooseBody')}</span>
      <span className={styles.note}>{t(`imports.needs.${kind}`)}</span>
      <input type="file" accept=".xlsx,.csv,.txt,text/csv" disabled={busy} aria-label={t('imports.choose')} onChange={(event) => { const file = event.currentTarget.files?.[0]; event.currentTarget.value = ''; if (file) onFile(file); }} />
    </label>
  );
}
