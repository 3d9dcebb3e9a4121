import { Alert, Button, Checkbox, Progress } from '@mantine/core';
import { IconCircleCheck, IconFileSpreadsheet, IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../../../src-shared/domain/import/import-fields.ts';
import type { ImportState } from '../../../src-shared/contract/imports.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { Columns } from './Columns.tsx';
import { FileDrop } from './FileDrop.tsx';
import styles from './ImportPage.module.css';
import { countWords, fieldWords } from './import-words.ts';
import { NotTaken } from './NotTaken.tsx';
import { useImport, type Import } from './use-import.ts';

/** The page a list belongs to. */
const homeOf = { patients: 'people', stock: 'store', equipment: 'equipment' } as const satisfies Record<ImportKind, string>;

/** A list from a spreadsheet: choose the file, look at what was understood, take it in, see what is left to correct. */
export function ImportPage({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation();
  const list = useImport(kind);
  const { state } = list;
  return (
    <Screen
      title={t(`imports.title.${kind}`)} onBack={() => { go({ page: homeOf[kind] }); }}
      beside={state && t('imports.file', { name: state.fileName, rows: state.rows, letters: t(`imports.letters.${state.letters}`) })}
      actions={state && state.step !== 'running' && <Button variant="default" onClick={list.forget}>{t('imports.another')}</Button>}
    >
      <div className={styles.page}>
        {list.fault && <FaultNotice fault={list.fault} />}
        {list.refused && <Alert color="brick" variant="light" icon={<IconHandStop size={18} />} role="alert">{hasWords(`imports.problems.${list.refused}`) ? say(t, `imports.problems.${list.refused}`) : t('imports.problems.NotASpreadsheet')}</Alert>}
        {!state && <FileDrop kind={kind} busy={list.busy} onFile={(file) => { void list.handIn(file); }} />}
        {state && <Understood list={list} state={state} />}
      </div>
    </Screen>
  );
}

function Understood({ list, state }: { list: Import; state: ImportState }) {
  const { t } = useTranslation();
  const settled = state.step === 'done' || state.step === 'running' || state.step === 'stopped';
  return (
    <>
      {state.missing.length > 0
        ? <Alert color="turmeric" variant="light" role="alert">{t('imports.missing', { fields: state.missing.map((fields) => fields.map((field) => fieldWords(field, t)).join(' / ')).join('; ') })}</Alert>
        : <Counts list={list} state={state} />}
      <NotTaken state={state} />
      {!settled && <Columns state={state} onChange={(columns) => { void list.choose(columns); }} />}
    </>
  );
}

function Counts({ list, state }: { list: Import; state: ImportState }) {
  const { t } = useTranslation();
  const [includeLikely, setIncludeLikely] = useState(false);
  const working = state.step === 'trying' || state.step === 'running';
  const share = state.rows === 0 ? 100 : (100 * state.finished) / state.rows;
  const toDo = state.step === 'tried' ? state.added + (includeLikely ? state.likely : 0) : state.rows - state.finished;
  return (
    <Panel>
      <div className={styles.counts} data-testid="import-counts" role="status">
        {state.step === 'done' && <p className={styles.done}><IconCircleCheck size={20} aria-hidden /> {t('imports.done')}</p>}
        {state.step === 'stopped' && !state.problem && <p>{t('imports.stopped')}</p>}
        {state.step === 'stopped' && state.problem && <Alert color="brick" variant="light" icon={<IconHandStop size={18} />} role="alert">{t(state.problem === 'DiskFull' ? 'imports.stoppedFull' : 'imports.stoppedFault')}</Alert>}
        {working && <><p>{t(state.step === 'trying' ? 'imports.trying' : 'imports.running', { done: state.finished, rows: state.rows })}</p><Progress value={share} animated aria-label={t('imports.reading')} /></>}
        <ul className={styles.sums}>{countWords(state, t).map(({ key, words, tone }) => <li key={key} data-tone={tone}>{words}</li>)}</ul>
        {state.step === 'done' && state.refused + state.likely > 0 && <p className={styles.note}>{t('imports.doneBody')}</p>}
        {state.step === 'tried' && state.likely > 0 && <Checkbox checked={includeLikely} onChange={(event) => { setIncludeLikely(event.currentTarget.checked); }} label={t('imports.includeLikely')} />}
        <div className={styles.buttons}>
          {working && <Button variant="default" onClick={() => { void list.stop(); }}>{t('imports.stop')}</Button>}
          {state.step === 'tried' && <Button leftSection={<IconFileSpreadsheet size={17} />} disabled={toDo === 0} loading={list.busy} onClick={() => { void list.start(includeLikely); }}>{t('imports.start', { count: toDo })}</Button>}
          {state.step === 'stopped' && <Button loading={list.busy} onClick={() => { void list.start(includeLikely); }}>{t('imports.goOn', { count: toDo })}</Button>}
          {state.step === 'done' && <Button onClick={() => { go({ page: homeOf[state.kind] }); }}>{t(`imports.home.${state.kind}`)}</Button>}
        </div>
      </div>
    </Panel>
  );
}
