import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { serveCalls } from '../support/calls.ts';
import { openShapedLine, type LineShape } from './shaped-line.ts';

const lines: Server[] = [];

/** Lines in a process of their own: what they cost is not taken from whom they carry. */
const calls = {
  /** Answers the address of the line's near end. */
  async open(hubUrl: string, shape: LineShape): Promise<string> {
    const { hostname, port } = new URL(hubUrl);
    const line = openShapedLine({ host: hostname, port: Number(port) }, shape);
    lines.push(line);
    line.listen(0, '127.0.0.1');
    await once(line, 'listening');
    return `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
  },
};
export type LineCalls = typeof calls;
serveCalls(calls);
