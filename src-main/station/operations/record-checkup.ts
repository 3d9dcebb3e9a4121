import { recordEncounter } from './record-encounter.ts';

export const recordCheckup = recordEncounter('checkup');
