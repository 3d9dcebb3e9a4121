import type { CredentialRow } from '../../src-shared/contract/hub-api.ts';
import type { WorkPlace } from './work-place.ts';

/** Station PCs and child hubs with a credential here, revoked ones too. */
export async function listCredentials({ book }: WorkPlace, _input: object): Promise<CredentialRow[]> {
  return book.sql.all<Pick<CredentialRow, 'user' | 'kind' | 'unit' | 'device' | 'createdAt'> & { revokedAt: string | null; lastContactAt: string | null }>(
    'SELECT user, kind, unit, device, createdAt, revokedAt, lastContactAt FROM credentials ORDER BY kind, unit, device',
  ).map(({ revokedAt, lastContactAt, ...row }) => ({ ...row, ...(revokedAt === null ? {} : { revokedAt }), ...(lastContactAt === null ? {} : { lastContactAt }) }));
}
