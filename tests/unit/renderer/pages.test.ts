import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const page = (name: string) => readFileSync(join(import.meta.dirname, '../../../src-renderer', name), 'utf8');

/** What a strict content security policy would block. */
const inlined = (html: string) => [/<script(?![^>]*\ssrc=)[^>]*>/i, /<style/i, /\sstyle=/i, /\son\w+=/i, /javascript:/i, /(?:src|href)="(?:https?:)?\/\//i].filter((pattern) => pattern.test(html));

describe('the two pages', () => {
  it.each(['index.html', 'hub.html'])('[SCR19] %s has its place for the nonce and nothing the policy would block', (name) => {
    expect(page(name)).toContain('<meta name="csp-nonce" content="__NONCE__" />');
    expect(inlined(page(name))).toEqual([]);
  });
  it('[SCR19] an inline script, style or handler is caught', () => {
    expect(['<script>x</script>', '<p style="a">', '<p onclick="a">', '<style></style>', '<script src="https://a.b/c.js">'].map((html) => inlined(html).length > 0)).toEqual([true, true, true, true, true]);
  });
});
