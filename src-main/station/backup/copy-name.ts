/** Made by the day, by the hour on top of one of a day, or before the file was changed by a newer program. */
export type CopyKind = 'day' | 'hour' | 'change';
/** What the name of a copy says; `at` in milliseconds, whole seconds. */
export interface CopyName { unit: string; device: string; at: number; kind: CopyKind }

/** Unit zone, UTC+7 since 1975: the names are read by people. */
const zoneOffsetMs = 7 * 60 * 60 * 1000;
const pattern = /^tramxa_([a-z0-9]+)_(pc-[a-z0-9]+)_(\d{4}-\d\d-\d\d)_(\d\d)(\d\d)(\d\d)_(day|hour|change)\.tramxa$/;

/** `tramxa_25001_pc-a2b3c4d5_2026-11-22_140512_day.tramxa` */
export function copyNameOf({ unit, device, at, kind }: CopyName): string {
  const local = new Date(at + zoneOffsetMs).toISOString();
  return `tramxa_${unit}_${device}_${local.slice(0, 10)}_${local.slice(11, 19).replaceAll(':', '')}_${kind}.tramxa`;
}

/** `undefined` for a file of another name. */
export function parseCopyName(name: string): CopyName | undefined {
  const [, unit, device, day, hour, minute, second, kind] = pattern.exec(name) ?? [];
  if (unit === undefined || device === undefined) return undefined;
  const at = Date.parse(`${day}T${hour}:${minute}:${second}Z`) - zoneOffsetMs;
  return Number.isNaN(at) ? undefined : { unit, device, at, kind: kind as CopyKind };
}
