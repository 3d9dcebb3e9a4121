import { useEffect, useState, type ChangeEvent } from 'react';

/** A typing program takes letters back to put marked ones in their place: what got shorter waits for what comes next. */
const SHORTER_PAUSE_MS = 60;

/** How long to wait before `typed` is searched for, in milliseconds; `asked` is what the list answers now. */
export function pauseBeforeAsking(typed: string, asked: string, overALineMs = 0): number {
  return typed === '' ? 0 : Math.max(overALineMs, typed.length < asked.length ? SHORTER_PAUSE_MS : 0);
}

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
