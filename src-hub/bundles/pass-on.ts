import type { BundleFile, UpHeader } from '../../sync/index.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import { ownerOf } from '../provisioning/unit-owners.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';

/** A bundle for another hub; it was not opened. */
export interface PassedOn { bundle: string; user: string; /** Unit of the hub it is for, as far as known here. */ to: string | undefined; message: string }

/** Says to whom to carry a bundle that is for another hub. Throws `NotForHere` where nobody here knows. */
export async function passOn({ config, book }: WorkPlace, { header }: BundleFile, { from, to }: UpHeader): Promise<PassedOn> {
  const owner = ownerOf(book, from.unit);
  const known = to !== '' ? to : owner?.startsWith('child.') ? owner.slice('child.'.length) : undefined;
  if (known === undefined) throw new HubProblem('NotForHere', `no PC ${from.user} has a credential at ${config.unit}: carry this file, unopened, to the hub that printed its credential`);
  throw new HubProblem('NotForHere', `this file is for the hub of ${known}: carry it there, unopened (bundle ${header.id})`);
}
