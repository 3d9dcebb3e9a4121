/** Conditions of the register A11, "Sổ quản lý bệnh không lây nhiễm". FROM KNOWLEDGE (ncd.json `enrol_fields`). */
export const chronicConditions = ['hypertension', 'diabetes', 'copd', 'asthma', 'stroke', 'ischaemicHeart', 'cancer', 'mental', 'epilepsy'] as const;
export type ChronicCondition = (typeof chronicConditions)[number];

/** What a form proposes; none where one code would say too much. FROM KNOWLEDGE. */
export const conditionIcd10: Readonly<Partial<Record<ChronicCondition, string>>> = { hypertension: 'I10', diabetes: 'E11', copd: 'J44', asthma: 'J45', stroke: 'I69', ischaemicHeart: 'I25', epilepsy: 'G40' };

export const conditionFoundBy = ['screening', 'visit', 'hospital'] as const;
/** FROM KNOWLEDGE (ncd.json `enrol_fields`: smoking, alcohol, salt, activity, BMI, waist, family); lipids chosen here. */
export const riskFactors = ['smoking', 'alcohol', 'salt', 'inactivity', 'overweight', 'waist', 'family', 'lipids'] as const;
/** Chosen here: organs that hypertension and diabetes harm; ncd.json names no list. */
export const complications = ['heart', 'brain', 'kidney', 'eye', 'foot', 'nerve'] as const;
/** `active` is "đang quản lý"; "bỏ trị" is no status but derived: nobody writes it down. FROM KNOWLEDGE (ncd.json `status_values`). */
export const episodeStatuses = ['active', 'referred', 'movedAway', 'died', 'stopped'] as const;
export type EpisodeStatus = (typeof episodeStatuses)[number];
/** What is talked about at a follow-up. Chosen here after the lifestyle advice of ncd.json. */
export const adviceGiven = ['medicine', 'salt', 'diet', 'smoking', 'alcohol', 'activity', 'weight', 'footCare', 'homeMeasure'] as const;
export const chronicVoidReasons = ['wrongPatient', 'enteredInError', 'duplicate'] as const;
