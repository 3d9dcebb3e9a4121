import { parseHubConfig, writeHubConfig } from './hub-config.ts';
import type { WorkPlace } from './work-place.ts';
import { HubProblem } from './hub-problem.ts';

const SETTING = 'parentPassword';

export interface ParentAccess { url: string; user: string; password: string }

/** Names the tier above. The password lies in the encrypted file only. */
export async function setParent(place: WorkPlace, { url, user, password }: ParentAccess): Promise<{ url: string; user: string }> {
  if (!password) throw new HubProblem('NoPassword', 'the password for the parent is missing');
  const config = parseHubConfig({ ...place.config, parent: { url, user } });
  const parent = config.parent ?? { url, user };
  place.book.setSetting(SETTING, password);
  writeHubConfig(place.dir, config);
  Object.assign(place.config, config);
  place.changed('parent');
  return parent;
}

export function parentAccess({ config, book }: Pick<WorkPlace, 'config' | 'book'>): ParentAccess | undefined {
  const password = book.setting(SETTING);
  return config.parent && password !== undefined ? { ...config.parent, password } : undefined;
}
