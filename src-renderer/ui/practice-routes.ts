import type { PracticeCard } from '../../src-shared/domain/practice/practice-cards.ts';
import type { Route } from './route-hash.ts';

/** Where each card begins. */
export const practiceRoutes: Readonly<Record<PracticeCard, Route>> = { register: { page: 'people' }, checkup: { page: 'people' }, receive: { page: 'store' }, dispense: { page: 'people' }, conflict: { page: 'sync' } };
