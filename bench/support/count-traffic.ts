import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

export interface Traffic { up: number; down: number }

/** Bytes this process has sent and received on all its TCP connections, headers and all, from now on. */
export function countTraffic(): () => Traffic {
  const open = new Set<Socket>();
  const ended: Traffic = { up: 0, down: 0 };
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { socket: Socket };
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      ended.up += socket.bytesWritten;
      ended.down += socket.bytesRead;
    });
  });
  return () => [...open].reduce((sum, socket) => ({ up: sum.up + socket.bytesWritten, down: sum.down + socket.bytesRead }), { ...ended });
}
