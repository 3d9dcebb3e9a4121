/**
 * sync: carries documents between a StorageCore and CouchDB-protocol hubs, with proofs. Knows nothing of clinics.
 * `openJournal` → the local side · `createReplicator` → the line · `openLan` → PCs of one network · `createStick` → files. README.md has an example.
 */
export type {
  DeniedRecord, DigestBuckets, DocumentBody, ExchangeResult, FieldPolicy, Journal, JournalOptions, ReceiptDocument, Replicator, ReplicatorLine, ReplicatorOptions, UnkeptDocument,
  ReplicatorState, SyncedCollection, SyncedDatabase, TierProofState, Timers,
} from './types.ts';
export { TransportError } from './types.ts';
export { openJournal } from './replication/journal.ts';
export { NewerSchemaError } from './replication/save-documents.ts';
export { createReplicator } from './replication/replicator.ts';
export { createHubClient } from './transport/hub-client.ts';
export type { HubClient, HubClientOptions } from './transport/hub-client.ts';
export { createStick } from './bundle/stick.ts';
export type { AnswerReport, MakeOptions, NewBundle, Stick, StickOptions } from './bundle/stick.ts';
export type { MadeBundle } from './bundle/stick-tables.ts';
export { BundleProblem } from './bundle/bundle-problem.ts';
export type { BundleFault } from './bundle/bundle-problem.ts';
export type { BundleHeader, DownHeader, UpHeader } from './bundle/bundle-header.ts';
export type { AnsweredDatabase, BundlePlace, DownLine, RefusedRow, TakenBundle, UpLine } from './bundle/bundle-content.ts';
export { introduce, isIntroduced, linkSecretOf, mintBundleKeys, passphraseOf } from './bundle/bundle-keys.ts';
export type { BundleKeys } from './bundle/bundle-keys.ts';
export { checkBundle, openBundle, readContent } from './bundle/read-bundle.ts';
export type { BundleFile } from './bundle/read-bundle.ts';
export { sealBundle } from './bundle/seal-bundle.ts';
export { refuseForeignFile } from './bundle/refuse-foreign-file.ts';
export { writeBundleFile } from './bundle/write-bundle-file.ts';
export type { MergedCollection } from './conflict/merge-branches.ts';
export { mergeLeaves } from './conflict/merge-leaves.ts';
export { orphanBranchMs } from './replication/resolve-document.ts';
export { mergeFields } from './conflict/merge-fields.ts';
export type { Clash, MergedFields } from './conflict/merge-fields.ts';
export type { ConflictDocument } from './conflict/conflict-document.ts';
export { createAdaptiveBatch } from './replication/adaptive-batch.ts';
export type { AdaptiveBatch, BatchOptions } from './replication/adaptive-batch.ts';
export { canonicalJson } from './replication/canonical-json.ts';
export { mintRevision } from './replication/mint-revision.ts';
export { bucketOf, decodeDigest, Digest, encodeDigest, leafHash } from './receipts/digest.ts';
export { openLan } from './topology/open-lan.ts';
export type { Lan, LanOptions, NeighbourState, PairingOffer } from './topology/open-lan.ts';
export { createHubSession } from './transport/hub-session.ts';
export type { HubSession } from './transport/hub-session.ts';
export { endOfObject, endOfValue, isAt } from './transport/json-bytes.ts';
export { identityOf, ifKnownHeader, parseKnownAs, sequenceNumber } from './transport/if-known.ts';
