import { recordEncounter } from './record-encounter.ts';

export const recordVisit = recordEncounter('visit');
