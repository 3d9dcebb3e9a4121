import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { accountRows } from '../accounts/account-rows.ts';
import type { SyncCommandAnswer } from '../../../src-shared/contract/queries.ts';
import type { SessionState, SignInAnswer } from '../../../src-shared/contract/session.ts';
import { backupSettings } from '../backup/backup-settings.ts';
import { practiceCards } from '../../../src-shared/domain/practice/practice-cards.ts';
import { beginPracticeCard } from '../practice/begin-practice-card.ts';
import { prepareOperation } from '../operations/prepare-operation.ts';
import { runOperation } from '../operations/run-operation.ts';
import { askQuery, isQueryName } from '../queries/ask-query.ts';
import type { OpenStation } from '../station.ts';
import { StationProblem } from '../station-problem.ts';
import { backupAnswer } from './backup-answer.ts';
import { proxyInput, proxyStatus, setProxy } from '../sync/set-proxy.ts';
import { runSyncCommand, syncCommandInput } from '../sync/run-sync-command.ts';
import { accountAnswer } from './account-answers.ts';
import { joinTier } from '../first-start/join-tier.ts';
import { accountInput, enrolmentInput, newAccountInput, ownPasswordInput, resetByCodeInput, resetInput } from './account-inputs.ts';
import { countStep } from '../counting/count-step.ts';
import { witnessCount } from '../counting/witness-count.ts';
import { liveAnswers } from './live-answers.ts';
import { preferencesInput } from './preferences.ts';
import { refusedCodes } from './refused-codes.ts';
import type { ImportDesk } from '../import/import-desk.ts';
import { updateAnswer } from '../update/update-answers.ts';
import type { Desk } from './desk.ts';

/** What a request brings: the browser's pass (`undefined` at a door it never came through). */
export interface RequestContext { pass: string | undefined }

const question = z.strictObject({ query: z.string().max(60), input: z.unknown() });
const draftKey = z.string().min(1).max(200);

