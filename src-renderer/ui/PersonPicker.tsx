import { TextInput } from '@mantine/core';
import { IconSearch, IconUserSearch } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/use-live.ts';
import { Answered } from './Answered.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Panel } from './Panel.tsx';
import { PeopleHead } from './PeopleHead.tsx';
import { PersonRow } from './PersonRow.tsx';
import { useSearchText } from './use-search-text.ts';

const SHOWN = 10;
const rowStyle = { position: 'relative', height: 46 } as const;

/** Finds a person inside a form. */
export function PersonPicker({ onPick, exceptId }: { onPick(id: string): void; /** Not to be chosen: the person the form is about. */ exceptId?: string }) {
  const { t } = useTranslation();
  const search = useSearchText();
  const [active, setActive] = useState(0);
  const live = useLive('patientSearch', { text: search.asked, limit: SHOWN });
  const rows = (live.answer?.rows ?? []).filter(({ id }) => id !== exceptId);
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) { event.preventDefault(); setActive((at) => Math.max(0, Math.min(rows.length - 1, at + step))); }
    const chosen = rows[active];
    if (event.key === 'Enter' && live.current && chosen) { event.preventDefault(); onPick(chosen.id); }
  };
  return (
    <>
      <TextInput size="md" mb="sm" autoFocus value={search.typed} {...search.input} onChange={(event) => { search.input.onChange(event); setActive(0); }} onKeyDown={pressed} placeholder={t('people.search')} aria-label={t('people.search')} leftSection={<IconSearch size={18} />} autoComplete="off" spellCheck={false} />
      <Panel flush>
        <Answered live={live}>
          {() => rows.length === 0
            ? <EmptyState icon={<IconUserSearch size={24} />} title={t('people.none')} body={t('people.noneBody')} compact />
            : <><PeopleHead /><div role="listbox" aria-label={t('people.title')}>{rows.map((row, index) => <PersonRow key={row.id} id={`pick-${String(index)}`} row={row} active={index === active} style={rowStyle} onClick={() => { onPick(row.id); }} />)}</div></>}
        </Answered>
      </Panel>
    </>
  );
}
