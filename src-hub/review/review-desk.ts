import { createHybridClock } from '../../src-shared/domain/common/hybrid-clock.ts';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import { databaseName } from '../../src-shared/domain/collections.ts';
import type { ReviewContext } from '../../src-shared/domain/review/build-review.ts';
import type { Review } from '../../src-shared/domain/review/review.schema.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import { instantOf } from '../provisioning/work-place.ts';
import type { Services } from '../provisioning/start-services.ts';
import type { Reader } from './console-reader.ts';
import type { OrgBook } from './org-book.ts';

export type ReviewAnswer = { ok: true; count: number } | { ok: false; refusals: Refusal[] };

/** What the review operations share: the clock of this hub's reviews, and the road of a new review into a station's database. */
export interface ReviewDesk {
  place: WorkPlace; services: Services; org: OrgBook;
  contextOf(reader: Reader, unit: string): ReviewContext;
  /** Writes new reviews beside the records and sees to it that the lists know of them. One that is there already stays as it is. */
  put(unit: string, reviews: readonly Review[]): Promise<void>;
}

export function createReviewDesk(place: WorkPlace, services: Services, org: OrgBook): ReviewDesk {
  const { book, config, engine, now } = place;
  const last = book.setting('reviewClock');
  const clock = createHybridClock({ now, device: `hub-${config.unit}`, ...(last === undefined ? {} : { last }) });
  return {
    place, services, org,
    contextOf: ({ account, displayName }, unit) => ({ now: instantOf(now()), unit, reviewerUnit: config.unit, account, displayName, nextVersion: () => clock.next() }),
    async put(unit, reviews) {
      const database = databaseName('health', unit);
      book.setSetting('reviewClock', clock.last());
      const rows = await engine.use(database, (open) => open.write([...reviews], { minted: false }));
      const broken = rows.find((row) => 'error' in row && row.error !== 'conflict');
      if (broken) throw new Error('a review was not stored');
      await services.index.catchUp(database);
    },
  };
}
