/** Refusals any operation may answer, from the road they all take (station `run-operation`). */
export const commonRefusals = ['UnknownOperation', 'RoleNotAllowed', 'InvalidKey', 'KeyReused', 'InvalidInput', 'IdTaken', 'ChangedMeanwhile', 'DiskFull'] as const;

const patient = [
  'NationalIdMissing', 'NationalIdAndReason', 'NationalIdMalformed', 'NationalIdTaken', 'InsuranceNumberMalformed', 'PhoneMalformed',
  'BornInFuture', 'AgeImplausible', 'CodeSetMissing', 'CommuneCodeUnknown',
] as const;
const encounter = ['PatientNotFound', 'PatientVoided', 'OccurredInFuture', 'OccurredBeforeBirth', 'DiastolicNotBelowSystolic', 'NextVisitNotAfter'] as const;
const checkup = ['ReasonMissing', 'VitalSignMissing', 'ConclusionClassMissing', 'ConclusionNotAllowed'] as const;
const visit = ['DiagnosisOrSymptomsMissing', 'ConclusionClassNotForVisit'] as const;
const episodeLine = ['EpisodeNotFound', 'EpisodeVoided', 'RecordNewerThanProgram'] as const;
const pregnancyLine = ['PregnancyNotFound', 'PregnancyVoided', 'RecordNewerThanProgram'] as const;
const pregnancySays = ['PatientNotFound', 'PatientVoided', 'OccurredInFuture', 'OccurredBeforeBirth', 'LastPeriodAfterRegistered', 'WeeksOutOfRange', 'PhoneMalformed'] as const;
const ofPregnancy = ['PatientNotFound', 'PatientVoided', 'PregnancyNotFound', 'PregnancyVoided', 'PregnancyOfAnother'] as const;
const caseLine = ['CaseReportNotFound', 'CaseReportReplaced', 'CaseWithdrawn', 'RecordNewerThanProgram'] as const;
const caseSays = ['OccurredInFuture', 'OccurredBeforeBirth', 'OutcomeBeforeOnset', 'DeathDayMissing'] as const;
const birthLine = ['BirthNotFound', 'BirthVoided', 'RecordNewerThanProgram'] as const;
const equipmentLine = ['EquipmentNotFound', 'EquipmentVoided', 'RecordNewerThanProgram'] as const;
const equipmentSays = ['SerialNeedsOnePiece', 'SerialTaken', 'ReceivedInFuture', 'MadeAfterReceived'] as const;
const intake = ['ClockBehind', 'MedicineNotFound', 'OccurredInFuture', 'ExpiryNotADate', 'LotExpiryDiffers', 'LotIdTaken'] as const;

