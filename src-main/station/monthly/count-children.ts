import { ageOn } from '../../../src-shared/domain/common/age-on.ts';
import { deriveNutrition, hasFinding, recentValues, weighingMissed, type NutritionFinding, type NutritionStanding } from '../../../src-shared/domain/growth/derive-nutrition.ts';
import type { GrowthIndex } from '../../../src-shared/domain/growth/growth-classes.ts';
import { FOLLOWED_MONTHS } from '../../../src-shared/domain/growth/growth-of.ts';
import { growthPointsOf } from '../db/growth-points-of.ts';
import type { GrowingStanding } from '../db/nutrition-index.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { notSent } from '../queries/not-sent.ts';
import { inTurns } from '../work/in-turns.ts';
import type { CountedLine, Member, MonthSpan } from './counted-line.ts';

const INFANT_MONTHS = 12;
/** Each share is of the children with a value of its index in the year before. */
const shares: readonly { id: string; finding: NutritionFinding; index: GrowthIndex }[] = [
  { id: 'children.underweight', finding: 'underweight', index: 'weightForAge' }, { id: 'children.stunted', finding: 'stunted', index: 'heightForAge' },
  { id: 'children.wasted', finding: 'wasted', index: 'weightForHeight' }, { id: 'children.overweight', finding: 'overweight', index: 'weightForHeight' },
];

/** Children under five as they stood on the last day, counted as the page of nutrition counts them. */
export async function countChildren(db: StationDatabase, { on }: MonthSpan): Promise<CountedLine[]> {
  const children = notSent(db, (await db.nutrition.under(on)).filter(({ bornOn }) => (ageOn(bornOn, on)?.months ?? FOLLOWED_MONTHS) < FOLLOWED_MONTHS));
  const infants: Member[] = [];
  const [weighed, notWeighed]: [Member[], Member[]] = [[], []];
  const found = shares.map(() => ({ members: [] as Member[], rest: [] as Member[] }));
  await inTurns(children, (some) => {
    for (const child of some) {
      const member = { patientId: child.id };
      const standing = standingOn(db, child, on);
      if ((ageOn(child.bornOn, on)?.months ?? INFANT_MONTHS) < INFANT_MONTHS) infants.push(member);
      (weighingMissed(standing, child.bornOn, on) ? notWeighed : weighed).push(member);
      const values = recentValues(standing, on);
      for (const [at, { finding, index }] of shares.entries()) {
        if (values[index]?.class !== undefined) found[at]![hasFinding(finding, standing, child.bornOn, on) ? 'members' : 'rest'].push(member);
      }
    }
  });
  return [
    { id: 'children.underFive', members: children.map(({ id }) => ({ patientId: id })) }, { id: 'children.infants', members: infants },
    ...shares.map(({ id }, at) => ({ id, ...found[at]! })), { id: 'children.notWeighed', members: notWeighed, rest: weighed },
  ];
}

/** What is last known of a child holds on any later day; of a day before it the values until then are looked up. */
function standingOn(db: StationDatabase, { id, bornOn, nutrition }: GrowingStanding, on: string): NutritionStanding {
  const days = [nutrition.weighedOn, nutrition.measuredOn, ...Object.values(nutrition.latest).map((value) => value.on)];
  if (days.every((day) => day === undefined || day <= on)) return nutrition;
  const sex = db.people.get(id)?.patient.sex ?? 'undetermined';
  return deriveNutrition(growthPointsOf(db, id, { bornOn, sex }).filter((point) => point.on <= on));
}
