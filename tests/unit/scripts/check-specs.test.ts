import { describe, expect, it } from 'vitest';
import { compareSpecs } from '../../../scripts/specs/compare-specs.ts';

const open = '[';
const named = (...ids: string[]): string => `it('${ids.map((id) => `${open}${id}]`).join('')} does it', () => {});`;
const spec = (text: string) => [{ file: 'docs/specs/sample.md', text }];
const test = (text: string) => [{ file: 'tests/unit/sample.test.ts', text }];

describe('compareSpecs', () => {
  it('[TOO6] is content when each rule has a test and each id a rule', () => {
    expect(compareSpecs(spec('- **XYZ1** a\n- **XYZ2** b'), test(named('XYZ1', 'XYZ2')))).toEqual({ rules: 2, problems: [] });
  });

  it('[TOO6] names a rule without a test', () => {
    expect(compareSpecs(spec('- **XYZ1** a\n- **XYZ2** b'), test(named('XYZ1'))).problems)
      .toEqual([{ kind: 'ruleWithoutTest', id: 'XYZ2', file: 'docs/specs/sample.md' }]);
  });

  it('[TOO6] names an id without a rule, once', () => {
    expect(compareSpecs(spec('- **XYZ1** a'), test(`${named('XYZ1')}\n${named('XYZ9')}\n${named('XYZ9')}`)).problems)
      .toEqual([{ kind: 'idWithoutRule', id: 'XYZ9', file: 'tests/unit/sample.test.ts' }]);
  });

  it('[TOO6] knows ids with a figure among their letters', () => {
    expect(compareSpecs(spec('- **X2Y1** a\n- **X2Y2** b'), test(named('X2Y1', 'X2Y9'))).problems.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['idWithoutRule X2Y9', 'ruleWithoutTest X2Y2']);
  });

  it('[TOO6] names a rule written twice', () => {
    expect(compareSpecs(spec('- **XYZ1** a\n- **XYZ1** b'), test(named('XYZ1'))).problems.map((problem) => problem.kind)).toEqual(['ruleTwice']);
  });

  it('[TOO7] does not take an id in a comment or in the middle of a name for a test', () => {
    const text = `// ${open}XYZ1]\nit('does what ${open}XYZ1] says', () => {});`;
    expect(compareSpecs(spec('- **XYZ1** a'), test(text)).problems.map((problem) => problem.kind)).toEqual(['ruleWithoutTest']);
  });
});
