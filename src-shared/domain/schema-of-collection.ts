import type { z } from 'zod';
import { auditEvent } from './audit/audit-event.schema.ts';
import { episode } from './chronic/episode.schema.ts';
import { followUp } from './chronic/follow-up.schema.ts';
import { coldDecision } from './cold-chain/cold-decision.schema.ts';
import { temperatureReading } from './cold-chain/temperature-reading.schema.ts';
import type { CollectionName } from './collections.ts';
import { conflictDocument, receiptDocument } from './common/replication-documents.schema.ts';
import { encounter } from './encounter/encounter.schema.ts';
import { equipment, equipmentEvent } from './facility/equipment.schema.ts';
import { facilityProfile } from './facility/facility.schema.ts';
import { catalogueEntry, catalogueRelease } from './reference/catalogue.schema.ts';
import { handover, handoverAnswer, transfer } from './handover/handover.schema.ts';
import { immunization } from './immunization/immunization.schema.ts';
import { antenatalVisit } from './maternal/antenatal-visit.schema.ts';
import { birth } from './maternal/birth.schema.ts';
import { postnatalVisit } from './maternal/postnatal-visit.schema.ts';
import { pregnancy } from './maternal/pregnancy.schema.ts';
import { orgUnit } from './org/org-unit.schema.ts';
import { patient } from './patient/patient.schema.ts';
import { report } from './report/report.schema.ts';
import { yearFigures } from './report/year-figures.schema.ts';
import { review } from './review/review.schema.ts';
import { stocktake } from './supply/stocktake.schema.ts';
import { caseReport } from './surveillance/case-report.schema.ts';
import { dispense, lot, medicine, stockMovement } from './supply/supply.schema.ts';

const schemas = {
  patients: patient, encounters: encounter, dispenses: dispense, immunizations: immunization, episodes: episode, followUps: followUp, pregnancies: pregnancy, antenatalVisits: antenatalVisit, births: birth, postnatalVisits: postnatalVisit, caseReports: caseReport, auditEvents: auditEvent, medicines: medicine, lots: lot,
  stockMovements: stockMovement, stocktakes: stocktake, equipment, equipmentEvents: equipmentEvent, facilityProfiles: facilityProfile, temperatureReadings: temperatureReading, coldDecisions: coldDecision, reports: report, yearFigures, reviews: review, conflicts: conflictDocument, receipts: receiptDocument, handovers: handover, handoverAnswers: handoverAnswer, transfers: transfer, orgUnits: orgUnit, catalogueEntries: catalogueEntry, catalogueReleases: catalogueRelease,
} as const satisfies Record<CollectionName, z.ZodType>;

/** The schema every document of a collection fits, fields of a newer version let through. */
export function schemaOfCollection<N extends CollectionName>(name: N): (typeof schemas)[N] {
  return schemas[name];
}
