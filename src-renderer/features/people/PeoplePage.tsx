import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconUserPlus, IconUsers, IconUserSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount } from '../../ui/format.ts';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { useKey } from '../../ui/use-key.ts';
import { useSearchText } from '../../ui/use-search-text.ts';
import { PeopleList } from './PeopleList.tsx';
import styles from './PeoplePage.module.css';
import { usePeopleRows } from './use-people-rows.ts';

/** Where a chosen row leads. */
type Next = 'person' | 'visit';

/** What was searched last, so that "back" from a person finds the list as it was. */
const useLastSearch = create<{ text: string; active: number }>()(() => ({ text: '', active: 0 }));

const openImport = () => { go({ page: 'import', kind: 'patients' }); };

/** Finds one person among 30,000: typing goes to the search wherever the cursor is, arrows choose, Enter opens, Alt+K begins a visit. */
export function PeoplePage() {
  const { t, i18n } = useTranslation();
  const search = useSearchText(useLastSearch.getState().text);
  const { typed, asked } = search;
  // Which row is chosen belongs to what was asked: another question begins at the first row.
  const [chosen, setChosen] = useState({ of: asked, at: useLastSearch.getState().active });
  const active = chosen.of === asked ? chosen.at : 0;
  const [lastVisible, setLastVisible] = useState(0);
  const rows = usePeopleRows(asked, lastVisible);
  const { rowAt, total } = rows;
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => { useLastSearch.setState({ text: typed, active }); }, [typed, active]);
  useTypingGoesTo(field);

  const open = useCallback((index: number, page: Next = 'person') => {
    const row = rowAt(index);
    if (!row) return;
    useLastSearch.setState({ active: index });
    // Somebody struck out, or a second record of somebody, is looked at first.
    go(page === 'person' || row.voided || row.sameAs ? { page: 'person', id: row.id } : { page, patientId: row.id });
  }, [rowAt]);
  const pick = useCallback((index: number) => { open(index); }, [open]);
  // Enter or Alt+K right after the last letter: the person is opened when the list answers what was typed, not from the list before.
  const ready = rows.settled && typed === asked;
  const waiting = useRef<Next | undefined>(undefined);
  useEffect(() => {
    if (!ready || !waiting.current) return;
    const next = waiting.current;
    waiting.current = undefined;
    open(active, next);
  }, [ready, active, open]);
  const openNext = (next: Next) => { if (ready) open(active, next); else waiting.current = next; };
  useKey('KeyK', () => { openNext('visit'); });
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) { event.preventDefault(); setChosen({ of: asked, at: Math.max(0, Math.min(total - 1, active + step)) }); }
    waiting.current = undefined;
    if (event.key === 'Enter') { event.preventDefault(); openNext('person'); }
    if (event.key === 'Escape' && typed !== '') { event.preventDefault(); search.set(''); }
  };
  const name = total === 0 ? typed.trim() : '';
  const register = useCallback(() => { go({ page: 'register', ...(name ? { name } : {}) }); }, [name]);
  const { answer, fault, again } = rows.first;
  const actions = useMemo(() => (
    <>
      <Button variant="subtle" leftSection={<IconFileSpreadsheet size={17} />} onClick={openImport}>{t('imports.open')}</Button>
      <Button leftSection={<IconUserPlus size={18} />} onClick={register}>{t('people.register')}</Button>
    </>
  ), [t, register]);

  return (
    <Screen
      fixed title={t('people.title')} actions={actions}
      beside={<span aria-live="polite">{answer && (asked.trim() ? t('people.found', { found: formatCount(total, i18n.language), people: formatCount(rows.people, i18n.language) }) : t('people.count', { count: rows.people }))}</span>}
    >
      <SearchInput
        field={field} label={t('people.search')} value={typed} onChange={search.input.onChange} onClear={() => { search.set(''); }} onKeyDown={pressed}
        listId="people-list" activeId={total > 0 ? `person-${String(active)}` : undefined} answered={ready ? typed : undefined}
      />
      <p className={styles.hint}>{t('people.hint')}</p>
      {fault && <FaultNotice fault={fault} onRetry={again} />}
      {!fault && !answer && <LoadingLines lines={8} />}
      {answer && total > 0 && <PeopleList total={total} rowAt={rowAt} active={active} question={rows.first.answerTo} onOpen={pick} onVisible={setLastVisible} />}
      {answer && total === 0 && answer.people > 0 && (
        <EmptyState icon={<IconUserSearch size={24} />} title={t('people.none')} body={t('people.noneBody')}>
          <Button variant="light" leftSection={<IconUserPlus size={16} />} onClick={register}>{t('people.registerThis', { text: asked.trim() })}</Button>
        </EmptyState>
      )}
      {answer?.people === 0 && total === 0 && (
        <EmptyState icon={<IconUsers size={24} />} title={t('people.empty')} body={t('people.emptyBody')}>
          <Button leftSection={<IconUserPlus size={16} />} onClick={register}>{t('people.register')}</Button>
          <Button variant="light" leftSection={<IconFileSpreadsheet size={16} />} onClick={openImport}>{t('imports.open')}</Button>
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
