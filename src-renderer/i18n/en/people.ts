export const people = {
  title: 'People', search: 'Name, birth year, village, phone, last digits of citizen number', register: 'Register someone', count_one: '{{count, number}} person', count_other: '{{count, number}} people', found: '{{found}} of {{people}} people',
  hint: 'type to search, arrows to choose, Enter to open, Alt + K for a visit',
  none: 'Nobody found', noneBody: 'Try fewer letters, or only the birth year and the village. Tone marks are not needed.', registerThis: 'Register “{{text}}”', empty: 'The book is empty', emptyBody: 'Register the first person, or import a list from a spreadsheet.',
  column: { name: 'Full name', sex: 'Sex', born: 'Born', village: 'Village', head: 'Head of household', id: 'Citizen no.', phone: 'Phone', last: 'Last seen' },
  allergyMark: 'Has allergies', noId: 'No number',
  newbornTitle: 'Add the newborn of {{name}}', motherRelation: 'mother', newTitle: 'Register someone', editTitle: 'Change details', save: 'Save this person', saveEdit: 'Save changes', registered: '{{name}} is in the book', changed: 'Changes saved',
  section: { identity: 'Who this is', home: 'Home and contact', health: 'Allergies and notes' },
  field: {
    fullName: 'Full name', sex: 'Sex', bornOn: 'Date of birth', bornHint: 'If the day is not known: 03/1985 or 1985', nationalId: 'Citizen number (CCCD)', noIdReason: 'Why none', insuranceNumber: 'Insurance number (BHYT)', insuranceValidTo: 'Insurance valid to',
    village: 'Village', householdHead: 'Head of household', addressLine: 'House, street', phone: 'Phone', ethnicity: 'Ethnicity', occupation: 'Occupation',
    guardianName: 'Name of guardian', guardianRelation: 'Relation', guardianPhone: 'Guardian’s phone', guardianNationalId: 'Guardian’s citizen number', communeCode: 'Commune', communeHint: 'Type its name', relationHint: 'mother…', allergySubstance: 'Allergic to', allergyReaction: 'Reaction', note: 'Note',
  },
  noIdReasons: { newborn: 'Newborn', neverIssued: 'Never issued', lost: 'Papers lost', foreigner: 'Foreigner', notBrought: 'Not brought', other: 'Other reason' },
  openTaken: 'This number is somebody else’s: open that record',
  addAllergy: 'Add an allergy', removeAllergy: 'Remove this allergy',
  courses: {
    title: 'Over time', high: 'high', change: '{{change}} since last time', target: 'Dashed lines: {{systolic}}/{{diastolic}} mmHg', point: '{{date}}: {{value}} {{unit}}',
    names: { bloodPressure: 'Blood pressure', weightKg: 'Weight', heightCm: 'Height', bmi: 'BMI' }, units: { bloodPressure: 'mmHg', weightKg: 'kg', heightCm: 'cm', bmi: 'kg/m²' },
  },
  person: { communeCode: 'commune code {{code}}', communeCodeOld: 'old commune code {{code}} (before 1 July 2025)',
    born: 'Born', village: 'Village', head: 'Household', id: 'Citizen no.', insurance: 'Insurance', insuranceTo: 'to {{date}}', phone: 'Phone', address: 'Address', guardian: 'Guardian', occupation: 'Occupation', ethnicity: 'Ethnicity', note: 'Note',
    allergies: 'Allergies', noAllergies: 'No allergies recorded', checkup: 'Checkup', visit: 'Visit', visitKey: 'Alt + K', dispenseKey: 'Alt + P', dispense: 'Dispense', edit: 'Change details',
    timeline: 'Encounters, vaccinations and medicines', timelineEmpty: 'No encounter yet', timelineEmptyBody: 'Press “Visit” or “Checkup” to record the first one.',
    details: 'Details', missing: 'This person is not on this PC',
  },
} as const;

/** A person's record that stands for nobody. */
export const voidPerson = {
  open: 'Record made by mistake', title: 'Void the record of {{name}}?', body: 'For a record that is nobody’s. Nothing is deleted: it can still be found and read, with who voided it and why, and be used again. For somebody written in twice choose “Same as somebody”.',
  reason: 'Reason', reasons: { enteredInError: 'Entered in error, no such person', twoPeopleMixed: 'Two people mixed', trial: 'Only a trial' }, note: 'More', confirm: 'Void the record', done: 'Record voided', voidedBy: 'Record voided: {{reason}} · {{name}}, {{when}}', badge: 'voided',
  restore: 'Use it again', restoreTitle: 'Use the record of {{name}} again?', restoreBody: 'The person is in the book again as before. Who voided the record and why can still be read.', restoreReason: 'Why use it again', restored: 'The record is in use again', restoredBy: 'Used again: {{reason}} · {{name}}, {{when}}',
} as const;
