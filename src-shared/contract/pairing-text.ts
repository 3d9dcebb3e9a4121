/** What one QR code, or one line, says of a PC that is to be paired with: where it is found, one address or several, and its code. */
export interface PairingText { /** `192.168.1.20:47880`, several with a comma between them. */ address: string; /** `K7QM-2XRD` */ code: string }

export const writePairingText = ({ addresses, code }: { addresses: readonly string[]; code: string }): string => `${addresses.join(',')} ${code}`;

/** As scanned into a field or pasted; `undefined` where it is something else. */
export function readPairingText(text: string): PairingText | undefined {
  const [, address, code] = /^\s*((?:[\w.[\]-]+:\d{1,5},?)+)\s+([0-9A-Za-z]{4}-?[0-9A-Za-z]{4})\s*$/.exec(text) ?? [];
  return address === undefined || code === undefined ? undefined : { address: address.replace(/,$/, ''), code: code.toUpperCase() };
}
