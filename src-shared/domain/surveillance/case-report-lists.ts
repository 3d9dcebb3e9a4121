/** How sure it is (TT 54/2015 form of a case, FROM KNOWLEDGE). */
export const caseClasses = ['suspected', 'probable', 'confirmed'] as const;
export type CaseClass = (typeof caseClasses)[number];
/** How it stands with the person; FROM KNOWLEDGE as above. */
export const caseOutcomes = ['treated', 'recovered', 'died', 'transferred'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];
export const vaccinationStates = ['full', 'partial', 'none', 'unknown'] as const;
export const sampleResults = ['pending', 'positive', 'negative', 'unclear'] as const;
/** Why a further version is written; chosen here. */
export const caseChanges = ['result', 'outcome', 'corrected', 'returned'] as const;
export type CaseChange = (typeof caseChanges)[number];
/** Why a case is no case after all ("loại trừ"); chosen here. */
export const withdrawReasons = ['ruledOut', 'wrongPatient', 'reportedTwice'] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];
