import type { z } from 'zod';
import type { paperInput, PaperRefusal } from '../../../src-shared/contract/papers.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { facilityId, type FacilityProfile } from '../../../src-shared/domain/facility/facility.schema.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { Dispense } from '../../../src-shared/domain/supply/supply.schema.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { timeInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { drawCareDueList } from './care-due-list.ts';
import { drawChronicRegister } from './chronic-register.ts';
import { drawDispensingList } from './dispensing-list.ts';
import { drawEncounterSheet } from './encounter-sheet.ts';
import { drawEquipmentRegister } from './equipment-register.ts';
import { drawExaminationRegister, type RegisterLine } from './examination-register.ts';
import { drawFacilitySheet } from './facility-sheet.ts';
import { drawGrowthSheet } from './growth-sheet.ts';
import { drawImmunizationCard } from './immunization-card-sheet.ts';
import { drawDueList } from './immunizations-due-list.ts';
import { drawCaseReportSheet } from './case-report-sheet.ts';
import { makeMaternalPaper } from './make-maternal-paper.ts';
import { drawNutritionList } from './nutrition-list.ts';
import { day } from './paper-words.ts';
import { peopleDue } from '../queries/care-due.ts';
import { chronicRegister } from '../queries/chronic-register.ts';
import { equipmentRows } from '../queries/equipment-list.ts';
import { growthViewOf } from '../queries/growth.ts';
import { childrenGrowing } from '../queries/nutrition.ts';
import { immunizationCardOf } from '../queries/immunization-card.ts';
import { childrenDue } from '../queries/immunizations-due.ts';
import { coldMonthOf } from '../queries/cold-month.ts';
import { orderRows } from '../queries/stock-order.ts';
import { finishedStocktake } from '../queries/stocktake.ts';
import { standings } from '../monthly/locked-reports.ts';
import { reportDraftsOf } from '../monthly/report-drafts.ts';
import { spanOf } from '../queries/care-month.ts';
import { drawMonthReport } from './month-report.ts';
import { createPen, type PaperSize, type Pen } from './pen.ts';
import { drawStockCard } from './stock-card-sheet.ts';
import { drawStockOrder } from './stock-order-sheet.ts';
import { drawStocktakeSheet } from './stocktake-sheet.ts';
import { drawTemperatureSheet } from './temperature-sheet.ts';

export type Paper = { ok: true; fileName: string; bytes: Buffer } | { ok: false; refusal: PaperRefusal };
type Request = z.output<typeof paperInput>;

