/** The hub this station exchanges with and its credential; kept inside the encrypted file only. */
export interface HubSettings { url: string; user: string; password: string }

export const hubSettingsKey = 'hub';