/** The procedures of `contract/station-api.ts`, over the desk that knows sessions and the open file. */
export function createStationRouter(desk: Desk, imports: ImportDesk) {
  const t = initTRPC.context<RequestContext>().create({
    isDev: false,
    errorFormatter({ shape, error }) {
      const isFault = error.code === 'INTERNAL_SERVER_ERROR';
      const faultId = isFault ? desk.faults.fault(error.cause ?? error, shape.data.path ?? '') : undefined;
      const isDamaged = isFault && desk.station.open()?.health.note(error.cause ?? error) === true;
      return { ...shape, message: isDamaged ? 'FileDamaged' : isFault ? 'Fault' : error.code === 'BAD_REQUEST' ? 'BadRequest' : error.message, data: { ...shape.data, stack: undefined, faultId } };
    },
  });

  /** Any browser that came through the door. */
  const atDoor = t.procedure.use(async ({ ctx, next, path }) => {
    if (ctx.pass === undefined) throw new TRPCError({ code: 'FORBIDDEN', message: 'NoPass' });
    const answer = await next({ ctx: { pass: ctx.pass } });
    const codes = answer.ok ? refusedCodes(answer.data) : [];
    if (codes.length > 0) desk.faults.log('refused', { where: path, codes });
    return answer;
  });
  /** A signed-in person with the file open. */
  const signedIn = atDoor.use(({ ctx, next, type }) => {
    const person = desk.sessions.person(ctx.pass);
    const open = desk.station.open();
    if (!person || !open) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'SignedOut' });
    return next({ ctx: { pass: ctx.pass, person, open, type } });
  });
  /** Asked again and again by a page that is only looked at: no sign of somebody at the keyboard. */
  const lookedAt = atDoor.use(({ ctx, next }) => {
    const open = desk.station.open();
    if (!desk.sessions.person(ctx.pass, true) || !open) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'SignedOut' });
    return next({ ctx: { pass: ctx.pass, open } });
  });
  const answerOf = async (open: OpenStation, query: string, input: unknown): Promise<unknown> => {
    const outcome = await askQuery(open, query, input);
    if (!outcome.ok) throw new TRPCError({ code: 'BAD_REQUEST' });
    return outcome.answer;
  };

  return t.router({
    session: t.router({
      state: atDoor.query(({ ctx }): SessionState => desk.stateFor(ctx.pass)),
      signIn: atDoor.input(z.strictObject({ account: z.string().max(100), password: z.string().max(4096) }))
        .mutation(({ ctx, input }): Promise<SignInAnswer> => desk.signIn(ctx.pass, input.account, input.password)),
      restoreNewest: atDoor.input(z.strictObject({ account: z.string().max(100), password: z.string().max(4096) }))
        .mutation(({ ctx, input }): Promise<SignInAnswer> => desk.restoreNewest(ctx.pass, input.account, input.password)),
      signOut: atDoor.mutation(({ ctx }) => desk.signOut(ctx.pass)),
      lock: atDoor.mutation(({ ctx }) => desk.lock(ctx.pass)),
      seal: atDoor.mutation(({ ctx }) => desk.seal(ctx.pass)),
      preferences: atDoor.input(preferencesInput).mutation(({ ctx, input }): SessionState => {
        desk.preferences.set(input);
        return desk.stateFor(ctx.pass);
      }),
    }),
    run: signedIn.input(z.strictObject({ operation: z.string().max(60), key: z.string().max(1000), input: z.unknown() }))
      .mutation(async ({ ctx, input }) => {
        await prepareOperation(ctx.open.db, { operation: input.operation, input: input.input });
        return runOperation(ctx.open.db, ctx.person, { ...input, input: input.input });
      }),
    ask: signedIn.input(question).query(({ ctx, input }) => answerOf(ctx.open, input.query, input.input)),
    live: signedIn.input(question).subscription(({ ctx, input, signal }) => {
      const { query } = input;
      if (!isQueryName(query)) throw new TRPCError({ code: 'BAD_REQUEST' });
      return liveAnswers(ctx.open, query, () => answerOf(ctx.open, query, input.input), signal ?? new AbortController().signal);
    }),
    beginPracticeCard: signedIn.input(z.strictObject({ card: z.enum(practiceCards) })).mutation(({ ctx, input }) => beginPracticeCard(ctx.open.db, ctx.person, input.card)),
    readNotice: signedIn.input(z.strictObject({ id: z.string().max(512) })).mutation(({ ctx, input }) => {
      const { db } = ctx.open;
      if (db.catalogues.entry(input.id)) db.readNotices.mark(ctx.person.account, input.id, db.clock.instant());
      return { ok: true as const };
    }),
    sync: signedIn.input(syncCommandInput).mutation(({ ctx, input }): SyncCommandAnswer => runSyncCommand(ctx.open, ctx.person, input)),
    accounts: t.router({
      list: signedIn.query(({ ctx }) => (ctx.person.role === 'head' ? accountRows(desk.station.accounts.keyring()) : [])),
      add: signedIn.input(newAccountInput).mutation(({ ctx, input }) => accountAnswer(() => desk.changeAccounts(ctx.person, ctx.pass).add(input))),
      reset: signedIn.input(resetInput).mutation(({ ctx, input }) => accountAnswer(() => desk.changeAccounts(ctx.person, ctx.pass).reset(input.account, input.newPassword))),
      disable: signedIn.input(accountInput).mutation(({ ctx, input }) => accountAnswer(() => desk.changeAccounts(ctx.person, ctx.pass).disable(input.account))),
      enable: signedIn.input(accountInput).mutation(({ ctx, input }) => accountAnswer(() => desk.changeAccounts(ctx.person, ctx.pass).enable(input.account))),
      forget: signedIn.input(accountInput).mutation(({ ctx, input }) => accountAnswer(() => desk.changeAccounts(ctx.person, ctx.pass).forget(input.account))),
      changePassword: signedIn.input(ownPasswordInput).mutation(({ ctx, input }) => accountAnswer(() => desk.changeAccounts(ctx.person, ctx.pass).changePassword(input.password, input.newPassword))),
      resetByCode: atDoor.input(resetByCodeInput).mutation(({ input }) => accountAnswer(() => desk.resetByCode(input.account, input.code, input.newPassword))),
      joinTier: signedIn.input(enrolmentInput).mutation(({ ctx, input }) => accountAnswer(() => joinTier({ accounts: desk.station.accounts, open: ctx.open, person: ctx.person }, input))),
      renewRecoveryCode: signedIn.mutation(({ ctx }) => accountAnswer(() => desk.changeAccounts(ctx.person, ctx.pass).renewRecoveryCode())),
      recoveryCodeShown: signedIn.mutation(({ ctx }) => accountAnswer(() => desk.changeAccounts(ctx.person, ctx.pass).recoveryCodeShown())),
    }),
    imports: t.router({
      state: signedIn.input(z.strictObject({ id: z.uuid() })).query(({ ctx, input }) => imports.state(ctx.person, input.id)),
      choose: signedIn.input(z.strictObject({ id: z.uuid(), columns: z.record(z.string().max(40), z.number().int().min(0).max(500)), headerRow: z.number().int().min(-1).max(200) }))
        .mutation(({ ctx, input }) => imports.choose(ctx.open.db, ctx.person, input.id, input.columns, input.headerRow)),
      start: signedIn.input(z.strictObject({ id: z.uuid(), includeLikely: z.boolean() })).mutation(({ ctx, input }) => imports.start(ctx.open.db, ctx.person, input.id, input.includeLikely)),
      stop: signedIn.input(z.strictObject({ id: z.uuid() })).mutation(({ ctx, input }) => imports.stop(ctx.person, input.id)),
    }),
    backups: t.router({
      now: signedIn.mutation(({ ctx }) => backupAnswer(ctx.open.backups, () => ctx.open.backups.copyNow())),
      set: signedIn.input(backupSettings).mutation(({ ctx, input }) => backupAnswer(ctx.open.backups, () => {
        if (ctx.person.role !== 'head') throw new StationProblem('RoleNotAllowed', 'only the head of the station says where copies go');
        ctx.open.backups.configure(input);
      })),
      sticks: lookedAt.query(({ ctx }) => ctx.open.backups.sticks()),
      toStick: signedIn.input(z.strictObject({ path: z.string().min(1).max(1000) })).mutation(({ ctx, input }) => backupAnswer(ctx.open.backups, () => ctx.open.backups.copyToStick(input.path))),
    }),
    proxy: t.router({
      get: signedIn.query(({ ctx }) => proxyStatus(ctx.open)),
      set: signedIn.input(proxyInput).mutation(({ ctx, input }) => setProxy(ctx.open, ctx.person, input)),
    }),
    updates: t.router({
      status: lookedAt.query(({ ctx }) => ctx.open.updates.status()),
      prepare: signedIn.mutation(({ ctx }) => updateAnswer(ctx.open, ctx.person, (updates) => updates.prepare())),
      forget: signedIn.mutation(({ ctx }) => updateAnswer(ctx.open, ctx.person, (updates) => { updates.forget(); })),
      restart: signedIn.mutation(({ ctx }) => updateAnswer(ctx.open, ctx.person, () => { desk.restart?.(); })),
    }),
    counts: t.router({
      start: signedIn.input(z.unknown()).mutation(({ ctx, input }) => countStep(ctx.open.db, ctx.person, 'start', input)),
      count: signedIn.input(z.unknown()).mutation(({ ctx, input }) => countStep(ctx.open.db, ctx.person, 'count', input)),
      found: signedIn.input(z.unknown()).mutation(({ ctx, input }) => countStep(ctx.open.db, ctx.person, 'found', input)),
      uncount: signedIn.input(z.unknown()).mutation(({ ctx, input }) => countStep(ctx.open.db, ctx.person, 'uncount', input)),
      explain: signedIn.input(z.unknown()).mutation(({ ctx, input }) => countStep(ctx.open.db, ctx.person, 'explain', input)),
      discard: signedIn.input(z.unknown()).mutation(({ ctx, input }) => countStep(ctx.open.db, ctx.person, 'discard', input)),
      period: signedIn.input(z.unknown()).mutation(({ ctx, input }) => countStep(ctx.open.db, ctx.person, 'period', input)),
      witness: signedIn.input(z.unknown()).mutation(({ ctx, input }) => witnessCount(ctx.open.db, desk.station.accounts, ctx.person, input)),
    }),
    drafts: t.router({
      list: signedIn.query(({ ctx }) => ctx.open.db.drafts.list(ctx.person.account)),
      save: signedIn.input(z.strictObject({ key: draftKey, form: z.string().max(60), patientId: z.string().max(100).optional(), content: z.record(z.string(), z.unknown()) }))
        .mutation(({ ctx, input }) => ctx.open.db.drafts.save(ctx.person.account, input)),
      discard: signedIn.input(z.strictObject({ key: draftKey })).mutation(({ ctx, input }) => {
        ctx.open.db.drafts.discard(ctx.person.account, input.key);
        return { ok: true as const };
      }),
    }),
  });
}
