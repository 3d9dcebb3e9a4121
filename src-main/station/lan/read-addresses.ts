import { isIP } from 'node:net';

export interface PcAddress { host: string; port: number }

/**
 * The addresses of a text with commas between them: an IP address with or without a port, or a name with its port.
 * `undefined` where one of them is none, or there is none at all.
 */
export function readAddresses(text: string, usualPort: number): PcAddress[] | undefined {
  const read = text.split(',').map((one) => one.trim()).filter((one) => one !== '').map((one) => readAddress(one, usualPort));
  const good = read.filter((address) => address !== undefined);
  return good.length > 0 && good.length === read.length ? good : undefined;
}

function readAddress(text: string, usualPort: number): PcAddress | undefined {
  const [, found = '', port] = /^(?:https?:\/\/)?([a-z0-9.-]+|\[[0-9a-f:]+\])(?::(\d{1,5}))?\/?$/i.exec(text) ?? [];
  const host = found.replaceAll(/[[\]]/g, '');
  // What ends in a number is an IP address or a slip of one.
  const isName = port !== undefined && /(?:^|\.)[a-z0-9-]*[a-z][a-z0-9-]*$/i.test(host);
  const at = Number(port ?? usualPort);
  return (isIP(host) > 0 || isName) && at > 0 && at <= 65_535 ? { host, port: at } : undefined;
}
