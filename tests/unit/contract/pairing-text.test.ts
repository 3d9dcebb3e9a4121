import { describe, expect, it } from 'vitest';
import { readPairingText, writePairingText } from '../../../src-shared/contract/pairing-text.ts';

describe('what a QR code of pairing says', () => {
  it('[LAN14] is read as it was written, also as a scanner types it', () => {
    const said = { addresses: ['192.168.1.20:47880', '10.0.0.7:47880'], code: 'K7QM-2XRD' };
    expect(readPairingText(writePairingText(said))).toEqual({ address: '192.168.1.20:47880,10.0.0.7:47880', code: 'K7QM-2XRD' });
    expect(readPairingText('  192.168.1.20:47880   k7qm2xrd \n')).toEqual({ address: '192.168.1.20:47880', code: 'K7QM2XRD' });
  });

  it('[LAN14] an address alone, or something else, is not taken for one', () => {
    for (const text of ['192.168.1.20:47880', 'K7QM-2XRD', '', '192.168.1.20 K7QM-2XRD', 'GD4010112345678|Nguyễn Thị Hoa|1985', '1.2.3.4:47880 K7QM-2XRD more']) expect(readPairingText(text), text).toBeUndefined();
  });
});
