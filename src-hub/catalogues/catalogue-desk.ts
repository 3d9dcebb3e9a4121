import type { CatalogueChange, CatalogueFault, CataloguePage, CatalogueQuestion, CatalogueRow, ReferenceName } from '../../src-shared/contract/hub-api.ts';
import { foldForSearch } from '../../src-shared/domain/common/fold-for-search.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { planRelease, type EntryInput } from '../../src-shared/domain/reference/plan-release.ts';
import { publishUnits, unitFaults } from '../organisation/publish-org.ts';
import { readUnits } from '../organisation/read-units.ts';
import { instantOf, type WorkPlace } from '../provisioning/work-place.ts';
import { createCatalogueDrafts } from './catalogue-drafts.ts';
import { readCatalogue } from './catalogue-book.ts';
import { mayPublish } from './may-publish.ts';
import { publishCatalogue } from './publish-catalogue.ts';
import { entriesToUnits, unitToEntry } from './unit-entries.ts';

interface Known { entries: Map<string, EntryInput & { release?: number; isOwn: boolean }>; release?: CataloguePage['release'] }
const SHOWN = 100;

/** Units and catalogues as the console edits them: what is published, what was edited since, and the publication of that. */
export function createCatalogueDesk(place: WorkPlace) {
  const { engine, book, config, now } = place;
  const drafts = createCatalogueDrafts(book);
  const cache = new Map<ReferenceName, Promise<Known>>();
  const stop = engine.onUpdate(({ database }) => { if (database === 'reference') cache.clear(); });

  async function read(catalogue: ReferenceName): Promise<Known> {
    if (catalogue === 'units') {
      const units = await readUnits(engine);
      return { entries: new Map([...units].map(([code, unit]) => [code, { ...unitToEntry(unit), isOwn: mayPublish(config) && (config.parent === undefined || unit.device === `hub-${config.unit}`) }])) };
    }
    const { entries, releases } = await readCatalogue(engine, catalogue, config.unit);
    const [newest] = releases;
    return {
      entries: new Map([...entries].map(([code, { content, from, to, release, unit }]) => [code, { code, content, from, ...(to === undefined ? {} : { to }), release, isOwn: unit === config.unit }])),
      ...(newest ? { release: { number: newest.number, publishedAt: newest.publishedAt, publishedBy: newest.publishedBy, ...(newest.note === undefined ? {} : { note: newest.note }) } } : {}),
    };
  }
  const known = (catalogue: ReferenceName): Promise<Known> => {
    const before = cache.get(catalogue);
    if (before) return before;
    const reading = read(catalogue).catch((error: unknown) => { cache.delete(catalogue); throw error; });
    cache.set(catalogue, reading);
    return reading;
  };

  async function faultsOf(catalogue: ReferenceName, entries: readonly EntryInput[]): Promise<CatalogueFault[]> {
    if (catalogue === 'units') {
      const { units, faults } = entriesToUnits(entries);
      return [...faults, ...(await unitFaults(place, units)).map(({ unit, ...fault }) => ({ code: unit, ...fault }))];
    }
    return planRelease(entries, { catalogue, today: todayInUnitZone(now()), known: (await readCatalogue(engine, catalogue, config.unit)).entries, ownUnit: config.unit }).faults;
  }

  return {
    stop,
    async list({ catalogue, text = '', show = 'all', limit = SHOWN, offset = 0 }: CatalogueQuestion, mayEdit: boolean): Promise<CataloguePage> {
      const { entries, release } = await known(catalogue);
      const edited = drafts.of(catalogue);
      const today = todayInUnitZone(now());
      const words = foldForSearch(text).split(' ').filter(Boolean);
      const fits = ({ code, content }: EntryInput) => { const parts = foldForSearch(`${code} ${Object.values(content).filter((value) => typeof value === 'string').join(' ')}`).split(' '); return words.every((word) => parts.some((part) => part.startsWith(word))); };
      const rows = [...new Set([...entries.keys(), ...edited.keys()])].flatMap((code): CatalogueRow[] => {
        const published = entries.get(code);
        const draft = edited.get(code);
        const shown = draft ?? published;
        if (!shown || !fits(shown) || (show === 'edited' && !draft)) return [];
        const isOver = shown.to !== undefined && shown.to < today;
        if (show === 'inForce' && isOver && !draft) return [];
        const { content, from, to } = shown;
        return [{ code, content, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), isOver, isOwn: published?.isOwn ?? true, edited: draft ? (published ? 'changed' : 'new') : null, ...(published?.release === undefined ? {} : { release: published.release }) }];
      });
      const nameOf = ({ code, content }: CatalogueRow) => foldForSearch(String(content['inn'] ?? content['name'] ?? (catalogue === 'diagnoses' ? code : content['title'] ?? code)));
      const order = new Map(rows.map((row) => [row.code, nameOf(row)]));
      rows.sort((a, b) => Number(b.edited !== null) - Number(a.edited !== null) || (order.get(a.code) ?? '').localeCompare(order.get(b.code) ?? '', 'en') || (a.code < b.code ? -1 : 1));
      return { rows: rows.slice(offset, offset + limit), total: rows.length, edited: edited.size, mayEdit: mayEdit && mayPublish(config), ...(release ? { release } : {}) };
    },
    /** Keeps edits; those that do not fit are named and none is kept. */
    async stage(catalogue: ReferenceName, entries: readonly EntryInput[], account: string): Promise<CatalogueChange> {
      const beside = [...drafts.of(catalogue).values()].filter(({ code }) => !entries.some((one) => one.code === code));
      const given = new Set(entries.map(({ code }) => code));
      // Units name each other: judged with what else waits to be published.
      const faults = (await faultsOf(catalogue, [...entries, ...(catalogue === 'units' ? beside : [])])).filter(({ code }) => given.has(code));
      if (faults.length > 0) return { ok: false, faults };
      drafts.put(catalogue, entries, account, instantOf(now()));
      return { ok: true, changed: entries.length };
    },
    discard(catalogue: ReferenceName, code?: string): CatalogueChange {
      drafts.remove(catalogue, code);
      return { ok: true, changed: 0 };
    },
    /** Publishes every edit of a catalogue as one release. */
    async publish(catalogue: ReferenceName, account: string, note?: string): Promise<CatalogueChange> {
      const entries = [...drafts.of(catalogue).values()];
      if (catalogue === 'units') {
        const faults = await faultsOf(catalogue, entries);
        if (faults.length > 0) return { ok: false, faults };
        const { published } = await publishUnits(place, () => entriesToUnits(entries).units, account);
        drafts.remove(catalogue);
        return { ok: true, changed: published.length };
      }
      const { faults, changed, release } = await publishCatalogue(place, { catalogue, entries, by: account, ...(note === undefined ? {} : { note }) });
      if (faults.length > 0) return { ok: false, faults };
      drafts.remove(catalogue);
      return { ok: true, changed: changed.length, ...(release === undefined ? {} : { release }) };
    },
  };
}
export type CatalogueDesk = ReturnType<typeof createCatalogueDesk>;
