/**
 * What the document table keeps of an ordinary leaf (shown, counted, no branch), in the mark beside its document. Revision and turn (the time of
 * the commit) are columns there anyway.
 */
export interface LeafMark {
  /** First byte of the hash of its id. */
  bucket: number;
  /** The writing device's number in this file. */
  device: number;
  /** Of its row among those that wait for their first push; 0 where it never had one. */
  seq: number;
}

const buckets = 2 ** 8;
const devices = 2 ** 12;
const seqs = 2 ** 33;

/** `undefined` where it does not fit in a safe whole number: such a leaf has a row of its own. */
export function packMark({ bucket, device, seq }: LeafMark): number | undefined {
  return device < devices && seq < seqs ? (seq * devices + device) * buckets + bucket : undefined;
}

export function unpackMark(mark: number): LeafMark {
  const rest = Math.floor(mark / buckets);
  return { bucket: mark % buckets, device: rest % devices, seq: Math.floor(rest / devices) };
}
