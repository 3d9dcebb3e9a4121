import type { UpHeader } from '../../sync/index.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import { ownerOf } from '../provisioning/unit-owners.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';

/** A bundle for another hub stays unopened; the problem says to whom to carry it, as far as it is known here. */
export function notForHere({ config, book }: WorkPlace, { from, to, id }: UpHeader): HubProblem {
  const owner = ownerOf(book, from.unit);
  const known = to !== '' ? to : owner?.startsWith('child.') ? owner.slice('child.'.length) : undefined;
  return known === undefined
    ? new HubProblem('NotForHere', `no PC ${from.user} has a credential at ${config.unit}: carry this file, unopened, to the hub that printed its credential`)
    : new HubProblem('NotForHere', `this file is for the hub of ${known}: carry it there, unopened (bundle ${id})`);
}
