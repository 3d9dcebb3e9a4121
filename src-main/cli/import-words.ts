/** What the command says of a row, by code, in plain English; JSON keeps the codes. */
const words: Readonly<Record<string, string>> = {
  Missing: 'nothing stands there', NotADate: 'not a day that exists', TwoDigitYear: 'the year has two digits only; it is not guessed',
  SexUnclear: 'neither male nor female', NationalIdRounded: 'Excel rounded the number and lost the last digits', NationalIdMalformed: 'a citizen number has 12 digits',
  NationalIdMissing: 'there is no citizen number', NationalIdTaken: 'the citizen number belongs to somebody in the book', InsuranceNumberMalformed: 'not the number of an insurance card',
  PhoneMalformed: 'not a phone number', BornInFuture: 'the birth date lies in the future', AgeImplausible: 'nobody is older than 130 years; check the year',
  NotAQuantity: 'not a whole number from 1 to 99,999,999', SeveralMedicines: 'several medicines have this name; add the code or the strength',
  MedicineNotFound: 'no medicine has this code; add its name and unit', MedicineDiffers: 'the medicine of this code is recorded otherwise; give this one a code of its own',
  MedicineCodeTaken: 'the code names another medicine', ExpiryNotADate: 'not a day that exists', LotExpiryDiffers: 'the lot is recorded with another expiry', LotExpired: 'the lot has expired',
  InsuranceNumberShared: 'the insurance number belongs to somebody else in the book too',
  AlreadyInBook: 'the person is in the book already', LikelyInBook: 'somebody in the book is likely the same person',
  VvmUnclear: 'the stage of a vial monitor is 1 to 4', StateUnclear: 'neither working, broken nor to be scrapped', ColdPlaceUnclear: 'write no, fridge, freezer or cold box', NotAnAmount: 'not an amount of money', SerialNeedsOnePiece: 'a serial number belongs to one piece; give each a row of its own', SerialTaken: 'the register has this thing with this serial number',
  ReceivedInFuture: 'the day lies in the future', MadeAfterReceived: 'made after it was received', DueNotAfter: 'the next calibration does not lie after the last',
  OccurredInFuture: 'the day lies in the future', RoleNotAllowed: 'this account may not do that', ClockBehind: 'the clock of this computer is behind',
  LooksPersonal: 'looks like a person\u2019s name or number', TooLong: 'too long', TooShort: 'too short', NotAName: 'not a person\u2019s name', ControlCharacters: 'has characters that cannot be read',
};

/** `PhoneMalformed` → `not a phone number`; a code without words of its own is spelled out as words. */
export function importWords(code: string, value?: string): string {
  if (code === 'RepeatedInFile') return `the same as row ${value ?? '?'} of the file`;
  const said = words[code] ?? `does not fit (${code.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase()})`;
  return value ? `${said}: ${JSON.stringify(value)}` : said;
}
