/**
 * Who works at a station, by the title they are employed in: FROM KNOWLEDGE (title codes V.08.01 to V.08.10 of the health service's
 * professional titles stand beside each).
 */
export const stationStaff = [
  /** V.08.01 */ 'doctor', /** V.08.02 */ 'preventiveDoctor', /** V.08.03 */ 'assistantDoctor', /** V.08.04 */ 'publicHealth', /** V.08.05 */ 'nurse', /** V.08.06 */ 'midwife',
  /** V.08.07 */ 'technician', /** V.08.08 */ 'pharmacist', /** V.08.09 */ 'nutritionist', /** V.08.10 */ 'populationOfficer', /** Accounts, office, computers, guard. */ 'otherStaff',
] as const;
/** Paid by the commune and living in its villages; not the station's own staff. FROM KNOWLEDGE. */
export const villageStaff = ['villageHealthWorker', 'villageMidwife', 'populationCollaborator'] as const;
export const staffCategories = [...stationStaff, ...villageStaff] as const;
export type StaffCategory = (typeof staffCategories)[number];

/** Giường lưu, giường đẻ, giường theo dõi sau tiêm: FROM KNOWLEDGE. */
export const bedTypes = ['stay', 'delivery', 'observation'] as const;
export type BedType = (typeof bedTypes)[number];

/** FROM KNOWLEDGE. */
export const roomKinds = ['examination', 'emergency', 'deliveryRoom', 'inpatient', 'vaccination', 'pharmacy', 'laboratory', 'traditionalMedicine', 'otherRoom'] as const;
export type RoomKind = (typeof roomKinds)[number];

/** What a word of the building and its utilities may be: FROM KNOWLEDGE. */
export const siteWords = {
  constructionGrade: ['permanent', 'semiPermanent', 'temporary'],
  water: ['tap', 'drilledWell', 'dugWell', 'rain', 'otherSource', 'none'],
  toilet: ['hygienic', 'unhygienic', 'none'],
  solidWaste: ['collected', 'incinerator', 'buried', 'otherWay', 'none'],
  liquidWaste: ['treated', 'septicTank', 'none'],
  electricity: ['grid', 'gridOftenOff', 'solar', 'none'],
  generator: ['working', 'broken', 'none'],
  internet: ['cable', 'mobile', 'none'],
} as const;
/** Whole numbers of the building, with their bounds; `computers` are those that work. */
export const siteNumbers = {
  builtYear: { min: 1900, max: 2100 }, landM2: { min: 1, max: 1_000_000 }, computers: { min: 0, max: 500 }, openDaysPerWeek: { min: 1, max: 7 },
  criteriaYear: { min: 2011, max: 2100 }, /** Of 100: VERIFIED (QĐ 1300/QĐ-BYT 2023). */ criteriaScore: { min: 0, max: 100 },
} as const;
/** `criteriaMet`: the national criteria for commune health (QĐ 1300/QĐ-BYT). `insuranceContract`: gives care paid by BHYT. */
export const siteAnswers = ['insuranceContract', 'criteriaMet', 'nightDuty'] as const;

/** Most anybody may enter of one kind: more is a slip of the keyboard. Chosen here. */
export const MOST_PEOPLE = 500;
export const MOST_BEDS = 500;
export const MOST_ROOMS = 100;
export const MOST_KM = 500;
