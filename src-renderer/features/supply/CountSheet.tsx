import { Alert, Button, Kbd, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconClipboardCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StocktakeCountRow } from '../../../src-shared/contract/queries.ts';
import { onLeaving } from '../../api/before-leaving.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFixedRows } from '../../ui/use-fixed-rows.ts';
import { useKey } from '../../ui/use-key.ts';
import { useSearchText } from '../../ui/use-search-text.ts';
import { COUNT_ROW_PX, CountLine } from './CountLine.tsx';
import { nextOpen, rowsWithWords, typedCount } from './count-rows.ts';
import styles from './Stocktake.module.css';
import type { CountKeeper } from './use-count-keeper.ts';

interface CountSheetProps { rows: StocktakeCountRow[]; blind: boolean; keeper: CountKeeper; /** Begins at this lot. */ lotId?: string; onFound(): void; onWrong(fields: number): void }

/** The lots one under another: type the number, Enter goes on. Only the rows in sight are on the page. */
export function CountSheet({ rows: all, blind, keeper, lotId, onFound, onWrong }: CountSheetProps) {
  const { t } = useTranslation();
  const search = useSearchText();
  const rows = rowsWithWords(all, search.asked);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [active, setActive] = useState(() => Math.max(0, lotId === undefined ? nextOpen(all, -1) ?? 0 : all.findIndex((row) => row.lotId === lotId)));
  const wanted = useRef<number | undefined>(active);
  const { scroller, first, end, show } = useFixedRows(rows.length, COUNT_ROW_PX);
  const newest = useRef({ typed, all });
  useEffect(() => { newest.current = { typed, all }; });

  const goTo = (index: number) => {
    if (index < 0 || index >= rows.length) return;
    setActive(index);
    wanted.current = index;
    show(index);
    focusField(index);
  };
  // The row may have to be drawn first.
  useEffect(() => {
    if (wanted.current === undefined) return;
    show(wanted.current);
    if (focusField(wanted.current)) wanted.current = undefined;
  }, [first, end, active, show]);

  const { keep } = keeper;
  /** True when there is nothing wrong in the field. `confirmed`: the same number stands again. */
  const commit = useCallback((of: string, confirmed = false): boolean => {
    const { typed: fields, all: lots } = newest.current;
    const row = lots.find((one) => one.lotId === of);
    const text = fields[of] ?? (confirmed && row?.again && row.counted !== undefined ? String(row.counted) : undefined);
    if (text === undefined || !row) return true;
    const read = typedCount(text);
    if (read === 'unreadable') return false;
    if (read.counted !== row.counted || row.again) keep(of, read.counted);
    newest.current.typed = Object.fromEntries(Object.entries(fields).filter(([lot]) => lot !== of));
    setTyped(newest.current.typed);
    return true;
  }, [keep]);
  // A lock, a sign-out or another page in the middle of a number: it is kept as it stands.
  useEffect(() => {
    const all = () => { for (const of of Object.keys(newest.current.typed)) commit(of); return Promise.resolve(); };
    const stop = onLeaving(all);
    return () => { stop(); void all(); };
  }, [commit]);

  const wrong = Object.values(typed).filter((text) => typedCount(text) === 'unreadable').length;
  useEffect(() => { onWrong(wrong); }, [wrong, onWrong]);
  useKey('KeyN', () => { const next = nextOpen(rows, active); if (next !== undefined) goTo(next); });

  const pressed = (event: KeyboardEvent<HTMLInputElement>, index: number) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey) return;
    const row = rows[index];
    const step = event.key === 'Enter' ? (event.shiftKey ? -1 : 1) : event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (event.key === 'Escape' && row) { event.preventDefault(); setTyped(({ [row.lotId]: _, ...rest }) => rest); return; }
    if (step === undefined || !row) return;
    event.preventDefault();
    if (!commit(row.lotId, event.key === 'Enter')) { setTyped((before) => ({ ...before })); return; }
    if (event.key === 'Enter' && index === rows.length - 1) document.getElementById('count-look')?.focus();
    else goTo(index + step);
  };
  const press = useRef(pressed);
  useEffect(() => { press.current = pressed; });
  const [fixed] = useState(() => ({
    onType: (of: string, text: string) => { setTyped((before) => ({ ...before, [of]: text })); },
    onEnter: (index: number) => { setActive(index); },
    onKey: (event: KeyboardEvent<HTMLInputElement>, index: number) => { press.current(event, index); },
  }));

  return (
    <>
      {keeper.isLate && <Alert color="brick" variant="light" mb="sm" icon={<IconAlertTriangle size={18} />} role="alert">{t('stocktake.failed', { count: keeper.waiting.size })}</Alert>}
      <div className={styles.sheet} data-blind={blind || undefined} data-testid="count-sheet">
        <div className={styles.tools}>
          <TextInput value={search.typed} {...search.input} placeholder={t('stocktake.search')} aria-label={t('stocktake.search')} leftSection={<IconSearch size={16} />} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); goTo(0); } }} />
          <span className={styles.hint}>{t('stocktake.hint')} {t('stocktake.nextOpen')}: <Kbd size="xs">{t('stocktake.nextOpenKey')}</Kbd></span>
          <Button variant="light" size="xs" leftSection={<IconPlus size={15} />} onClick={onFound}>{t('stocktake.found')}</Button>
        </div>
        {all.length === 0 && <EmptyState icon={<IconClipboardCheck size={24} />} title={t('stocktake.nothingToCount')} body={t('stocktake.nothingToCountBody')} />}
        <div className={styles.head} aria-hidden hidden={all.length === 0}>
          <span>{t('stocktake.column.medicine')}</span><span>{t('stocktake.column.lot')}</span>{!blind && <span className={styles.number}>{t('stocktake.column.book')}</span>}<span>{t('stocktake.column.counted')}</span><span>{blind ? '' : t('stocktake.column.difference')}</span><span />
        </div>
        <div ref={scroller} className={styles.scroller}>
          {all.length > 0 && rows.length === 0 && <EmptyState compact icon={<IconSearch size={22} />} title={t('stocktake.nothingFound')} />}
          <ul className={styles.rows} style={{ height: rows.length * COUNT_ROW_PX }} aria-label={t('stocktake.sheet')}>
            {rows.slice(first, end).map((row, n) => (
              <CountLine key={row.lotId} row={row} index={first + n} of={rows.length} typed={typed[row.lotId]} isWaiting={keeper.waiting.has(row.lotId)} isWrong={typed[row.lotId] !== undefined && typedCount(typed[row.lotId] ?? '') === 'unreadable'} active={first + n === active} showsBook={!blind} onLeave={commit} {...fixed} />
            ))}
          </ul>
        </div>
      </div>
    </>
  );
}

function focusField(index: number): boolean {
  const field = document.getElementById(`count-${String(index)}`);
  field?.focus({ preventScroll: true });
  return field !== null;
}
