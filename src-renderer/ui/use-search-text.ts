import { useEffect, useState, type ChangeEvent } from 'react';
import { pauseBeforeAsking } from './pause-before-asking.ts';

interface SearchText {
  typed: string;
  /** What is searched for: what was typed, at once; a moment later where letters were taken back. */
  asked: string;
  set(text: string): void;
  input: { onChange(event: ChangeEvent<HTMLInputElement>): void };
}

/** Text of a search field: the list follows each letter, also of a word still being composed, and does not jump while a typing program types over it. */
export function useSearchText(initial = '', /** The pause before each question where it travels over a line. */ overALineMs = 0): SearchText {
  const [typed, setTyped] = useState(initial);
  const [asked, setAsked] = useState(initial);
  const pauseMs = pauseBeforeAsking(typed, asked, overALineMs);
  const waits = typed !== asked && pauseMs > 0;
  useEffect(() => {
    if (!waits) return;
    const pause = setTimeout(() => { setAsked(typed); }, pauseMs);
    return () => { clearTimeout(pause); };
  }, [typed, pauseMs, waits]);
  const take = (text: string): void => {
    setTyped(text);
    if (pauseBeforeAsking(text, asked, overALineMs) === 0) setAsked(text);
  };
  return { typed, asked, set: take, input: { onChange: (event) => { take(event.currentTarget.value); } } };
}
