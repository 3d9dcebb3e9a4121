import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serveCalls } from '../support/calls.ts';
import { openShapedLine, type LineShape } from './shaped-line.ts';

const lines = new Map<string, ReturnType<typeof openShapedLine>>();

/** Lines in a process of their own: what they cost is not taken from whom they carry. */
const calls = {
  /** Answers the address of the line's near end. */
  async open(hubUrl: string, shape: LineShape): Promise<string> {
    const { hostname, port } = new URL(hubUrl);
    const line = openShapedLine({ host: hostname, port: Number(port) }, shape);
    line.listen(0, '127.0.0.1');
    await once(line, 'listening');
    const address = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
    lines.set(address, line);
    return address;
  },
  /** Bytes a line has delivered, both ways. */
  carried: (address: string): number => lines.get(address)?.carried() ?? 0,
};
export type LineCalls = typeof calls;
serveCalls(calls);
