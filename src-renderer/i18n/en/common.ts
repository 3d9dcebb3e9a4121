/** Words every screen shares. */
export const common = {
  product: 'Trạm Xá',
  cancel: 'Cancel', close: 'Close', back: 'Back', undo: 'Undo', retry: 'Try again', optional: 'optional', yes: 'Yes', no: 'No', clear: 'Clear the search',
  village: 'Village', everyVillage: 'Every village', noVillage: 'No village given',
  askTitle: 'Look again before saving', askBody: 'If it really was so, save it.', askSave: 'Yes, save',
  loading: 'Opening…',
  offlineTitle: 'The program on this PC does not answer',
  offlineBody: 'This page keeps trying to reconnect. What was saved is safe.',
  unansweredTitle: 'The program on this PC did not answer',
  unansweredBody: 'It is not certain that this was saved. What you typed is still on the screen; press again once the program answers.',
  noPassTitle: 'This browser has not been let in',
  noPassBody: 'The address the program prints when it starts lets one browser in. If another browser has used it, go on there; to work here, end the program, start it again and use its new address.',
  brokenTitle: 'Something broke, nothing was saved',
  brokenBody: 'What you typed is still on the screen. Try again; if it fails again, give this fault number to whoever looks after the system.',
  brokenReading: 'This part could not be read',
  brokenReadingBody: 'No data is lost. Try again; if it fails again, give this fault number to whoever looks after the system.',
  faultId: 'Fault number: {{id}}',
  diskFull: 'The disk of this PC is full: nothing more can be saved, but everything can be read. Delete other files on the PC, then go on.', fileDamaged: 'A part of the data file is damaged. Sign out and sign in again to restore a backup; tell whoever looks after the system.', damagedTitle: 'A part of the data file on this PC is damaged', damagedBody: 'What you just asked for was not done. What you typed is still on the screen. Sign out and in again: the station then offers to restore the newest backup.',
  clockBehind: 'The clock of this PC is behind the last entry. Set the date and time before recording anything.',
  practice: 'Sample data for practice, not real people',
  languageName: 'English', otherLanguage: 'Tiếng Việt',
  moreActions: 'More actions',
  notDrawn: 'This page broke and cannot be shown', notDrawnBody: 'What was saved and what was half-written is still on the PC. Press “Open again”. If it breaks again, go on with another page and tell the person in charge.', openAgain: 'Open again',
  pageMissing: 'There is no such page', pageMissingBody: 'The address is wrong, or the record is not on this PC.',
  goToday: 'Go to Today',
  required: 'Please fill this in',
  f2: 'Key F2',
} as const;

export const sexes = { male: 'Male', female: 'Female', undetermined: 'Unknown' } as const;
export const roles = { healthWorker: 'Health worker', assistantDoctor: 'Assistant doctor', doctor: 'Doctor', pharmacist: 'Pharmacist', head: 'Head of station' } as const;

/** Names of known kinds of unit; `above` for one not listed (tiers are data). */
export const tiers = { station: 'Station', commune: 'Commune', cluster: 'Cluster', area: 'Area', region: 'Region', district: 'District', province: 'Province', city: 'City', central: 'Central', national: 'Central', above: 'The tier above' } as const;

export const dates = {
  today: 'Today', yesterday: 'Yesterday', yesterdayAt: 'yesterday at {{time}}', dayAt: '{{day}} at {{time}}', never: 'never',
  years_one: '{{count}} year', years_other: '{{count}} years', months_one: '{{count}} month', months_other: '{{count}} months', days_one: '{{count}} day', days_other: '{{count}} days', about: 'about {{age}}',
} as const;

/** What is wrong with what was typed in one field. */
export const problems = {
  required: 'Please fill this in',
  passwordTooShort: 'At least {{shortest}} characters', passwordsDiffer: 'The two are not the same',
  notAPara: 'PARA has four digits, such as 1001',
  notANumber: 'Not a number yet. For example: 36.8',
  notWhole: 'Whole numbers only',
  outOfRange: 'Outside {{min}}–{{max}} {{unit}}. Check what you typed',
  tooManyDecimals: 'One decimal only. For example: 36.8',
  heightInCm: 'Height is in cm: type {{cm}}',
  notPositive: 'Must be more than 0',
  notADate: 'Not a date yet. Type day/month/year, for example 15/03/1985',
  notAPartialDate: 'Not a date yet. Type 15/03/1985, 03/1985 or 1985',
  noSuchDay: 'There is no day {{typed}}',
  noSuchMonth: 'There is no month {{typed}}',
  inFuture: 'This day has not come yet',
  tooLongAgo: 'That is too long ago, check the year',
  beforeBirth: 'Before the day of birth',
  alreadyExpired: 'Past its expiry: not taken into the store',
  notAnExpiry: 'Type month/year as on the box, for example 06/2027, or the full date',
  idLength: 'A citizen number has 12 digits, {{count}} typed so far',
  communeCode: 'A commune code has 5 digits',
  idDigits: 'A citizen number has digits only',
  insuranceFormat: 'An insurance number has 15 characters (2 letters, 13 digits) or 10 digits',
  phoneFormat: 'A phone number has 10 digits and starts with 0',
  icdFormat: 'An ICD-10 code such as J06.9',
  nameFormat: 'Not a name yet. Write it in letters', unitFormat: 'Small letters without marks and digits only', notACount: 'Not a number yet. A whole number, for example 20',
  codeFormat: 'Letters without marks, digits, dots and dashes only',
  looksPersonal: 'No name or number of a person here',
  documentFormat: 'Letters, digits and / . - only',
  notAPressure: 'Type systolic/diastolic, e.g. 140/90', pressureOutOfRange: 'Systolic 50–280, diastolic 30–180. Check what you typed',
  diastolicAbove: 'Diastolic must be lower than systolic',
  needsText: 'Write the diagnosis in words beside the code',
  moreThanHave: 'Only {{available}} in store can be used',
  notATime: 'Type the time like 07:30',
  tooLong: 'Too long, at most {{max}} characters',
} as const;
