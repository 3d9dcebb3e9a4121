import { describe, expect, it } from 'vitest';
import { collections } from '../../../../src-shared/domain/collections.ts';
import { facilityProfile, recordFacilityProfileInput, type FacilityProfile } from '../../../../src-shared/domain/facility/facility.schema.ts';
import { isProfileOld } from '../../../../src-shared/domain/facility/is-profile-old.ts';
import { MOST_CHANGES, planFacility } from '../../../../src-shared/domain/facility/plan-facility.ts';
import { summarizeFacility } from '../../../../src-shared/domain/facility/summarize-facility.ts';
import type { WorkContext } from '../../../../src-shared/domain/common/context.ts';
import { validateResourceDocument } from '../../../../src-shared/domain/supply/validate-resource-document.ts';
import { mergeFields } from '../../../../sync/conflict/merge-fields.ts';
import { aContext, NOW_MS } from '../../../support/builders.ts';

const DAY_MS = 86_400_000;
const head = (with_: Parameters<typeof aContext>[0] = {}): WorkContext => aContext({ account: 'lan', role: 'head', ...with_ });
const first = {
  staff: { doctor: { headcount: 2, atWork: 1 }, preventiveDoctor: { headcount: 1, atWork: 1 }, nurse: { headcount: 3, atWork: 3 }, midwife: { headcount: 1, atWork: 1 }, villageHealthWorker: { headcount: 9, atWork: 9 } },
  beds: { stay: { planned: 5, actual: 4, occupied: 1 }, delivery: { planned: 1, actual: 1, occupied: 0 } }, rooms: { examination: 2 }, site: { water: 'tap' as const, computers: 4, hospitalKm: 12.5, insuranceContract: true },
};

function save(input: unknown, previous?: FacilityProfile, context = head()) {
  return planFacility(recordFacilityProfileInput.parse(input), previous, context);
}
function saved(input: unknown, previous?: FacilityProfile, context = head()): FacilityProfile {
  const outcome = save(input, previous, context);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value.profile;
}

