import { describe, expect, it } from 'vitest';
import { documentFault } from '../../../../src-hub/public/check-document.ts';

const fault = (document: unknown, minted = true) => documentFault(document as { _id: string }, { minted });

describe('a document from the wire', () => {
  it('[HUB22] is taken in every form CouchDB writes it', () => {
    expect(fault({ _id: 'a', _rev: '1-x' })).toBeUndefined();
    expect(fault({ _id: 'a' }, false)).toBeUndefined();
    expect(fault({ _id: 'a', _rev: '3-c', _revisions: { start: 3, ids: ['c', 'b', 'a'] }, _deleted: true })).toBeUndefined();
    expect(fault({ _id: 'a', _rev: `1-${'0f'.repeat(16)}` })).toBeUndefined();
    expect(fault({ _id: 'a', _rev: `1-${'Z'.repeat(31)}`, emoji: '👩🏽‍⚕️' })).toBeUndefined();
    expect(fault({ _id: 'a', _rev: '1-x', _attachments: { f: { content_type: 'a/b', data: 'YQ==' }, g: { stub: true, digest: 'md5-DMF1ucDxtqgxw5niaXcmYQ==' } } })).toBeUndefined();
  });

  it('[HUB22] loses what only servers add', () => {
    const document = { _id: 'a', _rev: '1-x', _conflicts: ['1-y'], _local_seq: 5, name: 'Ư' };
    expect(fault(document)).toBeUndefined();
    expect(document).toEqual({ _id: 'a', _rev: '1-x', name: 'Ư' });
  });

  it('[HUB22] [HUB24] is refused in words when it is none', () => {
    const nested = (depth: number): unknown => (depth ? { a: nested(depth - 1) } : 1);
    const bad: unknown[] = [
      {}, { _id: 5 }, { _id: '' }, { _id: '\ud800', _rev: '1-a' }, { _id: 'x'.repeat(600), _rev: '1-a' }, { _id: 'a' }, { _id: 'a', _rev: 5 }, { _id: 'a', _rev: '0-a' }, { _id: 'a', _rev: '1-' }, { _id: 'a', _rev: '1-a-b' },
      { _id: 'a', _rev: '1-a', _other: 1 }, { _id: 'a', _rev: '1-a', _rev_tree: [] }, { _id: 'a', _rev: '1-a', _deleted: 'yes' }, { _id: 'a', _rev: '1-a', _revisions: null }, { _id: 'a', _rev: '1-a', _revisions: { start: 1, ids: [] } },
      { _id: 'a', _rev: '2-b', _revisions: { start: 2, ids: ['c', 'a'] } }, { _id: 'a', _rev: '1-b', _revisions: { start: 1, ids: ['b', 'a'] } }, { _id: 'a', _rev: '1-a', _attachments: [] }, { _id: 'a', _rev: '1-a', _attachments: { _x: {} } },
      { _id: 'a', _rev: '1-a', _attachments: { x: { data: '***' } } }, { _id: 'a', _rev: '1-a', deep: nested(100) }, JSON.parse('{"_id":"a","_rev":"1-a","x":{"__proto__":{"y":1}}}'),
      // CouchDB refuses these, or changes them, and its whole batch with them.
      { _id: 'a', _rev: `1-${'z'.repeat(32)}` }, { _id: 'a', _rev: `1-${'A'.repeat(32)}` }, { _id: 'a', _rev: '2-b', _revisions: { start: 2, ids: ['b', 'z'.repeat(32)] } },
      { _id: 'a', _rev: '1-a', _attachments: { x: { stub: true, digest: 'md5-x' } } }, { _id: 'a', _rev: '1-a', _attachments: { x: { data: 'YQ' } } }, { _id: 'a', _rev: '1-a', _attachments: { x: { follows: true, data: 'YQ==' } } },
      { _id: 'a', _rev: '1-a', list: ['half \ud83d'] }, { _id: 'a', _rev: '1-a', deep: { '\udc00': 1 } },
    ];
    for (const document of bad) {
      let answer: string | undefined;
      try { answer = fault(document); } catch { answer = undefined; }
      expect([JSON.stringify(document).slice(0, 80), answer]).toEqual([expect.any(String), expect.any(String)]);
    }
  });
});
