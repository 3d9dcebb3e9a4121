/** Words for each refusal; `fallback` for a code this screen does not know. */
export const refusals = {
  fallback: 'Nothing was saved: the station refused because of “{{code}}”. Give this code to whoever looks after the system.',
  intro: 'Not saved. Please correct:',
  InvalidInput: 'A field is not filled in correctly.',
  RoleNotAllowed: 'Your role may not do this. Ask someone who may.',
  WrongPassword: 'Wrong password.', TooSoon: 'Wait a moment and try again.', UnknownAccount: 'There is no such account.', AccountDisabled: 'This account is no longer in use.',
  AccountExists: 'There is already an account with this sign-in name.', AccountNameUsed: 'This sign-in name belongs to somebody else; choose another one.', InvalidAccountName: 'A sign-in name has letters without marks, digits and . _ - only.', InvalidDisplayName: 'This name cannot be used.', PasswordTooShort: 'A password needs at least {{shortest}} characters.', PasswordTooLong: 'The password is too long.', OwnAccount: 'Nobody pauses or removes their own account; another head does.', NeedsReset: 'This account needs a new password.', Sealed: 'The data is sealed. Sign in first.',
  NotAnEnrolment: 'This is not an enrolment file of a tier above.', WrongPin: 'The PIN does not open this file.', EnrolmentNewer: 'This file was made by a newer version.', EnrolmentOfOtherUnit: 'This enrolment file is for the station with key {{unit}}.', AlreadyMade: 'The station is made already.', AlreadyAStation: 'This folder holds a station already.', DirectoryNotEmpty: 'The data folder holds something else; nothing was touched. Choose another folder or tell whoever looks after the system.', InvalidUnit: 'The key of a station has small letters without marks and digits only.', InvalidUnitName: 'This name of a station cannot be used.', PracticeNeverSyncs: 'A practice station sends nothing: its people are invented.',
  FileCorrupt: 'The password is right, but the data file of this PC is damaged. Nothing was changed or deleted. Copy the station’s folder to another disk, then restore the newest backup.',
  FileNotFound: 'The password is right, but the data file of this PC is missing. Restore the newest backup.',
  FileNewerVersion: 'A newer version of the program wrote the data on this PC. Install that version; nothing was changed.',
  FileReadOnly: 'The data file of this PC cannot be written to. Ask whoever looks after the system.',
  RestoreNoBackup: 'There is no backup of this station on this PC.', RestoreDiskFull: 'The disk has no room to restore. Make room and try again; nothing was changed.', RestoreFailed: 'Nothing was restored; every file is as it was. Tell whoever looks after the system.',
  DiskFull: 'The disk of this PC is full, so this was not saved. What was saved before is there. Delete other files on the PC, then save again.',
  FileInUse: 'Another program has the data of this station open. Close it and sign in again.',
  FileDiskFull: 'The disk of this PC is full. Make room, then sign in again; nothing was lost.',
  PatientNotFound: 'This person is not on this PC.', EncounterNotFound: 'This encounter is not on this PC.', MedicineNotFound: 'This medicine is not in the store.', LotNotFound: 'This lot is not in the store.', MovementNotFound: 'There is no such ledger entry.', DispenseNotFound: 'There is no such dispense record.', RecordNotFound: 'This record is not on this PC.',
  AlreadyExists: 'It exists already.', IdAlreadyUsed: 'This record number is already used.',
  ReductionBelowZero: 'This lot has only {{available}}, not enough to take out.', NotEnoughStock: 'Only {{available}} in store can be used, not enough.', InsufficientStock: 'Only {{available}} in store can be used, not enough.',
  LotExpired: 'This lot has expired and cannot be dispensed.', LotOnHold: 'This lot is on hold and cannot be dispensed.', LotRecalled: 'This lot was recalled and cannot be dispensed.', NoUsableLot: 'No usable lot is left.',
  PatientChanged: 'An encounter cannot be moved to another person. Void it and record it for the right one.',
  ClockBehind: 'The clock of this PC is behind the last entry. Set date and time, then save.',
  UnknownOperation: 'The program on this PC does not know this action. Open the page again.', InvalidKey: 'The form has lost its key. Open it again.',
  KeyReused: 'The earlier attempt was saved with other content. Open the record to see it, then press “Amend”.',
  RecordNewerThanProgram: 'A newer version of the program wrote this record; this PC can only show it.',
  ChangedMeanwhile: 'Someone has just changed this record. Open it again to see the new version, then go on.',
  NationalIdMissing: 'Give the citizen number, or why there is none.', NationalIdAndReason: 'With a citizen number, leave out the reason for none.', NationalIdMalformed: 'A citizen number has 12 digits and starts with 0.', NationalIdTaken: 'This citizen number is already recorded for someone else.',
  InsuranceNumberMalformed: 'Not an insurance number: 15 characters or 10 digits.', PhoneMalformed: 'Not a phone number.', BornInFuture: 'The day of birth has not come yet.', AgeImplausible: 'That makes the person older than {{max}}. Check the year.', CodeSetMissing: 'Say which list the commune code belongs to.',
  VitalSignMissingShort: 'Type it, or choose why not',
  OccurredInFuture: 'This day has not come yet.', OccurredBeforeBirth: 'The date is before the day of birth.', ReasonMissing: 'Give the reason.', VitalSignMissing: '{{vitalSign}} is missing: type it, or choose why it was not measured.', ConclusionClassMissing: 'Choose the class of health.', ConclusionNotAllowed: 'Only a doctor or assistant doctor gives the class of health. Save it, so that they can conclude.', ConclusionClassNotForVisit: 'A visit has no class of health.', DiagnosisOrSymptomsMissing: 'Give a diagnosis or symptoms.', DiastolicNotBelowSystolic: 'Diastolic must be lower than systolic.', NextVisitNotAfter: 'The next visit must be after this date.',
  EncounterVoided: 'This encounter was voided.', BackToDraft: 'A submitted record cannot become a draft again.', AmendReasonMissing: 'Say why it is changed.', EncounterOfOtherPatient: 'This encounter belongs to someone else.',
  MedicineCodeTaken: 'This code already names another medicine.', LotOfOtherMedicine: 'This lot belongs to another medicine.', LotExpiryDiffers: 'This lot is recorded with another expiry. Look at the box again.', LotAlreadyKnown: 'This lot is already in the store.', LotIdTaken: 'This lot number is already used.', ExpiryNotADate: 'The expiry is not a real date.', ReasonDoesNotFitSign: 'The reason does not fit adding or taking away.',
  NotDenied: 'This record is no longer refused.', AlreadyResolved: 'This difference is already settled.', DeletionNotTaken: 'A record is not deleted. If it is wrong, open it and void it with the reason.',
  IdTaken: 'This record number is already used.',
  SameRecord: 'This is the same record.', AlreadySamePerson: 'This record is linked with another one already.', SamePersonElsewhere: 'The one chosen is a second record. Choose the main one.', StandsForOthers: 'This record is the main one of another. Open that one and link it here.', NotMarkedSame: 'This record is linked with nobody any more.',
  OneTargetNeeded: 'Choose exactly one entry to undo.', ReverseWholeDispense: 'This entry belongs to a dispense record. Open the person and undo the whole record.', ReversalNotReversible: 'A reversal cannot be undone.', AlreadyReversed: 'This entry was undone before.',
  CollectionNotAllowed: 'This kind of record may not be written here.', FieldNotAllowed: 'A field may not be written to the ledger.', UnknownField: 'A field is not known to the program.', ValueNotAllowed: 'A value is not allowed.', PersonNamed: 'The ledger may not hold a name or number of a person.', NotInList: 'The value is not in the list.', ConflictNotFound: 'This difference is no longer there.', NotEnrolled: 'This PC is not connected to a tier above.', BundleDamaged: 'The file is damaged or was not copied completely. Copy it again from where it was made. Nothing was changed.', BundleForeign: 'This file is not an answer for this PC. Nothing was changed.', BundleOld: 'A newer answer than this was received before. Nothing was changed.', BundleNewer: 'The file was made by a newer version of the program. Update the program first.', BundleWrongWay: 'This file is to be carried to the tier above; it is not the answer to bring back. Nothing was changed.',
} as const;

