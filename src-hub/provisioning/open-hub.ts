import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { OtherHandler, TlsFiles } from '../public/open-door.ts';
import { openDoor } from '../public/open-door.ts';
import type { DoorParts, Log } from '../public/call.ts';
import { createRateLimit } from '../public/rate-limit.ts';
import { createSignIn } from '../public/sign-in.ts';
import { createUpdateFeed } from '../public/update-feed.ts';
import { adminEndpoint } from './admin-endpoint.ts';
import { createQuietTime } from '../operations/quiet-time.ts';
import { serveOperations } from '../operations/serve-operations.ts';
import { serveConsole } from '../review/serve-console.ts';
import { keptFor } from '../bundles/kept-bundles.ts';
import { serveBundles } from '../bundles/serve-bundles.ts';
import { serveUpdates } from '../updates/serve-updates.ts';
import { startServices } from './start-services.ts';
import type { Services } from './start-services.ts';
import { openWorkPlace } from './open-work-place.ts';
import type { OpenPlace } from './open-work-place.ts';

export interface OpenHubOptions {
  dir: string; log: Log; now: () => number;
  /** Where the built screens of the console lie; found by itself unless given. */
  screensDirectory?: string;
  /** Port the door is heard on, once it is. */
  port: () => number;
  /** Served by TLS with this certificate and key (PEM). */
  tls?: TlsFiles | undefined;
  /** The door is heard on its own machine alone; so unless said otherwise. */
  isPrivate?: boolean;
  /** Reaches the parent; the platform's unless given. */
  fetch?: typeof fetch;
}

/** A hub at work whose door hears nobody yet: whoever opened it gives `server` its connections, and ends `services`, then `place`. */
export interface OpenHub {
  place: OpenPlace; server: Server; services: Services;
  /** Opens the way in for commands on this machine. */
  token: string; admin: OtherHandler;
  /** Waiting feeds end, new requests are answered 503. */
  beginClosing(): void;
}

/** Puts a hub's parts together. */
export function openHub({ dir, log: given, now, screensDirectory, port, tls, isPrivate = true, fetch: send }: OpenHubOptions, place: OpenPlace = openWorkPlace(dir, now)): OpenHub {
  const { config, book, engine, uuid } = place;
  const closing = new AbortController();
  let faults = 0;
  const log: Log = (event, facts) => { if (event.endsWith('fault')) faults += 1; given(event, facts); };
  const signIn = createSignIn(book, now, isPrivate);
  const quiet = createQuietTime();
  const services = startServices(place, log, send, quiet);
  place.serving = services;
  place.changed = (what) => {
    if (what === 'credentials') signIn.forget();
    else services.restartUpstream().catch(() => log('fault', { kind: 'parent' }));
  };
  const rates = createRateLimit();
  const parts: DoorParts = { engine, book, config, signIn, rates, updates: createUpdateFeed(engine), path: services.path, bundlesFor: (child) => keptFor(place, child).length, quiet, uuid, now, log, closing: closing.signal };
  const token = randomBytes(32).toString('base64url');
  const admin = adminEndpoint(place, token, log);
  const operations = serveOperations({ place, services, startedAt: now(), faults: () => faults, isClosing: () => closing.signal.aborted });
  const server = openDoor(parts, [admin, operations, serveUpdates({ dir, signIn }), serveBundles({ place, signIn, rates, log }), serveConsole({ place, services, port, log, isSecure: tls !== undefined, isPrivate, ...(screensDirectory === undefined ? {} : { screensDirectory }) })], tls);
  return { place, server, services, token, admin, beginClosing: () => closing.abort() };
}
