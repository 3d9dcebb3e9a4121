import { operations } from '../../src-shared/contract/operations.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** One pattern per operation file of the station (`recordCheckup` → `operations/record-checkup.ts`). */
export const operationFiles: string[] = Object.keys(operations).map((name) => `^src-main/station/operations/${kebab(name)}\\.ts$`);