/** What each operation may refuse beside the common ones. The rules are in docs/specs; the facts of each code at the function that makes it. */
export const ownRefusals = {
  registerPatient: patient,
  updatePatient: [...patient, 'PatientNotFound', 'PatientVoided', 'RecordNewerThanProgram'],
  markSamePerson: ['PatientNotFound', 'PatientVoided', 'SameRecord', 'AlreadySamePerson', 'SamePersonElsewhere', 'StandsForOthers', 'RecordNewerThanProgram'],
  unmarkSamePerson: ['PatientNotFound', 'NotMarkedSame', 'RecordNewerThanProgram'],
  voidPatient: ['PatientNotFound', 'PatientVoided', 'PersonHasRecords', 'PersonHasImmunizations', 'PersonHasChronicCare', 'PersonHasMaternalCare', 'PersonHasCaseReports', 'StandsForOthers', 'AlreadyHandedOver', 'RecordNewerThanProgram'],
  restorePatient: ['PatientNotFound', 'PatientNotVoided', 'NationalIdTaken', 'RecordNewerThanProgram'],
  handOverPerson: ['PatientNotFound', 'PatientVoided', 'SecondRecord', 'OwnStation', 'AlreadyHandedOver', 'UnitUnknown', 'UnitAbove', 'UnitEnded', 'UnitReplaced'],
  takeBackPerson: ['HandoverNotFound', 'AlreadyTakenBack'],
  acceptHandover: ['TransferNotFound', 'TransferWithdrawn', 'AlreadyAnswered', 'PatientNotFound', 'PatientVoided', 'NationalIdTaken', 'PersonNotReadable'],
  declineHandover: ['TransferNotFound', 'AlreadyAnswered'],
  recordCheckup: [...encounter, ...checkup],
  recordVisit: [...encounter, ...visit],
  amendEncounter: [...encounter, ...checkup, ...visit, 'EncounterNotFound', 'EncounterVoided', 'PatientChanged', 'BackToDraft', 'AmendReasonMissing', 'RecordNewerThanProgram'],
  voidEncounter: ['EncounterNotFound', 'EncounterVoided', 'RecordNewerThanProgram'],
  restoreEncounter: ['EncounterNotFound', 'EncounterNotVoided', 'PatientVoided', 'RecordNewerThanProgram'],
  recordImmunization: [
    'ClockBehind', 'PatientNotFound', 'PatientVoided', 'OccurredInFuture', 'OccurredBeforeBirth', 'DayNotKnown', 'DoseAlreadyGiven', 'ScreeningReasonMissing', 'NotDoneReasonMissing', 'FieldNotForThis',
    'ExpiryNotADate', 'LotExpired', 'LotNotFound', 'LotOnHold', 'LotRecalled', 'LotVvmSpent', 'ReductionBelowZero',
  ],
  addImmunizationReaction: ['ImmunizationNotFound', 'ImmunizationVoided', 'NotGiven', 'OccurredInFuture', 'OnsetBeforeDose', 'RecordNewerThanProgram'],
  voidImmunization: ['ImmunizationNotFound', 'ImmunizationVoided', 'RecordNewerThanProgram', 'MovementNotFound'],
  enrolCondition: ['PatientNotFound', 'PatientVoided', 'OccurredInFuture', 'OccurredBeforeBirth', 'EnrolledBeforeFound', 'AlreadyEnrolled', 'GoalNotPlausible'],
  recordFollowUp: ['PatientNotFound', 'PatientVoided', 'OccurredInFuture', 'OccurredBeforeBirth', 'DiastolicNotBelowSystolic', 'NextVisitNotAfter', 'NothingRecorded'],
  changeEpisodeStatus: [...episodeLine, 'OccurredInFuture', 'BeforeLastChange', 'StatusUnchanged', 'AlreadyEnrolled'],
  voidFollowUp: ['FollowUpNotFound', 'FollowUpVoided', 'RecordNewerThanProgram'],
  voidEpisode: episodeLine,
  registerPregnancy: [...pregnancySays, 'AlreadyPregnant'],
  amendPregnancy: [...pregnancyLine, ...pregnancySays],
  changePregnancyStatus: [...pregnancyLine, 'OccurredInFuture', 'BeforeLastChange', 'StatusUnchanged', 'AlreadyPregnant', 'AlreadyBorn'],
  voidPregnancy: [...pregnancyLine, 'PregnancyHasRecords'],
  recordAntenatalVisit: [...ofPregnancy, 'OccurredInFuture', 'VisitAfterBirth', 'PregnancyEnded', 'WeeksOutOfRange', 'DiastolicNotBelowSystolic', 'NextVisitNotAfter', 'NothingRecorded'],
  voidAntenatalVisit: ['AntenatalVisitNotFound', 'AntenatalVisitVoided', 'RecordNewerThanProgram'],
  recordBirth: [...ofPregnancy, 'OccurredInFuture', 'AlreadyBorn', 'PregnancyEnded', 'BornBeforePregnancy'],
  linkNewborn: [...birthLine, 'BabyNotFound', 'PatientNotFound', 'PatientVoided', 'ChildIsMother', 'ChildLinkedAlready'],
  voidBirth: [...birthLine, 'BirthHasRecords'],
  recordPostnatalVisit: [...ofPregnancy, 'NotBornYet', 'OccurredInFuture', 'VisitBeforeBirth', 'TooManyBabies', 'DiastolicNotBelowSystolic', 'NextVisitNotAfter', 'NothingRecorded'],
  voidPostnatalVisit: ['PostnatalVisitNotFound', 'PostnatalVisitVoided', 'RecordNewerThanProgram'],
  reportCase: ['PatientNotFound', 'PatientVoided', ...caseSays, 'EncounterNotFound', 'EncounterOfOtherPatient', 'EncounterVoided', 'EncounterNotSigned', 'DiseaseOfProgramme', 'DetectedMissing', 'CaseReportedAlready'],
  reviseCaseReport: [...caseLine, 'PatientNotFound', 'PatientVoided', ...caseSays, 'ReportUnchanged'],
  withdrawCaseReport: caseLine,
  addMedicine: ['MedicineCodeTaken'],
  recordOpeningStock: intake,
  receiveStock: [...intake, 'LotExpired'],
  dispenseMedicine: [
    'ClockBehind', 'PatientNotFound', 'PatientVoided', 'EncounterNotFound', 'EncounterOfOtherPatient', 'EncounterVoided', 'OccurredInFuture', 'MedicineNotFound', 'NotEnoughStock',
    'LotNotFound', 'LotOfOtherMedicine', 'LotExpired', 'LotOnHold', 'LotRecalled', 'LotVvmSpent', 'ReductionBelowZero',
  ],
  adjustStock: ['LotNotFound', 'LotRecalled', 'LotOnHold', 'LotVvmSpent', 'LotExpired', 'OccurredInFuture', 'ReasonDoesNotFitSign', 'ReductionBelowZero'],
  discardStock: ['LotNotFound', 'OccurredInFuture', 'ReductionBelowZero'],
  reverseStock: ['OneTargetNeeded', 'MovementNotFound', 'DispenseNotFound', 'ReverseWholeDispense', 'ReversalNotReversible', 'AlreadyReversed', 'ReductionBelowZero'],
  recordFacilityProfile: ['FacilityProfileMissing', 'AtWorkAboveHeadcount', 'RecordNewerThanProgram'],
  lockReport: ['PeriodInFuture', 'ReportNotCounted', 'NumbersChanged', 'RelockReasonMissing', 'ReportUnchanged'],
  recordYearFigures: ['YearInFuture', 'NothingChanges', 'RecordNewerThanProgram'],
  finishStocktake: [
    'ClockBehind', 'NothingCounted', 'LotNotFound', 'LotCountedTwice', 'CountAgain', 'VarianceReasonMissing', 'ReasonDoesNotFitSign', 'ReductionBelowZero',
    'MedicineNotFound', 'ExpiryNotADate', 'LotExpiryDiffers', 'LotInBook', 'OccurredInFuture', 'WitnessIsCounter',
  ],
  setLotStatus: ['LotNotFound', 'RecordNewerThanProgram', 'LotVvmSpent'],
  checkVvm: ['LotNotFound', 'RecordNewerThanProgram', 'OccurredInFuture'],
  addEquipment: [...equipmentSays, 'OccurredInFuture', 'DueNotAfter'],
  correctEquipment: [...equipmentSays, ...equipmentLine, 'NothingChanges', 'QuantityBelowEvents'],
  reportEquipment: [...equipmentLine, 'OccurredInFuture', 'OccurredBeforeReceived', 'NothingChanges', 'PiecesNotThere'],
  moveEquipment: [...equipmentLine, 'OccurredInFuture', 'OccurredBeforeReceived', 'NothingLeft'],
  serviceEquipment: [...equipmentLine, 'OccurredInFuture', 'OccurredBeforeReceived', 'NothingLeft', 'DueNotAfter'],
  undoEquipmentEvent: [...equipmentLine, 'EventNotFound', 'EventNotUndoable', 'AlreadyUndone'],
  voidEquipment: equipmentLine,
  restoreEquipment: ['EquipmentNotFound', 'EquipmentNotVoided', 'SerialTaken', 'RecordNewerThanProgram'],
  recordTemperature: [...equipmentLine, 'NotAColdPlace', 'OccurredInFuture', 'OccurredBeforeReceived'],
  decideColdAlarm: ['EquipmentNotFound', 'AlarmNotThere', 'LotsMissing', 'LotsNotForThis', 'LotNotFound', 'RecordNewerThanProgram'],
  voidTemperature: ['ReadingNotFound', 'ReadingVoided', 'RecordNewerThanProgram'],
} as const;

