import { z } from 'zod';
import { isVersion } from './compare-versions.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Forward slashes, no step up, no drive, no name Windows keeps for itself at its end. */
const path = z.string().min(1).max(400).refine((text) => text.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:*?"<>|\0]|[. ]$/.test(part)), 'not a path inside the program');

/** What the release key signs: every byte of every file of a version, per platform. */
export const manifestSchema = z.strictObject({
  format: z.literal('tramxa-update'),
  formatVersion: z.literal(1),
  version: z.string().refine(isVersion, 'not a version'),
  /** ISO 8601 instant. */
  madeAt: z.string().max(40),
  /** Number of the shell's messages this version needs (`contract/shell-messages.ts`). */
  needsShell: z.int().min(1),
  /** What is new, in a sentence or two. */
  notes: z.strictObject({ vi: z.string().max(2000), en: z.string().max(2000) }),
  /** The contents as they lie one after another in the file, gzipped as one: bytes of that gzip, and their hash. */
  packed: z.strictObject({ bytes: z.int().positive(), sha256 }),
  contents: z.array(z.strictObject({ bytes: z.int().min(0), sha256 })).max(50_000),
  /** `linux-x64`, `win32-x64`: path of each file and which of the contents it holds. */
  platforms: z.record(z.string().regex(/^[a-z0-9]+-[a-z0-9]+$/), z.array(z.tuple([path, z.int().min(0)])).min(1).max(50_000)),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Name of this machine's platform in a manifest. */
export const thisPlatform = (): string => `${process.platform}-${process.arch}`;
