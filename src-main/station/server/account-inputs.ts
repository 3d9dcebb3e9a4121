import { z } from 'zod';
import { roles } from '../../../src-shared/domain/common/context.ts';

/** What is asked of an account change, by the screens and by the command. Their rules are checked with the account. */
const name = z.string().max(100);
const password = z.string().max(4096);
export const accountInput = z.strictObject({ account: name });
export const newAccountInput = z.strictObject({ account: name, displayName: z.string().max(1000).optional(), role: z.enum(roles), password });
export const resetInput = z.strictObject({ account: name, newPassword: password });
export const resetByCodeInput = z.strictObject({ account: name, code: z.string().max(200), newPassword: password });
export const enrolmentInput = z.strictObject({ file: z.string().max(1_500_000), pin: z.string().max(100) });
export const ownPasswordInput = z.strictObject({ password, newPassword: password });
