/** What lies over the panel: one record of the four kinds, or what is done to it. */
export type OpenMaternal = { draftKey?: string; id: string; what: 'pregnancy' | 'antenatalVisit' | 'birth' | 'postnatalVisit' | 'changePregnancyStatus' | 'voidPregnancy' | 'voidAntenatalVisit' | 'voidBirth' | 'voidPostnatalVisit' };
