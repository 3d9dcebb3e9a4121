import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { SimStation } from '../world/sim-station.ts';

/** How work is done and promised. */
export interface WorkTools {
  run(station: SimStation, operation: string, input: Record<string, unknown>, note?: () => void): void;
  /** Living records of a collection that this program understands. */
  all(station: SimStation, table: string): DocumentBody[];
  /** A new word for a field, over what stands there. */
  type(id: string, field: string, over?: unknown): { word: string; note: () => void };
  newId(prefix: string): string;
  only(body: DocumentBody, fields: readonly string[]): Record<string, unknown>;
  /** On which everything happens. */
  day: string;
}
