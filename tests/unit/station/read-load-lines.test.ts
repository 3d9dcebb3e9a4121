import { describe, expect, it } from 'vitest';
import { readLoadLines, type LoadLine } from '../../../src-main/cli/read-load-lines.ts';
import { maxLineBytes } from '../../../src-main/cli/split-lines.ts';

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}
async function read(...parts: (string | Uint8Array)[]): Promise<LoadLine[]> {
  const lines: LoadLine[] = [];
  for await (const line of readLoadLines(chunks(...parts))) lines.push(line);
  return lines;
}
const codes = (lines: LoadLine[]) => lines.map((line) => ('refusal' in line ? `${line.line} ${line.refusal.code}` : `${line.line} ${line.request.operation}`));
const line = (fields: Record<string, unknown>) => `${JSON.stringify({ operation: 'registerPatient', input: {}, ...fields })}\n`;

describe('lines of a load file', () => {
  it('[CLI5] refuses by number what is not a request and goes on', async () => {
    const bad = ['nonsense\n', '[]\n', 'null\n', '\n', '  \r\n', '{"operation":1,"input":{}}\n', '{"operation":"x"}\n', '{"operation":"x","input":{},"kye":"1"}\n', '{"operation":"x","input":{},"key":""}\n', '{"operation":"x","input":{}'];
    expect(codes(await read(line({}), ...bad))).toEqual(['1 registerPatient', '2 MalformedJson', '3 NotAnObject', '4 NotAnObject', '7 OperationMissing', '8 InputMissing', '9 UnknownField', '10 InvalidKey', '11 MalformedJson']);
    expect(codes(await read(Buffer.from([0xff, 0xfe, 0x0a]), line({})))).toEqual(['1 NotUtf8', '2 registerPatient']);
  });

  it('[CLI5] reads lines across chunks, with a byte order mark and without an end', async () => {
    const text = `\uFEFF${line({ input: { fullName: 'Nguyễn Thị Hoà' } })}${line({}).trimEnd()}`;
    const bytes = Buffer.from(text.replaceAll('\n', '\r\n'));
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    const lines = await read(...single);
    expect(codes(lines)).toEqual(['1 registerPatient', '2 registerPatient']);
    expect(lines[0]).toMatchObject({ request: { input: { fullName: 'Nguyễn Thị Hoà' } } });
  });

  it('[CLI5] passes over a line too long without keeping it', async () => {
    const long = Buffer.alloc(65_536, 0x61);
    async function* input(): AsyncGenerator<Uint8Array> {
      for (let n = 0; n < 2000; n += 1) yield long;
      yield Buffer.from(`\n${line({})}`);
    }
    const before = process.memoryUsage().arrayBuffers;
    const lines: LoadLine[] = [];
    for await (const one of readLoadLines(input())) lines.push(one);
    expect(codes(lines)).toEqual(['1 LineTooLong', '2 registerPatient']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
    expect(codes(await read(line({ input: { a: 'x'.repeat(maxLineBytes - 100) } })))).toEqual(['1 registerPatient']);
  });

  it('[CLI4] gives a line without a key one from its content and occurrence', async () => {
    const same = line({ input: { a: 1, b: 2 } });
    const reordered = '{"input":{"b":2,"a":1},"operation":"registerPatient"}\n';
    const keys = (await read(same, reordered, line({ input: { a: 2 } }), line({ key: 'mine' }))).map((one) => ('request' in one ? one.request.key : ''));
    expect(keys[0]).toMatch(/^line:[\w-]{27}:1$/);
    expect(keys[1]).toBe(`${keys[0]?.slice(0, -1)}2`);
    expect(new Set(keys).size).toBe(4);
    expect(keys[3]).toBe('mine');
    expect((await read(same)).map((one) => ('request' in one ? one.request.key : ''))).toEqual([keys[0]]);
  });
});
