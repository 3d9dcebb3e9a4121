/**
 * What the window's shell and its station process say to each other. The shell starts the station as a child with the
 * arguments `--dir D [--port P]`; everything else goes by these messages.
 */
export type StationToShell =
  /** Serving. `address` is `http://127.0.0.1:<port>`, `token` signs exactly one page in at the loopback door. */
  | { kind: 'ready'; address: string; token: string }
  /** Could not be opened or served; `code` is a refusal of the store or the station, never a sentence. */
  | { kind: 'failed'; code: string }
  /** Everything is written and closed; the process ends next. */
  | { kind: 'done' };

export type ShellToStation =
  /** Finish what is being written, close the file, answer `done`. */
  { kind: 'shutdown' };
