import type { Encounter } from '../../src-shared/domain/encounter/encounter.schema.ts';

/** Whether the form of this kind has the field: a visit has no class of health, so nobody could answer a comment on it. */
export const isOnForm = (field: string, kind: Encounter['kind'] | undefined): boolean => field !== 'conclusionClass' || kind !== 'visit';
