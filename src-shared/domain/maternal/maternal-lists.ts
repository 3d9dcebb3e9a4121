/** A woman's history and illnesses that make a pregnancy one to be watched. Chosen here: maternal.json names the list of the register A3, not its words. */
export const pregnancyRisks = ['shortStature', 'multiplePregnancy', 'preeclampsiaBefore', 'haemorrhageBefore', 'stillbirthBefore', 'pretermBefore', 'miscarriages', 'uterineSurgery', 'narrowPelvis', 'hypertension', 'diabetes', 'heart', 'kidney', 'thyroid', 'anaemia', 'asthma', 'epilepsy', 'mental'] as const;
export type PregnancyRisk = (typeof pregnancyRisks)[number];

/** The three illnesses that pass from mother to child (maternal.json `pregnancy_fields`, FROM KNOWLEDGE). */
export const screeningTests = ['hiv', 'hbsag', 'syphilis'] as const;
export type ScreeningTest = (typeof screeningTests)[number];
export const screeningResults = ['negative', 'positive', 'declined'] as const;
export const bloodGroups = ['A', 'B', 'AB', 'O'] as const;
export const rhesusFactors = ['positive', 'negative'] as const;
/** TYT, bệnh viện, tại nhà (maternal.json `delivery_fields`, FROM KNOWLEDGE). */
export const birthPlaces = ['station', 'hospital', 'home', 'other'] as const;
export type BirthPlace = (typeof birthPlaces)[number];
/** What becomes of a pregnancy by a word; a birth ends it by itself. */
export const pregnancyStatuses = ['active', 'miscarried', 'terminated', 'movedAway', 'died'] as const;
export type PregnancyStatus = (typeof pregnancyStatuses)[number];

export const oedemaGrades = ['none', 'legs', 'general'] as const;
/** Ngôi đầu, ngôi mông, ngôi ngang, chưa rõ. */
export const presentations = ['cephalic', 'breech', 'transverse', 'unclear'] as const;
/** Of a strip: from `plus1` on it is positive. */
export const urineGrades = ['negative', 'trace', 'plus1', 'plus2', 'plus3'] as const;
/** With any of them she is referred at once. Chosen here: maternal.json names the field, not the list. */
export const dangerSigns = ['bleeding', 'waterBroke', 'convulsions', 'headacheOrVision', 'abdominalPain', 'fever', 'breathless', 'movesLess', 'labourEarly', 'vomiting'] as const;
export type DangerSign = (typeof dangerSigns)[number];
/** Chosen here. */
export const antenatalAdvice = ['nutrition', 'rest', 'ironFolate', 'tetanus', 'tests', 'dangerSigns', 'birthPlace', 'breastfeeding', 'hygiene'] as const;

/** Who delivered. */
export const birthAttendants = ['doctor', 'assistantDoctor', 'midwife', 'nurse', 'villageMidwife', 'traditional', 'family', 'nobody', 'other'] as const;
export type BirthAttendant = (typeof birthAttendants)[number];
/** Health staff who may deliver, of the indicator `skilled_birth`. Chosen here: a trained village midwife ("cô đỡ thôn bản") is not counted, as WHO does not. */
export const skilledAttendants: readonly BirthAttendant[] = ['doctor', 'assistantDoctor', 'midwife', 'nurse'];
export const birthModes = ['vaginal', 'assisted', 'caesarean'] as const;
/** Băng huyết, tiền sản giật - sản giật, vỡ tử cung, uốn ván sơ sinh, nhiễm khuẩn (maternal.json `delivery_fields`, FROM KNOWLEDGE). */
export const birthComplications = ['haemorrhage', 'eclampsia', 'uterineRupture', 'neonatalTetanus', 'infection'] as const;
export type BirthComplication = (typeof birthComplications)[number];
/** `died`: born alive, died afterwards. */
export const babyStatuses = ['live', 'stillborn', 'died'] as const;
export const motherStatuses = ['well', 'ill', 'referred', 'died'] as const;

export const postnatalPlaces = ['home', 'station'] as const;
/** Of the lochia: bình thường, ra nhiều, hôi. Chosen here, as the words of the lists below. */
export const bleedingGrades = ['normal', 'heavy', 'foul'] as const;
export const breastFindings = ['normal', 'engorged', 'cracked', 'mastitis'] as const;
export const moods = ['good', 'low', 'veryLow'] as const;
export const jaundiceGrades = ['none', 'mild', 'severe'] as const;
export const cordFindings = ['clean', 'wet', 'infected'] as const;
export const babyFeedings = ['breast', 'mixed', 'formula'] as const;
export const contraceptions = ['none', 'lactational', 'condom', 'pill', 'injection', 'implant', 'iud', 'sterilisation', 'other'] as const;
export const postnatalAdvice = ['breastfeeding', 'cord', 'warmth', 'dangerSigns', 'nutrition', 'hygiene', 'contraception', 'vaccination', 'ironFolate'] as const;

export const maternalVoidReasons = ['wrongPatient', 'enteredInError', 'duplicate'] as const;
