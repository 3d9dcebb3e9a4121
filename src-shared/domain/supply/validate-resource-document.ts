import { z } from 'zod';
import { coldDecision } from '../cold-chain/cold-decision.schema.ts';
import { temperatureReading } from '../cold-chain/temperature-reading.schema.ts';
import { collectionOfId, type CollectionName } from '../collections.ts';
import type { DocumentBody } from '../common/document.ts';
import { idOf } from '../common/fields.ts';
import type { Refusal } from '../common/refusal.ts';
import { equipment, equipmentEvent } from '../facility/equipment.schema.ts';
import { facilityId, facilityProfile } from '../facility/facility.schema.ts';
import { report } from '../report/report.schema.ts';
import { yearFigures, yearFiguresId } from '../report/year-figures.schema.ts';
import { stocktake, stocktakeLine } from './stocktake.schema.ts';
import { documentNumber, goodsText, healthId, lot, lotNumber, medicine, stockMovement } from './supply.schema.ts';

/** Fields of `resources-*`, each with what may stand in it: whole words of ours, numbers, codes, names of goods. */
const goods = goodsText(200);
const account = z.string().max(100);
const common = { createdBy: account, updatedBy: account, version: z.string().max(200) };
const strict = {
  medicines: medicine.extend({ ...common, _id: idOf('medicines'), inn: goods, strength: goods.optional(), form: goods.optional(), group: goods.optional(), baseUnit: goods }),
  lots: lot.extend({ ...common, _id: idOf('lots'), medicineId: idOf('medicines'), lotNumber }),
  stockMovements: stockMovement.extend({
    ...common, _id: idOf('stockMovements'), lotId: idOf('lots'), medicineId: idOf('medicines'), reversalOf: idOf('stockMovements').optional(), documentNumber: documentNumber.optional(),
  }),
  stocktakes: stocktake.extend({
    ...common, _id: idOf('stocktakes'), lines: z.array(z.strictObject({ ...stocktakeLine.shape, lotId: idOf('lots') })), notCounted: z.array(idOf('lots')), countedBy: z.array(account), witnessedBy: account.optional(),
  }),
  equipment: equipment.extend({ ...common, _id: idOf('equipment') }),
  equipmentEvents: equipmentEvent.extend({ ...common, _id: idOf('equipmentEvents') }),
  facilityProfiles: facilityProfile.extend(common),
  temperatureReadings: temperatureReading.extend({ ...common, _id: idOf('temperatureReadings') }),
  coldDecisions: coldDecision.extend({ ...common, _id: idOf('coldDecisions') }),
  reports: report.extend({ ...common, _id: idOf('reports') }),
  yearFigures: yearFigures.extend(common),
} as const;
type ResourceCollection = keyof typeof strict;

/** What the protocol itself writes into a body. */
const protocolFields = new Set(['_id', '_rev', '_deleted', '_revisions']);

/** The closed list of fields a collection may have in `resources-*`; `undefined` for a collection that does not belong there. */
export function fieldsAllowedInResources(collection: CollectionName): ReadonlySet<string> | undefined {
  return isResourceCollection(collection) ? new Set(Object.keys(strict[collection].shape)) : undefined;
}

/**
 * What the hub's door asks of every document for `resources-*`: it names no person, holds no free text, no field beyond the
 * list (one of a newer program neither, until the hub knows it: the station keeps it as denied and sends it again).
 * Refusals: `CollectionNotAllowed`, `FieldNotAllowed {field}`, `ValueNotAllowed {field}`, `PersonNamed {field}`.
 */
export function validateResourceDocument(body: DocumentBody): Refusal[] {
  const collection = collectionOfId(body._id)?.name;
  if (collection === 'conflicts' || collection === 'receipts') return namesPerson(body);
  if (collection === undefined || !isResourceCollection(collection)) return [{ code: 'CollectionNotAllowed' }];
  const allowed = fieldsAllowedInResources(collection);
  const refusals: Refusal[] = Object.keys(body)
    .filter((field) => !protocolFields.has(field) && !allowed?.has(field))
    .map((field) => ({ code: 'FieldNotAllowed', field: field.slice(0, 60) }));
  refusals.push(...namesPerson(body));
  // One for each unit, so that its PCs mean the same one.
  if (collection === 'facilityProfiles' && body._deleted !== true && body._id !== facilityId(String(body['unit']))) refusals.push({ code: 'ValueNotAllowed', field: '_id' });
  if (collection === 'yearFigures' && body._deleted !== true && body._id !== yearFiguresId(String(body['unit']), String(body['year']))) refusals.push({ code: 'ValueNotAllowed', field: '_id' });
  if (refusals.length > 0) return refusals;
  const parsed = (body._deleted === true ? strict[collection].partial() : strict[collection]).safeParse(body);
  return parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))].map((field) => ({ code: 'ValueNotAllowed', field }));
}

function isResourceCollection(collection: string): collection is ResourceCollection {
  return Object.hasOwn(strict, collection);
}

function namesPerson(body: DocumentBody): Refusal[] {
  return Object.entries(body)
    .filter(([field, value]) => field !== '_id' && mentions(value))
    .map(([field]) => ({ code: 'PersonNamed', field: field.slice(0, 60) }));
}

function mentions(value: unknown): boolean {
  if (typeof value === 'string') return healthId.test(value);
  return value !== null && typeof value === 'object' && Object.entries(value).some(([key, member]) => healthId.test(key) || mentions(member));
}
