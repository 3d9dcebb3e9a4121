/**
 * Which half-written form belongs to this entry of the browser's history. The browser keeps it over a reload and over the
 * way back, so that F5 in a form nobody else names (a new person has no id yet, a dialog has no address) finds what was typed.
 */
export function draftOfEntry(form?: string): string | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('form' in state) || !('draft' in state)) return undefined;
  return (form === undefined || state.form === form) && typeof state.draft === 'string' ? state.draft : undefined;
}

/** From the first letter on: a reload does not wait until the station has answered. */
export function noteDraftOfEntry(form: string, draft: string): void {
  if (draftOfEntry(form) !== draft) history.replaceState({ form, draft }, '');
}

/** The dialog was closed: a reload does not open it again. */
export function forgetDraftOfEntry(): void {
  history.replaceState(null, '');
}
