import { rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { childUser } from '../provisioning/credentials.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import { atEndOf } from '../public/at-end-of.ts';
import { authenticate } from '../public/authenticate.ts';
import type { Log } from '../public/call.ts';
import { DoorRefusal, badRequest, methodNotAllowed, notFound, signInFirst } from '../public/door-refusal.ts';
import type { OtherHandler } from '../public/open-door.ts';
import type { RateLimit } from '../public/rate-limit.ts';
import { readObject } from '../public/read-body.ts';
import { sendAnswer } from '../public/send-answer.ts';
import type { SignIn } from '../public/sign-in.ts';
import { PIECE_BYTES, incomingBundle, readPiece } from './bundle-pieces.ts';
import { MOST_BUNDLE_BYTES, dropKept, findKept, keptFor } from './kept-bundles.ts';
import { receiveBundle } from './receive-bundle.ts';

export const BUNDLES_PATH = '/_tramxa/bundles';
type Child = `child.${string}`;
/** A piece in base64, and what stands around it. */
const MOST_BODY_BYTES = PIECE_BYTES * 2;

/** A piece on its way up: it goes on at byte `at` of a file of `bytes`; `piece` is base64. */
function readUpload(body: Record<string, unknown>): { at: number; bytes: number; piece: Buffer } {
  const { at, bytes, piece } = body;
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(bytes) || typeof piece !== 'string') throw badRequest('at, bytes and piece are needed');
  const upload = { at: at as number, bytes: bytes as number, piece: Buffer.from(piece, 'base64') };
  if (upload.at < 0 || upload.piece.length > PIECE_BYTES || upload.at + upload.piece.length > upload.bytes) throw badRequest('the piece does not fit');
  if (upload.bytes > MOST_BUNDLE_BYTES) throw new DoorRefusal(413, 'too_large', 'a bundle of this size is carried');
  return upload;
}

/**
 * Bundles of stations on their way to the hub that opens them, for child hubs only: `GET` lists what waits for the one who asks, `GET …/<digest>?at=N` is a piece of
 * one, `DELETE` says that it arrived; `PUT` brings one piece by piece, answered with the bytes that are here. What is on its way to somebody else is not there (404).
 */
export function serveBundles({ place, signIn, rates, log }: { place: WorkPlace; signIn: SignIn; rates: RateLimit; log: Log }): OtherHandler {
  const finishing = new Map<string, Promise<void>>();

  async function takeWhole(user: Child, digest: string): Promise<void> {
    const file = incomingBundle(place.dir, user, digest).finish();
    if (file === undefined) throw new DoorRefusal(409, 'BundleDamaged', 'what came is not the bundle of this digest');
    try {
      await receiveBundle(place, { file }, user);
    } catch (error) {
      if (!(error instanceof HubProblem)) throw error;
      log('bundle from below refused', { user, code: error.code });
      throw new DoorRefusal(409, error.code, error.message);
    } finally {
      rmSync(file, { force: true });
    }
  }

  async function upload(request: IncomingMessage, user: Child, digest: string): Promise<unknown> {
    const { at, bytes, piece } = readUpload(await readObject(request, MOST_BODY_BYTES));
    const here = finishing.has(digest) ? bytes : incomingBundle(place.dir, user, digest).add(at, piece);
    if (here < bytes) return { here };
    // The same piece twice at one moment is one bundle.
    const whole = finishing.get(digest) ?? takeWhole(user, digest).finally(() => { finishing.delete(digest); });
    finishing.set(digest, whole);
    await whole;
    return { here, taken: true };
  }

  function piece(user: Child, digest: string, query: string): unknown {
    const kept = findKept(place, user, digest);
    const at = Number(new URLSearchParams(query).get('at') ?? 0);
    if (!Number.isSafeInteger(at) || at < 0) throw badRequest('at is no number of bytes');
    const found = kept && readPiece(place.dir, digest, at);
    if (kept && !found) dropKept(place, digest);
    if (!kept || !found) throw notFound();
    return { bytes: kept.bytes, piece: found.toString('base64') };
  }

  return async (request, response, path) => {
    if (path !== BUNDLES_PATH && !path.startsWith(`${BUNDLES_PATH}/`)) return false;
    const principal = await authenticate(request, signIn);
    if (!principal) throw signInFirst();
    if (principal.kind !== 'child') throw notFound();
    atEndOf(response, rates.enter(principal, request.method === 'PUT'));
    const user = childUser(principal.unit);
    const digest = path.slice(BUNDLES_PATH.length + 1);
    const send = async (body: unknown): Promise<true> => { await sendAnswer(request, response, { status: 200, body }); return true; };
    if (digest === '') {
      if (request.method !== 'GET') throw methodNotAllowed('GET');
      return send({ bundles: keptFor(place, user).map(({ digest: name, bytes }) => ({ digest: name, bytes })) });
    }
    if (!/^[0-9a-f]{64}$/.test(digest)) throw notFound();
    switch (request.method) {
      case 'GET': return send(piece(user, digest, (request.url ?? '').split('?')[1] ?? ''));
      case 'PUT': return send(await upload(request, user, digest));
      case 'DELETE': {
        if (!findKept(place, user, digest)) throw notFound();
        dropKept(place, digest);
        return send({ ok: true });
      }
      default: throw methodNotAllowed('DELETE,GET,PUT');
    }
  };
}
