import { expect, it } from 'vitest';
import { readLanCommand } from '../../../src-main/station/lan/read-lan-command.ts';

const long = 'x'.repeat(300);

it.each([
  [{ command: 'join', address: long, code: 'ABCD' }, 'BadAddress'], [{ command: 'join', address: '192.168.1.20', code: long }, 'PairingRefused'],
  [{ command: 'switchOn', name: long }, 'LanNameTooLong'], [{ command: 'switchOn', name: ' ' }, 'LanNameTooLong'], [{ command: 'remove', fingerprint: long }, 'NeighbourNotFound'],
  [{ command: 'fly' }, 'BadRequest'], [undefined, 'BadRequest'], ['join', 'BadRequest'],
])('[LAN18] what fits no field is said in words: %#', (command, code) => { expect(readLanCommand(command)).toEqual({ ok: false, refusals: [{ code }] }); });

it('[LAN18] what fits is a command, without the spaces around it', () => {
  expect(readLanCommand({ command: 'join', address: ' 192.168.1.20 ', code: 'AB-CD' })).toEqual({ ok: true, command: { command: 'join', address: '192.168.1.20', code: 'AB-CD' } });
});
