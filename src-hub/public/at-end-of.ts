import type { ServerResponse } from 'node:http';

/** Calls `then` once the answer is over, at once where it already is: who asked may be gone since, and nothing more is heard of that. */
export function atEndOf(response: ServerResponse, then: () => void): void {
  if (response.closed) then(); else response.once('close', then);
}
