import { catalogueNames, type CatalogueName } from '../../../src-shared/domain/reference/catalogue.schema.ts';
import { givenFile } from '../given-file.ts';
import { UsageError, type Arguments, type Verb } from '../verb.ts';

const hub = () => import('../../../src-hub/main.ts');
const dir = { dir: { type: 'string' } } as const;
const dirHelp = '--dir D              directory of the hub';
const nameHelp = `--catalogue NAME     ${catalogueNames.join(', ')}`;

function catalogueOf(args: Arguments): CatalogueName {
  const name = args.need('catalogue');
  const known = catalogueNames.find((one) => one === name);
  if (!known) throw new UsageError(`--catalogue is one of ${catalogueNames.join(', ')}`);
  return known;
}

const publish: Verb = {
  name: 'hub catalogue publish',
  summary: 'publishes entries of a catalogue; every station has them at its next contact',
  usage: '--dir D --catalogue medicines|diagnoses|notices FILE [--whole] [--note TEXT]',
  help: [
    dirHelp, nameHelp,
    'FILE                 CSV with a line of column names (medicines: code,inn,strength,form,baseUnit,atc,group; diagnoses: code,text; notices: code,title,text,urgent; all: from,to), or JSON, a list of the same',
    '--whole              the file is the whole catalogue: what it does not have ends yesterday', '--note TEXT          what this release is about',
  ],
  options: { ...dir, catalogue: { type: 'string' }, whole: { type: 'boolean' }, note: { type: 'string' } },
  positionals: { min: 1, max: 1 },
  async run(args) {
    const { publishCatalogue } = await hub();
    const { release, changed, unchanged } = await publishCatalogue({ dir: args.need('dir'), catalogue: catalogueOf(args), file: givenFile(args.positionals[0]), whole: args.flag('whole'), note: args.text('note') });
    args.answer({ ok: true, release: release ?? null, changed, unchanged }, [release === undefined ? `nothing differs from what is published (${unchanged} entries)` : `release ${release}: ${changed.length} entries changed, ${unchanged} as they were`]);
  },
};

const list: Verb = {
  name: 'hub catalogue list',
  summary: 'the catalogues this hub knows, with their releases',
  usage: '--dir D',
  help: [dirHelp],
  options: dir,
  async run(args) {
    const { listCatalogues } = await hub();
    const answer = await listCatalogues({ dir: args.need('dir') });
    args.answer(answer, [
      ...answer.catalogues.map(({ catalogue, entries, release }) => `${catalogue}: ${release ? `release ${release.number} of ${release.publishedAt} by ${release.publishedBy}, unit ${release.unit}, ${entries} entries` : 'nothing published, the list of the program is used'}`),
      answer.publishes ? 'units and catalogues are published at this hub' : 'units and catalogues come from the hub above',
    ]);
  },
};

const show: Verb = {
  name: 'hub catalogue show',
  summary: 'the entries of one catalogue',
  usage: '--dir D --catalogue medicines|diagnoses|notices',
  help: [dirHelp, nameHelp],
  options: { ...dir, catalogue: { type: 'string' } },
  async run(args) {
    const { showCatalogue } = await hub();
    const answer = await showCatalogue({ dir: args.need('dir'), catalogue: catalogueOf(args) });
    args.answer(answer, answer.entries.map(({ code, content, from, to }) => `${code}\t${from}${to === undefined ? '' : `..${to}`}\t${Object.values(content).join(', ')}`));
  },
};

const publisher: Verb = {
  name: 'hub catalogue publisher',
  summary: 'says whether units and catalogues are published at this hub (at the one without a parent, unless said otherwise)',
  usage: '--dir D --on|--off',
  help: [dirHelp, '--on                 they are published here', '--off                they come from above, or from nowhere'],
  options: { ...dir, on: { type: 'boolean' }, off: { type: 'boolean' } },
  async run(args) {
    if (args.flag('on') === args.flag('off')) throw new UsageError('say either --on or --off');
    const { setPublisher } = await hub();
    const answer = await setPublisher({ dir: args.need('dir'), publishes: args.flag('on') });
    args.answer(answer, [answer.publishes ? 'units and catalogues are published at this hub from now on' : 'units and catalogues are not published at this hub any more']);
  },
};

export const hubCatalogue: readonly Verb[] = [publish, list, show, publisher];
