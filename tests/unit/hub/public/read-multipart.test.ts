import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { boundaryOf, documentOfMultipart } from '../../../../src-hub/public/read-multipart.ts';

const body = (document: object, ...contents: string[]) => Buffer.from([
  '--abc', 'Content-Type: application/json', '', JSON.stringify(document), ...contents.flatMap((content) => ['--abc', 'Content-Type: text/plain', '', content]), '--abc--',
].join('\r\n'));

describe('multipart/related', () => {
  it('[HUB10] a document from CouchDB\'s replicator keeps its attachments', async () => {
    expect(boundaryOf('multipart/related; boundary="abc"')).toBe('abc');
    expect(boundaryOf('multipart/related;boundary=abc')).toBe('abc');
    expect(boundaryOf('application/json')).toBeUndefined();
    const document = { _id: 'a', _attachments: { one: { follows: true, content_type: 'text/plain', length: 3 }, two: { stub: true, digest: 'x' }, three: { follows: true } } };
    expect(await documentOfMultipart(body(document, 'một', 'hai\r\n--ab'), 'abc', 1000)).toEqual({
      _id: 'a', _attachments: { one: { content_type: 'text/plain', length: 3, data: Buffer.from('một').toString('base64') }, two: { stub: true, digest: 'x' }, three: { data: Buffer.from('hai\r\n--ab').toString('base64') } },
    });
  });

  it('[HUB10] an attachment that comes compressed is kept as what it is, and each name keeps its own content', async () => {
    const part = (name: string, content: Buffer, encoding = '') => Buffer.concat([Buffer.from(`\r\n--abc\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Length: ${content.length}${encoding}\r\n\r\n`), content]);
    const json = '{"_id":"a","_attachments":{"z":{"follows":true,"encoding":"gzip","encoded_length":9,"digest":"md5-x"},"2":{"follows":true}}}';
    const sent = Buffer.concat([Buffer.from(`--abc\r\nContent-Type: application/json\r\n\r\n${json}`), part('z', gzipSync('chữ'), '\r\nContent-Encoding: gzip'), part('2', Buffer.from('hai')), Buffer.from('\r\n--abc--')]);
    expect(await documentOfMultipart(sent, 'abc', 1000)).toEqual({ _id: 'a', _attachments: { z: { data: Buffer.from('chữ').toString('base64') }, 2: { data: Buffer.from('hai').toString('base64') } } });
  });

  it('[HUB24] a compressed attachment that grows beyond the limit, or cannot be decompressed, is refused', async () => {
    const document = { _id: 'a', _attachments: { a: { follows: true, encoding: 'gzip' } } };
    const sent = (content: Buffer) => Buffer.concat([Buffer.from(`--abc\r\n\r\n${JSON.stringify(document)}\r\n--abc\r\n\r\n`), content, Buffer.from('\r\n--abc--')]);
    await expect(documentOfMultipart(sent(gzipSync(Buffer.alloc(100_000))), 'abc', 50_000)).rejects.toMatchObject({ status: 413 });
    await expect(documentOfMultipart(sent(Buffer.from('nothing')), 'abc', 50_000)).rejects.toMatchObject({ status: 400 });
  });

  it('[HUB10] an attachment keeps a name with quotation marks, as CouchDB writes it', async () => {
    const sent = `--abc\r\n\r\n{"_id":"a","_attachments":{"a \\"b\\".txt":{"follows":true}}}\r\n--abc\r\ncontent-disposition: attachment; filename="a "b".txt" \r\n\r\nx\r\n--abc--`;
    expect(await documentOfMultipart(Buffer.from(sent), 'abc', 1000)).toEqual({ _id: 'a', _attachments: { 'a "b".txt': { data: Buffer.from('x').toString('base64') } } });
  });

  it('[HUB24] a part whose header would take long to read is refused', async () => {
    const sent = (header: string) => Buffer.from(`--abc\r\n\r\n{"_id":"a"}\r\n--abc\r\nContent-Disposition: ${header}\r\n\r\nx\r\n--abc--`);
    const before = process.cpuUsage();
    await expect(documentOfMultipart(sent(';filename="x'.repeat(50_000)), 'abc', 1000)).rejects.toMatchObject({ status: 400 });
    expect(await documentOfMultipart(sent(';filename="x'.repeat(500)), 'abc', 1000)).toEqual({ _id: 'a' });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
  });

  it('[HUB10] [HUB24] what is malformed is refused', async () => {
    const bad = [Buffer.from(''), Buffer.from('--abc'), Buffer.from('--abc\r\n\r\n{}'), body([]), body({ _attachments: { a: { follows: true } } }), body({}).subarray(0, 45)];
    for (const one of bad) await expect(documentOfMultipart(one, 'abc', 1000)).rejects.toThrow();
  });
});
