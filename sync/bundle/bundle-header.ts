import { BundleProblem } from './bundle-problem.ts';
import type { PublicKeys } from './bundle-keys.ts';

/** First line of every bundle. */
export const magic = 'tramxa-bundle 1';

/** What is readable from outside: enough to know whom it is for. No record, no name of a person. */
interface CommonHeader { id: string; madeAt: string }
/** From a station PC up to its home hub. */
export interface UpHeader extends CommonHeader {
  kind: 'up'; from: PublicKeys & { unit: string; user: string; device: string };
  /** Home hub as far as the station knows it; `''` before the first answer. */
  to: string;
  documents: number; /** Documents that wait and are on no stick yet. */ left: number;
  /** When the oldest and the newest of them were saved. */
  savedFrom?: string; savedTo?: string;
}
/** From the home hub down to one station PC. */
export interface DownHeader extends CommonHeader {
  kind: 'down'; from: PublicKeys & { unit: string; tier: string; name?: string }; to: { unit: string; user: string; device: string };
  /** Grows with every answer to this PC; milliseconds since 1970 or more. */
  serial: number;
}
export type BundleHeader = UpHeader | DownHeader;

const isText = (value: unknown, longest = 400): value is string => typeof value === 'string' && value.length <= longest;
const hasTexts = (value: unknown, ...keys: string[]): boolean => typeof value === 'object' && value !== null && keys.every((key) => isText((value as Record<string, unknown>)[key]));
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/** @throws BundleProblem where the line is no header. */
export function parseHeader(line: string): BundleHeader {
  let header: Record<string, unknown> = {};
  try { header = JSON.parse(line) as typeof header; } catch { /* said below */ }
  const { kind, from, to } = header;
  if (hasTexts(header, 'id', 'madeAt') && hasTexts(from, 'signingKey', 'recipient', 'introduction', 'unit')) {
    if (kind === 'up' && hasTexts(from, 'user', 'device') && isText(to) && isCount(header['documents']) && isCount(header['left'])) return header as unknown as UpHeader;
    if (kind === 'down' && hasTexts(from, 'tier') && hasTexts(to, 'unit', 'user', 'device') && isCount(header['serial'])) return header as unknown as DownHeader;
  }
  throw new BundleProblem('BundleDamaged', 'the label of this file cannot be read');
}
