import type { BundleKeys, BundlePlace, RefusedRow, TakenBundle } from '../../sync/index.ts';
import { linkSecretOf, mintBundleKeys } from '../../sync/index.ts';
import type { HubBook } from '../provisioning/hub-book.ts';

const tables = [
  // What a device's credential was derived to; never the password itself.
  'CREATE TABLE IF NOT EXISTS stickLinks (user TEXT PRIMARY KEY, secret TEXT NOT NULL)',
  // The device last seen behind a credential, its public keys and where it stood in our feeds.
  'CREATE TABLE IF NOT EXISTS stickDevices (user TEXT PRIMARY KEY, device TEXT NOT NULL, signingKey TEXT NOT NULL, recipient TEXT NOT NULL, places TEXT NOT NULL, madeAt TEXT NOT NULL)',
  // `answeredBy`: serial of the newest answer that speaks of it; `isKnown`: the station has received such an answer.
  `CREATE TABLE IF NOT EXISTS takenBundles (id TEXT PRIMARY KEY, user TEXT NOT NULL, device TEXT NOT NULL, madeAt TEXT NOT NULL, takenAt TEXT NOT NULL, documents INTEGER NOT NULL,
    refused TEXT NOT NULL, answeredBy INTEGER, isKnown INTEGER NOT NULL DEFAULT 0)`,
  'CREATE INDEX IF NOT EXISTS takenBundlesByUser ON takenBundles (user, isKnown)',
];

/** A credential was printed, or a device signed in with it: from now on its bundles can be opened. */
export function rememberLink(book: HubBook, user: string, password: string): void {
  for (const table of tables) book.sql.run(table);
  const secret = linkSecretOf(user, password);
  if (linkOf(book, user) === secret) return;
  book.sql.run('INSERT INTO stickLinks (user, secret) VALUES (?, ?) ON CONFLICT (user) DO UPDATE SET secret = excluded.secret', user, secret);
}

const linkOf = (book: HubBook, user: string) => book.sql.get<{ secret: string }>('SELECT secret FROM stickLinks WHERE user = ?', user)?.secret;

export interface StickDevice { device: string; signingKey: string; recipient: string; places: BundlePlace[]; madeAt: string }
export interface Taken { id: string; device: string; takenAt: string; documents: number; refused: RefusedRow[] }

/** What the hub knows of bundles, in its encrypted book. */
export interface StickBook {
  /** The hub's own keys, made at first use. */
  keys(): Promise<BundleKeys>;
  link(user: string): string | undefined;
  device(user: string): StickDevice | undefined;
  taken(id: string): Taken | undefined;
  /** One transaction: the bundle is taken, its device and place are known, what its sender has received is not told again. */
  take(user: string, bundle: Taken & { madeAt: string }, device: StickDevice, lastAnswer: number): void;
  /** Bundles the station has not been told of, as far as its own word goes. */
  untold(user: string, device: string): TakenBundle[];
  told(user: string, device: string, serial: number): void;
  /** Greater than any before, whatever the clock says. */
  nextSerial(now: number): number;
}

const KEYS = 'stickKeys';
const SERIAL = 'stickSerial';

export function openStickBook(book: HubBook): StickBook {
  const { sql } = book;
  for (const table of tables) sql.run(table);
  return {
    async keys() {
      const known = book.setting(KEYS);
      if (known !== undefined) return JSON.parse(known) as BundleKeys;
      const made = await mintBundleKeys();
      book.setSetting(KEYS, JSON.stringify(made));
      return made;
    },
    link: (user) => linkOf(book, user),
    device(user) {
      const row = sql.get<Omit<StickDevice, 'places'> & { places: string }>('SELECT device, signingKey, recipient, places, madeAt FROM stickDevices WHERE user = ?', user);
      return row && { ...row, places: JSON.parse(row.places) as BundlePlace[] };
    },
    taken(id) {
      const row = sql.get<Omit<Taken, 'refused'> & { refused: string }>('SELECT id, device, takenAt, documents, refused FROM takenBundles WHERE id = ?', id);
      return row && { ...row, refused: JSON.parse(row.refused) as RefusedRow[] };
    },
    take(user, bundle, { device, signingKey, recipient, places, madeAt }, lastAnswer) {
      book.inTransaction((at) => {
        // A restored station is known by its new device, whatever its clock says.
        const isNew = at.get('SELECT 1 FROM takenBundles WHERE user = ? AND device = ?', user, device) === undefined ? 1 : 0;
        at.run('INSERT INTO takenBundles (id, user, device, madeAt, takenAt, documents, refused) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
          bundle.id, user, device, bundle.madeAt, bundle.takenAt, bundle.documents, JSON.stringify(bundle.refused));
        // Of two sticks in the wrong order, the later one tells where the station stands.
        at.run(`INSERT INTO stickDevices (user, device, signingKey, recipient, places, madeAt) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (user) DO UPDATE SET device = excluded.device,
          signingKey = excluded.signingKey, recipient = excluded.recipient, places = excluded.places, madeAt = excluded.madeAt WHERE excluded.madeAt >= madeAt OR ?`,
        user, device, signingKey, recipient, JSON.stringify(places), madeAt, isNew);
        at.run('UPDATE takenBundles SET isKnown = 1 WHERE user = ? AND device = ? AND answeredBy <= ?', user, device, lastAnswer);
        at.run('UPDATE credentials SET lastContactAt = ? WHERE user = ?', bundle.takenAt, user);
      });
    },
    untold: (user, device) => sql.all<{ id: string; takenAt: string; refused: string }>('SELECT id, takenAt, refused FROM takenBundles WHERE user = ? AND device = ? AND isKnown = 0 ORDER BY takenAt', user, device)
      .map((row) => ({ ...row, refused: JSON.parse(row.refused) as RefusedRow[] })),
    told(user, device, serial) { sql.run('UPDATE takenBundles SET answeredBy = ? WHERE user = ? AND device = ? AND isKnown = 0', serial, user, device); },
    nextSerial(now) {
      const serial = Math.max(now, Number(book.setting(SERIAL) ?? 0) + 1);
      book.setSetting(SERIAL, String(serial));
      return serial;
    },
  };
}
