import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruiseSources, type Cruised } from './cruise-sources.ts';
import { listSources } from './list-sources.ts';

export interface BoundaryReport {
  /** Sources found on disk. */
  sources: number;
  /** Sources the cruiser did not look at, or in which it saw no import although there is one: a blind cruiser is a failure. */
  unseen: string[];
  violations: { rule: string; from: string; to: string }[];
}

const importsSomething = (file: string): boolean => /^(import|export)\s[^;]*?from\s+['"]/m.test(readFileSync(file, 'utf8'));

/** Cruises every source below `root`. `cruised` is given in tests of the check itself. */
export async function findViolations(root: string, cruised: (root: string, sources: string[]) => Cruised | Promise<Cruised> = cruiseSources): Promise<BoundaryReport> {
  const sources = listSources(root);
  const { modules, violations } = await cruised(root, sources);
  const importsSeen = new Map(modules.filter((module) => !module.couldNotResolve).map((module) => [module.source, module.dependencies.length]));
  return {
    sources: sources.length,
    unseen: sources.filter((source) => !importsSeen.has(source) || (importsSeen.get(source) === 0 && importsSomething(join(root, source)))),
    violations: violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
