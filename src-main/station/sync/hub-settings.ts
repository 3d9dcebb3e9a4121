import { z } from 'zod';

export const hubSettings = z.strictObject({ url: z.string().regex(/^https?:\/\//), user: z.string().min(1), password: z.string().min(1), /** PEM of the hub, where nobody a PC knows has signed it. */ certificate: z.string().max(100_000).optional() });
/** The hub this station exchanges with and its credential; kept inside the encrypted file only. */
export type HubSettings = z.infer<typeof hubSettings>;

export const hubSettingsKey = 'hub';
