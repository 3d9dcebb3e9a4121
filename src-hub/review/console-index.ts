import { randomBytes } from 'node:crypto';
import { collectionOfId } from '../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { Sql } from '../../store/index.ts';
import { derivedHandoverTables, indexHandover, indexHandoverAnswer, touchHandedOver } from '../handover/handover-tables.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import { instantOf } from '../provisioning/work-place.ts';
import type { Gathered, IndexFollower, IndexedDocument } from '../receipts/leaf-index.ts';
import { keepArrivals, makeConsoleTables } from './console-tables.ts';
import { derivedResourceTables } from './resource-tables.ts';
import { indexCase } from './index-case.ts';
import { indexEncounter } from './index-encounter.ts';
import { gatherRecords, indexPatient, markPersonShared } from './index-patient.ts';
import { beginResources, gatherEquipment, indexResource } from './index-resources.ts';
import { indexReview } from './index-review.ts';

function writeDispense(sql: Sql, unit: string, id: string, body: DocumentBody | undefined): void {
  if (!body) { sql.run('DELETE FROM consoleDispenses WHERE unit = ? AND id = ?', unit, id); return; }
  const { patientId, encounterId } = body;
  sql.run(
    'INSERT INTO consoleDispenses (unit, id, patientId, encounterId) VALUES (?, ?, ?, ?) ON CONFLICT (unit, id) DO UPDATE SET patientId = excluded.patientId, encounterId = excluded.encounterId',
    unit, id, typeof patientId === 'string' ? patientId : '', typeof encounterId === 'string' ? encounterId : null,
  );
}

function writeConflict(sql: Sql, database: string, id: string, body: DocumentBody | undefined): void {
  const isOpen = body !== undefined && body['resolution'] == null && body['resolvedAt'] == null;
  if (isOpen) sql.run('INSERT INTO consoleConflicts (database, id) VALUES (?, ?) ON CONFLICT DO NOTHING', database, id);
  else sql.run('DELETE FROM consoleConflicts WHERE database = ? AND id = ?', database, id);
}

/** The seed of this hub's random share; minted once, stated in the console, so that anybody can draw again. */
export function reviewSeed(book: HubBook): string {
  const seed = book.setting('reviewSeed') ?? randomBytes(8).toString('hex');
  book.setSetting('reviewSeed', seed);
  return seed;
}

/** Keeps the rows the console lists, in the same transaction as the leaf index: no list ever reads every document. */
export function createConsoleIndex(book: HubBook, now: () => number): IndexFollower {
  makeConsoleTables(book);
  const seed = reviewSeed(book);
  const isOfResources = (database: string) => database.startsWith('resources-');
  const unitOf = (database: string) => database.slice(database.indexOf('-') + 1);

  function begin(sql: Sql, database: string, { isFromStation }: { isFromStation: boolean }): void {
    sql.run('INSERT INTO consoleShapes (database) VALUES (?) ON CONFLICT DO NOTHING', database);
    if (isOfResources(database)) beginResources(sql, unitOf(database));
    if (isFromStation) sql.run('INSERT INTO consoleUnits (unit, at) VALUES (?, ?) ON CONFLICT (unit) DO UPDATE SET at = excluded.at', unitOf(database), instantOf(now()));
  }

  function write(sql: Sql, document: IndexedDocument, gathered: Gathered): void {
    const { database, id, body } = document;
    const unit = unitOf(database);
    const collection = collectionOfId(id)?.name;
    if (isOfResources(database) && collection !== 'conflicts') { indexResource(sql, unit, document, gathered); return; }
    if (collection === 'reviews') { indexReview(sql, unit, id, body); return; }
    switch (collection) {
      case 'patients': touchHandedOver(sql, unit, id); return indexPatient(sql, unit, id, body, gathered);
      case 'encounters': case 'immunizations': case 'episodes': case 'followUps': case 'pregnancies': case 'antenatalVisits': case 'births': case 'postnatalVisits': case 'caseReports': if (collection === 'caseReports') indexCase(sql, unit, id, body); touchHandedOver(sql, unit, body?.['patientId']); return indexEncounter(sql, unit, id, body, { now: instantOf(now()), seed });
      case 'dispenses': touchHandedOver(sql, unit, body?.['patientId']); return writeDispense(sql, unit, id, body);
      case 'handovers': for (const person of indexHandover(sql, unit, id, body)) markPersonShared(sql, unit, person); return undefined;
      case 'handoverAnswers': return indexHandoverAnswer(sql, unit, id, body);
      case 'conflicts': return writeConflict(sql, database, id, body);
      default: return undefined;
    }
  }

  function forget(sql: Sql, database: string): void {
    sql.run('DELETE FROM consoleConflicts WHERE database = ?', database);
    if (isOfResources(database)) for (const table of derivedResourceTables) sql.run(`DELETE FROM ${table} WHERE unit = ?`, unitOf(database));
    if (!database.startsWith('health-')) return;
    keepArrivals(sql, unitOf(database));
    for (const table of ['consolePatients', 'consoleEncounters', 'consoleCases', 'consoleCompleteness', 'consoleDispenses', 'consoleReviews', 'consoleLocks', ...derivedHandoverTables]) sql.run(`DELETE FROM ${table} WHERE unit = ?`, unitOf(database));
  }

  return {
    begin, write, forget,
    gather: (database, documents) => (isOfResources(database.name) ? gatherEquipment(database, documents) : gatherRecords(book.sql, unitOf(database.name), database, documents)),
    follows: (id) => collectionOfId(id)?.name === 'reviews',
    isOutdated: (database) => book.sql.get('SELECT 1 AS yes FROM consoleShapes WHERE database = ?', database) === undefined,
  };
}
