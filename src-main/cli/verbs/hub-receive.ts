import { resolve } from 'node:path';
import type { Verb } from '../verb.ts';

/** Loaded when it runs, as the other hub verbs. */
const hub = () => import('../../../src-hub/main.ts');
const dirHelp = '--dir D              directory of the hub';

/** In the words of whoever stands there with the stick, and of whoever keeps the hub. */
const keptWords = (user: string, documents: number, { unit, name }: { unit: string; name?: string }): string[] => {
  const hub = name === undefined ? unit : `${name} (${unit})`;
  return [
    `Đã nhận hộ, sẽ chuyển đến ${hub}. Tệp không được mở ở đây.`, `bundle of ${user}: ${documents} documents, kept unopened for ${hub}; the line carries it there`,
    'The answer for the station is written there ("hub answer"), or comes by the line.',
  ];
};

export const hubReceive: Verb = {
  name: 'hub receive',
  summary: "takes a station's bundle from a USB stick and writes the answer to carry back",
  usage: '--dir D FILE [--answer FILE]',
  help: [dirHelp, 'FILE                 a bundle of "station bundle"; one for another hub is kept, unopened, and goes there by the line', '--answer FILE        what the station receives: only its PC can open it'],
  options: { dir: { type: 'string' }, answer: { type: 'string' } },
  positionals: { min: 1, max: 1 },
  async run(args) {
    const { receiveBundle } = await hub();
    const [file = ''] = args.positionals;
    const out = args.text('answer');
    const outcome = await receiveBundle({ dir: args.need('dir'), file: resolve(file), ...(out === undefined ? {} : { answer: resolve(out) }) });
    const { already, user, documents, stored, refused, takenAt, answer, keptFor } = outcome;
    args.answer({ ok: true, ...outcome }, keptFor ? keptWords(user, documents, keptFor) : [
      already ? `taken before, on ${takenAt}; nothing was changed` : `bundle of ${user}: ${documents} documents, ${stored} stored, ${refused.length} refused`,
      ...refused.map(({ id, reason }) => `refused: ${id} ${reason}`),
      answer ? `answer for the station: ${answer.file}` : 'no answer was written (--answer FILE): the station does not know yet that its records arrived',
    ]);
  },
};

export const hubAnswer: Verb = {
  name: 'hub answer',
  summary: 'writes what the hub has for one station PC, receipts of the tiers above included, to be carried there',
  usage: '--dir D --user 25001.pc1 --out FILE',
  help: [dirHelp, '--user U             the PC, as "hub device add" named it; one of its bundles must have come here before', '--out FILE           the file to write; only that PC can open it'],
  options: { dir: { type: 'string' }, user: { type: 'string' }, out: { type: 'string' } },
  async run(args) {
    const { writeAnswer } = await hub();
    const written = await writeAnswer({ dir: args.need('dir'), user: args.need('user'), out: resolve(args.need('out')) });
    args.answer({ ok: true, ...written }, [`${written.file}: answer for ${written.user}, ${(written.bytes / 1_000_000).toFixed(1)} MB`]);
  },
};
