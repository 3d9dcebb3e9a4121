import type { Refusal } from '../domain/common/refusal.ts';

/** How the hub is reached: by this proxy of the building's network, else directly. The password is never answered. */
export interface ProxyStatus { url?: string; user?: string; hasPassword: boolean }
/** `reached`: whether the hub answered that way just now. Refusals: `RoleNotAllowed`, `ProxyAddress`. */
export type ProxyAnswer = { ok: true; status: ProxyStatus; reached: boolean } | { ok: false; refusals: Refusal[] };
/** `null`: no proxy any more. Without a password the known one of the same user stays. */
export type ProxyInput = { url: string; user?: string; password?: string } | null;
