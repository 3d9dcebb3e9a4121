import { createRequire } from 'node:module';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

export interface Cruised {
  modules: { source: string; dependencies: readonly unknown[]; couldNotResolve?: boolean }[];
  violations: { rule: { name: string }; from: string; to: string }[];
}

/** Runs dependency-cruiser over the sources with the project's rules (`.dependency-cruiser.cjs`). */
export async function cruiseSources(root: string, sources: string[]): Promise<Cruised> {
  const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: IForbiddenRuleType[]; options: ICruiseOptions };
  const { output } = await cruise(sources, { ...config.options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden } });
  const result = output as ICruiseResult;
  return { modules: result.modules, violations: result.summary.violations };
}
