import { Button, FileButton } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueChange, HubApi } from '../../../src-shared/contract/hub-api.ts';
import { parseCsv } from '../../../src-shared/domain/common/parse-csv.ts';
import type { CatalogueName } from '../../../src-shared/domain/reference/catalogue.schema.ts';
import type { EntryInput } from '../../../src-shared/domain/reference/plan-release.ts';
import { rowsToEntries, type ReadRows } from '../../../src-shared/domain/reference/rows-to-entries.ts';
import { say } from '../../i18n/say.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import layout from '../../ui/form.module.css';
import { notifySaved } from '../../ui/notify.ts';
import { CatalogueFaults } from './CatalogueFaults.tsx';
import { useCatalogueChange } from './use-catalogue-change.ts';
import { utf8Text } from './utf8-text.ts';

/** Of one request, in characters; the hub takes 64 kB. */
const MOST_CHARACTERS = 20_000;
const MOST_ENTRIES = 400;

/** In parts the hub takes at once. */
function* partsOf(entries: readonly EntryInput[]): Generator<EntryInput[]> {
  let part: EntryInput[] = [];
  let size = 0;
  for (const entry of entries) {
    const more = JSON.stringify(entry).length;
    if (part.length > 0 && (part.length >= MOST_ENTRIES || size + more > MOST_CHARACTERS)) { yield part; part = []; size = 0; }
    part.push(entry);
    size += more;
  }
  if (part.length > 0) yield part;
}

async function stageAll(client: HubApi, catalogue: CatalogueName, entries: readonly EntryInput[]): Promise<CatalogueChange> {
  let changed = 0;
  for (const part of partsOf(entries)) {
    const answer = await client.catalogues.stage({ catalogue, entries: part });
    if (!answer.ok) return answer;
    changed += answer.changed;
  }
  return { ok: true, changed };
}

/** A table from a file: read here, shown how much of it was understood, kept with the other edits. */
export function ImportEntries({ catalogue, onClose, onDone }: { catalogue: CatalogueName; onClose(): void; onDone(): void }) {
  const { t } = useTranslation();
  const [read, setRead] = useState<(ReadRows & { name: string }) | undefined>();
  const [notUtf8, setNotUtf8] = useState(false);
  const change = useCatalogueChange();
  const choose = (file: File | null) => { change.clear(); if (file) void file.arrayBuffer().then((bytes) => {
    const text = utf8Text(new Uint8Array(bytes));
    setNotUtf8(text === undefined);
    setRead(text === undefined ? undefined : { name: file.name, ...rowsToEntries(catalogue, parseCsv(text)) });
  }); };
  const keep = async () => {
    if (!read) return;
    const changed = await change.run((client) => stageAll(client, catalogue, read.entries));
    if (changed === undefined) return;
    notifySaved(t('reference.imported', { count: changed }), [], t);
    onDone();
  };
  return (
    <Dialog title={t('reference.importTitle')} size="lg" onClose={onClose}>
      <div className={layout.form} data-testid="import-entries">
        <p className={layout.note}>{t('reference.importBody', { columns: t(`reference.columns.${catalogue}`) })}</p>
        <div><FileButton onChange={choose} accept=".csv,.txt,text/csv">{(props) => <Button {...props} variant="default" leftSection={<IconFileSpreadsheet size={16} />}>{read?.name ?? t('reference.importFile')}</Button>}</FileButton></div>
        {notUtf8 && <p className={layout.wrong} role="alert">{t('reference.importNotUtf8')}</p>}
        {read && read.missing.length > 0 && <p className={layout.wrong} role="alert">{t('reference.importMissing', { columns: read.missing.map((column) => say(t, `reference.field.${column}`)).join(', ') })}</p>}
        {read && read.missing.length === 0 && <p>{t('reference.importRead', { count: read.entries.length })}{read.ignored.length > 0 && ` · ${t('reference.importIgnored', { columns: read.ignored.join(', ') })}`}</p>}
        <CatalogueFaults run={change} withCodes />
        <div className={layout.push}><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button disabled={!read || read.entries.length === 0} loading={change.running} onClick={() => { void keep(); }}>{t('reference.keep')}</Button></div>
      </div>
    </Dialog>
  );
}
