/** What somebody new tries in "Tập thử", in this order. */
export const practiceCards = ['register', 'checkup', 'receive', 'dispense', 'conflict'] as const;
export type PracticeCard = (typeof practiceCards)[number];

/** Begun by one person; what was there before does not count. */
export interface BegunCard { /** ISO 8601 instant. */ at: string; /** The conflict that was laid out for it. */ recordId?: string }
