import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Whether nothing fades in or out any more; what turns for ever is left out. */
const atRest = "document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect.getComputedTiming().iterations === Infinity)";

/** Serious and critical problems of accessibility on the page as it is once it rests, each with where it is. `rules`: of axe, these only. */
export async function findAxeProblems(page: Page, rules?: string[]): Promise<string[]> {
  await expect.poll(() => page.evaluate(atRest)).toBe(true);
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
