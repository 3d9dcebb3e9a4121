import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconBook2, IconFileImport, IconPlus, IconSearch, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueRow, ReferenceName } from '../../../src-shared/contract/hub-api.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, formatWhen } from '../../ui/format.ts';
import { notifySaved } from '../../ui/notify.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useSearchText } from '../../ui/use-search-text.ts';
import { CatalogueFaults } from './CatalogueFaults.tsx';
import { CatalogueTable } from './CatalogueTable.tsx';
import { EditEntry } from './EditEntry.tsx';
import { ImportEntries } from './ImportEntries.tsx';
import { PublishCatalogue } from './PublishCatalogue.tsx';
import styles from './RecordsPage.module.css';
import { useCatalogueChange } from './use-catalogue-change.ts';

const PAGE = 50;
const MOST_UNITS = 500;
const names = ['medicines', 'diagnoses', 'notices', 'units'] as const;
const shows = ['inForce', 'all', 'edited'] as const;
type Show = (typeof shows)[number];
type Open = { what: 'import' | 'publish' } | { what: 'edit'; row: CatalogueRow | undefined };

/** Units and catalogues that flow down: searched by everybody, edited and published where this hub keeps them. */
export function CataloguesPage() {
  const { t, i18n } = useTranslation();
  const [catalogue, setCatalogue] = useState<ReferenceName>('medicines');
  const [show, setShow] = useState<Show>('inForce');
  const [offset, setOffset] = useState(0);
  const [open, setOpen] = useState<Open | undefined>();
  const search = useSearchText();
  const text = search.asked.trim();
  const page = useHubAnswer(JSON.stringify([catalogue, show, text, offset]), (client) => client.catalogues.entries({ catalogue, show, text, limit: PAGE, offset }));
  const all = useHubAnswer('units', (client) => client.catalogues.entries({ catalogue: 'units', limit: MOST_UNITS }));
  const undoing = useCatalogueChange();
  const { answer } = page;
  const total = answer?.total ?? 0;
  const edited = answer?.edited ?? 0;
  const mayEdit = answer?.mayEdit === true;
  const unitNames = new Map((all.answer?.rows ?? []).map(({ code, content }) => [code, typeof content['name'] === 'string' ? content['name'] : code]));
  const units = [...unitNames].map(([value, name]) => ({ value, label: name === value ? value : `${name} (${value})` }));
  const done = () => { setOpen(undefined); page.again(); all.again(); };
  const undo = async (code?: string) => {
    if (await undoing.run((client) => client.catalogues.discard({ catalogue, ...(code === undefined ? {} : { code }) })) === undefined) return;
    notifySaved(t('reference.undone'), [], t);
    done();
  };
  const choose = (name: string) => { setCatalogue(names.find((one) => one === name) ?? 'medicines'); setOffset(0); };
  const release = answer?.release;
  return (
    <Screen
      title={t('reference.title')} beside={answer && (release ? t('reference.release', { number: release.number, who: release.publishedBy === 'hub' ? t('reference.byCommand') : release.publishedBy, when: formatWhen(release.publishedAt, t) }) : catalogue !== 'units' && t('reference.noRelease'))}
      actions={mayEdit && (
        <>
          {catalogue !== 'units' && <Button variant="default" leftSection={<IconFileImport size={17} />} onClick={() => { setOpen({ what: 'import' }); }}>{t('reference.import')}</Button>}
          <Button variant={edited > 0 ? 'default' : 'filled'} leftSection={<IconPlus size={17} />} onClick={() => { setOpen({ what: 'edit', row: undefined }); }}>{t('reference.add')}</Button>
          {edited > 0 && <Button leftSection={<IconSend size={17} />} onClick={() => { setOpen({ what: 'publish' }); }}>{t('reference.publish', { count: edited })}</Button>}
        </>
      )}
    >
      <div className={styles.page}>
        <div className={styles.filters} role="search">
          <SegmentedControl value={catalogue} onChange={choose} data={names.map((name) => ({ value: name, label: t(`reference.names.${name}`) }))} aria-label={t('reference.title')} />
          <TextInput value={search.typed} {...search.input} placeholder={t('reference.search')} aria-label={t('reference.search')} leftSection={<IconSearch size={16} />} className={styles.search} />
          <Select aria-label={t('reference.showLabel')} allowDeselect={false} data={shows.map((one) => ({ value: one, label: t(`reference.show.${one}`) }))} value={show} onChange={(chosen) => { setShow(shows.find((one) => one === chosen) ?? 'inForce'); setOffset(0); }} className={styles.wide} />
        </div>
        {page.fault && <FaultNotice fault={page.fault} onRetry={page.again} />}
        {!answer && !page.fault && <LoadingLines lines={8} />}
        <CatalogueFaults run={undoing} withCodes />
        {answer && (
          <Panel flush>
            {answer.rows.length === 0 && <EmptyState icon={<IconBook2 size={24} />} title={t(text || show === 'edited' ? 'reference.nothingFits' : 'reference.none')} body={t(text || show === 'edited' ? 'reference.nothingFitsBody' : mayEdit ? 'reference.noneBody' : 'reference.fromAbove')} />}
            {answer.rows.length > 0 && <CatalogueTable catalogue={catalogue} rows={answer.rows} mayEdit={mayEdit} nameOf={(unit) => unitNames.get(unit) ?? unit} onEdit={(row) => { setOpen({ what: 'edit', row }); }} onUndo={(code) => { void undo(code); }} />}
          </Panel>
        )}
        <div className={styles.pages}>
          <span className={styles.sample}>{answer && t('reference.total', { count: total })}{answer && !mayEdit && ` · ${t('reference.fromAbove')}`}</span>
          {mayEdit && edited > 0 && <Button size="compact-sm" variant="subtle" color="gray" disabled={undoing.running} onClick={() => { void undo(); }}>{t('reference.undoAll')}</Button>}
          {total > PAGE && (
            <>
              <span>{formatCount(offset + 1, i18n.language)}–{formatCount(Math.min(offset + PAGE, total), i18n.language)}</span>
              <Button size="compact-sm" variant="default" disabled={offset === 0} onClick={() => { setOffset(Math.max(0, offset - PAGE)); }}>{t('review.queue.previous')}</Button>
              <Button size="compact-sm" variant="default" disabled={offset + PAGE >= total} onClick={() => { setOffset(offset + PAGE); }}>{t('review.queue.next')}</Button>
            </>
          )}
        </div>
      </div>
      {open?.what === 'edit' && <EditEntry catalogue={catalogue} row={open.row} units={units} onClose={() => { setOpen(undefined); }} onDone={done} />}
      {open?.what === 'import' && catalogue !== 'units' && <ImportEntries catalogue={catalogue} onClose={() => { setOpen(undefined); }} onDone={done} />}
      {open?.what === 'publish' && <PublishCatalogue catalogue={catalogue} count={edited} onClose={() => { setOpen(undefined); }} onDone={done} />}
    </Screen>
  );
}
