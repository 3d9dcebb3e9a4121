import { connect, createServer, type Server, type Socket } from 'node:net';
import { seededRandom } from '../../src-shared/domain/practice/sample-people.ts';

export interface LineShape {
  /** Each way. */
  bitsPerSecond: number;
  /** One way. */
  delayMs: number;
  /** Of a piece, to be lost; it is sent again after a round trip, and the line's window waits for it. */
  loss?: number;
  /** The line is cut so often, from its first connection on; never where not given. */
  cutEveryMs?: number;
  /** Nothing gets through for so long after a cut. */
  downMs?: number;
  seed: number;
}

/** What the line takes in at once; more waits at the sender. */
const queueBytes = 16_384;
const pieceBytes = 1_460;

/**
 * A TCP line to `target`, as slow, far and unreliable as told; all its connections share it. A cut resets the connections;
 * a lost piece comes late, and holds up what follows it, as TCP shows a lossy line to a program.
 */
export function openShapedLine(target: { host: string; port: number }, shape: LineShape): Server & { carried(): number } {
  const random = seededRandom(shape.seed);
  const pairs = new Set<readonly [Socket, Socket]>();
  const free = { up: 0, down: 0 };
  let downUntil = 0;
  let carried = 0;
  let cuts: NodeJS.Timeout | undefined;

  const cut = () => {
    downUntil = performance.now() + (shape.downMs ?? 0);
    for (const pair of pairs) for (const socket of pair) socket.resetAndDestroy();
  };

  /** Carries one direction, in order; the first byte waits for the handshake too. */
  const carry = (from: Socket, to: Socket, way: 'up' | 'down', notBefore: number) => {
    const queue: { piece: Buffer | 'end'; at: number }[] = [];
    let queued = 0;
    let timer: NodeJS.Timeout | undefined;
    const deliver = () => {
      timer = undefined;
      for (let next = queue[0]; next && next.at <= performance.now(); next = queue[0]) {
        queue.shift();
        if (to.destroyed) return;
        if (next.piece === 'end') { to.end(); return; }
        queued -= next.piece.length;
        carried += next.piece.length;
        to.write(next.piece);
      }
      if (queued < queueBytes / 2) from.resume();
      const [next] = queue;
      if (next) timer = setTimeout(deliver, Math.max(1, next.at - performance.now()));
    };
    const put = (piece: Buffer | 'end') => {
      const ms = piece === 'end' ? 0 : (piece.length * 8_000) / shape.bitsPerSecond;
      free[way] = Math.max(performance.now(), free[way]) + ms;
      while (piece !== 'end' && random() < (shape.loss ?? 0)) free[way] += 2 * shape.delayMs + ms;
      queue.push({ piece, at: Math.max(free[way] + shape.delayMs, notBefore) });
      timer ??= setTimeout(deliver, 1);
    };
    from.on('data', (chunk: Buffer) => {
      for (let at = 0; at < chunk.length; at += pieceBytes) put(chunk.subarray(at, at + pieceBytes));
      queued += chunk.length;
      if (queued > queueBytes) from.pause();
    });
    from.on('end', () => put('end'));
    from.on('error', () => to.destroy());
    to.on('close', () => clearTimeout(timer));
  };

  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (shape.cutEveryMs !== undefined) cuts ??= setInterval(cut, shape.cutEveryMs).unref();
    if (performance.now() < downUntil) { client.on('error', () => undefined).resetAndDestroy(); return; }
    const hub = connect({ ...target, allowHalfOpen: true });
    const pair = [client, hub] as const;
    pairs.add(pair);
    client.once('close', () => pairs.delete(pair));
    client.setNoDelay(true);
    hub.setNoDelay(true);
    carry(client, hub, 'up', performance.now() + 3 * shape.delayMs);
    carry(hub, client, 'down', 0);
  });
  server.once('close', () => clearInterval(cuts));
  return Object.assign(server, { /** Bytes delivered, both ways. */ carried: () => carried });
}
