import { useEffect, useState, type ChangeEvent } from 'react';

const TYPING_PAUSE_MS = 90;

interface SearchText {
  typed: string;
  /** What is searched for: what was typed, a short pause later, and never in the middle of composing a letter. */
  asked: string;
  set(text: string): void;
  input: { onChange(event: ChangeEvent<HTMLInputElement>): void; onCompositionStart(): void; onCompositionEnd(): void };
}

/** Text of a search field that does not jump while a letter is being composed or typed over with backspaces. */
export function useSearchText(initial = ''): SearchText {
  const [typed, setTyped] = useState(initial);
  const [asked, setAsked] = useState(initial);
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    if (composing || typed === asked) return;
    const pause = setTimeout(() => { setAsked(typed); }, typed === '' ? 0 : TYPING_PAUSE_MS);
    return () => { clearTimeout(pause); };
  }, [typed, asked, composing]);
  return {
    typed, asked, set: setTyped,
    input: {
      onChange: (event) => { setTyped(event.currentTarget.value); },
      onCompositionStart: () => { setComposing(true); },
      onCompositionEnd: () => { setComposing(false); },
    },
  };
}
