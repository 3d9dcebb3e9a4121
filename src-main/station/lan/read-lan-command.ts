import { lanCommandInput, type LanCommand } from '../../../src-shared/contract/lan.ts';
import type { Refusal } from '../../../src-shared/domain/common/refusal.ts';

/** What is typed by people, and what is said where it is longer than any of its kind. */
const refusalOfField: Readonly<Record<string, string>> = { address: 'BadAddress', code: 'PairingRefused', name: 'LanNameTooLong', fingerprint: 'NeighbourNotFound', port: 'PortInUse' };

/** A command to the LAN as it came over a door; what was typed and fits no field of it is a refusal. `BadRequest`: not a command at all. */
export function readLanCommand(command: unknown): { ok: true; command: LanCommand } | { ok: false; refusals: [Refusal] } {
  const shape = lanCommandInput.safeParse(command);
  if (shape.success) return { ok: true, command: shape.data };
  const field = shape.error.issues.map(({ path }) => refusalOfField[String(path[0] ?? '')]).find((code) => code !== undefined);
  return { ok: false, refusals: [{ code: field ?? 'BadRequest' }] };
}
