/** A text file as the spec check reads it. */
export interface NamedText { file: string; text: string }
export interface SpecProblem { kind: 'ruleWithoutTest' | 'idWithoutRule' | 'ruleTwice'; id: string; file: string }
export interface SpecReport { rules: number; problems: SpecProblem[] }

/** Two to four letters, with a figure among them in E2E, and a number. */
const id = String.raw`[A-Z][A-Z\d]{0,2}[A-Z]\d+`;
const ruleLine = new RegExp(String.raw`^- \*\*(${id})\*\*`, 'gm');
/** A quote, then one or more ids in brackets: the start of a test's name. */
const testName = new RegExp(`['"\`]((?:\\[${id}\\] ?)+)`, 'g');
const idInBrackets = new RegExp(String.raw`\[(${id})\]`, 'g');

/** Compares the numbered rules of `docs/specs` with the ids at the start of test names. */
export function compareSpecs(specs: readonly NamedText[], tests: readonly NamedText[]): SpecReport {
  const problems: SpecProblem[] = [];
  const rules = new Map<string, string>();
  for (const { file, text } of specs) {
    for (const [, rule = ''] of text.matchAll(ruleLine)) {
      if (rules.has(rule)) problems.push({ kind: 'ruleTwice', id: rule, file });
      rules.set(rule, file);
    }
  }
  const tested = new Set<string>();
  for (const { file, text } of tests) {
    for (const [, ids = ''] of text.matchAll(testName)) {
      for (const [, named = ''] of ids.matchAll(idInBrackets)) {
        if (!rules.has(named) && !tested.has(named)) problems.push({ kind: 'idWithoutRule', id: named, file });
        tested.add(named);
      }
    }
  }
  for (const [rule, file] of rules) if (!tested.has(rule)) problems.push({ kind: 'ruleWithoutTest', id: rule, file });
  return { rules: rules.size, problems };
}
