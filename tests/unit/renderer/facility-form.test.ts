import { describe, expect, it } from 'vitest';
import { facilityProblems, facilityQuestions, fieldsToChange, profileToFields, typedOver } from '../../../src-renderer/features/facility/facility-form.ts';
import { tidyTime } from '../../../src-renderer/ui/tidy-typed.ts';
import { facilityProfile, recordFacilityProfileInput } from '../../../src-shared/domain/facility/facility.schema.ts';
import { planFacility } from '../../../src-shared/domain/facility/plan-facility.ts';
import { profileLine } from '../../e2e/support/picture-lines.ts';
import { aContext } from '../../support/builders.ts';

const whole = recordFacilityProfileInput.parse((JSON.parse(profileLine(2)) as { input: object }).input);
const outcome = planFacility(whole, undefined, aContext({ role: 'head' }));
const profile = facilityProfile.parse(outcome.ok ? outcome.value.profile : undefined);
const before = profileToFields(profile, 'vi');

describe('the form of what a station has', () => {
  it('[SCR75] shows everything and sends nothing while nothing is typed', () => {
    expect(before).toMatchObject({ 'staff.doctor.headcount': '2', 'staff.technician.headcount': '', 'site.hospitalKm': '12,5', 'site.nightDuty': 'yes', 'site.criteriaMet': 'no', 'beds.stay.actual': '4' });
    expect(fieldsToChange(before, before)).toEqual({});
    expect(facilityProblems(before)).toEqual({});
    expect(recordFacilityProfileInput.parse(fieldsToChange(before, profileToFields(null, 'vi')))).toEqual(whole);
  });

  it('[SCR75] sends, and keeps as a draft, only what was typed over; an emptied field is taken away', () => {
    const typed = { ...before, 'staff.doctor.headcount': '3', 'staff.technician.headcount': '1', 'beds.delivery.occupied': '1', 'rooms.pharmacy': '', 'site.water': 'tap', 'site.hospitalKm': '9,5', 'site.opensAt': '7h30', 'site.nightDuty': '' };
    expect(fieldsToChange(typed, before)).toEqual({
      staff: { doctor: { headcount: 3, atWork: 1 }, technician: { headcount: 1, atWork: 1 } }, beds: { delivery: { planned: 1, actual: 1, occupied: 1 } }, rooms: { pharmacy: null },
      site: { water: 'tap', hospitalKm: 9.5, opensAt: '07:30', nightDuty: null },
    });
    expect(Object.keys(typedOver(typed, before)).sort()).toEqual(['beds.delivery.occupied', 'rooms.pharmacy', 'site.hospitalKm', 'site.nightDuty', 'site.opensAt', 'site.water', 'staff.doctor.headcount', 'staff.technician.headcount']);
    expect(fieldsToChange({ ...before, 'staff.nurse.headcount': '', 'staff.nurse.atWork': '' }, before)).toEqual({ staff: { nurse: null } });
  });

  it('[SCR75] says at the field what cannot be', () => {
    const wrong = facilityProblems({ ...before, 'staff.nurse.atWork': '9', 'staff.doctor.headcount': '2,5', 'beds.stay.planned': '900', 'rooms.pharmacy': 'hai', 'site.opensAt': '25:00', 'site.criteriaScore': '101' });
    expect(Object.fromEntries(Object.entries(wrong).map(([path, problem]) => [path, problem?.code]))).toEqual({ 'staff.nurse.atWork': 'refusals.AtWorkAboveHeadcount', 'staff.doctor.headcount': 'notWhole', 'staff.doctor.atWork': 'refusals.AtWorkAboveHeadcount', 'beds.stay.planned': 'outOfRange', 'rooms.pharmacy': 'notACount', 'site.opensAt': 'notATime', 'site.criteriaScore': 'outOfRange' });
  });

  it.each([['7', '07:00'], ['7h', '07:00'], ['7h30', '07:30'], ['0730', '07:30'], ['16:5', '16:5'], ['24:00', '24:00'], ['sáng', 'sáng']])('[SCR75] reads %s as %s', (typed, time) => { expect(tidyTime(typed)).toBe(time); });

  it('[SCR76] asks only about what was typed over', () => {
    const overfull = { ...before, 'beds.stay.occupied': '6' };
    expect(facilityQuestions(overfull, before, '2026-11-22')).toMatchObject([{ code: 'BedsOverfull', occupied: 6, actual: 4 }]);
    expect(facilityQuestions({ ...overfull, 'rooms.pharmacy': '2' }, overfull, '2026-11-22')).toEqual([]);
  });
});
