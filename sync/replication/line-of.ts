import type { ReplicatorLine, TransportError } from '../types.ts';

/** What a failed exchange says about the line. */
export function lineOf(error: TransportError): ReplicatorLine {
  switch (error.kind) {
    case 'noLine': case 'timeout': return 'noLine';
    case 'unauthorized': case 'forbidden': case 'notFound': return 'hubRefuses';
    case 'notCouch': case 'hubBroken': case 'tooLarge': return 'hubBroken';
  }
}
