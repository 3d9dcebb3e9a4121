import { join } from 'node:path';
import { findViolations } from './boundaries/find-violations.ts';

/** A tree with fewer sources than this has not been read at all. */
const leastSources = 100;

const { sources, unseen, violations } = await findViolations(join(import.meta.dirname, '..'));
for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`);
for (const source of unseen) console.error(`not looked at: ${source}`);
if (sources < leastSources) console.error(`only ${sources} sources found, expected at least ${leastSources}`);
if (violations.length > 0 || unseen.length > 0 || sources < leastSources) process.exit(1);
console.log(`boundaries: ${sources} sources, no violation`);
