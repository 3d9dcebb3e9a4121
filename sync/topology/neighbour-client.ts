import { Agent, request as send } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { HubClient, HubRequest } from '../transport/hub-client.ts';
import { answerLimitBytes } from '../transport/read-answer.ts';
import { TransportError } from '../types.ts';
import { toDer } from './mint-certificate.ts';
import type { NeighbourIdentity } from './mint-certificate.ts';

export interface NeighbourAddress { host: string; port: number }
export interface NeighbourClient extends Pick<HubClient, 'request'> { close(): void }
export interface NeighbourClientOptions extends NeighbourAddress {
  own: NeighbourIdentity; device: string;
  /** Port of the own door, so that the neighbour finds the way back. */
  ownPort: number;
  /** Certificate the neighbour must show; `undefined` only while pairing, where the code proves it. */
  certificate: string | undefined;
  /** Given the certificate shown, before anything is said. */
  onCertificate?: (der: Buffer) => void;
  timeoutMs: number;
}

/** Speaks JSON with one PC over TLS with both keys pinned: nothing is sent before the other has shown its key. */
export function createNeighbourClient({ host, port, own, device, ownPort, certificate, onCertificate, timeoutMs }: NeighbourClientOptions): NeighbourClient {
  const agent = new Agent({
    // A resumed session shows no certificate.
    keepAlive: true, maxSockets: 8, maxCachedSessions: 0, cert: own.certificate, key: own.privateKey, minVersion: 'TLSv1.3',
    // The one certificate is the whole list of those believed; a name says nothing on a LAN.
    ...(certificate === undefined ? { rejectUnauthorized: false } : { ca: certificate, rejectUnauthorized: true, checkServerIdentity: () => undefined }),
  });
  return {
    close: () => agent.destroy(),
    request: <T>(path: string, { method, body, signal }: HubRequest = {}) => new Promise<T>((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const call = send({
        host, port, path, agent, method: method ?? (text === undefined ? 'GET' : 'POST'), timeout: timeoutMs, ...(signal ? { signal } : {}),
        headers: { 'x-tramxa-device': device, 'x-tramxa-port': String(ownPort), ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }) },
      });
      call.on('timeout', () => call.destroy(new TransportError('timeout', `no byte for ${timeoutMs} ms`)));
      call.on('error', (error) => {
        if (error instanceof TransportError || signal?.aborted) reject(error);
        else reject(new TransportError(isStranger(error) ? 'forbidden' : 'noLine', 'code' in error ? String(error.code) : error.message));
      });
      const say = () => { call.end(text); };
      call.on('socket', (socket) => {
        const tls = socket as TLSSocket;
        const shown = () => {
          const { raw } = tls.getPeerCertificate() as { raw?: Buffer };
          if (!raw || (certificate !== undefined && !raw.equals(toDer(certificate)))) { call.destroy(new TransportError('forbidden', 'another PC answers at this address')); return; }
          onCertificate?.(raw);
          say();
        };
        if (tls.connecting || !tls.getPeerCertificate() || tls.getProtocol() === null) tls.once('secureConnect', shown); else shown();
      });
      call.on('response', (response) => {
        const pieces: Buffer[] = [];
        let size = 0;
        response.on('data', (piece: Buffer) => {
          size += piece.length;
          if (size > answerLimitBytes) call.destroy(new TransportError('hubBroken', 'the answer is too large'));
          else pieces.push(piece);
        });
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          if (status !== 200) { reject(new TransportError(status === 403 ? 'forbidden' : status === 404 ? 'notFound' : 'hubBroken', `status ${status}`, status)); return; }
          try { resolve(JSON.parse(Buffer.concat(pieces).toString('utf8')) as T); } catch { reject(new TransportError('hubBroken', 'an answer that ends too early')); }
        });
        response.on('error', () => reject(new TransportError('noLine', 'the line broke')));
      });
    }),
  };
}

const isStranger = (error: Error): boolean => 'code' in error && /SELF_SIGNED|CERT|UNABLE_TO_VERIFY/.test(String(error.code));
