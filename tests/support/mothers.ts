import type { OperationInput } from '../../src-shared/contract/operations.ts';
import type { WorkContext } from '../../src-shared/domain/common/context.ts';
import { recordAntenatalVisitInput, type AntenatalVisit } from '../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import { recordBirthInput, type Birth } from '../../src-shared/domain/maternal/birth.schema.ts';
import { planAntenatalVisit } from '../../src-shared/domain/maternal/plan-antenatal-visit.ts';
import { planBirth } from '../../src-shared/domain/maternal/plan-birth.ts';
import { planPostnatalVisit } from '../../src-shared/domain/maternal/plan-postnatal-visit.ts';
import { planPregnancy } from '../../src-shared/domain/maternal/plan-pregnancy.ts';
import { recordPostnatalVisitInput, type PostnatalVisit } from '../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import { registerPregnancyInput, type Pregnancy } from '../../src-shared/domain/maternal/pregnancy.schema.ts';
import type { Outcome } from '../../src-shared/domain/common/refusal.ts';
import { aContext, anId } from './builders.ts';

const later = aContext({ nowMs: Date.parse('2034-01-01T03:00:00.000Z') });
const patientId = anId('patients');
const woman = { bornOn: '1998-05-01', sex: 'female' as const };
const must = <T>(outcome: Outcome<T>): T => { if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals)); return outcome.value; };

export const aPregnancyInput = (with_: Partial<OperationInput<'registerPregnancy'>> = {}) => registerPregnancyInput.parse({ patientId, registeredOn: '2026-03-01', lastPeriodOn: '2026-01-01', ...with_ });

/** Last period on 1 January 2026, due on 8 October, of a woman of 27. */
export const aPregnancy = (with_: Partial<OperationInput<'registerPregnancy'>> = {}, context: WorkContext = later): Pregnancy => must(planPregnancy(aPregnancyInput(with_), { patient: woman, pregnancies: [], births: [] }, context));

export const anAntenatalInput = (pregnancy: Pregnancy, with_: Partial<OperationInput<'recordAntenatalVisit'>> = {}) => recordAntenatalVisitInput.parse({ patientId, pregnancyId: pregnancy._id, occurredOn: '2026-03-01', weightKg: 52, ...with_ });
export const anAntenatalVisit = (pregnancy: Pregnancy, occurredOn: string, with_: Partial<OperationInput<'recordAntenatalVisit'>> = {}, context: WorkContext = later): AntenatalVisit =>
  must(planAntenatalVisit(anAntenatalInput(pregnancy, { occurredOn, ...with_ }), { patient: woman, pregnancy, isHers: true, births: [], visits: [] }, context));

export const aBirthInput = (pregnancy: Pregnancy, with_: Partial<OperationInput<'recordBirth'>> = {}) => recordBirthInput.parse({ patientId, pregnancyId: pregnancy._id, bornOn: '2026-10-04', place: 'station', attendant: 'midwife', mode: 'vaginal', babies: [{ sex: 'female', weightG: 3100, status: 'live' }], motherStatus: 'well', ...with_ });
export const aBirth = (pregnancy: Pregnancy, with_: Partial<OperationInput<'recordBirth'>> = {}, context: WorkContext = later): Birth => must(planBirth(aBirthInput(pregnancy, with_), { patient: woman, pregnancy, isHers: true, births: [], visits: [] }, context));

export const aPostnatalInput = (pregnancy: Pregnancy, with_: Partial<OperationInput<'recordPostnatalVisit'>> = {}) => recordPostnatalVisitInput.parse({ patientId, pregnancyId: pregnancy._id, occurredOn: '2026-10-06', place: 'home', bleeding: 'normal', ...with_ });
export const aPostnatalVisit = (pregnancy: Pregnancy, birth: Birth, occurredOn: string, with_: Partial<OperationInput<'recordPostnatalVisit'>> = {}, context: WorkContext = later): PostnatalVisit =>
  must(planPostnatalVisit(aPostnatalInput(pregnancy, { occurredOn, ...with_ }), { patient: woman, pregnancy, isHers: true, births: [birth], visits: [] }, context));
