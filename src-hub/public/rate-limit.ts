import { DoorRefusal } from './door-refusal.ts';
import type { Principal } from './principal.ts';

/** What one who signed in may ask for: so many requests at one moment, waiting feeds among them, so many that bring something, and so many a second after a burst. */
interface Allowance { atOnce: number; bringing: number; perSecond: number; burst: number }

/** Many times what a station or a hub needs in its busiest minute; a program gone wild, or a stolen credential, holds up nobody else. */
const allowances: Record<Principal['kind'], Allowance> = {
  device: { atOnce: 100, bringing: 16, perSecond: 200, burst: 2000 },
  child: { atOnce: 4000, bringing: 1000, perSecond: 4000, burst: 40_000 },
  administrator: { atOnce: 100, bringing: 16, perSecond: 200, burst: 2000 },
};
const ASK_AGAIN_SECONDS = 1;

/** Counts what each credential asks for. */
export interface RateLimit {
  /** `brings`: the request has a body. Answers how to say that it is over; throws 429. */
  enter(principal: Principal, brings: boolean): () => void;
}

/** `now`: milliseconds of a clock that is never put back. */
export function createRateLimit(now: () => number = () => performance.now()): RateLimit {
  const asking = new Map<string, { open: number; bringing: number; left: number; at: number }>();

  return {
    enter({ user, kind }, brings) {
      const { atOnce, bringing, perSecond, burst } = allowances[kind];
      const at = now();
      const one = asking.get(user) ?? { open: 0, bringing: 0, left: burst, at };
      one.left = Math.min(burst, one.left + ((at - one.at) / 1000) * perSecond);
      one.at = at;
      asking.set(user, one);
      if (one.left < 1 || one.open >= atOnce || (brings && one.bringing >= bringing)) {
        throw new DoorRefusal(429, 'too_many_requests', 'Too many requests; ask again a little later.', { 'Retry-After': String(ASK_AGAIN_SECONDS) });
      }
      one.left -= 1;
      one.open += 1;
      if (brings) one.bringing += 1;
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        one.open -= 1;
        if (brings) one.bringing -= 1;
      };
    },
  };
}
