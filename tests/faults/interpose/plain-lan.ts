import { Server, request as httpRequest } from 'node:http';
import type { ClientRequest, RequestListener, RequestOptions } from 'node:http';
import { duplexPair } from 'node:stream';
import type { Duplex } from 'node:stream';

/**
 * Stands for `node:https` between the PCs of a LAN: HTTP over pairs of streams that show the certificates as TLS would. A door is
 * found by the address it listens at; whether two PCs reach one another is the simulator's.
 */
interface Door { server: Server; certificate: string }
const doors = new Map<string, Door>();
const state = { isReachable: (_from: string, _to: string): boolean => true, trace: (_what: string): void => undefined };

/** Another seed: nobody listens, and `isReachable` says who hears whom, by their hosts. */
export function resetLan(isReachable: (from: string, to: string) => boolean, trace: (what: string) => void): void {
  doors.clear();
  Object.assign(state, { isReachable, trace });
}

const derOf = (pem: string): Buffer => Buffer.from(pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64');
const fault = (code: string) => Object.assign(new Error(code), { code });

class PlainServer extends Server {
  readonly #certificate: string;
  #address: { host: string; port: number } | undefined;
  constructor(certificate: string, handler: RequestListener) {
    super(handler);
    this.#certificate = certificate;
  }
  override listen(...[port, host]: unknown[]): this {
    this.#address = { host: String(host), port: Number(port) };
    doors.set(`${String(host)}:${String(port)}`, { server: this, certificate: this.#certificate });
    process.nextTick(() => this.emit('listening'));
    return this;
  }
  override address(): { address: string; family: string; port: number } | null { return this.#address ? { address: this.#address.host, family: 'IPv4', port: this.#address.port } : null; }
  override close(): this {
    if (this.#address) doors.delete(`${this.#address.host}:${this.#address.port}`);
    this.#address = undefined;
    process.nextTick(() => this.emit('close'));
    return this;
  }
}
export const createServer = ({ cert }: { cert: string }, handler: RequestListener): Server => new PlainServer(cert, handler);

interface AgentOptions { cert: string; ca?: string }
export class Agent {
  readonly options: AgentOptions;
  constructor(options: AgentOptions) { this.options = options; }
  destroy(): void { /* each request has its own line */ }
}

const asTls = (line: Duplex, shown: string, remoteAddress: string): Duplex => Object.assign(line, {
  connecting: false, remoteAddress, getPeerCertificate: () => ({ raw: derOf(shown) }), getProtocol: () => 'TLSv1.3', setTimeout: () => line, setNoDelay: () => line, setKeepAlive: () => line,
});

export function request({ agent, host, port, timeout = 0, ...options }: Omit<RequestOptions, 'agent'> & { agent: Agent }): ClientRequest {
  const own = [...doors].find(([, { certificate }]) => certificate === agent.options.cert)?.[0].replace(/:\d+$/, '') ?? '';
  const door = doors.get(`${String(host)}:${String(port)}`);
  const isHeard = () => own !== '' && state.isReachable(own, String(host)) && doors.get(`${String(host)}:${String(port)}`) === door;
  const [near, far] = duplexPair();
  const call = httpRequest({ ...options, headers: { ...options.headers, connection: 'close' }, createConnection: () => asTls(near, door?.certificate ?? '', String(host)) as never });
  const timer = setTimeout(() => call.emit('timeout'), timeout);
  const fail = (code: string) => process.nextTick(() => { near.destroy(); far.destroy(); call.destroy(fault(code)); });
  call.on('close', () => { clearTimeout(timer); near.destroy(); far.destroy(); });
  near.on('error', () => undefined);
  far.on('error', () => undefined);
  if (!door || !isHeard()) fail('ECONNREFUSED');
  else if (agent.options.ca !== undefined && agent.options.ca !== door.certificate) fail('DEPTH_ZERO_SELF_SIGNED_CERT');
  else door.server.emit('connection', asTls(far, agent.options.cert, own));
  // What is on its way when the cable is pulled does not arrive.
  call.prependListener('response', ({ statusCode }) => {
    // Marks are of certificates, which are others at each run.
    state.trace(`${own}>${String(host)} ${String(options.path).replace(/\?.*/, '')} ${statusCode}`);
    if (!isHeard()) fail('ECONNRESET');
  });
  return call;
}
