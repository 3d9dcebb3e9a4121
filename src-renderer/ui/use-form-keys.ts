import { useEffect, useRef } from 'react';

/** Ctrl+Enter submits from any field, long texts too, unless a dialog lies over the form, which has its own; Esc goes back unless something nearer is open (looked at before that closes). */
export function useFormKeys({ submit, back }: { submit(): void; back(): void }): void {
  const newest = useRef({ submit, back });
  useEffect(() => { newest.current = { submit, back }; });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !inDialog) { event.preventDefault(); newest.current.submit(); }
      // The lists of fields stay on the page while they are closed.
      const nearer = [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')].some((element) => element.getClientRects().length > 0);
      if (event.key === 'Escape' && !nearer) newest.current.back();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => { window.removeEventListener('keydown', pressed, { capture: true }); };
  }, []);
}
