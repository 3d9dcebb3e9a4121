import { bench } from './verbs/bench.ts';
import { demo } from './verbs/demo.ts';
import { hubAnswer, hubReceive } from './verbs/hub-receive.ts';
import { hubAccounts } from './verbs/hub-accounts.ts';
import { hubCatalogue } from './verbs/hub-catalogue.ts';
import { hubEnrol } from './verbs/hub-enrol.ts';
import { hubRecoverStation } from './verbs/hub-recover-station.ts';
import { hubUpdatePublish, hubUpdateWithdraw } from './verbs/hub-update.ts';
import { hubParent } from './verbs/hub-parent.ts';
import { hubVerbs } from './verbs/hub-verbs.ts';
import { stationAccountAdd, stationAccountList, stationAccountReset } from './verbs/station-account.ts';
import { stationAccountChanges } from './verbs/station-account-changes.ts';
import { stationAsk } from './verbs/station-ask.ts';
import { stationBackup } from './verbs/station-backup.ts';
import { stationBackupSet, stationBackupStatus } from './verbs/station-backup-set.ts';
import { stationClock } from './verbs/station-clock.ts';
import { stationEnrol } from './verbs/station-enrol.ts';
import { stationImport } from './verbs/station-import.ts';
import { stationInit } from './verbs/station-init.ts';
import { stationLan } from './verbs/station-lan.ts';
import { stationLoad } from './verbs/station-load.ts';
import { stationProxy } from './verbs/station-proxy.ts';
import { stationRekey } from './verbs/station-rekey.ts';
import { stationRestore } from './verbs/station-restore.ts';
import { stationSchema } from './verbs/station-schema.ts';
import { stationServe } from './verbs/station-serve.ts';
import { stationBundle, stationReceive } from './verbs/station-stick.ts';
import { stationSync } from './verbs/station-sync.ts';
import { stationUpdate, stationUpdateStatus } from './verbs/station-update.ts';
import { stationVerify } from './verbs/station-verify.ts';
import type { Verb } from './verb.ts';

/** Every verb, in the order of the overview. */
export const nouns: readonly Verb[] = [
  stationInit, stationAccountAdd, stationAccountReset, stationAccountList, ...stationAccountChanges, stationEnrol, stationProxy, stationServe, stationSchema, stationLoad, stationImport, stationAsk, stationSync, stationBundle, stationReceive, stationLan, stationVerify, stationBackup, stationBackupSet, stationBackupStatus, stationRestore, stationRekey, stationClock, stationUpdate, stationUpdateStatus,
  ...hubVerbs, hubParent, ...hubAccounts, ...hubCatalogue, hubEnrol, hubRecoverStation, hubReceive, hubAnswer, hubUpdatePublish, hubUpdateWithdraw, demo, bench,
];
