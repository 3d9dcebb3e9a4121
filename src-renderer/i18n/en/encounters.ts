export const encounters = {
  kinds: { checkup: 'Health checkup', visit: 'Visit', immunization: 'Vaccination', episode: 'Chronic condition', followUp: 'Follow-up', pregnancy: 'Pregnancy', antenatalVisit: 'Antenatal visit', birth: 'Birth', postnatalVisit: 'Postnatal visit', caseReport: 'Report of a case' },
  statuses: { draft: 'Draft', submitted: 'Submitted', amended: 'Amended', voided: 'Voided' },
  classes: { I: 'Very good', II: 'Good', III: 'Average', IV: 'Weak', V: 'Very weak' }, classOf: 'Class {{class}}',
  diagnosisKey: 'Alt + C', last: 'Last time, {{date}}: {{what}}', first: 'The first encounter recorded here',
  section: { vitals: 'Measurements and vital signs', findings: 'Findings', diagnoses: 'Diagnoses', conclusion: 'Conclusion', plan: 'Treatment and advice' },
  field: { occurredOn: 'Date', reason: 'Reason', symptoms: 'Symptoms and findings', treatment: 'Treatment', advice: 'Advice', conclusionClass: 'Class of health', nextVisitOn: 'Next visit', icd10: 'ICD-10 code', diagnosisText: 'Diagnosis', amendReason: 'Why the change' },
  vitals: { heightCm: 'Height', weightKg: 'Weight', waistCm: 'Waist', chestCm: 'Chest', pulsePerMin: 'Pulse', systolicMmHg: 'Systolic', diastolicMmHg: 'Diastolic', temperatureC: 'Temperature', breathsPerMin: 'Breathing', spo2Percent: 'SpO₂' },
  units: { 'cm': 'cm', 'kg': 'kg', '/min': '/min', 'mm[Hg]': 'mmHg', 'Cel': '°C', '%': '%' },
  bmi: 'BMI', bmiDoubt: 'Hard to believe: check height and weight', bloodPressureShort: 'BP', notMeasured: 'Not measured', notMeasuredWhy: 'Why not measured?', measure: 'Measured after all: type it', notMeasuredReasons: { noDevice: 'No device', refused: 'Refused', notIndicated: 'Not needed', unableToCooperate: 'Unable to cooperate', other: 'Other reason' },
  notMeasuredHint: 'not measured: press ⊘, or ↓ in the field',
  savePrepared: 'Save for the conclusion', othersConclude: 'A doctor or assistant doctor finds this checkup on the page “Today” and concludes it. You can write everything else now.', handedOver: '{{kind}} of {{name}} waits for its conclusion',
  submitAndDispense: 'Submit and dispense',
  addDiagnosis: 'Add a diagnosis', removeDiagnosis: 'Remove this diagnosis',
  submit: 'Submit', submitHint: 'Ctrl + Enter', saveDraft: 'Save as draft', saveAmendment: 'Save amendment', submitted: 'Saved on this PC: {{kind}} of {{name}}', draftSaved: 'Draft saved: {{kind}} of {{name}}',
  autosaved: 'Kept at {{time}}', autosaving: 'Keeping…', notYetKept: 'Nothing typed yet', autosaveFailed: 'Not kept yet, trying again', leaveHint: 'It stays if you leave; open it from Today',
  restored: 'Going on from {{when}}', discardDraft: 'Discard this form',
  fix_one: '{{count, number}} place to correct', fix_other: '{{count, number}} places to correct',
  amend: 'Amend', continueDraft: 'Go on with the draft', void: 'Void this encounter', voidTitle: 'Void this encounter?', voidBody: 'It is not deleted: it can still be read, with who voided it and why.', voidReason: 'Reason', voidNote: 'Note', voidConfirm: 'Void the encounter', voidDone: 'Encounter voided',
  voidReasons: { wrongPatient: 'Wrong person', enteredInError: 'Entered in error', duplicate: 'Recorded twice' }, voidedBy: 'Voided: {{reason}} · {{name}}, {{when}}',
  restore: 'Undo the voiding', restoreTitle: 'Use this voided encounter again?', restoreBody: 'It counts again as before. Who voided it and why stays under “Amendments”.', restoreReason: 'Why it is used again', restoreConfirm: 'Use it again', restoreDone: 'The encounter counts again',
  history: 'Amendments', historyLine: '{{name}} amended it {{when}}', noReason: 'no reason given', missing: 'This encounter is not on this PC',
  amendTitle: 'Amend the encounter', alreadySaved: 'The earlier attempt had been saved. What you changed since is here: look at it and save.', draftNote: 'Draft: the tiers above do not count it as submitted',
  newVersion: 'There is a newer version on this PC',
} as const;

export const ticks = {
  saved: 'Saved on this PC', proved: '{{unit}} holds it', notYet: '{{unit}} has not confirmed it', denied: 'Refused: see the Sync page', legend: 'Where this record is',
} as const;
