import { resolve } from 'node:path';
import { compareSpecs, type SpecProblem } from './specs/compare-specs.ts';
import { readTexts } from './specs/read-texts.ts';

const words: Record<SpecProblem['kind'], string> = {
  ruleWithoutTest: 'rule without a test',
  idWithoutRule: 'test id without a rule',
  ruleTwice: 'rule written twice',
};

const root = resolve(process.argv[2] ?? `${import.meta.dirname}/..`);
const { rules, problems } = compareSpecs(readTexts(root, 'docs/specs', /\.md$/), readTexts(root, 'tests', /\.(test|spec)\.tsx?$/));
for (const { kind, id, file } of problems) console.error(`${words[kind]}: ${id} (${file})`);
if (rules === 0) console.error('no rule found in docs/specs');
if (problems.length > 0 || rules === 0) process.exit(1);
console.log(`specs: ${rules} rules, each with a test`);
