/**
 * What the window's shell and its station process say to each other. The shell starts the station as a child with the
 * arguments `--dir D [--port P]`; everything else goes by these messages. A version brought by an update may be newer than the
 * shell that starts it: messages are added, never changed, and `shellMessages` grows with what a station needs its shell to know.
 */
export type StationToShell =
  /** Serving. `address` is `http://127.0.0.1:<port>`, `token` signs exactly one page in at the loopback door. */
  | { kind: 'ready'; address: string; token: string }
  /** Could not be opened or served; `code` is a refusal of the store or the station, never a sentence. */
  | { kind: 'failed'; code: string }
  /** Has opened the station's file: this version works here. */
  | { kind: 'healthy' }
  /** Could not open the file, by a fault of the program: a version on trial is given up. */
  | { kind: 'unfit'; code: string }
  /** End in order and start again, with the version that is to be tried. */
  | { kind: 'restart' }
  /** Everything is written and closed; the process ends next. */
  | { kind: 'done' };

export type ShellToStation =
  /** Finish what is being written, close the file, answer `done`. */
  { kind: 'shutdown' };

/** Number of these messages; an update that needs a later one says so in its manifest. */
export const shellMessages = 1;
