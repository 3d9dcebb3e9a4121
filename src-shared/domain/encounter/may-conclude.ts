import type { Role } from '../common/context.ts';

/**
 * Who ends a checkup with a class: doctor and assistant doctor (y sĩ); the head too, until licences are recorded. Others prepare it:
 * TT 32/2023 leaves the conclusion to whoever the licence allows (FROM KNOWLEDGE).
 */
const concludingRoles: readonly Role[] = ['doctor', 'assistantDoctor', 'head'];
export const mayConclude = (role: Role): boolean => concludingRoles.includes(role);
