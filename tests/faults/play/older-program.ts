import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import { mintRevision } from '../../../sync/replication/mint-revision.ts';
import type { WireDocument } from '../../../sync/replication/wire-document.ts';
import type { Promises } from '../check/promises.ts';
import { time } from '../interpose/index.ts';
import { createLine } from '../world/line.ts';
import type { Line } from '../world/line.ts';
import { pickOf } from '../world/sim-context.ts';
import type { SimHub } from '../world/sim-hub.ts';
import type { SimWorld } from '../world/sim-world.ts';

/**
 * A PC of a unit that still has the first shapes, through the hub's door: a password with each request, bodies as they are, whole
 * records with the fields that must be there and no others, the last ancestor at most; it asks no feed and looks at no receipt.
 */
export interface OlderProgram {
  /** Makes a person, or writes over the village of one it asked for. What was not answered it sends once more. */
  work(): Promise<void>;
}

const device = 'pc-older';

interface Known { line: Line; authorization: string }

export function createOlderProgram(world: SimWorld, promises: Promises): OlderProgram {
  const { context: { random, trace } } = world;
  const lines = new Map<string, Known>();
  let count = 0;

  /** With a new credential where the hub does not know the old one: another hub, or an older copy of it. */
  async function lineTo(hub: SimHub, unit: string, again: boolean): Promise<Known> {
    const key = `${hub.machine.name} ${unit}`;
    const known = lines.get(key);
    if (known && !again) return known;
    await hub.revokeDevice(unit, device).catch(() => undefined);
    const { user, password } = await hub.addDevice(unit, device);
    const line = createLine({ name: `${unit}older>${hub.unit}`, random, far: hub.far, isDead: () => false, trace });
    const made = { line, authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
    lines.set(key, made);
    return made;
  }
  async function ask(hub: SimHub, unit: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown } | undefined> {
    for (const again of [false, true]) {
      try {
        const { line, authorization } = await lineTo(hub, unit, again);
        const headers = { authorization, accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
        const answer = await time.until(line.fetch(`http://${hub.unit}/health-${unit}${path}`, { method, headers, ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }) }));
        if (answer.status === 401 && !again) continue;
        return { status: answer.status, body: await time.until(answer.json()) };
      } catch {
        return undefined;
      }
    }
    return undefined;
  }
  /** True where the hub said that it has it, and does not lie: nothing is kept here to send again. */
  async function push(hub: SimHub, unit: string, document: WireDocument): Promise<boolean> {
    for (let times = 0; times < 2; times++) {
      const answer = await ask(hub, unit, 'POST', '/_bulk_docs', { new_edits: false, docs: [document] });
      if (answer?.status === 201 && Array.isArray(answer.body) && answer.body.length === 0) return hub.dropsDocumentOneIn === 0;
    }
    return false;
  }
  const minted = (content: DocumentBody, parent?: string): WireDocument => {
    const rev = mintRevision(content, parent);
    const hashes = [rev, ...(parent === undefined ? [] : [parent])].map((one) => one.slice(one.indexOf('-') + 1));
    return { ...content, _rev: rev, _revisions: { start: Number.parseInt(rev, 10), ids: hashes } };
  };
  const stamps = () => {
    const at = new Date(time.now()).toISOString();
    return { device, updatedAt: at, updatedBy: 'lan', version: `${at}_0000_${device}` };
  };

  return {
    async work() {
      const unit = pickOf(random, world.units);
      const hub = world.homeOf(unit);
      // Enrolled early where its unit is only to go: a PC brings what it has along to wherever the unit goes after all, this stand-in keeps nothing.
      if (!hub.isUp || hub.machine.diskFull || world.organisation?.ledThrough(unit, hub) === false) return;
      const word = promises.nextWord();
      const mine = [...promises.created].filter((id) => id.startsWith('patients:'));
      if (random() < 0.5 || mine.length === 0) {
        const _id = `patients:019c0000-0000-7000-8000-${(++count).toString(16).padStart(12, '0')}`;
        const made = stamps();
        promises.maybe.add(_id);
        const body = { _id, unit, fullName: 'Người xưa', sex: 'female', bornOn: '1950', bornOnPrecision: 'year', noNationalIdReason: 'notBrought', allergies: [], village: word, schemaVersion: 1, createdAt: made.updatedAt, createdBy: 'lan', ...made };
        if (!await push(hub, unit, minted(body))) return;
        promises.created.add(_id);
        promises.typed.set(word, { id: _id, field: 'village', over: undefined });
        return;
      }
      const found = await ask(hub, unit, 'GET', `/${encodeURIComponent(pickOf(random, mine))}`);
      if (found?.status !== 200) return;
      const { _rev, ...body } = found.body as DocumentBody;
      if (Number(body['schemaVersion']) !== 1) return;
      const over = typeof body['village'] === 'string' ? body['village'] : undefined;
      if (over !== undefined) promises.attempted.set(word, over);
      if (await push(hub, unit, minted({ ...body, village: word, ...stamps() }, String(_rev)))) promises.typed.set(word, { id: body._id, field: 'village', over });
    },
  };
}
