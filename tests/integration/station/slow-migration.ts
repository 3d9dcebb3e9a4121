import type { Migration } from '../../../src-main/station/migrations/migration.ts';
import { stationMigrations } from '../../../src-main/station/migrations/index.ts';

export const slowSteps = 40;
/** The present changes, and one more in many steps that each write one row; `before` may fail or take its time. */
export const withSlowMigration = (before: (step: number) => void = () => undefined): Migration[] => [...stationMigrations, {
  number: 1_000, name: 'a slow one',
  step(sql, from) {
    const step = Number(from ?? 0);
    before(step);
    sql.run('CREATE TABLE IF NOT EXISTS slow_steps (number INTEGER PRIMARY KEY AUTOINCREMENT, step INTEGER NOT NULL)');
    sql.run('INSERT INTO slow_steps (step) VALUES (?)', step);
    return step + 1 < slowSteps ? { next: String(step + 1), share: (step + 1) / slowSteps } : undefined;
  },
}];
