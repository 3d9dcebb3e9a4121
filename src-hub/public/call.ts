import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Engine } from '../engine/engine.ts';
import type { QuietTime } from '../operations/quiet-time.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import type { HubConfig } from '../provisioning/hub-config.ts';
import type { PathEntry } from './path-entry.ts';
import type { Principal } from './principal.ts';
import type { RateLimit } from './rate-limit.ts';
import type { SignIn } from './sign-in.ts';
import type { UpdateFeed } from './update-feed.ts';

export type { PathEntry } from './path-entry.ts';
export type Log = (event: string, facts?: Record<string, unknown>) => void;

/** What the door works with. */
export interface DoorParts {
  engine: Engine; book: HubBook; config: HubConfig; signIn: SignIn; rates: RateLimit; updates: UpdateFeed;
  /** This hub first, then the units above, as last learned. */
  path: () => PathEntry[];
  /** How many bundles wait here for that child hub. */
  bundlesFor: (child: `child.${string}`) => number;
  /** Told of every request, so that what can wait makes way. */
  quiet: QuietTime;
  uuid: string; now: () => number; log: Log;
  /** Aborted when the hub closes: waiting feeds end. */
  closing: AbortSignal;
}

/** One request on its way through the door. */
export interface Call extends DoorParts {
  request: IncomingMessage; response: ServerResponse;
  method: string; segments: string[]; query: URLSearchParams; requestId: string;
  /** Aborted when the client hangs up or the hub closes. */
  signal: AbortSignal;
  /** Waits for something to happen: meanwhile nothing is asked of the hub. */
  idle<T>(wait: Promise<T>): Promise<T>;
}
export interface SignedCall extends Call { principal: Principal }

/** `body` is sent as JSON, `json` is JSON already, `raw` is sent as it is; a handler that wrote the response itself returns `'sent'`. */
export type Answer = { status: number; body?: unknown; json?: Buffer; raw?: Buffer; headers?: OutgoingHttpHeaders } | 'sent';