/** Worth saying after a save that went through. */
export const warnings = {
  NationalIdSexMismatch: 'The citizen number does not fit the sex chosen.', NationalIdBirthYearMismatch: 'The citizen number does not fit the year of birth.', NationalIdProvinceUnknown: 'The first three digits of the citizen number are not a known province.', GuardianMissing: 'A child under {{underYears}} should have a guardian.', GuardianNationalIdUnusual: 'The guardian’s citizen number looks unusual.', InsuranceExpired: 'The insurance card has expired.', InsuranceNumberShared: 'This insurance number is also recorded for someone else.', InsuranceObjectUnknown: 'The first two letters of the insurance card are not known.', PhoneOldElevenDigits: 'An old 11-digit phone number; ask for the new one.', PossibleDuplicate: 'Someone with the same name and birth date is in the book. Check whether it is the same person.',
  LotAlreadyKnown: 'This lot was already in the store; the quantity was added.', LotOnHold: 'This lot is on hold.', LotRecalled: 'This lot was recalled.',
  AllergyRecorded: 'An allergy to this medicine is recorded.', ConcludedByNonDoctor: 'The class of health is concluded by a doctor or assistant doctor; saved with the role of head.', LotNotExpired: 'This lot has not expired.', LotExpired: 'This lot has expired.',
} as const;

/** What is wrong with one field of an input that does not fit. */
export const issues = {
  Missing: 'missing', WrongType: 'of the wrong kind', WrongFormat: 'not in the right form', UnknownField: 'not known', NotInList: 'not in the list', OutOfRange: 'outside the range allowed', OutOfPlausibleRange: 'outside the plausible range',
  TooShort: 'too short', TooLong: 'too long', ControlCharacters: 'has unreadable characters', NotAName: 'not a name', NotADate: 'not a real date', NotAnId: 'not a record number', LooksPersonal: 'may not hold a person’s name or number',
} as const;