/** A paper as a PDF. Reads only. `nameOf`: of an account. */
export async function makePaper(db: StationDatabase, request: Request, nameOf: (account: string) => string = (account) => account): Promise<Paper> {
  const today = db.clock.today();
  const letterhead = { unitName: db.identity.unitName, today, practice: db.identity.practice };
  const begin = (title: string, size: PaperSize, landscape = false): Pen => createPen({
    size, landscape, title, createdAt: new Date(db.clock.now()), foot: `In lúc ${timeInUnitZone(db.clock.now())} ngày ${day(today)} · Trạm Xá`,
  });
  switch (request.paper) {
    case 'examinationRegister': {
      const { from, to } = request;
      const pen = begin('Sổ khám bệnh', 'A4', true);
      drawExaminationRegister(pen, { lines: await registerLines(db, from, to), from, to, letterhead });
      return finished(pen, `so-kham-benh-${from === to ? from : `${from}-${to}`}`);
    }
    case 'encounterSheet': {
      const encounter = readRecord<Encounter>(db.store, 'encounters', request.id);
      if (!encounter) return { ok: false, refusal: { code: 'EncounterNotFound' } };
      const pen = begin('Phiếu khám', request.size);
      const line = await registerLine(db, encounter);
      drawEncounterSheet(pen, { ...line, letterhead });
      return finished(pen, `phieu-kham-${fileWord(line.patient?.fullName ?? '')}-${encounter.occurredOn}`);
    }
    case 'dispensingList': {
      const { from, to, size } = request;
      const dispenses = await inDays<Dispense>(db, 'dispenses', 'dispensedOn', from, to);
      const lines = dispenses.filter(({ status }) => status === 'dispensed').map((dispense) => ({
        dispense, patient: readRecord<Patient>(db.store, 'patients', dispense.patientId),
        lotNumbers: dispense.items.map(({ lotId }) => db.stock.lot(lotId)?.lotNumber ?? ''), units: dispense.items.map(({ medicineId }) => db.stock.medicine(medicineId)?.baseUnit ?? ''),
      }));
      const pen = begin('Sổ cấp thuốc', size, size === 'A5');
      drawDispensingList(pen, { lines, from, to, letterhead });
      return finished(pen, `so-cap-thuoc-${from === to ? from : `${from}-${to}`}`);
    }
    case 'stockOrder': {
      const { months, reserve } = request;
      const wanted = new Map(request.wanted.map(({ medicineId, quantityBaseUnits }) => [medicineId, quantityBaseUnits]));
      const pen = begin('Phiếu dự trù thuốc', request.size);
      drawStockOrder(pen, { rows: orderRows(db, request).flatMap((row) => { const one = wanted.get(row.medicine.id); return one === undefined ? [] : [{ ...row, wanted: one }]; }), months, reserve, letterhead });
      return finished(pen, `du-tru-thuoc-${today}`);
    }
    case 'stocktake': {
      const view = finishedStocktake(db, request.id);
      if (!view) return { ok: false, refusal: { code: 'StocktakeNotFound' } };
      const pen = begin('Biên bản kiểm kê', request.size, request.size === 'A5');
      drawStocktakeSheet(pen, { view, nameOf, letterhead });
      return finished(pen, `bien-ban-kiem-ke-${view.number.toLowerCase()}`);
    }
    case 'facilityProfile': {
      const profile = readRecord<FacilityProfile>(db.store, 'facilityProfiles', facilityId(db.identity.unit));
      if (!profile) return { ok: false, refusal: { code: 'FacilityProfileMissing' } };
      const pen = begin('Nguồn lực của trạm', request.size);
      drawFacilitySheet(pen, { profile, letterhead });
      return finished(pen, `nguon-luc-${profile.confirmedOn}`);
    }
    case 'equipmentRegister': {
      const pen = begin('Sổ trang thiết bị', request.size, true);
      drawEquipmentRegister(pen, { lines: equipmentRows(db).filter(({ voided }) => !voided), letterhead });
      return finished(pen, `so-trang-thiet-bi-${today}`);
    }
    case 'temperatureSheet': {
      const view = coldMonthOf(db, request.equipmentId, request.month);
      if (!view) return { ok: false, refusal: { code: 'EquipmentNotFound' } };
      const pen = begin('Bảng theo dõi nhiệt độ', request.size);
      drawTemperatureSheet(pen, { view, nameOf, letterhead });
      return finished(pen, `nhiet-do-${fileWord(view.place.name)}-${request.month}`);
    }
    case 'immunizationCard': {
      const view = immunizationCardOf(db, request.patientId);
      const patient = readRecord<Patient>(db.store, 'patients', request.patientId);
      if (!view || !patient) return { ok: false, refusal: { code: 'PatientNotFound' } };
      const pen = begin('Phiếu tiêm chủng', request.size);
      drawImmunizationCard(pen, { patient, view, letterhead });
      return finished(pen, `phieu-tiem-chung-${fileWord(patient.fullName)}`);
    }
    case 'immunizationsDue': {
      const { until, village, vaccine, late = false } = request;
      const pen = begin('Danh sách trẻ đến lịch tiêm', 'A4', true);
      drawDueList(pen, { due: await childrenDue(db, { until, village, vaccine, late, limit: Number.MAX_SAFE_INTEGER }), village, vaccine, late, letterhead });
      return finished(pen, `tre-den-lich-${until}`);
    }
    case 'careDue': {
      const { until, village, condition, state } = request;
      const pen = begin('Danh sách người bệnh mạn tính đến hẹn', 'A4', true);
      drawCareDueList(pen, { due: await peopleDue(db, { until, village, condition, state, limit: Number.MAX_SAFE_INTEGER }), village, condition, state, letterhead });
      return finished(pen, `benh-man-tinh-den-hen-${until}`);
    }
    case 'chronicRegister': {
      const { condition } = request;
      const pen = begin('Sổ quản lý bệnh không lây nhiễm', 'A4', true);
      drawChronicRegister(pen, { entries: await chronicRegister(db, condition), condition, letterhead });
      return finished(pen, `so-benh-khong-lay-nhiem-${today}`);
    }
    case 'caseReport': {
      const report = db.caseReports.all().find(({ _id }) => _id === request.id);
      const patient = report && readRecord<Patient>(db.store, 'patients', report.patientId);
      if (!report || !patient) return { ok: false, refusal: { code: 'CaseReportNotFound' } };
      const pen = begin('Báo cáo ca bệnh truyền nhiễm', 'A4');
      drawCaseReportSheet(pen, { report, patient, letterhead });
      return finished(pen, `bao-cao-ca-benh-${fileWord(patient.fullName)}`);
    }
    case 'pregnancyCard': case 'maternalDue': case 'antenatalRegister': case 'birthRegister': {
      const made = await makeMaternalPaper(db, request, { begin, letterhead, fileWord });
      return made ? finished(made.pen, made.name) : { ok: false, refusal: { code: 'PregnancyNotFound' } };
    }
    case 'growthChart': {
      const view = growthViewOf(db, request.patientId);
      const patient = readRecord<Patient>(db.store, 'patients', request.patientId);
      if (!view || !patient) return { ok: false, refusal: { code: 'PatientNotFound' } };
      const pen = begin('Biểu đồ tăng trưởng', 'A4');
      drawGrowthSheet(pen, { patient, view, letterhead });
      return finished(pen, `bieu-do-tang-truong-${fileWord(patient.fullName)}`);
    }
    case 'nutritionList': {
      const { village, finding } = request;
      const pen = begin('Danh sách dinh dưỡng trẻ em', 'A4', true);
      drawNutritionList(pen, { list: await childrenGrowing(db, { village, finding, limit: Number.MAX_SAFE_INTEGER }), village, finding, letterhead });
      return finished(pen, `dinh-duong-tre-em-${today}`);
    }
    case 'monthReport': {
      const { month } = request;
      const locked = standings(db).get(month)?.current;
      const pen = begin(`Báo cáo tháng ${month}`, 'A4');
      const numbers = locked?.lines ?? (await reportDraftsOf(db).count(month)).numbers;
      drawMonthReport(pen, { month, on: spanOf(month, today).on, numbers, ...(locked ? { locked, lockedByName: nameOf(locked.lockedBy) } : {}), letterhead });
      return finished(pen, `bao-cao-thang-${month}`);
    }
    case 'stockCard': return stockCard(db, request, begin('Thẻ kho', request.size, request.size === 'A5'), letterhead);
  }
}

