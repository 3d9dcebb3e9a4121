import { describe, expect, it } from 'vitest';
import { consoleRights, isKeptHere, maySee } from '../../../src-hub/review/console-rights.ts';
import { pageRights } from '../../../src-renderer/features/review/page-rights.ts';

describe('whose a page of the console is', () => {
  it.each(Object.entries(pageRights))('[REV47] %s names the roles the hub answers', (_, { needs, roles }) => {
    expect(Object.keys(consoleRights)).toContain(needs);
    expect((['reviewer', 'manager', 'administrator'] as const).filter((role) => maySee(role, needs))).toEqual(roles);
  });

  it('[REV47] accounts and credentials are kept here, nothing else is', () => {
    expect(Object.keys(consoleRights).filter(isKeptHere).every((name) => name.startsWith('accounts.') || name.startsWith('credentials.'))).toBe(true);
    expect([isKeptHere('accounts.list'), isKeptHere('credentials.list'), isKeptHere('stations'), isKeptHere('accessLog')]).toEqual([true, true, false, false]);
  });
});
