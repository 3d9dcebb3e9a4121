import type { Answer, SignedCall } from '../call.ts';
import { claimDatabase } from '../database-access.ts';
import { DoorRefusal, methodNotAllowed, notFound, notYours } from '../door-refusal.ts';
import { accessOf, hereOf, readable } from './access-database.ts';

/** As every database of CouchDB 3 says it. */
export const INSTANCE_START_TIME = '0';

async function info(call: SignedCall, name: string): Promise<Answer> {
  const found = await call.engine.use(readable(call, name).name, (database) => database.info());
  return {
    status: 200,
    body: {
      db_name: name, doc_count: found.documents, update_seq: found.sequence, purge_seq: '0', compact_running: false,
      instance_start_time: INSTANCE_START_TIME, disk_format_version: 8, sizes: { active: 0, external: 0, file: 0 }, uuid: found.uuid, props: {}, cluster: { q: 1, n: found.copies ?? 1, w: 1, r: 1 },
    },
  };
}

async function create(call: SignedCall, name: string): Promise<Answer> {
  const { mayCreate, parsed } = accessOf(call, name);
  if (!parsed || !mayCreate || !claimDatabase(call.book, call.principal, parsed, hereOf(call))) throw notYours();
  if (!await call.engine.create(name)) throw new DoorRefusal(412, 'file_exists', 'The database could not be created, the file already exists.');
  return { status: 201, body: { ok: true }, headers: { Location: `/${name}` } };
}

async function destroy(call: SignedCall, name: string): Promise<Answer> {
  const { parsed, mayCreate } = accessOf(call, name);
  if (call.principal.kind !== 'administrator' || !parsed || !mayCreate) throw notYours();
  if (!await call.engine.destroy(name)) throw notFound('Database does not exist.');
  call.log('database deleted', { database: name, by: call.principal.user });
  return { status: 200, body: { ok: true } };
}

/** `/db` without a document. `POST` stays out: every document brings its own id. */
export function database(call: SignedCall, name: string): Promise<Answer> {
  switch (call.method) {
    case 'GET': case 'HEAD': return info(call, name);
    case 'PUT': return create(call, name);
    case 'DELETE': return destroy(call, name);
    default: throw methodNotAllowed('DELETE,GET,HEAD,PUT');
  }
}
