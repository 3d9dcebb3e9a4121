import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconSearch, IconFileSpreadsheet, IconUserPlus, IconUsers, IconUserSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount } from '../../ui/format.ts';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { useSearchText } from '../../ui/use-search-text.ts';
import { PeopleList } from './PeopleList.tsx';
import styles from './PeoplePage.module.css';
import { usePeopleRows } from './use-people-rows.ts';

/** What was searched last, so that "back" from a person finds the list as it was. */
const useLastSearch = create<{ text: string; active: number }>()(() => ({ text: '', active: 0 }));

/** Finds one person among 30,000: typing goes to the search wherever the cursor is, arrows choose, Enter opens. */
export function PeoplePage() {
  const { t, i18n } = useTranslation();
  const search = useSearchText(useLastSearch.getState().text);
  const [active, setActive] = useState(useLastSearch.getState().active);
  const [lastVisible, setLastVisible] = useState(0);
  const rows = usePeopleRows(search.asked, lastVisible);
  const { rowAt } = rows;
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => { useLastSearch.setState({ text: search.typed, active }); }, [search.typed, active]);
  const shown = useRef(search.asked);
  useEffect(() => { if (shown.current !== search.asked) { shown.current = search.asked; setActive(0); } }, [search.asked]);
  useTypingGoesTo(field);

  const open = useCallback((index: number) => {
    const row = rowAt(index);
    if (row) go({ page: 'person', id: row.id });
  }, [rowAt]);
  // Enter right after the last letter: the person is opened when the list answers what was typed, not from the list before.
  const ready = rows.settled && search.typed === search.asked;
  const waiting = useRef(false);
  useEffect(() => {
    if (!ready || !waiting.current) return;
    waiting.current = false;
    open(active);
  }, [ready, active, open]);
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) { event.preventDefault(); setActive((at) => Math.max(0, Math.min(rows.total - 1, at + step))); }
    waiting.current = event.key === 'Enter';
    if (event.key === 'Enter') { event.preventDefault(); if (ready) open(active); }
    if (event.key === 'Escape' && search.typed !== '') { event.preventDefault(); search.set(''); }
  };
  const register = () => { go({ page: 'register', ...(rows.total === 0 && search.typed.trim() ? { name: search.typed.trim() } : {}) }); };
  const { answer, fault, again } = rows.first;

  return (
    <Screen
      fixed title={t('people.title')}
      beside={answer && (search.asked.trim() ? t('people.found', { found: formatCount(rows.total, i18n.language), people: formatCount(rows.people, i18n.language) }) : t('people.count', { count: rows.people }))}
      actions={<><Button variant="subtle" leftSection={<IconFileSpreadsheet size={17} />} onClick={() => { go({ page: 'import', kind: 'patients' }); }}>{t('imports.open')}</Button><Button leftSection={<IconUserPlus size={18} />} onClick={register}>{t('people.register')}</Button></>}
    >
      <TextInput
        ref={field} className={styles.search} size="md" value={search.typed} {...search.input} onKeyDown={pressed} autoFocus
        placeholder={t('people.search')} aria-label={t('people.search')} leftSection={<IconSearch size={18} />} autoComplete="off" spellCheck={false}
        data-answered={ready ? search.typed : undefined} role="combobox" aria-expanded aria-controls="people-list" aria-activedescendant={rows.total > 0 ? `person-${String(active)}` : undefined}
        rightSection={search.typed ? <CloseButton aria-label={t('common.clear')} onClick={() => { search.set(''); field.current?.focus(); }} /> : undefined}
      />
      <p className={styles.hint}>{t('people.hint')}</p>
      {fault && <FaultNotice fault={fault} onRetry={again} />}
      {!fault && !answer && <LoadingLines lines={8} />}
      {answer && rows.total > 0 && <PeopleList total={rows.total} rowAt={rowAt} active={active} onActive={setActive} onOpen={open} onVisible={setLastVisible} />}
      {answer && rows.total === 0 && answer.people > 0 && (
        <EmptyState icon={<IconUserSearch size={24} />} title={t('people.none')} body={t('people.noneBody')}>
          <Button variant="light" leftSection={<IconUserPlus size={16} />} onClick={register}>{t('people.registerThis', { text: search.asked.trim() })}</Button>
        </EmptyState>
      )}
      {answer?.people === 0 && (
        <EmptyState icon={<IconUsers size={24} />} title={t('people.empty')} body={t('people.emptyBody')}>
          <Button leftSection={<IconUserPlus size={16} />} onClick={register}>{t('people.register')}</Button>
          <Button variant="light" leftSection={<IconFileSpreadsheet size={16} />} onClick={() => { go({ page: 'import', kind: 'patients' }); }}>{t('imports.open')}</Button>
        </EmptyState>
      )}
    </Screen>
  );
}

/** Letters typed with the cursor nowhere go to the field. */
function useTypingGoesTo(field: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      const elsewhere = target?.closest('input, textarea, select, [role="dialog"], [role="menu"]');
      if (elsewhere || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key.length === 1 && event.key !== ' ') field.current?.focus();
      if (event.key === 'F2') { event.preventDefault(); field.current?.select(); }
    };
    window.addEventListener('keydown', pressed);
    return () => { window.removeEventListener('keydown', pressed); };
  }, [field]);
}
