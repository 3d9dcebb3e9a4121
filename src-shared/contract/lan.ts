import { z } from 'zod';
import type { Refusal } from '../domain/common/refusal.ts';

/** What the head may do with the LAN of the station's PCs. `address`: `192.168.1.20:47880` of the PC that shows the code; several with commas between them are tried one after another. */
export const lanCommandInput = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('switchOn'), name: z.string().trim().min(1).max(60).optional(), port: z.number().int().min(0).max(65_535).optional() }),
  z.strictObject({ command: z.literal('switchOff') }),
  z.strictObject({ command: z.literal('offer') }),
  z.strictObject({ command: z.literal('join'), address: z.string().trim().max(200), code: z.string().trim().max(30) }),
  z.strictObject({ command: z.literal('remove'), fingerprint: z.string().trim().max(200) }),
]);
export type LanCommand = z.infer<typeof lanCommandInput>;

export interface LanNeighbour { fingerprint: string; device: string; name: string; address: string; line: 'connected' | 'away' | 'refused'; lastContactAt?: string }
/** `addresses`: where the other PCs of the LAN find this one. `problem`: why it is not at work although switched on (`PortInUse`, …; for the command also `NobodySignedIn`, `NotServing`). */
export interface LanStatus { on: boolean; name: string; port: number; addresses: string[]; neighbours: LanNeighbour[]; problem?: string }
/** A code for one more PC, until then (instant). */
export interface LanOffer { code: string; until: string }
/** Refusals: `LanOff`, `PairingRefused`, `NeighbourAway`, `BadAddress`, `LanNameTooLong`, `PortInUse`, `RoleNotAllowed`, `NeighbourNotFound`; for the command also `NobodySignedIn`, `NotServing`. */
export type LanAnswer = { ok: true; status: LanStatus; offer?: LanOffer } | { ok: false; refusals: Refusal[] };
