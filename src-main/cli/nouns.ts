import { stationInit } from './verbs/station-init.ts';
import { stationLoad } from './verbs/station-load.ts';
import { stationAsk } from './verbs/station-ask.ts';
import { stationServe } from './verbs/station-serve.ts';
import { stationSchema } from './verbs/station-schema.ts';
import { stationVerify } from './verbs/station-verify.ts';
import type { Verb } from './verb.ts';

/** Every verb, in the order of the overview. */
export const nouns: readonly Verb[] = [stationInit, stationServe, stationSchema, stationLoad, stationAsk, stationVerify];
