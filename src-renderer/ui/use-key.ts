import { useEffect, useRef } from 'react';

/** Alt and a letter (its place on the keyboard, so a Vietnamese typing program changes nothing) while a page is open. */
export function useKey(code: string, pressed: () => void): void {
  const newest = useRef(pressed);
  useEffect(() => { newest.current = pressed; });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || !event.altKey || event.ctrlKey || event.shiftKey || event.code !== code) return;
      event.preventDefault();
      newest.current();
    };
    window.addEventListener('keydown', listen);
    return () => { window.removeEventListener('keydown', listen); };
  }, [code]);
}
