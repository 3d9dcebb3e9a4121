import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether damage was met in the file while it was open. */
export interface FileHealth {
  isDamaged(): boolean;
  /** Of any error: notes it where it speaks of damage. Answers whether it does. */
  note(error: unknown): boolean;
  noteProblems(problems: readonly string[]): void;
  onChange(listener: () => void): () => void;
}

/** Says that damage was met while the file was open: the next opening looks at all of it. */
export const damageMarker = (dir: string): string => join(dir, 'damage-met');

/** A page that does not decrypt, or does not hold together. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(CORRUPT|NOTADB|IOERR_(DATA|SHORT_READ|CORRUPTFS))/.test(code) || (error instanceof Error && error.cause !== undefined && isDamage(error.cause));
}

export function createFileHealth(dir: string, log: (event: string) => void): FileHealth {
  let damaged = false;
  const listeners = new Set<() => void>();
  const become = () => {
    if (damaged) return;
    damaged = true;
    log('fileDamaged');
    try { writeFileSync(damageMarker(dir), ''); } catch { /* The next opening meets it anyway. */ }
    for (const listener of [...listeners]) listener();
  };
  return {
    isDamaged: () => damaged,
    note(error) {
      const is = isDamage(error);
      if (is) become();
      return is;
    },
    noteProblems(problems) { if (problems.length > 0) become(); },
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}
