import { hostname, networkInterfaces } from 'node:os';
import { childUser } from './credentials.ts';
import { parseHubConfig, writeHubConfig } from './hub-config.ts';
import type { WorkPlace } from './work-place.ts';
import { HubProblem } from './hub-problem.ts';
import { readRuntimeFile } from './runtime-file.ts';

const SETTING = 'parentPassword';

export interface ParentAccess { url: string; user: string; password: string }

/** `url` and `user` stay as they are unless given; a hub's first `user` is `child.<unit>`. */
export interface NewParent { url?: string | undefined; user?: string | undefined; password: string }

/** Names the tier above, or its new password alone. The password lies in the encrypted file only. Throws `NoPassword`, `NoParent`, `OwnAddress`, `BadConfig`. */
export async function setParent(place: WorkPlace, { password, ...given }: NewParent): Promise<{ url: string; user: string }> {
  const { parent: before, unit } = place.config;
  const url = given.url ?? before?.url;
  const user = given.user ?? before?.user ?? childUser(unit);
  if (!password) throw new HubProblem('NoPassword', 'the password for the parent is missing');
  if (url === undefined) throw new HubProblem('NoParent', 'this hub has no parent yet: say its address');
  if (isOwnAddress(url, place)) throw new HubProblem('OwnAddress', `${url} is this hub itself: say the address of the hub above`);
  const config = parseHubConfig({ ...place.config, parent: { url, user } });
  const parent = config.parent ?? { url, user };
  place.book.setSetting(SETTING, password);
  writeHubConfig(place.dir, config);
  Object.assign(place.config, config);
  place.changed('parent');
  return parent;
}

/** A name of this machine, and the port this hub has or had at its last start. */
function isOwnAddress(address: string, { dir, config }: WorkPlace): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname: host, port, protocol } = new URL(address);
  const ports = [config.port, Number(new URL(readRuntimeFile(dir)?.url ?? 'http://none:0').port)].filter((one) => one > 0);
  const own = ['localhost', '127.0.0.1', '[::1]', hostname().toLowerCase(), ...Object.values(networkInterfaces()).flatMap((all) => all ?? []).map((one) => one.address)];
  return own.includes(host) && ports.includes(port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port));
}

export function parentAccess({ config, book }: Pick<WorkPlace, 'config' | 'book'>): ParentAccess | undefined {
  const password = book.setting(SETTING);
  return config.parent && password !== undefined ? { ...config.parent, password } : undefined;
}