async function stockCard(db: StationDatabase, { medicineId, from, to }: Extract<Request, { paper: 'stockCard' }>, pen: Pen, letterhead: Parameters<typeof drawStockCard>[1]['letterhead']): Promise<Paper> {
  const medicine = db.stock.medicine(medicineId);
  if (!medicine) return { ok: false, refusal: { code: 'MedicineNotFound' } };
  const lots = new Map(db.stock.lotsOf(medicineId).map((lot) => [lot._id, lot]));
  const movements = db.stock.movementsOf(lots.keys()).sort((a, b) => compare(a.occurredOn, b.occurredOn) || compare(a.createdAt, b.createdAt) || compare(a._id, b._id));
  let [balance, before] = [0, 0];
  const lines = movements.flatMap((movement) => {
    balance += movement.quantityBaseUnits;
    if (from !== undefined && movement.occurredOn < from) { before = balance; return []; }
    return to !== undefined && movement.occurredOn > to ? [] : [{ movement, lot: lots.get(movement.lotId), balance }];
  });
  drawStockCard(pen, { medicine, lines, before, from, to, letterhead });
  return finished(pen, `the-kho-${fileWord(`${medicine.inn} ${medicine.strength ?? ''}`)}`);
}

async function registerLines(db: StationDatabase, from: string, to: string): Promise<RegisterLine[]> {
  const encounters = await inDays<Encounter>(db, 'encounters', 'occurredOn', from, to);
  return Promise.all(encounters.filter(({ status }) => status === 'submitted' || status === 'amended').map((encounter) => registerLine(db, encounter)));
}

async function registerLine(db: StationDatabase, encounter: Encounter): Promise<RegisterLine> {
  const dispenses = await (await db.screens()).find<Dispense>('dispenses', { selector: { patientId: encounter.patientId, dispensedOn: { $gte: encounter.occurredOn } } });
  return { encounter, patient: readRecord<Patient>(db.store, 'patients', encounter.patientId), dispenses: dispenses.filter(({ encounterId }) => encounterId === encounter._id) };
}

async function inDays<T extends { _id: string; createdAt: string }>(db: StationDatabase, collection: string, field: keyof T & string, from: string, to: string): Promise<T[]> {
  const found = await (await db.screens()).find<T>(collection, { selector: { [field]: { $gte: from, $lte: to } } });
  return found.sort((a, b) => compare(String(a[field]), String(b[field])) || compare(a.createdAt, b.createdAt));
}

const finished = async (pen: Pen, name: string): Promise<Paper> => ({ ok: true, fileName: `${name}.pdf`, bytes: await pen.finish() });
const fileWord = (text: string): string => foldForSearch(text).replaceAll(' ', '-').slice(0, 60);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
