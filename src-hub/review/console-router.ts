import { TRPCError, initTRPC } from '@trpc/server';
import type { AccessRow, HubSession, HubSignInAnswer } from '../../src-shared/contract/hub-api.ts';
import { mayPublish } from '../catalogues/may-publish.ts';
import { readAccessLog } from '../provisioning/access-log.ts';
import { checkNewAccessLines, checkWholeAccessLog } from '../provisioning/check-access-log.ts';
import { addUser } from '../provisioning/accounts.ts';
import { revokeCredential } from '../provisioning/credentials.ts';
import { listCredentials } from '../provisioning/list-credentials.ts';
import { disableUser, enableUser, listUsers, rekeyUser, resetUserPassword, sessionsEndedAt } from '../provisioning/manage-accounts.ts';
import { accountAnswer, notOwn } from './account-answer.ts';
import { acceptClean } from './accept-clean.ts';
import { consoleInputs } from './console-inputs.ts';
import { createConsoleAnswers, type ConsoleParts } from './console-answers.ts';
import { findReader, signInReader, unitFilter } from './console-reader.ts';
import { consoleRights, isKeptHere, maySee } from './console-rights.ts';
import { decideRecord } from './decide-record.ts';
import { decideReport } from './decide-report.ts';
import { listHandovers, unitNamer } from './list-handovers.ts';
import { listConflicts } from './list-conflicts.ts';
import { isIdentityNumber } from './list-submitted.ts';
import { noteShown } from './note-shown.ts';
import { openRecord } from './open-record.ts';
import { reviewSeed } from './console-index.ts';
import { askForMissing, lockPeriod, withdrawRequest } from './speak-to-station.ts';

/** What a request brings, and how its answer sets or takes the cookie. `byItself`: the page asked, nobody touched it. */
export interface ConsoleContext { token: string | undefined; byItself: boolean; setToken: (token: string | undefined) => void }

