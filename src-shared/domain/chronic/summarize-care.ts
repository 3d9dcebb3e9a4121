/** What a month is measured by (ncd.json `indicators`, FROM KNOWLEDGE). The share of estimated cases under management is left out: nothing here estimates cases. */
export const careIndicators = ['bpControl', 'missedVisit', 'dmControl', 'screened40plus'] as const;
export type CareIndicatorId = (typeof careIndicators)[number];
