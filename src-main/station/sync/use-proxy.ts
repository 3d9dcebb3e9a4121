import { setGlobalProxyFromEnv } from 'node:http';
import { z } from 'zod';

export const proxySettings = z.strictObject({
  /** `http://proxy.syt:3128`: plain HTTP, a port, and nothing after it. */
  url: z.string().max(300).regex(/^http:\/\/[a-z0-9.-]+:\d{1,5}\/?$/i).refine((url) => URL.canParse(url)),
  user: z.string().min(1).max(200).optional(),
  password: z.string().max(500).optional(),
});
/** The proxy of the building's network, by which alone the hub can be reached (HTTP CONNECT); kept inside the encrypted file only. */
export type ProxySettings = z.infer<typeof proxySettings>;
export const proxySettingsKey = 'proxy';

let goBack: (() => void) | undefined;

/**
 * From now on this process reaches the hub through this proxy, or directly. Everything by `fetch` goes there: the station asks
 * nobody else by it (its neighbours on the LAN have an agent of their own).
 */
export function useProxy(settings: ProxySettings | undefined): void {
  goBack?.();
  goBack = undefined;
  if (!settings) return;
  const url = new URL(settings.url);
  if (settings.user !== undefined) url.username = encodeURIComponent(settings.user);
  if (settings.password !== undefined) url.password = encodeURIComponent(settings.password);
  goBack = setGlobalProxyFromEnv({ http_proxy: url.href, https_proxy: url.href });
}
