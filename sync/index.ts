/** sync: carries documents between a StorageCore and CouchDB-protocol hubs, with proofs. Knows nothing of clinics. */
export type {
  DeniedRecord, DigestBuckets, ExchangeResult, Journal, JournalOptions, ReceiptDocument, Replicator, ReplicatorLine, ReplicatorOptions,
  ReplicatorState, SyncedCollection, TierProofState,
} from './types.ts';
export { TransportError } from './types.ts';
