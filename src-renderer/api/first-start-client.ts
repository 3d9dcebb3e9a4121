import type { FirstStartApi } from '../../src-shared/contract/first-start.ts';
import { openUntypedClient } from './open-untyped-client.ts';

/** The road of the first start, while there is no station yet (contract/first-start.ts). */
export function openFirstStartClient(base: string = location.origin): FirstStartApi {
  const client = openUntypedClient(`${base}/trpc`);
  return {
    state: async () => await client.query('firstStart.state') as Awaited<ReturnType<FirstStartApi['state']>>,
    units: async () => await client.query('firstStart.units') as Awaited<ReturnType<FirstStartApi['units']>>,
    readEnrolment: async (input) => await client.mutation('firstStart.readEnrolment', input) as Awaited<ReturnType<FirstStartApi['readEnrolment']>>,
    makeStation: async (input) => await client.mutation('firstStart.makeStation', input) as Awaited<ReturnType<FirstStartApi['makeStation']>>,
    makePractice: async () => await client.mutation('firstStart.makePractice') as Awaited<ReturnType<FirstStartApi['makePractice']>>,
    finish: async (input) => await client.mutation('firstStart.finish', input) as { ok: true },
  };
}
