import type { FirstStartApi } from '../../src-shared/contract/first-start.ts';
import { openUntypedClient } from './open-untyped-client.ts';

/** Making a station with its file takes long on an old PC, and what it answers (the recovery code) is said once. */
const MADE_WITHIN_MS = 5 * 60_000;

/** The road of the first start, while there is no station yet (contract/first-start.ts). */
export function openFirstStartClient(base: string = location.origin): FirstStartApi {
  const client = openUntypedClient(`${base}/trpc`);
  const maker = openUntypedClient(`${base}/trpc`, undefined, undefined, MADE_WITHIN_MS);
  return {
    state: async () => await client.query('firstStart.state') as Awaited<ReturnType<FirstStartApi['state']>>,
    units: async () => await client.query('firstStart.units') as Awaited<ReturnType<FirstStartApi['units']>>,
    readEnrolment: async (input) => await client.mutation('firstStart.readEnrolment', input) as Awaited<ReturnType<FirstStartApi['readEnrolment']>>,
    makeStation: async (input) => await maker.mutation('firstStart.makeStation', input) as Awaited<ReturnType<FirstStartApi['makeStation']>>,
    makePractice: async () => await maker.mutation('firstStart.makePractice') as Awaited<ReturnType<FirstStartApi['makePractice']>>,
    finish: async () => await client.mutation('firstStart.finish') as { ok: true },
  };
}