/** Said beside a saved record; they stop nothing. */
export const warningCodes = [
  'NationalIdSexMismatch', 'NationalIdBirthYearMismatch', 'NationalIdProvinceUnknown', 'InsuranceObjectUnknown', 'InsuranceExpired', 'InsuranceNumberShared',
  'PhoneOldElevenDigits', 'GuardianNationalIdUnusual', 'GuardianMissing', 'PossibleDuplicate', 'SamePersonNotHere', 'ConcludedByNonDoctor',
  'LotExpired', 'LotAlreadyKnown', 'LotOnHold', 'LotRecalled', 'LotHeldByVvm', 'LotNotExpired', 'AllergyRecorded', 'VaccineOnNoCard',
  'BedsOverfull', 'ManyStaff', 'ManyBeds', 'ManyComputers', 'FarFromHospital', 'YearAhead', 'ClosesBeforeOpening',
  'ReadingThatShift', 'OutsideBand',
  'TooEarlyForAge', 'TooEarlyAfterDose', 'PreviousDoseMissing', 'AboveLatestAge', 'GivenThoughPostponed', 'GivenThoughContraindicated', 'LotNumberMissing', 'LotOfOtherVaccine', 'StockNotMoved',
  'WeightUnlikely', 'HeightUnlikely', 'WeightForHeightUnlikely',
  'PressureVeryHigh', 'GlucoseVeryLow', 'NextVisitFar', 'FollowUpThatDay', 'NotUnderManagement',
  'MotherNotFemale', 'MotherAgeUnusual', 'DueDayUnknown', 'DueDaysDiffer', 'BornShortlyBefore', 'VisitThatDay', 'VisitAfterBirth', 'BirthWeeksUnusual', 'WeeksDiffer', 'BabyWeightUnusual', 'StillbornContradicts', 'ChildBornOtherDay', 'ChildOtherSex', 'PostnatalLate',
  'OnsetLongAgo', 'NotDiagnosed', 'DosesDoNotFit',
  'DangerSigns', 'PressureHigh', 'ProteinInUrine', 'FetalHeartUnusual', 'FundalHeightOff', 'HaemoglobinLow', 'Fever', 'BleedingUnusual', 'MastitisSeen', 'MoodVeryLow', 'JaundiceSevere', 'CordInfected',
] as const;

/** Codes of `InvalidInput.issues[].code`. */
export const issueCodes = [
  'Missing', 'WrongType', 'WrongFormat', 'UnknownField', 'NotInList', 'OutOfRange', 'OutOfPlausibleRange', 'TooShort', 'TooLong',
  'ControlCharacters', 'NotAName', 'NotADate', 'NotAnId', 'LooksPersonal',
] as const;

/** A hub's, when a reviewer's word is refused. */
export const reviewRefusals = ['RecordNotFound', 'NotSubmitted', 'NotResponsible', 'ChangedMeanwhile', 'ClaimedByOther', 'ReasonMissing', 'AlreadyAccepted'] as const;
