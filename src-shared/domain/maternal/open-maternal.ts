import { deriveMaternal, sameAs, type CareBirth, type CarePostnatal, type CarePregnancy, type CareVisit, type MaternalRecords } from './derive-pregnancy.ts';

/** What still matters of a woman's records from `today` on: the pregnancies she is followed for, with what was written of them. How she stands on any later day is the same. */
export function openMaternal(records: MaternalRecords, bornOn: string, today: string): MaternalRecords {
  const followed = new Set(deriveMaternal(records, bornOn, today).filter(({ kind }) => kind !== undefined).map(({ pregnancyId }) => pregnancyId));
  const own = records.pregnancies.filter(({ _id, registeredOn, voided }) => voided === undefined && (followed.has(_id) || registeredOn > today));
  const pregnancies = [...new Set(own.flatMap((one) => [one, ...sameAs(one, records.pregnancies)]))];
  const ids = new Set(pregnancies.map(({ _id }) => _id));
  const ofThem = <T extends { pregnancyId: string; voided?: unknown }>(all: readonly T[]): T[] => all.filter(({ pregnancyId, voided }) => voided === undefined && ids.has(pregnancyId));
  return {
    pregnancies: pregnancies.map(({ _id, registeredOn, lastPeriodOn, ultrasoundDue, previousCaesarean, riskFactors, statusChanges, plannedPlace, isCarried }): CarePregnancy => ({ _id, registeredOn, lastPeriodOn, ultrasoundDue, previousCaesarean, riskFactors, statusChanges, plannedPlace, isCarried: isCarried === true })),
    visits: ofThem(records.visits).map(({ _id, pregnancyId, createdAt, occurredOn, nextVisitOn, bloodPressure, urineProtein, fetalHeartPerMin, fundalHeightCm, haemoglobinGPerL, dangerSigns, highRisk, tetanusDose }): CareVisit =>
      ({ _id, pregnancyId, createdAt, occurredOn, nextVisitOn, bloodPressure, urineProtein, fetalHeartPerMin, fundalHeightCm, haemoglobinGPerL, dangerSigns, highRisk, tetanusDose })),
    births: ofThem(records.births).map(({ _id, pregnancyId, bornOn: on, motherStatus, createdAt }): CareBirth => ({ _id, pregnancyId, bornOn: on, motherStatus, createdAt })),
    postnatal: ofThem(records.postnatal).map(({ _id, pregnancyId, createdAt, occurredOn, nextVisitOn }): CarePostnatal => ({ _id, pregnancyId, createdAt, occurredOn, nextVisitOn })),
  };
}
