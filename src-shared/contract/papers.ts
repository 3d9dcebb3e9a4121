import { z } from 'zod';
import { chronicConditions } from '../domain/chronic/chronic-lists.ts';
import { careStates } from '../domain/chronic/derive-care-state.ts';
import { dateOn, idOf } from '../domain/common/fields.ts';
import { nutritionFindings } from '../domain/growth/derive-nutrition.ts';
import { maternalKinds, maternalStates } from '../domain/maternal/derive-pregnancy.ts';
import { orderMonths, reserveMonths } from '../domain/supply/plan-order.ts';
import { period } from '../domain/review/review.schema.ts';
import { vaccineCodes } from '../domain/immunization/vaccines.ts';

const size = z.enum(['A4', 'A5']);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What can be put on paper. The forms are Vietnamese, whatever language the screen speaks. */
export const paperInput = z.discriminatedUnion('paper', [
  /** Sổ khám bệnh A1 of these days (TT 37/2019/TT-BYT); A4 across. */
  z.strictObject({ paper: z.literal('examinationRegister'), from: dateOn, to: dateOn }),
  /** Phiếu khám: one visit or checkup. */
  z.strictObject({ paper: z.literal('encounterSheet'), id: idOf('encounters'), size }),
  /** Sổ cấp thuốc of these days. */
  z.strictObject({ paper: z.literal('dispensingList'), from: dateOn, to: dateOn, size }),
  /** Thẻ kho of one medicine; all of it, or these days with the balance before them. */
  z.strictObject({ paper: z.literal('stockCard'), medicineId: idOf('medicines'), from: dateOn.optional(), to: dateOn.optional(), size }),
  /** Phiếu dự trù thuốc: the medicines wanted, with the amounts as they stand on the page, in base units. */
  z.strictObject({ paper: z.literal('stockOrder'), size: z.literal('A4'), months: z.literal(orderMonths), reserve: z.literal(reserveMonths), wanted: z.array(z.strictObject({ medicineId: idOf('medicines'), quantityBaseUnits: z.number().int().min(1).max(99_999_999) })).max(2000) }),
  /** Biên bản kiểm kê: one finished count. */
  z.strictObject({ paper: z.literal('stocktake'), id: idOf('stocktakes'), size }),
  /** Nguồn lực của trạm: the station's profile on one sheet. */
  z.strictObject({ paper: z.literal('facilityProfile'), size: z.literal('A4') }),
  /** Sổ trang thiết bị: every line as it stands; A4 across. */
  z.strictObject({ paper: z.literal('equipmentRegister'), size: z.literal('A4') }),
  /** Bảng theo dõi nhiệt độ of one cold place in one month; A4. */
  z.strictObject({ paper: z.literal('temperatureSheet'), equipmentId: idOf('equipment'), month, size: z.literal('A4') }),
  /** Phiếu tiêm chủng: one person's doses, for the family. */
  z.strictObject({ paper: z.literal('immunizationCard'), patientId: idOf('patients'), size }),
  /** Danh sách trẻ đến lịch tiêm: as the page was asked; A4 across. */
  z.strictObject({ paper: z.literal('immunizationsDue'), size: z.literal('A4'), until: dateOn, village: z.string().max(400).nullable().optional(), vaccine: z.enum(vaccineCodes).optional(), late: z.boolean().optional() }),
  /** Biểu đồ tăng trưởng: one child's weight and length for age; A4. */
  z.strictObject({ paper: z.literal('growthChart'), patientId: idOf('patients'), size: z.literal('A4') }),
  /** Danh sách dinh dưỡng trẻ dưới 5 tuổi: as the page was asked; A4 across. */
  z.strictObject({ paper: z.literal('nutritionList'), size: z.literal('A4'), village: z.string().max(400).nullable().optional(), finding: z.enum(nutritionFindings).optional() }),
  /** Danh sách người bệnh mạn tính đến hẹn tái khám: as the page was asked; A4 across. */
  z.strictObject({ paper: z.literal('careDue'), size: z.literal('A4'), until: dateOn, condition: z.enum(chronicConditions).optional(), village: z.string().max(400).nullable().optional(), state: z.enum(careStates).optional() }),
  /** Báo cáo tháng: as it was locked, or as it is counted now; A4. */
  z.strictObject({ paper: z.literal('monthReport'), month: period, size: z.literal('A4') }),
  /** Sổ quản lý bệnh không lây nhiễm A11; A4 across. */
  z.strictObject({ paper: z.literal('chronicRegister'), size: z.literal('A4'), condition: z.enum(chronicConditions).optional() }),
  /** Phiếu khám thai, for the woman; A4. `patientId`: of whom it is asked, where the pregnancy came along from another station. */
  z.strictObject({ paper: z.literal('pregnancyCard'), pregnancyId: idOf('pregnancies'), patientId: idOf('patients').optional(), size: z.literal('A4') }),
  /** Danh sách bà mẹ đến hẹn khám: as the page was asked; A4 across. */
  z.strictObject({ paper: z.literal('maternalDue'), size: z.literal('A4'), until: dateOn, kind: z.enum(maternalKinds).optional(), village: z.string().max(400).nullable().optional(), state: z.enum(maternalStates).optional(), highRisk: z.literal(true).optional() }),
  /** Phiếu báo cáo ca bệnh truyền nhiễm: one version of one report; A4. */
  z.strictObject({ paper: z.literal('caseReport'), id: idOf('caseReports'), size: z.literal('A4') }),
  /** Sổ khám thai A3 of these months; A4 across. */
  z.strictObject({ paper: z.literal('antenatalRegister'), from: month, until: month, size: z.literal('A4') }),
  /** Sổ đẻ A4 of these months; A4 across. */
  z.strictObject({ paper: z.literal('birthRegister'), from: month, until: month, size: z.literal('A4') }),
]);
export type PaperInput = z.input<typeof paperInput>;
/** Why there is no paper. */
export type PaperRefusal = { code: 'InvalidInput' | 'EncounterNotFound' | 'PatientNotFound' | 'MedicineNotFound' | 'StocktakeNotFound' | 'FacilityProfileMissing' | 'PregnancyNotFound' | 'CaseReportNotFound' | 'EquipmentNotFound' };
/** A paper on its way to a printer. `printer`: what the PC's own system says of one. */
export interface ShownPaper { address: string; fileName: string; printer: 'ready' | 'none' | 'silent' }
