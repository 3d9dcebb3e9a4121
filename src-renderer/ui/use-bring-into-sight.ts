import { useEffect, useRef, type RefObject } from 'react';

/** Scrolls a notice into sight when it appears, or appears with other content: what went wrong is never below the fold. */
export function useBringIntoSight<E extends HTMLElement>(content: unknown): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => { ref.current?.scrollIntoView({ block: 'center' }); }, [content]);
  return ref;
}
