/** A text file as the spec check reads it. */
export interface NamedText { file: string; text: string }
export interface SpecProblem { kind: 'ruleWithoutTest' | 'idWithoutRule' | 'ruleTwice'; id: string; file: string }
export interface SpecReport { rules: number; problems: SpecProblem[] }

const ruleLine = /^- \*\*([A-Z]{2,4}\d+)\*\*/gm;
/** A quote, then one or more ids in brackets: the start of a test's name. */
const testName = /['"`]((?:\[[A-Z]{2,4}\d+\] ?)+)/g;

/** Compares the numbered rules of `docs/specs` with the ids at the start of test names. */
export function compareSpecs(specs: readonly NamedText[], tests: readonly NamedText[]): SpecReport {
  const problems: SpecProblem[] = [];
  const rules = new Map<string, string>();
  for (const { file, text } of specs) {
    for (const [, id = ''] of text.matchAll(ruleLine)) {
      if (rules.has(id)) problems.push({ kind: 'ruleTwice', id, file });
      rules.set(id, file);
    }
  }
  const tested = new Set<string>();
  for (const { file, text } of tests) {
    for (const [, ids = ''] of text.matchAll(testName)) {
      for (const [, id = ''] of ids.matchAll(/\[([A-Z]+\d+)\]/g)) {
        if (!rules.has(id) && !tested.has(id)) problems.push({ kind: 'idWithoutRule', id, file });
        tested.add(id);
      }
    }
  }
  for (const [id, file] of rules) if (!tested.has(id)) problems.push({ kind: 'ruleWithoutTest', id, file });
  return { rules: rules.size, problems };
}
