import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { SessionState } from '../../../src-shared/contract/session.ts';
import type { FirstStart } from '../first-start/create-first-start.ts';
import { listUnits } from '../first-start/list-units.ts';
import { accountAnswer } from './account-answers.ts';
import { preferencesInput, type StationPreferences } from './preferences.ts';

const enrolment = z.strictObject({ file: z.string().max(2_000_000), pin: z.string().max(100) });
const newStation = z.strictObject({
  unit: z.string().max(100), unitName: z.string().max(1000), account: z.string().max(100), displayName: z.string().max(1000), password: z.string().max(4096), enrolment: enrolment.optional(),
});

export interface FirstStartDoor { firstStart: FirstStart; preferences: { get(): StationPreferences; set(change: Partial<StationPreferences>): void }; finish(): void; fault(error: unknown, where: string): string }

/** The procedures of `contract/first-start.ts`, and of `session` what the page asks before there is anybody to sign in. */
export function createFirstStartRouter({ firstStart, preferences, finish, fault }: FirstStartDoor) {
  const t = initTRPC.context<{ pass: string | undefined }>().create({
    isDev: false,
    errorFormatter({ shape, error }) {
      const isFault = error.code === 'INTERNAL_SERVER_ERROR';
      const faultId = isFault ? fault(error.cause ?? error, shape.data.path ?? '') : undefined;
      return { ...shape, message: isFault ? 'Fault' : error.code === 'BAD_REQUEST' ? 'BadRequest' : error.message, data: { ...shape.data, stack: undefined, faultId } };
    },
  });
  const atDoor = t.procedure.use(({ ctx, next }) => {
    if (ctx.pass === undefined) throw new TRPCError({ code: 'FORBIDDEN', message: 'NoPass' });
    return next();
  });
  const state = (): SessionState => ({ state: 'new', unit: '', unitName: '', accounts: [], idleLockMinutes: 0, practice: false, ...preferences.get() });
  return t.router({
    session: t.router({
      state: atDoor.query(state),
      preferences: atDoor.input(preferencesInput).mutation(({ input }) => { preferences.set(input); return state(); }),
    }),
    firstStart: t.router({
      state: atDoor.query(() => firstStart.state()),
      units: atDoor.query(() => listUnits()),
      readEnrolment: atDoor.input(enrolment).mutation(({ input }) => accountAnswer(() => firstStart.readEnrolment(input.file, input.pin))),
      makeStation: atDoor.input(newStation).mutation(({ input }) => accountAnswer(() => firstStart.makeStation(input))),
      makePractice: atDoor.mutation(() => accountAnswer(async () => { await firstStart.makePractice(); return {}; })),
      finish: atDoor.input(z.strictObject({ codeKept: z.boolean() }).optional()).mutation(async ({ input }) => {
        // A disk that takes no more leaves the head told to make another code: better than no station to sign in to.
        if (input?.codeKept) await firstStart.codeKept().catch((error: unknown) => { fault(error, 'firstStart.finish'); });
        finish();
        return { ok: true as const };
      }),
    }),
  });
}
