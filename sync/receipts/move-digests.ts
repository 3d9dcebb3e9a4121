import type { Sql } from '../../store/index.ts';
import { Digest } from './digest.ts';
import { packStates, packSums } from './digest-rows.ts';
import type { BucketState } from './digest-rows.ts';

interface OldRow { database: string; device: string; bucket: number; turn: number; count: number; xor: Uint8Array }
interface Line { database: string; device: string; turn: number; digest: Digest; turns: number[] }

/** Files of the first version have a row for each bucket and turn, all over the file; here they become one for each turn. */
export function moveDigests(sql: Sql): void {
  if (!sql.get("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'sync_ring'")) return;
  const lines = new Map<string, Line>();
  const take = ({ database, device, bucket, turn, count, xor }: OldRow) => {
    const key = `${database}#${device}`;
    const line = lines.get(key) ?? { database, device, turn: 0, digest: new Digest(), turns: [] };
    lines.set(key, line);
    line.turn = Math.max(line.turn, turn);
    if (turn < (line.turns[bucket] ?? 0)) return;
    line.turns[bucket] = turn;
    line.digest.buckets[bucket] = { count, xor: Buffer.from(xor) };
  };
  let group: { turn: number; at: number; database: string; device: string; states: BucketState[] } | undefined;
  const flush = () => {
    if (group) sql.run('INSERT INTO sync_past (turn, at, database, device, states) VALUES (?, ?, ?, ?, ?)', group.turn, group.at, group.database, group.device, packStates(group.states));
  };
  for (const row of sql.all<OldRow & { at: number }>('SELECT database, device, bucket, turn, count, xor, at FROM sync_ring ORDER BY turn, database, device')) {
    take(row);
    const { turn, at, database, device, bucket, count, xor } = row;
    if (group?.turn !== turn || group.database !== database || group.device !== device) {
      flush();
      group = { turn, at, database, device, states: [] };
    }
    group.states.push({ database, device, bucket, digest: { count, xor: Buffer.from(xor) } });
  }
  flush();
  for (const row of sql.all<OldRow>('SELECT database, device, bucket, turn, count, xor FROM sync_digests')) take(row);
  for (const { database, device, turn, digest } of lines.values()) {
    sql.run('INSERT OR REPLACE INTO sync_sums (database, device, turn, sums) VALUES (?, ?, ?, ?)', database, device, turn, packSums(digest));
  }
  sql.run('DROP TABLE sync_ring');
  sql.run('DROP TABLE sync_digests');
}
