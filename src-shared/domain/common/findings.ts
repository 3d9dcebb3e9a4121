import type { Refusal, Warning } from './refusal.ts';

/** What `validateX` found: any refusal stops the save; a form may show both at once. */
export interface Findings { refusals: Refusal[]; warnings: Warning[] }
