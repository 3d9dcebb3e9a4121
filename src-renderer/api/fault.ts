/** Why an answer did not come: nobody signed in, this browser was never let in, the station does not answer, the data file is damaged there, or something broke (with its fault id). */
export type FaultKind = 'signedOut' | 'noPass' | 'unreachable' | 'damaged' | 'broken';

/** Something broke or did not answer; refusals are values and never come this way. */
export class Fault extends Error {
  readonly kind: FaultKind;
  readonly faultId: string | undefined;

  constructor(kind: FaultKind, faultId?: string) {
    super(kind);
    this.name = 'Fault';
    this.kind = kind;
    this.faultId = faultId;
  }
}

interface ErrorShape { message?: unknown; data?: { code?: unknown; faultId?: unknown } | null }

/** Reads a tRPC client error without trusting its shape. */
export function errorToFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const details = (typeof error === 'object' && error !== null ? error : {}) as ErrorShape;
  const code = details.data?.code;
  if (code === 'UNAUTHORIZED') return new Fault('signedOut');
  if (code === 'FORBIDDEN' && details.message === 'NoPass') return new Fault('noPass');
  if (typeof code === 'string') {
    const faultId = details.data?.faultId;
    return new Fault(details.message === 'FileDamaged' ? 'damaged' : 'broken', typeof faultId === 'string' ? faultId : code);
  }
  return new Fault('unreachable');
}
