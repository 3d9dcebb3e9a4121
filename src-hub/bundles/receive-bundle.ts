import { databaseName } from '../../src-shared/domain/collections.ts';
import type { BundlePlace, UpHeader, UpLine } from '../../sync/index.ts';
import { BundleProblem, checkBundle, isIntroduced, openBundle, passphraseOf, readContent } from '../../sync/index.ts';
import { readUnits } from '../organisation/read-units.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import { instantOf } from '../provisioning/work-place.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import { bundleWay } from './bundle-way.ts';
import type { BundleSource, BundleWay } from './bundle-way.ts';
import { keepBundle } from './kept-bundles.ts';
import { notForHere } from './not-for-here.ts';
import { pathOf, publishReceiptsNow } from './receipts-now.ts';
import { openStickBook } from './stick-book.ts';
import { createDocumentStore } from './store-documents.ts';
import { checkPlaceOfAnswer, findDevice, writeAnswer } from './write-answer.ts';
import type { WrittenAnswer } from './write-answer.ts';

/** What a station carried here. `documents` it holds, `stored` of them now at this hub (or before), `refused` with reasons. */
export interface ReceivedBundle {
  bundle: string; unit: string; user: string; device: string; madeAt: string; savedFrom?: string; savedTo?: string;
  /** Taken before: nothing was changed. */
  already: boolean; takenAt: string; documents: number; stored: number; refused: { database: string; id: string; rev: string; reason: string }[];
  answer?: WrittenAnswer;
  /** It is for another hub: kept here, unopened, until the line has carried it to this one, the last or the next on its way. Then nothing is `stored` yet and no answer is written. */
  keptFor?: { unit: string; name?: string };
}

/**
 * Takes a station's bundle: addressed here, signed by its device, whole. Anything else is refused in words and changes nothing; one
 * for another hub is kept for it, unopened, or where nobody here knows the way the problem says so. With `answer` the reply for the station is written there, also for a bundle taken before.
 */
export async function receiveBundle(place: WorkPlace, { file, answer }: { file: string; answer?: string }, source: BundleSource = 'stick'): Promise<ReceivedBundle> {
  try {
    return await receive(place, { file, answer, source });
  } catch (error) {
    if (error instanceof BundleProblem) throw new HubProblem(error.code, error.message);
    throw error;
  }
}

async function receive(place: WorkPlace, { file, answer, source }: { file: string; answer: string | undefined; source: BundleSource }): Promise<ReceivedBundle> {
  const bundle = await openBundle(file);
  const { header } = bundle;
  if (header.kind === 'down') throw new BundleProblem('BundleWrongWay', `this is the answer of ${header.from.unit} to the PC ${header.to.user}: carry it to that station`);
  const { user } = header.from;
  const way = bundleWay(place, header, source);
  if (way === undefined) throw notForHere(place, header);
  if (way !== 'here') {
    await keepBundle(place, bundle, { source, way });
    const { unit, device } = header.from;
    return { bundle: header.id, ...spanOf(header), unit, user, device, madeAt: header.madeAt, already: false, takenAt: instantOf(place.now()), documents: header.documents, stored: 0, refused: [], keptFor: await nextHub(place, header, way) };
  }
  const sender = findDevice(place, user);
  if (!sender) throw notForHere(place, header);
  const sticks = openStickBook(place.book);
  const link = sticks.link(user);
  if (link === undefined) throw new HubProblem('NoLink', `the credential of ${user} was printed before bundles were known: let the PC exchange over a line once, or revoke the credential and print a new one`);
  if (!isIntroduced(link, 'device', header.from)) throw new BundleProblem('BundleForeign', `this bundle was not made with the credential ${user} has now; where the credential was printed anew, make a new bundle at the station`);
  await checkBundle(bundle, header.from.signingKey);

  if (answer !== undefined) await checkPlaceOfAnswer(answer, user);
  const facts = { bundle: header.id, ...spanOf(header), unit: sender.unit, user, device: header.from.device, madeAt: header.madeAt };
  const before = sticks.taken(header.id);
  const outcome: ReceivedBundle = before
    ? { ...facts, already: true, takenAt: before.takenAt, documents: before.documents, stored: before.documents - before.refused.length, refused: before.refused }
    : await take();
  if (answer !== undefined) outcome.answer = await writeAnswer(place, { user, out: answer });
  return outcome;

  async function take(): Promise<ReceivedBundle> {
    const { identity } = await sticks.keys();
    const { device, signingKey, recipient } = header.from as UpHeader['from'];
    const unit = sender?.unit ?? '';
    const store = createDocumentStore(place, { kind: 'device', user, unit, device });
    let places: BundlePlace[] = [];
    let lastAnswer = 0;
    let documents = 0;
    for await (const value of readContent(bundle, { identity, passphrase: passphraseOf(link ?? '') })) {
      const line = value as UpLine;
      if (line.t === 'state') ({ places, lastAnswer } = line);
      else if (line.t === 'document') { documents += 1; await store.add(line); }
    }
    const { stored, refused } = await store.finish();
    const takenAt = instantOf(place.now());
    sticks.take(user, { id: header.id, device, takenAt, documents, refused, madeAt: header.madeAt }, { device, signingKey, recipient, places, madeAt: header.madeAt }, lastAnswer);
    await publishReceiptsNow(place, [databaseName('health', unit), databaseName('resources', unit)]);
    return { ...facts, already: false, takenAt, documents, stored, refused };
  }
}

/** Whom to name to the person with the stick: the hub it is for, where the label or our own children tell it, else the next on the way. */
async function nextHub(place: WorkPlace, { to }: UpHeader, way: Exclude<BundleWay, 'here'>): Promise<{ unit: string; name?: string }> {
  const path = pathOf(place);
  const unit = to !== '' ? to : way === 'parent' ? path[1]?.unit ?? '' : way.slice('child.'.length);
  const name = path.find((entry) => entry.unit === unit)?.name ?? (await readUnits(place.engine)).get(unit)?.name;
  return { unit, ...(name === undefined ? {} : { name }) };
}

const spanOf = ({ savedFrom, savedTo }: { savedFrom?: string; savedTo?: string }) => ({ ...(savedFrom === undefined ? {} : { savedFrom }), ...(savedTo === undefined ? {} : { savedTo }) });
