import { catalogueNames, type CatalogueEntry, type CatalogueName, type CatalogueRelease } from '../../src-shared/domain/reference/catalogue.schema.ts';
import { writeHubConfig } from '../provisioning/hub-config.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import { readCatalogue } from './catalogue-book.ts';
import { mayPublish } from './may-publish.ts';

export interface CatalogueSummary { catalogue: CatalogueName; entries: number; release?: Pick<CatalogueRelease, 'number' | 'publishedAt' | 'publishedBy' | 'unit'> }

/** Every catalogue with its newest release, and whether this hub publishes. */
export async function listCatalogues({ engine, config }: WorkPlace, _input: object): Promise<{ publishes: boolean; catalogues: CatalogueSummary[] }> {
  const catalogues: CatalogueSummary[] = [];
  for (const catalogue of catalogueNames) {
    const { entries, releases: [newest] } = await readCatalogue(engine, catalogue, config.unit);
    catalogues.push({ catalogue, entries: entries.size, ...(newest ? { release: { number: newest.number, publishedAt: newest.publishedAt, publishedBy: newest.publishedBy, unit: newest.unit } } : {}) });
  }
  return { publishes: mayPublish(config), catalogues };
}

export async function showCatalogue({ engine, config }: WorkPlace, { catalogue }: { catalogue: CatalogueName }): Promise<{ entries: Pick<CatalogueEntry, 'code' | 'content' | 'from' | 'to' | 'release' | 'unit'>[]; releases: CatalogueRelease[] }> {
  if (!catalogueNames.includes(catalogue)) throw new HubProblem('BadCatalogue', `there is no catalogue ${JSON.stringify(catalogue)}; there are ${catalogueNames.join(', ')}`);
  const { entries, releases } = await readCatalogue(engine, catalogue, config.unit);
  return { entries: [...entries.values()].map(({ code, content, from, to, release, unit }) => ({ code, content, from, ...(to === undefined ? {} : { to }), release, unit })), releases };
}

/** From now on units and catalogues are published here, or not; written into `hub.json`. */
export async function setPublisher(place: WorkPlace, { publishes }: { publishes: boolean }): Promise<{ publishes: boolean }> {
  if (typeof publishes !== 'boolean') throw new HubProblem('BadInput', 'say whether this hub publishes');
  Object.assign(place.config, { publishesReference: publishes });
  writeHubConfig(place.dir, place.config);
  return { publishes };
}
