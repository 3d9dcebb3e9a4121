import type { StationToShell } from '../../src-shared/contract/shell-messages.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** A message of the station, or `undefined` for anything that is not one: another process is not trusted to keep the shape. */
export function readStationMessage(message: unknown): StationToShell | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, address, token, code } = message as Record<string, unknown>;
  if (kind === 'ready' && isText(address) && isText(token) && /^http:\/\/127\.0\.0\.1:\d+$/.test(address)) return { kind, address, token };
  if ((kind === 'failed' || kind === 'unfit') && isText(code)) return { kind, code };
  return kind === 'done' || kind === 'healthy' || kind === 'restart' ? { kind } : undefined;
}
