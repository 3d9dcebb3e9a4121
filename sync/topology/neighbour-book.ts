import type { JournalCore } from '../replication/journal-core.ts';
import { mintCertificate } from './mint-certificate.ts';
import type { NeighbourIdentity } from './mint-certificate.ts';

/** Another PC of the unit on the same LAN, known by its certificate. `at`: when it was paired or taken out; the newest word wins everywhere. */
export interface Neighbour { fingerprint: string; device: string; name: string; certificate: string; host: string; port: number; state: 'paired' | 'removed'; at: number }

/** The PCs this one is paired with, in its own file. */
export interface NeighbourBook {
  readonly own: NeighbourIdentity;
  all(): Neighbour[];
  paired(fingerprint: string): Neighbour | undefined;
  /** Takes a newer word; `false` where it knew as much. */
  learn(neighbour: Neighbour): boolean;
  /** It was seen at this address; `false` where that was known. */
  moved(fingerprint: string, host: string, port: number): boolean;
  onChange(listener: () => void): () => void;
}

const table = `CREATE TABLE IF NOT EXISTS sync_neighbours (fingerprint TEXT PRIMARY KEY, device TEXT NOT NULL, name TEXT NOT NULL, certificate TEXT NOT NULL, host TEXT NOT NULL, port INTEGER NOT NULL,
  state TEXT NOT NULL, at INTEGER NOT NULL)`;

export function openNeighbourBook(core: JournalCore): NeighbourBook {
  const { store, options: { device } } = core;
  store.commit({ documents: [], context: 'lan-tables', sql: (sql) => { sql.run(table); } });
  // A restored copy is another PC: it is paired anew.
  const name = `lan.identity.${device}`;
  if (core.meta(name) === undefined) core.setMeta(name, JSON.stringify(mintCertificate(device)));
  const own = JSON.parse(core.meta(name) ?? '') as NeighbourIdentity;
  const listeners = new Set<() => void>();
  const tell = () => { for (const listener of [...listeners]) listener(); };
  const find = (fingerprint: string) => store.sql.get<Neighbour>('SELECT * FROM sync_neighbours WHERE fingerprint = ?', fingerprint);
  return {
    own,
    all: () => store.sql.all<Neighbour>('SELECT * FROM sync_neighbours ORDER BY name, device'),
    paired(fingerprint) {
      const found = find(fingerprint);
      return found?.state === 'paired' ? found : undefined;
    },
    learn({ fingerprint, device: its, name: its_name, certificate, host, port, state, at }) {
      const known = find(fingerprint);
      if (fingerprint === own.fingerprint || (known && known.at >= at)) return false;
      store.sql.run(`INSERT INTO sync_neighbours (fingerprint, device, name, certificate, host, port, state, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (fingerprint) DO UPDATE SET device = excluded.device, name = excluded.name, certificate = excluded.certificate, host = excluded.host, port = excluded.port, state = excluded.state, at = excluded.at`,
      fingerprint, its, its_name, certificate, host, port, state, at);
      tell();
      return true;
    },
    moved(fingerprint, host, port) {
      const known = find(fingerprint);
      if (!known || (known.host === host && known.port === port)) return false;
      store.sql.run('UPDATE sync_neighbours SET host = ?, port = ? WHERE fingerprint = ?', host, port, fingerprint);
      tell();
      return true;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}
