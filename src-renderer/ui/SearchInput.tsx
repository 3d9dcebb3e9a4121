import { IconSearch, IconX } from '@tabler/icons-react';
import { useRef, type ChangeEvent, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './SearchInput.module.css';

interface SearchInputProps { label: string; value: string; onChange(event: ChangeEvent<HTMLInputElement>): void; onClear(): void; onKeyDown(event: KeyboardEvent): void; field?: RefObject<HTMLInputElement | null>; /** The list it governs, and the row that is chosen in it; without one there is no list. */ listId: string; activeId: string | undefined; /** What the list on the screen answers. */ answered?: string | undefined }

/** The field over a list of people: plain elements, since it is drawn anew at each letter. */
export function SearchInput({ label, value, onChange, onClear, onKeyDown, field, listId, activeId, answered }: SearchInputProps) {
  const { t } = useTranslation();
  const own = useRef<HTMLInputElement>(null);
  const input = field ?? own;
  return (
    <div className={styles.search}>
      <IconSearch size={18} aria-hidden />
      <input
        ref={input} type="text" value={value} onChange={onChange} onKeyDown={onKeyDown} placeholder={label} aria-label={label} autoFocus data-autofocus autoComplete="off" spellCheck={false}
        role="combobox" aria-expanded={activeId !== undefined} aria-controls={activeId === undefined ? undefined : listId} aria-activedescendant={activeId} data-answered={answered}
      />
      {value !== '' && <button type="button" aria-label={t('common.clear')} onClick={() => { onClear(); input.current?.focus(); }}><IconX size={16} aria-hidden /></button>}
    </div>
  );
}
