import type { QueryName } from '../../../src-shared/contract/queries.ts';
import { backupStatus } from './backup-status.ts';
import { careDue } from './care-due.ts';
import { careMonth } from './care-month.ts';
import { catalogues } from './catalogues.ts';
import { chronicCare } from './chronic-care.ts';
import { conflictInbox } from './conflict-inbox.ts';
import { deniedRecords } from './denied-records.ts';
import { diagnosisSearch } from './diagnosis-search.ts';
import { draftRecords } from './draft-records.ts';
import { encounter } from './encounter.ts';
import { encounterTimeline } from './encounter-timeline.ts';
import { equipmentHistory } from './equipment-history.ts';
import { equipmentList } from './equipment-list.ts';
import { facilityProfile } from './facility-profile.ts';
import { growth } from './growth.ts';
import { handovers } from './handovers.ts';
import { immunizationCard } from './immunization-card.ts';
import { immunizationMonth } from './immunization-month.ts';
import { immunizationsDue } from './immunizations-due.ts';
import { lanStatus } from './lan-status.ts';
import { lateRecords } from './late-records.ts';
import { lotsOnHand } from './lots-on-hand.ts';
import { expectedBirths } from './expected-births.ts';
import { maternalCare } from './maternal-care.ts';
import { maternalDue } from './maternal-due.ts';
import { maternalMonth } from './maternal-month.ts';
import { medicineList } from './medicine-list.ts';
import { notices } from './notices.ts';
import { nutrition } from './nutrition.ts';
import { patient } from './patient.ts';
import { patientSearch } from './patient-search.ts';
import type { Query } from './query.ts';
import { practiceCards } from './practice-cards.ts';
import { readyMedicines } from './ready-medicines.ts';
import { recordReviews } from './record-reviews.ts';
import { recordTicks } from './record-ticks.ts';
import { reportForm } from './report-form.ts';
import { reportMonth } from './report-month.ts';
import { reportRecords } from './report-records.ts';
import { similarPeople } from './similar-people.ts';
import { stationProfile } from './station-profile.ts';
import { stickBundles } from './stick-bundles.ts';
import { stockOrder } from './stock-order.ts';
import { stockCard } from './stock-card.ts';
import { stocktake } from './stocktake.ts';
import { stocktakeCount } from './stocktake-count.ts';
import { stocktakes } from './stocktakes.ts';
import { suspects } from './suspects.ts';
import { syncStatus } from './sync-status.ts';
import { today } from './today.ts';
import { units } from './units.ts';
import { vaccineLots } from './vaccine-lots.ts';

/** Every query of the contract has its file here; the type sees to it that none is missing. */
export const stationQueries: { readonly [N in QueryName]: Query<N> } = {
  patientSearch, similarPeople, patient, encounter, encounterTimeline, today, draftRecords, readyMedicines, diagnosisSearch, notices, catalogues, handovers, units, chronicCare, careDue, suspects, careMonth, maternalCare, maternalDue, expectedBirths, maternalMonth, immunizationCard, immunizationsDue, immunizationMonth, vaccineLots, growth, nutrition, facilityProfile, reportMonth, reportForm, reportRecords, equipmentList, equipmentHistory, medicineList, stockOrder, lotsOnHand, stockCard, stocktakes, stocktakeCount, stocktake,
  syncStatus, lateRecords, recordTicks, recordReviews, deniedRecords, conflictInbox, lanStatus, stickBundles, stationProfile, backupStatus, practiceCards,
};
