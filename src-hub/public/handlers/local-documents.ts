import type { Answer, SignedCall } from '../call.ts';
import { idFault } from '../check-document.ts';
import { DoorRefusal, badRequest, methodNotAllowed, notFound } from '../door-refusal.ts';
import { readObject } from '../read-body.ts';
import { readable } from './access-database.ts';

const MAX_LOCAL_BYTES = 256 * 1024;

/**
 * `/db/_local/:id`: checkpoints of replicators. Who may read a database may keep its checkpoints there; in `reference`, which
 * everyone reads, each caller has its own.
 */
export async function localDocument(call: SignedCall, name: string, id: string): Promise<Answer> {
  const { parsed } = readable(call, name);
  if (idFault(id) !== undefined) throw badRequest('illegal id');
  const key = parsed.kind === 'reference' ? `${call.principal.user}~${id}` : id;
  const asNamed = `_local/${id}`;
  switch (call.method) {
    case 'GET': case 'HEAD': {
      const found = await call.engine.use(name, (database) => database.readLocal(key));
      if (!found) throw notFound();
      return { status: 200, body: { ...found, _id: asNamed } };
    }
    case 'PUT': {
      const body = await readObject(call.request, MAX_LOCAL_BYTES);
      const rev = body['_rev'] ?? call.query.get('rev') ?? undefined;
      if (rev !== undefined && !(typeof rev === 'string' && /^0-\d{1,15}$/.test(rev))) throw badRequest('Invalid rev format');
      const fields = Object.fromEntries(Object.entries(body).filter(([field]) => !field.startsWith('_')));
      const row = await call.engine.use(name, (database) => database.writeLocal(key, { ...fields, ...(rev === undefined ? {} : { _rev: rev }) }));
      if ('error' in row) throw new DoorRefusal(row.error === 'conflict' ? 409 : 400, row.error, row.reason);
      return { status: 201, body: { ok: true, id: asNamed, rev: row.rev } };
    }
    case 'DELETE': {
      if (!await call.engine.use(name, (database) => database.removeLocal(key))) throw notFound();
      return { status: 200, body: { ok: true, id: asNamed, rev: '0-0' } };
    }
    default: throw methodNotAllowed('DELETE,GET,HEAD,PUT');
  }
}
