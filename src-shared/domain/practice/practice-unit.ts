/** The unit of every "Tập thử": no hub ever gives it a credential, so invented people can reach no tier. */
export const practiceUnit = 'tapthu';
export const isPracticeUnit = (unit: string): boolean => unit === practiceUnit;
/** Shown on the sign-in page of a practice station; it protects nothing. */
export const practicePassword = 'tap thu';
/** Who can be tried there, one for each role. */
export const practicePeople = [
  { account: 'hoa', displayName: 'Nguyễn Thị Hoà', role: 'head' },
  { account: 'minh', displayName: 'Trần Văn Minh', role: 'doctor' },
  { account: 'lan', displayName: 'Lê Thị Lan', role: 'healthWorker' },
  { account: 'duc', displayName: 'Phạm Văn Đức', role: 'pharmacist' },
] as const;
