import { networkInterfaces } from 'node:os';

/** The addresses this machine has to the outside: another text means that a line came, went or was changed. */
export function networkMark(): string {
  return Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).flatMap(({ internal, address }) => (internal ? [] : [address]))).sort().join(' ');
}
