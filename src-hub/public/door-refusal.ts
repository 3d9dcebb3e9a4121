import type { OutgoingHttpHeaders } from 'node:http';

/** The door's answer to what it will not do, in CouchDB's words: `{"error":…,"reason":…}`. Carries no patient data. */
export class DoorRefusal extends Error {
  readonly status: number; readonly error: string; readonly headers: OutgoingHttpHeaders;
  constructor(status: number, error: string, reason: string, headers: OutgoingHttpHeaders = {}) {
    super(reason);
    this.name = 'DoorRefusal'; this.status = status; this.error = error; this.headers = headers;
  }
}

export const badRequest = (reason: string) => new DoorRefusal(400, 'bad_request', reason);
export const notFound = (reason = 'missing') => new DoorRefusal(404, 'not_found', reason);
/** The same words for what does not exist and for what others own: no one learns which databases there are. */
export const notYours = () => new DoorRefusal(403, 'forbidden', 'You are not allowed to access this db.');
export const signInFirst = () => new DoorRefusal(401, 'unauthorized', 'You are not authorized to access this server.', { 'WWW-Authenticate': 'Basic realm="tramxa hub"' });
export const methodNotAllowed = (allowed: string) => new DoorRefusal(405, 'method_not_allowed', `Only ${allowed} allowed`, { Allow: allowed });