describe('the profile of a station', () => {
  it('[FAC1] is one document of the unit; what is given is changed, null takes away, the rest stays', () => {
    const profile = saved(first);
    expect(profile).toMatchObject({ _id: 'facility:25001', unit: '25001', ...first });
    const next = saved({ staff: { nurse: null, technician: { headcount: 1, atWork: 0 } }, site: { computers: 0 } }, profile);
    expect(next._id).toBe(profile._id);
    expect(next.staff).toEqual({ doctor: first.staff.doctor, preventiveDoctor: first.staff.preventiveDoctor, midwife: first.staff.midwife, villageHealthWorker: first.staff.villageHealthWorker, technician: { headcount: 1, atWork: 0 } });
    expect(next).toMatchObject({ beds: first.beds, rooms: first.rooms, site: { ...first.site, computers: 0 } });
    expect(facilityProfile.safeParse(next).success).toBe(true);
  });

  it('[FAC1] knows no other category, no word beyond a list, no fraction and no number beyond its bounds', () => {
    for (const wrong of [{ staff: { cook: { headcount: 1, atWork: 1 } } }, { staff: { doctor: { headcount: 1 } } }, { staff: { doctor: { headcount: 1.5, atWork: 1 } } }, { site: { water: 'from Lan' } }, { site: { opensAt: '7:00' } }, { beds: { stay: 5 } }, { rooms: { pharmacy: -1 } }, { note: 'x' }]) {
      expect(recordFacilityProfileInput.safeParse(wrong).success).toBe(false);
    }
  });

  it('[FAC2] tells who changed what, when, from what to what; the first profile has nothing to tell', () => {
    const profile = saved(first);
    expect(profile.changes).toEqual([]);
    const later = head({ nowMs: NOW_MS + DAY_MS, account: 'minh' });
    const next = saved({ staff: { doctor: { headcount: 3, atWork: 2 }, midwife: first.staff.midwife }, site: { water: null } }, profile, later);
    expect(next.changes).toEqual([
      { at: later.now, by: 'minh', field: 'staff.doctor', from: first.staff.doctor, to: { headcount: 3, atWork: 2 } },
      { at: later.now, by: 'minh', field: 'site.water', from: 'tap' },
    ]);
  });

  it('[FAC2] keeps the newest lines where there are very many', () => {
    let profile = saved(first);
    for (let n = 0; n < MOST_CHANGES + 5; n += 1) profile = saved({ site: { computers: n % 2 } }, profile);
    expect(profile.changes).toHaveLength(MOST_CHANGES);
    expect(profile.changes.at(-1)).toMatchObject({ field: 'site.computers', to: 0 });
  });

  it('[FAC3] two PCs that changed different fields meet without a clash; the same field on both is a clash', () => {
    const base = saved(first);
    const policy = collections.facilityProfiles.mergePolicy;
    const here = saved({ staff: { doctor: { headcount: 3, atWork: 3 } } }, base, head({ device: 'pc1', nowMs: NOW_MS + 1000 }));
    const there = saved({ staff: { nurse: { headcount: 4, atWork: 4 } }, beds: { stay: { planned: 5, actual: 5, occupied: 0 } } }, base, head({ device: 'pc2', nowMs: NOW_MS + DAY_MS }));
    const merged = mergeFields(base, here, there, policy);
    expect(merged.clashes).toEqual([]);
    const body = facilityProfile.parse(merged.body);
    expect(body).toMatchObject({ staff: { doctor: { headcount: 3 }, nurse: { headcount: 4 } }, beds: { stay: { actual: 5 } }, confirmedOn: there.confirmedOn });
    expect(body.changes.map(({ field }) => field).sort()).toEqual(['beds.stay', 'staff.doctor', 'staff.nurse']);
    const other = saved({ staff: { doctor: { headcount: 1, atWork: 1 } } }, base, head({ device: 'pc2', nowMs: NOW_MS + DAY_MS }));
    expect(mergeFields(base, here, other, policy).clashes).toEqual([{ field: 'staff.doctor', kept: { headcount: 1, atWork: 1 }, other: { headcount: 3, atWork: 3 } }]);
  });

  it('[FAC4] more at work than there are is refused', () => {
    expect(save({ staff: { nurse: { headcount: 2, atWork: 3 } } })).toEqual({ ok: false, refusals: [{ code: 'AtWorkAboveHeadcount', field: 'staff.nurse' }] });
  });

  it('[FAC4] what is seldom true is asked about, and saved', () => {
    const outcome = save({ staff: { doctor: { headcount: 40, atWork: 40 }, villageHealthWorker: { headcount: 40, atWork: 40 } }, beds: { stay: { planned: 60, actual: 3, occupied: 4 } }, site: { computers: 90, hospitalKm: 400, builtYear: 2090, opensAt: '17:00', closesAt: '07:00' } });
    expect(outcome).toMatchObject({ ok: true, warnings: [
      { code: 'ManyStaff', field: 'staff.doctor', count: 40 }, { code: 'BedsOverfull', field: 'beds.stay', occupied: 4, actual: 3 }, { code: 'ManyBeds', count: 60 }, { code: 'ManyComputers' }, { code: 'FarFromHospital' }, { code: 'YearAhead', year: '2090' }, { code: 'ClosesBeforeOpening' }] });
    expect(save(first)).toMatchObject({ ok: true, warnings: [] });
  });

  it('[FAC5] nothing given confirms what is there, and is refused where nothing is', () => {
    const profile = saved(first);
    const later = head({ nowMs: NOW_MS + 40 * DAY_MS, account: 'minh' });
    expect(saved({}, profile, later)).toMatchObject({ ...first, confirmedOn: later.today, confirmedBy: 'minh', changes: [] });
    expect(save({ staff: {} })).toEqual({ ok: false, refusals: [{ code: 'FacilityProfileMissing' }] });
  });

  it('[FAC5] one of a newer program is left alone', () => {
    expect(save({}, { ...saved(first), schemaVersion: 9 })).toEqual({ ok: false, refusals: [{ code: 'RecordNewerThanProgram' }] });
  });

  it('[FAC6] is due a quarter after it was confirmed', () => {
    expect([isProfileOld('2026-08-22', '2026-11-22'), isProfileOld('2026-08-21', '2026-11-22')]).toEqual([false, true]);
  });

  it('[FAC7] says doctors, nurses and midwives, the station\'s own staff and its beds', () => {
    expect(summarizeFacility(saved(first))).toEqual({ doctors: 3, nursesMidwives: 4, staff: 7, bedsPlanned: 6, bedsActual: 5, bedsOccupied: 1 });
  });

  it('[FAC9] passes the door as the rules make it, and with nothing that could be of a person', () => {
    const profile = saved({ site: { water: 'rain' } }, saved(first));
    expect(validateResourceDocument(profile)).toEqual([]);
    const change = { ...profile.changes[0] };
    for (const [wrong, code, field] of [
      [{ ...profile, note: 'Bác sĩ Lan' }, 'FieldNotAllowed', 'note'], [{ ...profile, updatedByName: 'Lan' }, 'FieldNotAllowed', 'updatedByName'], [{ ...profile, _id: 'facility:25002' }, 'ValueNotAllowed', '_id'],
      [{ ...profile, staff: { ...profile.staff, doctor: { headcount: 1, atWork: 1, name: 'Lan' } } }, 'ValueNotAllowed', 'staff'], [{ ...profile, site: { ...profile.site, phone: '0912345678' } }, 'ValueNotAllowed', 'site'],
      [{ ...profile, changes: [{ ...change, to: 'Nguyễn Thị Lan' }] }, 'ValueNotAllowed', 'changes'], [{ ...profile, changes: [{ ...change, field: 'staff.Lan' }] }, 'ValueNotAllowed', 'changes'],
    ] as const) expect(validateResourceDocument(wrong)).toEqual([{ code, field }]);
  });
});
