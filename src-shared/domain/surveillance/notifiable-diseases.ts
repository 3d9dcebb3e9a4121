/** How a disease is told of: each case within so many hours, numbers of a week and month (neither), or in a programme of its own (TB, HIV, leprosy), which is not done here. */
interface Notifiable { readonly id: string; /** A diagnosis with one of these codes, or with a code that begins with it. */ readonly icd10: readonly string[]; readonly group: 'A' | 'B' | 'C' | '-'; readonly hours?: 24 | 48; readonly programme?: true }

/**
 * One set of rules: groups of Law 03/2007 and hours of TT 54/2015/TT-BYT, FROM KNOWLEDGE (Annex 1 could not be read; its triggers are VERIFIED). Law 114/2025/QH15 and TT 15/2026/TT-BYT are in force
 * since 01/07/2026 (VERIFIED) without a list that could be found: a set that replaces this one gets its own `validFrom`, and this one its last day. A91: dengue in older coding.
 */
export const notifiableRules = { validFrom: '2016-07-01', validTo: undefined as string | undefined, source: 'TT 54/2015/TT-BYT', version: 1 } as const;

/** In the order of the annex. */
export const notifiableDiseases = [
  { id: 'polio', icd10: ['A80'], group: 'A', hours: 24 },
  { id: 'influenzaH5N1', icd10: ['J09'], group: 'A', hours: 24 },
  { id: 'influenzaH7N9', icd10: ['J09'], group: 'A', hours: 24 },
  { id: 'plague', icd10: ['A20'], group: 'A', hours: 24 },
  { id: 'smallpox', icd10: ['B03'], group: 'A', hours: 24 },
  { id: 'ebola', icd10: ['A98.4'], group: 'A', hours: 24 },
  { id: 'lassa', icd10: ['A96.2'], group: 'A', hours: 24 },
  { id: 'marburg', icd10: ['A98.3'], group: 'A', hours: 24 },
  { id: 'westNile', icd10: ['A92.3'], group: 'A', hours: 24 },
  { id: 'yellowFever', icd10: ['A95'], group: 'A', hours: 24 },
  { id: 'cholera', icd10: ['A00'], group: 'A', hours: 24 },
  { id: 'sarsMers', icd10: ['U04', 'B97.2'], group: 'A', hours: 24 },
  { id: 'emerging', icd10: [], group: 'A', hours: 24 },
  { id: 'diphtheria', icd10: ['A36'], group: 'B', hours: 24 },
  { id: 'anthrax', icd10: ['A22'], group: 'B', hours: 24 },
  { id: 'meningococcal', icd10: ['A39'], group: 'B', hours: 24 },
  { id: 'streptococcusSuis', icd10: ['A40', 'B95'], group: 'B', hours: 48 },
  { id: 'pertussis', icd10: ['A37'], group: 'B', hours: 48 },
  { id: 'measles', icd10: ['B05'], group: 'B', hours: 48 },
  { id: 'rubella', icd10: ['B06'], group: 'B', hours: 48 },
  { id: 'dengue', icd10: ['A90', 'A97', 'A91'], group: 'B', hours: 48 },
  { id: 'handFootMouth', icd10: ['B08.4'], group: 'B', hours: 48 },
  { id: 'neonatalTetanus', icd10: ['A33'], group: 'B', hours: 48 },
  { id: 'encephalitis', icd10: ['A83', 'A84', 'A85', 'A86'], group: 'B', hours: 48 },
  { id: 'rabies', icd10: ['A82'], group: 'B', hours: 48 },
  { id: 'typhoid', icd10: ['A01'], group: 'B', hours: 48 },
  { id: 'leptospirosis', icd10: ['A27'], group: 'B', hours: 48 },
  { id: 'malaria', icd10: ['B50', 'B51', 'B52', 'B53', 'B54'], group: 'B', hours: 48 },
  { id: 'covid19', icd10: ['U07.1', 'U07.2'], group: 'B', hours: 48 },
  { id: 'mpox', icd10: ['B04'], group: 'B', hours: 24 },
  { id: 'flaccidParalysis', icd10: ['G82.0', 'R29.8'], group: '-', hours: 24 },
  { id: 'influenza', icd10: ['J10', 'J11'], group: 'B' },
  { id: 'varicella', icd10: ['B01'], group: 'B' },
  { id: 'mumps', icd10: ['B26'], group: 'B' },
  { id: 'shigellosis', icd10: ['A03'], group: 'B' },
  { id: 'amoebiasis', icd10: ['A06'], group: 'B' },
  { id: 'diarrhoea', icd10: ['A09'], group: 'C' },
  { id: 'hepatitis', icd10: ['B15', 'B16', 'B17', 'B18', 'B19'], group: 'B' },
  { id: 'adenovirus', icd10: ['B30', 'B34.0'], group: 'B' },
  { id: 'otherTetanus', icd10: ['A35'], group: 'B' },
  { id: 'tuberculosis', icd10: ['A15', 'A16'], group: 'B', programme: true },
  { id: 'hiv', icd10: ['B20', 'B21', 'B22', 'B23', 'B24', 'Z21'], group: 'B', programme: true },
  { id: 'leprosy', icd10: ['A30'], group: 'C', programme: true },
  { id: 'syphilis', icd10: ['A50', 'A51', 'A52', 'A53'], group: 'C' },
  { id: 'gonorrhoea', icd10: ['A54'], group: 'C' },
  { id: 'trachoma', icd10: ['A71'], group: 'C' },
  { id: 'helminths', icd10: ['B76', 'B77', 'B80'], group: 'C' },
] as const satisfies readonly Notifiable[];

export type DiseaseId = (typeof notifiableDiseases)[number]['id'];
export type NotifiableDisease = Notifiable & { readonly id: DiseaseId };
export const diseaseIds = notifiableDiseases.map(({ id }) => id) as [DiseaseId, ...DiseaseId[]];

const all: readonly NotifiableDisease[] = notifiableDiseases;
const byId = new Map(all.map((one) => [one.id, one]));

export const diseaseOf = (id: DiseaseId): NotifiableDisease => byId.get(id)!;

/** The first disease of the list a diagnosis is, for whoever reports it to say it nearer where one code is of several. [DIS1] */
export function diseaseOfCode(icd10: string | undefined): NotifiableDisease | undefined {
  return icd10 === undefined ? undefined : all.find((one) => one.icd10.some((code) => icd10.startsWith(code)));
}

/** Some diagnosis may be either of them. */
export const mayBeSame = (a: DiseaseId, b: DiseaseId): boolean => a === b || diseaseOf(a).icd10.some((code) => diseaseOf(b).icd10.includes(code));
