import { firstTables } from './0001-first-tables.ts';
import { digestsByCommit } from './0002-digests-by-commit.ts';
import { marksBesideDocuments } from './0003-marks-beside-documents.ts';
import { indexesWithoutIds } from './0004-indexes-without-ids.ts';
import { counts } from './0005-counts.ts';
import { columnsOfIndexedFields } from './0006-columns-of-indexed-fields.ts';
import type { Migration } from './migration.ts';

/** Every migration in its order; a new file runs them all, an older one those it has not. */
export const stationMigrations: readonly Migration[] = [firstTables, digestsByCommit, marksBesideDocuments, indexesWithoutIds, counts, columnsOfIndexedFields];
