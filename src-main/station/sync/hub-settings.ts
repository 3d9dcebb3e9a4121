import { z } from 'zod';

export const hubSettings = z.strictObject({ url: z.string().regex(/^https?:\/\//), user: z.string().min(1), password: z.string().min(1) });
/** The hub this station exchanges with and its credential; kept inside the encrypted file only. */
export type HubSettings = z.infer<typeof hubSettings>;

export const hubSettingsKey = 'hub';
