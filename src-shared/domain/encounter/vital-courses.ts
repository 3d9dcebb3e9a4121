import { ageOn } from '../common/age-on.ts';
import { deriveBmi, measured } from './derive-bmi.ts';
import type { Encounter } from './encounter.schema.ts';

export const vitalCourseNames = ['bloodPressure', 'weightKg', 'heightCm', 'bmi'] as const;
export type VitalCourseName = (typeof vitalCourseNames)[number];

/** One measurement: the day (ISO), the value in the unit of its course, and the diastolic pressure where it is a blood pressure (mmHg). */
export interface CoursePoint { on: string; value: number; low?: number }

/** What was measured more than once, oldest first. */
export interface VitalCourse { name: VitalCourseName; points: CoursePoint[] }

/**
 * The target of treatment in mmHg; at or above either, a pressure is high. FROM KNOWLEDGE (ncd.json `bp_target.default`: "<140/90").
 */
export const bloodPressureTarget = { systolicMmHg: 140, diastolicMmHg: 90 } as const;

/** Height is told while somebody may still grow, BMI after that: the age in whole years. WHO's growth reference ends at 19. FROM KNOWLEDGE. */
const growingUntilYears = 19;

type Measured = Pick<Encounter, 'occurredOn' | 'createdAt' | 'status' | 'observations'>;

/**
 * The courses of a person's measurements from encounters in any order: blood pressure, weight, height while growing and then BMI
 * (kg/m²), each only where it was measured on two days or more. Drafts and voided encounters don't count; of several
 * measurements of a day the one written last does.
 */
export function vitalCourses(encounters: readonly Measured[], { bornOn }: { bornOn: string }): VitalCourse[] {
  const standing = encounters.filter(({ status }) => status === 'submitted' || status === 'amended')
    .sort((a, b) => compare(a.occurredOn, b.occurredOn) || compare(a.createdAt, b.createdAt));
  return vitalCourseNames.map((name) => ({ name, points: lastOfEachDay(standing, name, bornOn) })).filter(({ points }) => points.length > 1);
}

function lastOfEachDay(encounters: readonly Measured[], name: VitalCourseName, bornOn: string): CoursePoint[] {
  const points = new Map<string, CoursePoint>();
  for (const encounter of encounters) {
    const point = read[name](encounter, bornOn);
    if (point) points.set(encounter.occurredOn, { on: encounter.occurredOn, ...point });
  }
  return [...points.values()];
}

const single = (value: number | undefined) => (value === undefined ? undefined : { value });

const read: Record<VitalCourseName, (encounter: Measured, bornOn: string) => Omit<CoursePoint, 'on'> | undefined> = {
  bloodPressure: ({ observations }) => {
    const [value, low] = [measured(observations, 'systolicMmHg'), measured(observations, 'diastolicMmHg')];
    return value === undefined || low === undefined ? undefined : { value, low };
  },
  weightKg: ({ observations }) => single(measured(observations, 'weightKg')),
  heightCm: ({ observations, occurredOn }, bornOn) => (isGrowing(bornOn, occurredOn) ? single(measured(observations, 'heightCm')) : undefined),
  bmi: ({ observations, occurredOn }, bornOn) => (isGrowing(bornOn, occurredOn) ? undefined : single(deriveBmi(observations))),
};

function isGrowing(bornOn: string, on: string): boolean {
  return (ageOn(bornOn, on)?.years ?? growingUntilYears) < growingUntilYears;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
