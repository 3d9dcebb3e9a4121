import { describe, expect, it } from 'vitest';
import { boundaryOf, documentOfMultipart } from '../../../../src-hub/public/read-multipart.ts';

const body = (document: object, ...contents: string[]) => Buffer.from([
  '--abc', 'Content-Type: application/json', '', JSON.stringify(document), ...contents.flatMap((content) => ['--abc', 'Content-Type: text/plain', '', content]), '--abc--',
].join('\r\n'));

describe('multipart/related', () => {
  it('[HUB10] a document from CouchDB\'s replicator keeps its attachments', () => {
    expect(boundaryOf('multipart/related; boundary="abc"')).toBe('abc');
    expect(boundaryOf('multipart/related;boundary=abc')).toBe('abc');
    expect(boundaryOf('application/json')).toBeUndefined();
    const document = { _id: 'a', _attachments: { one: { follows: true, content_type: 'text/plain', length: 3 }, two: { stub: true, digest: 'x' }, three: { follows: true } } };
    expect(documentOfMultipart(body(document, 'một', 'hai\r\n--ab'), 'abc')).toEqual({
      _id: 'a', _attachments: { one: { content_type: 'text/plain', length: 3, data: Buffer.from('một').toString('base64') }, two: { stub: true, digest: 'x' }, three: { data: Buffer.from('hai\r\n--ab').toString('base64') } },
    });
  });

  it('[HUB10] [HUB24] what is malformed is refused', () => {
    const bad = [Buffer.from(''), Buffer.from('--abc'), Buffer.from('--abc\r\n\r\n{}'), body([]), body({ _attachments: { a: { follows: true } } }), body({}).subarray(0, 45)];
    for (const one of bad) expect(() => documentOfMultipart(one, 'abc')).toThrow();
  });
});
