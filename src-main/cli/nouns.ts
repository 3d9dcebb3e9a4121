import { bench } from './verbs/bench.ts';
import { demo } from './verbs/demo.ts';
import { hubVerbs } from './verbs/hub-verbs.ts';
import { stationAccountAdd, stationAccountList, stationAccountReset } from './verbs/station-account.ts';
import { stationAsk } from './verbs/station-ask.ts';
import { stationBackup } from './verbs/station-backup.ts';
import { stationClock } from './verbs/station-clock.ts';
import { stationEnrol } from './verbs/station-enrol.ts';
import { stationInit } from './verbs/station-init.ts';
import { stationLoad } from './verbs/station-load.ts';
import { stationRestore } from './verbs/station-restore.ts';
import { stationSchema } from './verbs/station-schema.ts';
import { stationServe } from './verbs/station-serve.ts';
import { stationSync } from './verbs/station-sync.ts';
import { stationVerify } from './verbs/station-verify.ts';
import type { Verb } from './verb.ts';

/** Every verb, in the order of the overview. */
export const nouns: readonly Verb[] = [
  stationInit, stationAccountAdd, stationAccountReset, stationAccountList, stationEnrol, stationServe, stationSchema, stationLoad, stationAsk, stationSync, stationVerify, stationBackup, stationRestore, stationClock,
  ...hubVerbs, demo, bench,
];
