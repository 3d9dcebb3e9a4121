import { z } from 'zod';
import { accessPurposes, recordKinds, recordMarks, submittedOrders } from '../../src-shared/contract/hub-api.ts';
import { catalogueNames } from '../../src-shared/domain/reference/catalogue.schema.ts';
import { unitKey } from '../../src-shared/domain/common/document.ts';
import { dateOn, idOf, text } from '../../src-shared/domain/common/fields.ts';
import { reportLineIds } from '../../src-shared/domain/report/report-lines.ts';
import { diseaseIds } from '../../src-shared/domain/surveillance/notifiable-diseases.ts';
import { fieldPath, period, recordDecisions } from '../../src-shared/domain/review/review.schema.ts';

const recordId = z.string().max(512);
/** A uuid the form minted; the id of the review it makes. */
const key = z.uuid();
const kind = z.enum(['checkup', 'visit']);
const filter = {
  unit: unitKey.optional(), kind: z.enum(recordKinds).optional(), text: z.string().max(200).optional(), review: z.enum(['submitted', 'returned', 'accepted']).optional(), mark: z.enum(recordMarks).optional(),
  olderThanDays: z.number().int().min(1).max(3650).optional(), period: period.optional(),
};
const catalogue = z.enum([...catalogueNames, 'units']);
const entry = z.strictObject({ code: z.string().max(60), content: z.record(z.string().max(60), z.unknown()), from: z.string().max(20).optional(), to: z.string().max(20).optional() });
const page = { limit: z.number().int().min(1).max(500).optional(), offset: z.number().int().min(0).optional() };

/** What each procedure of the console takes. */
export const consoleInputs = {
  signIn: z.strictObject({ account: z.string().max(100), password: z.string().max(4096), code: z.string().max(20).optional() }),
  purpose: z.strictObject({ purpose: z.enum(accessPurposes), note: text(300).optional() }),
  submitted: z.strictObject({ ...filter, ...page, order: z.enum(submittedOrders).optional() }),
  filter: z.strictObject(filter),
  record: z.strictObject({ unit: unitKey, recordId }),
  decide: z.strictObject({
    key, unit: unitKey, recordId, version: z.string().max(200), decision: z.enum(recordDecisions), comment: text(2000).optional(),
    comments: z.array(z.strictObject({ field: fieldPath, text: text(1000) })).max(50).optional(),
  }),
  ask: z.strictObject({ key, unit: unitKey, comment: text(2000), asked: z.strictObject({ kind, patientId: idOf('patients').optional(), occurredOn: dateOn.optional() }) }),
  period: z.strictObject({ period }),
  cases: z.strictObject({ period, diseaseId: z.enum(diseaseIds).optional(), ...page }),
  report: z.strictObject({ unit: unitKey, period }),
  decideReport: z.strictObject({
    key, unit: unitKey, period, version: z.string().max(200), decision: z.enum(recordDecisions), comment: text(2000).optional(),
    comments: z.array(z.strictObject({ field: z.enum(reportLineIds as [string, ...string[]]), text: text(1000) })).max(50).optional(),
  }),
  withdraw: z.strictObject({ key, unit: unitKey, requestId: z.string().max(200) }),
  lock: z.strictObject({ key, unit: unitKey, period, locked: z.boolean() }),
  ofUnit: z.strictObject({ unit: unitKey.optional() }),
  page: z.strictObject(page),
  newAccount: z.strictObject({ account: z.string().max(60), displayName: text(200), role: z.enum(['reviewer', 'manager', 'administrator']), unit: unitKey, password: z.string().max(4096) }),
  account: z.strictObject({ account: z.string().max(60) }),
  accountPassword: z.strictObject({ account: z.string().max(60), password: z.string().max(4096) }),
  credential: z.strictObject({ user: z.string().max(200) }),
  entries: z.strictObject({ catalogue, text: z.string().max(200).optional(), show: z.enum(['inForce', 'all', 'edited']).optional(), ...page }),
  stage: z.strictObject({ catalogue, entries: z.array(entry).min(1).max(500) }),
  discard: z.strictObject({ catalogue, code: z.string().max(60).optional() }),
  publish: z.strictObject({ catalogue, note: text(500).optional() }),
};
