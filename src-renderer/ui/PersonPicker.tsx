import { IconUserSearch } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/use-live.ts';
import { Answered } from './Answered.tsx';
import layout from './form.module.css';
import { EmptyState } from './EmptyState.tsx';
import { Panel } from './Panel.tsx';
import { PeopleHead } from './PeopleHead.tsx';
import { PersonRow } from './PersonRow.tsx';
import { SearchInput } from './SearchInput.tsx';
import { useRowWords } from './use-row-words.ts';
import { useSearchText } from './use-search-text.ts';

const SHOWN = 10;

/** Finds a person inside a form. */
export function PersonPicker({ onPick, exceptId }: { onPick(id: string): void; /** Not to be chosen: the person the form is about. */ exceptId?: string }) {
  const { t } = useTranslation();
  const words = useRowWords();
  const search = useSearchText();
  const [active, setActive] = useState(0);
  const live = useLive('patientSearch', { text: search.asked, limit: SHOWN });
  const rows = (live.answer?.rows ?? []).filter(({ id, voided }) => id !== exceptId && !voided);
  const pick = (index: number) => { const row = rows[index]; if (row) onPick(row.id); };
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) { event.preventDefault(); setActive((at) => Math.max(0, Math.min(rows.length - 1, at + step))); }
    if (event.key === 'Enter' && live.current) { event.preventDefault(); pick(active); }
  };
  return (
    <div className={layout.form}>
      <SearchInput
        label={t('people.search')} value={search.typed} onChange={(event) => { search.input.onChange(event); setActive(0); }} onClear={() => { search.set(''); setActive(0); }} onKeyDown={pressed}
        listId="pick-list" activeId={rows.length > 0 ? `pick-${String(active)}` : undefined}
      />
      <Panel flush>
        <Answered live={live}>
          {() => rows.length === 0
            ? <EmptyState icon={<IconUserSearch size={24} />} title={t('people.none')} body={t('people.noneBody')} compact />
            : <><PeopleHead /><div id="pick-list" role="listbox" aria-label={t('people.title')}>{rows.map((row, index) => <PersonRow key={row.id} id={`pick-${String(index)}`} index={index} row={row} words={words} active={index === active} onPick={pick} />)}</div></>}
        </Answered>
      </Panel>
    </div>
  );
}
