import { followedMothers, motherRows, type FollowedMother } from './maternal-due.ts';
import type { Query } from './query.ts';
import { villagesOf } from './villages-of.ts';

const DEFAULT_LIMIT = 100;

/** Births expected, by due day; who is past it comes first. */
export const expectedBirths: Query<'expectedBirths'> = async ({ month, village, highRisk, limit = DEFAULT_LIMIT, offset = 0 }, { db }) => {
  const expected = (await followedMothers(db)).filter(({ standing }) => standing.kind === 'antenatal' && standing.due !== undefined);
  const monthOf = ({ standing }: FollowedMother) => standing.due!.dueOn.slice(0, 7);
  const ofRisk = expected.filter(({ standing }) => highRisk === undefined || standing.isHighRisk);
  const ofMonth = ofRisk.filter((one) => month === undefined || monthOf(one) === month);
  const inVillage = ({ person }: FollowedMother) => village === undefined || (person.village ?? null) === village;
  const months = new Map<string, number>();
  for (const one of ofRisk.filter(inVillage)) months.set(monthOf(one), (months.get(monthOf(one)) ?? 0) + 1);
  const found = ofMonth.filter(inVillage).sort((a, b) => (a.standing.due!.dueOn < b.standing.due!.dueOn ? -1 : a.standing.due!.dueOn > b.standing.due!.dueOn ? 1 : 0));
  return {
    rows: await motherRows(db, found.slice(offset, offset + limit)), total: found.length,
    months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([one, births]) => ({ month: one, births })), villages: villagesOf(ofMonth.map(({ person }) => person)),
  };
};
