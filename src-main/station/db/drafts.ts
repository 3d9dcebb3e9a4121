import type { Draft } from '../../../src-shared/contract/session.ts';
import type { Sql } from '../../../store/index.ts';

interface DraftRow { key: string; form: string; patient_id: string | null; content: string; updated_at: string }

/** Half-written forms, kept in the encrypted file and shown to their author only. */
export interface Drafts {
  list(account: string): Draft[];
  save(account: string, draft: Omit<Draft, 'updatedAt'>): { updatedAt: string };
  discard(account: string, key: string): void;
}

export function createDrafts(sql: Sql, instant: () => string): Drafts {
  return {
    list: (account) => sql.all<DraftRow>('SELECT key, form, patient_id, content, updated_at FROM station_drafts WHERE account = ? ORDER BY updated_at DESC', account)
      .map((row) => ({
        key: row.key, form: row.form, ...(row.patient_id === null ? {} : { patientId: row.patient_id }),
        content: JSON.parse(row.content) as Record<string, unknown>, updatedAt: row.updated_at,
      })),
    save(account, draft) {
      const updatedAt = instant();
      sql.run(`INSERT INTO station_drafts (account, key, form, patient_id, content, updated_at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (account, key) DO UPDATE SET form = excluded.form, patient_id = excluded.patient_id, content = excluded.content, updated_at = excluded.updated_at`,
      account, draft.key, draft.form, draft.patientId ?? null, JSON.stringify(draft.content), updatedAt);
      return { updatedAt };
    },
    discard(account, key) {
      sql.run('DELETE FROM station_drafts WHERE account = ? AND key = ?', account, key);
    },
  };
}
