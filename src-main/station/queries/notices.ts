import type { NoticeRow } from '../../../src-shared/contract/queries.ts';
import { catalogueContents } from '../../../src-shared/domain/reference/catalogue.schema.ts';
import type { Query } from './query.ts';

/** Notices in force today, what this person has not read first, the newest first. */
export const notices: Query<'notices'> = ({ account }, { db }) => {
  const read = db.readNotices.of(account);
  return db.catalogues.on('notices', db.clock.today()).flatMap(({ _id: id, content, from, to }): NoticeRow[] => {
    const shape = catalogueContents.notices.strip().safeParse(content);
    const readAt = read[id];
    return shape.success ? [{ id, title: shape.data.title, text: shape.data.text, urgent: shape.data.urgent ?? false, from, ...(to === undefined ? {} : { to }), ...(readAt === undefined ? {} : { readAt }) }] : [];
  }).sort((a, b) => Number(a.readAt !== undefined) - Number(b.readAt !== undefined) || Number(b.urgent) - Number(a.urgent) || (a.from < b.from ? 1 : -1));
};