/** The procedures of `contract/hub-api.ts`. */
export function createConsoleRouter(parts: ConsoleParts) {
  const { place, services, sessions, throttle, fault, isPrivate, claims, desk, catalogues } = parts;
  const { book, config } = place;
  const answers = createConsoleAnswers(parts);
  const t = initTRPC.context<ConsoleContext>().create({
    isDev: false,
    errorFormatter({ shape, error }) {
      const isFault = error.code === 'INTERNAL_SERVER_ERROR';
      const faultId = isFault ? fault(error.cause ?? error, shape.data.path ?? '') : undefined;
      return { ...shape, message: isFault ? 'Fault' : error.code === 'BAD_REQUEST' ? 'BadRequest' : error.message, data: { ...shape.data, stack: undefined, faultId } };
    },
  });
  const whoOf = ({ token, byItself }: ConsoleContext) => {
    const session = sessions.find(token, !byItself);
    const reader = session && session.openedAt > sessionsEndedAt(place, session.account) ? findReader(book, session.account) : undefined;
    return session && reader && { session, reader };
  };
  const sessionOf = (context: ConsoleContext): HubSession => {
    const who = whoOf(context);
    return {
      signedIn: who !== undefined, unit: config.unit, tier: config.tier, unitName: config.name ?? desk.org.nameOf(config.unit) ?? config.unit, path: desk.org.named(services.path()),
      ...(who ? {
        account: who.reader.account, displayName: who.reader.displayName, role: who.reader.role, may: Object.keys(consoleRights).filter((name) => maySee(who.reader.role, name) && (who.reader.unit === config.unit || !isKeptHere(name))),
        sample: { percent: config.reviewSharePercent, seed: reviewSeed(book) }, ...(who.session.purpose ? { purpose: who.session.purpose } : {}),
      } : {}),
    };
  };
  /** Signed in, with the role the table of rights names; everything a reader asks for is of units they see. */
  const allowed = t.procedure.use(({ ctx, path, next }) => {
    const who = whoOf(ctx);
    if (!who) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'SignedOut' });
    if (!maySee(who.reader.role, path)) throw new TRPCError({ code: 'FORBIDDEN', message: 'RoleNotAllowed' });
    return next({ ctx: { ...ctx, ...who, sees: unitFilter(place, who.reader) } });
  });
  /** What is published here is for everybody below: a reader of a part of it edits nothing. */
  const publishing = allowed.use(({ ctx, next }) => {
    if (ctx.reader.unit !== config.unit || !mayPublish(config)) throw new TRPCError({ code: 'PRECONDITION_FAILED', message: 'NotThePublisher' });
    return next({ ctx });
  });
  /** Accounts and credentials are the hub's own: an administrator of a part of it keeps none. */
  const keeping = allowed.use(({ ctx, next }) => {
    if (ctx.reader.unit !== config.unit) throw new TRPCError({ code: 'PRECONDITION_FAILED', message: 'NotOfThisHub' });
    return next({ ctx });
  });
  /** People are shown: who, whom, when, and why go into the access log, so the piece of work must have been named. */
  const reading = allowed.use(({ ctx, next }) => {
    const { purpose } = ctx.session;
    if (!purpose) throw new TRPCError({ code: 'PRECONDITION_FAILED', message: 'PurposeNeeded' });
    return next({ ctx: { ...ctx, purpose } });
  });
  const notSeen = { ok: false as const, refusals: [{ code: 'RecordNotFound' }] };

  return t.router({
    session: t.router({
      state: t.procedure.query(async ({ ctx }): Promise<HubSession> => {
        // The hub may have its name from the organisation data.
        await desk.org.refresh();
        return sessionOf(ctx);
      }),
      signIn: t.procedure.input(consoleInputs.signIn).mutation(async ({ ctx, input }): Promise<HubSignInAnswer> => {
        const { reader, ...answer } = await signInReader({ place, throttle, isPrivate }, input);
        if (!reader) return { ok: false, session: sessionOf(ctx), ...answer };
        sessions.end(ctx.token);
        const token = sessions.open(reader.account);
        ctx.setToken(token);
        return { ok: true, session: sessionOf({ ...ctx, token }) };
      }),
      signOut: t.procedure.mutation(({ ctx }): HubSession => {
        sessions.end(ctx.token);
        ctx.setToken(undefined);
        return sessionOf({ ...ctx, token: undefined });
      }),
      purpose: allowed.input(consoleInputs.purpose).mutation(({ ctx, input: { purpose, note } }): HubSession => {
        sessions.name(ctx.token, { purpose, ...(note === undefined ? {} : { note }) });
        return sessionOf(ctx);
      }),
    }),
    stations: allowed.query(({ ctx }) => answers.stations(ctx.sees)),
    resources: allowed.query(({ ctx }) => answers.resources(ctx.sees, ctx.reader.unit)),
    submitted: reading.input(consoleInputs.submitted).query(async ({ ctx, input }) => {
      const found = await answers.submitted(ctx.sees, input);
      noteShown(place, ctx.session, ctx.purpose, isIdentityNumber(input.text) ? 'findPerson' : 'listPeople', found.rows);
      return found;
    }),
    record: reading.input(consoleInputs.record).query(async ({ ctx, input }) => (await answers.knows(ctx.sees, input.unit) ? openRecord({ desk, claims, account: ctx.reader.account, purpose: ctx.purpose, ...input }) : null)),
    conflicts: reading.input(consoleInputs.page.optional()).query(async ({ ctx, input }) => {
      const found = await listConflicts(place, (await answers.query(ctx.sees, {})).units, input ?? {});
      noteShown(place, ctx.session, ctx.purpose, 'openConflict', found.rows);
      return found;
    }),
    handovers: reading.input(consoleInputs.page.optional()).query(async ({ ctx, input }) => {
      const found = await listHandovers(place, (await answers.query(ctx.sees, {})).units, unitNamer(place, desk.org), input ?? {});
      noteShown(place, ctx.session, ctx.purpose, 'listPeople', found.rows);
      return found;
    }),
    cases: reading.input(consoleInputs.cases).query(async ({ ctx, input }) => {
      const found = await answers.cases(ctx.sees, input);
      noteShown(place, ctx.session, ctx.purpose, 'listPeople', found.rows);
      return found;
    }),
    claim: allowed.input(consoleInputs.record).mutation(async ({ ctx, input: { unit, recordId } }) => {
      if (!await answers.knows(ctx.sees, unit)) throw new TRPCError({ code: 'NOT_FOUND', message: 'NotFound' });
      return claims.take(unit, recordId, ctx.reader.account);
    }),
    release: allowed.input(consoleInputs.record).mutation(({ ctx, input: { unit, recordId } }): { ok: true } => { claims.release(unit, recordId, ctx.reader.account); return { ok: true }; }),
    decide: allowed.input(consoleInputs.decide).mutation(async ({ ctx, input }) => (await answers.knows(ctx.sees, input.unit) ? decideRecord(desk, claims, ctx.reader, input) : notSeen)),
    acceptClean: allowed.input(consoleInputs.filter).mutation(async ({ ctx, input }) => acceptClean(desk, claims, ctx.reader, await answers.query(ctx.sees, input))),
    reports: allowed.input(consoleInputs.period).query(({ ctx, input }) => answers.reports(ctx.sees, ctx.reader.unit, input.period)),
    reportSums: allowed.input(consoleInputs.period).query(({ ctx, input }) => answers.reportSums(ctx.sees, input.period)),
    report: allowed.input(consoleInputs.report).query(({ ctx, input }) => answers.report(ctx.sees, input.unit, input.period)),
    decideReport: allowed.input(consoleInputs.decideReport).mutation(async ({ ctx, input }) => (await answers.report(ctx.sees, input.unit, input.period) ? decideReport(desk, ctx.reader, input) : notSeen)),
    requests: allowed.input(consoleInputs.ofUnit).query(({ ctx, input }) => answers.requests(ctx.sees, input.unit)),
    ask: allowed.input(consoleInputs.ask).mutation(async ({ ctx, input }) => (await answers.knows(ctx.sees, input.unit) ? askForMissing(desk, ctx.reader, input) : notSeen)),
    withdraw: allowed.input(consoleInputs.withdraw).mutation(async ({ ctx, input }) => (await answers.knows(ctx.sees, input.unit) ? withdrawRequest(desk, ctx.reader, input) : notSeen)),
    locks: allowed.input(consoleInputs.ofUnit).query(({ ctx, input }) => answers.locks(ctx.sees, input.unit)),
    lock: allowed.input(consoleInputs.lock).mutation(async ({ ctx, input }) => (await answers.knows(ctx.sees, input.unit) ? lockPeriod(desk, ctx.reader, input) : notSeen)),
    catalogues: t.router({
      entries: allowed.input(consoleInputs.entries).query(({ ctx, input }) => catalogues.list(input, ctx.reader.unit === config.unit && maySee(ctx.reader.role, 'catalogues.stage'))),
      stage: publishing.input(consoleInputs.stage).mutation(({ ctx, input }) => catalogues.stage(input.catalogue, input.entries, ctx.reader.account)),
      discard: publishing.input(consoleInputs.discard).mutation(({ input }) => catalogues.discard(input.catalogue, input.code)),
      publish: publishing.input(consoleInputs.publish).mutation(({ ctx, input }) => catalogues.publish(input.catalogue, ctx.reader.account, input.note)),
    }),
    accounts: t.router({
      list: keeping.query(() => listUsers(place, {})),
      add: keeping.input(consoleInputs.newAccount).mutation(({ input }) => accountAnswer(() => addUser(place, input))),
      disable: keeping.input(consoleInputs.account).mutation(({ ctx, input }) => accountAnswer(() => disableUser(place, notOwn(ctx.reader, input)))),
      enable: keeping.input(consoleInputs.account).mutation(({ input }) => accountAnswer(() => enableUser(place, input))),
      reset: keeping.input(consoleInputs.accountPassword).mutation(({ input }) => accountAnswer(() => resetUserPassword(place, input))),
      rekey: keeping.input(consoleInputs.account).mutation(({ input }) => accountAnswer(() => rekeyUser(place, input))),
    }),
    credentials: t.router({
      list: keeping.query(() => listCredentials(place, {})),
      revoke: keeping.input(consoleInputs.credential).mutation(({ input }) => accountAnswer(() => revokeCredential(place, input))),
    }),
    accessLog: allowed.input(consoleInputs.page).query(async ({ ctx, input }) => {
      const { units } = await answers.query(ctx.sees, {});
      const { rows, total } = readAccessLog(book, { units, limit: input.limit ?? 100, offset: input.offset ?? 0 });
      const nameOf = unitNamer(place, desk.org);
      const people = new Map((await listUsers(place, {})).map(({ account, displayName }) => [account, displayName]));
      const named = rows.map((row): AccessRow => {
        const [unitName, displayName] = [nameOf(row.unit), people.get(row.account)];
        return { ...row, ...(unitName === undefined ? {} : { unitName }), ...(displayName === undefined ? {} : { displayName }) };
      });
      // Names are of people: only for those who may open records, once the piece of work was named.
      const isNamed = maySee(ctx.reader.role, 'record') && ctx.session.purpose !== undefined;
      return { rows: isNamed ? named.map(answers.withName) : named, total, check: await checkNewAccessLines(book, rows.map(({ number }) => number)) };
    }),
    checkAccessLog: allowed.mutation(() => checkWholeAccessLog(book, place.now)),
  });
}
