import { sendRevisions as honest } from '../../../src-hub/upstream/send-revisions.ts';

export * from '../../../src-hub/upstream/send-revisions.ts';

/** Stands for `src-hub/upstream/send-revisions.ts`: one collection never goes further up. */
export const sendRevisions: typeof honest = (database, leaves, context) => honest(database, Object.fromEntries(Object.entries(leaves).filter(([id]) => !id.startsWith('dispenses:'))), context);
