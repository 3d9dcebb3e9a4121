import { z } from 'zod';
import type { ProxyAnswer, ProxyInput, ProxyStatus } from '../../../src-shared/contract/proxy.ts';
import type { Person } from '../accounts/accounts.ts';
import { saveAuditEvent } from '../db/save-audit-event.ts';
import type { OpenStation } from '../station.ts';
import { proxySettings, proxySettingsKey, useProxy, type ProxySettings } from './use-proxy.ts';

export const proxyInput = z.strictObject({ url: z.string().max(300), user: z.string().max(200).optional(), password: z.string().max(500).optional() }).nullable();
/** A proxy that takes a connection and says nothing. */
const patienceMs = 15_000;

export function proxyStatus({ db }: Pick<OpenStation, 'db'>): ProxyStatus {
  const { url, user, password } = db.settings.get<ProxySettings>(proxySettingsKey) ?? {};
  return { ...(url && { url }), ...(user && { user }), hasPassword: password !== undefined };
}

/** Keeps the proxy, and tries it at once. Only the head may. */
export async function setProxy({ db, sync }: Pick<OpenStation, 'db' | 'sync'>, person: Person, input: ProxyInput): Promise<ProxyAnswer> {
  if (person.role !== 'head') return { ok: false, refusals: [{ code: 'RoleNotAllowed' }] };
  const before = db.settings.get<ProxySettings>(proxySettingsKey);
  const user = input?.user?.trim() || undefined;
  const password = user === undefined ? undefined : input?.password || (before?.user === user ? before.password : undefined);
  const address = input?.url.trim() ?? '';
  const parsed = input && proxySettings.safeParse({ url: address.includes('://') ? address : `http://${address}`, ...(user && { user }), ...(password && { password }) });
  if (parsed && !parsed.success) return { ok: false, refusals: [{ code: 'ProxyAddress' }] };
  saveAuditEvent(db, person, 'setProxy', []);
  if (parsed) db.settings.set(proxySettingsKey, parsed.data);
  else db.settings.remove(proxySettingsKey);
  useProxy(parsed?.data);
  const answer = await sync.askHub('/', { signal: AbortSignal.timeout(patienceMs) }).catch(() => undefined);
  await answer?.body?.cancel();
  return { ok: true, status: proxyStatus({ db }), reached: answer?.status === 200 };
}
