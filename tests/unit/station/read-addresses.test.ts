import { expect, it } from 'vitest';
import { readAddresses } from '../../../src-main/station/lan/read-addresses.ts';

it.each([
  ['192.168.1.20', [{ host: '192.168.1.20', port: 47_880 }]],
  ['https://192.168.1.20:5000/', [{ host: '192.168.1.20', port: 5000 }]],
  ['[fe80::1]:5000', [{ host: 'fe80::1', port: 5000 }]],
  ['pc-kho:5000', [{ host: 'pc-kho', port: 5000 }]],
  ['10.0.0.1:1, 10.0.0.2:2,', [{ host: '10.0.0.1', port: 1 }, { host: '10.0.0.2', port: 2 }]],
])('[LAN17] %s is read', (text, addresses) => {
  expect(readAddresses(text, 47_880)).toEqual(addresses);
});

it.each(['', ' , ', 'nonsense', 'not an address', '192.168.1.300:47880', '192.168.1:47880', '10.0.0.1:0', '10.0.0.1:70000', '...:5000', '10.0.0.1:1,nonsense'])('[LAN17] "%s" is no address', (text) => {
  expect(readAddresses(text, 47_880)).toBeUndefined();
});
