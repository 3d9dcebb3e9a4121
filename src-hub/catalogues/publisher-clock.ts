import { createHybridClock, type HybridClock } from '../../src-shared/domain/common/hybrid-clock.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';

const SETTING = 'referenceClock';

/** The clock of what this hub publishes; `keep` remembers how far it went, before anything is written. */
export function publisherClock({ book, config, now }: WorkPlace): Pick<HybridClock, 'next'> & { keep(): void } {
  const last = book.setting(SETTING);
  const clock = createHybridClock({ now, device: `hub-${config.unit}`, ...(last === undefined ? {} : { last }) });
  return { next: () => clock.next(), keep: () => { book.setSetting(SETTING, clock.last()); } };
}
