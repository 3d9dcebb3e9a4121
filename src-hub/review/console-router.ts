import { TRPCError, initTRPC } from '@trpc/server';
import { z } from 'zod';
import type { HubSession, StationRow, SubmittedRecord, SubmittedRow } from '../../src-shared/contract/hub-api.ts';
import { unitKey } from '../../src-shared/domain/common/document.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import type { Services } from '../provisioning/start-services.ts';
import type { Throttle } from '../public/throttle.ts';
import { findReader, signInReader, unitFilter } from './console-reader.ts';
import type { ConsoleSessions } from './console-sessions.ts';
import { listStations, stationUnits } from './list-stations.ts';
import { listSubmitted } from './list-submitted.ts';
import { openRecord } from './open-record.ts';

export interface ConsoleParts { place: WorkPlace; services: Services; sessions: ConsoleSessions; throttle: Throttle; /** Writes a fault down and says its number. */ fault: (error: unknown, path: string) => string }
/** What a request brings, and how its answer sets or takes the cookie. */
export interface ConsoleContext { token: string | undefined; setToken: (token: string | undefined) => void }

const submittedInput = z.strictObject({
  unit: unitKey.optional(), kind: z.enum(['checkup', 'visit']).optional(), text: z.string().max(200).optional(), limit: z.number().int().min(1).max(500).optional(),
  offset: z.number().int().min(0).optional(),
});

/** The procedures of `contract/hub-api.ts`. */
export function createConsoleRouter({ place, services, sessions, throttle, fault }: ConsoleParts) {
  const { book, config, engine, now } = place;
  const t = initTRPC.context<ConsoleContext>().create({
    isDev: false,
    errorFormatter({ shape, error }) {
      const isFault = error.code === 'INTERNAL_SERVER_ERROR';
      const faultId = isFault ? fault(error.cause ?? error, shape.data.path ?? '') : undefined;
      return { ...shape, message: isFault ? 'Fault' : error.code === 'BAD_REQUEST' ? 'BadRequest' : error.message, data: { ...shape.data, stack: undefined, faultId } };
    },
  });
  const readerOf = (token: string | undefined) => {
    const account = sessions.account(token);
    return account === undefined ? undefined : findReader(book, account);
  };
  const sessionOf = (token: string | undefined): HubSession => {
    const reader = readerOf(token);
    return {
      signedIn: reader !== undefined, ...(reader ? { account: reader.account, role: reader.role } : {}), unit: config.unit, tier: config.tier, unitName: config.name ?? config.unit,
      path: services.path(),
    };
  };
  const signedIn = t.procedure.use(({ ctx, next }) => {
    const reader = readerOf(ctx.token);
    if (!reader) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'SignedOut' });
    return next({ ctx: { ...ctx, reader, sees: unitFilter(book, config, reader) } });
  });
  /** The lists are to show what has come in by now, not what the last receipt saw. */
  const readNew = async (units: string[]) => { for (const unit of units) await services.index.catchUp(`health-${unit}`); };

  return t.router({
    session: t.router({
      state: t.procedure.query(({ ctx }): HubSession => sessionOf(ctx.token)),
      signIn: t.procedure.input(z.strictObject({ account: z.string().max(100), password: z.string().max(4096) }))
        .mutation(async ({ ctx, input }): Promise<{ ok: boolean; session: HubSession; waitMs?: number }> => {
          const answer = await signInReader(book, throttle, input.account, input.password);
          if (!answer.ok) return { ok: false, session: sessionOf(ctx.token), ...(answer.waitMs > 0 ? { waitMs: answer.waitMs } : {}) };
          sessions.end(ctx.token);
          const token = sessions.open(answer.reader.account);
          ctx.setToken(token);
          return { ok: true, session: sessionOf(token) };
        }),
      signOut: t.procedure.mutation(({ ctx }): HubSession => {
        sessions.end(ctx.token);
        ctx.setToken(undefined);
        return sessionOf(undefined);
      }),
    }),
    stations: signedIn.query(({ ctx }): Promise<StationRow[]> => listStations({ engine, book, index: services.index, path: services.path(), sees: ctx.sees })),
    submitted: signedIn.input(submittedInput).query(async ({ ctx, input }): Promise<{ rows: SubmittedRow[]; total: number }> => {
      const { unit, ...query } = input;
      const units = stationUnits(engine).filter((one) => ctx.sees(one) && (unit === undefined || unit === one));
      await readNew(units);
      return listSubmitted(book, { ...query, units });
    }),
    record: signedIn.input(z.strictObject({ unit: unitKey, recordId: z.string().max(512) })).query(async ({ ctx, input }): Promise<SubmittedRecord | null> => {
      if (!ctx.sees(input.unit) || !stationUnits(engine).includes(input.unit)) return null;
      await readNew([input.unit]);
      return openRecord(engine, book, now, ctx.reader.account, input.unit, input.recordId);
    }),
  });
}
