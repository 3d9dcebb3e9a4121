export const session = {
  title: 'Sign in', who: 'Who is working?', change: 'Choose someone else',
  password: 'Password', showPassword: 'Show password', hidePassword: 'Hide password', submit: 'Start working',
  typingProgram: 'There are tone marks in the password: the Vietnamese typing program is on. If that is not meant, switch it off and type again.',
  practicePassword: 'Password of every practice account: {{password}}',
  forgotten: 'Forgot the password?', forgottenTitle: 'A new password for {{name}}', forgottenBody: 'The head can set one on the page of accounts. If the head herself has forgotten: use the recovery code on the paper that was put away.',
  capsLock: 'Caps Lock is on',
  wrongPassword: 'Wrong password. Check Caps Lock and the Vietnamese keyboard, then type it again.',
  tooSoon: 'Too many wrong tries. Wait {{seconds}} seconds and type it again.',
  unknownAccount: 'There is no such account on this PC.', accountDisabled: 'This account is no longer in use. Ask the head of the station.',
  needPassword: 'Type your password',
  sealed: 'The data on this PC is sealed. Records are sent only after someone signs in.',
  locked: 'This PC is locked. Sending goes on.',
  lockedTitle: 'This PC is locked', again: 'Your session has ended', againBody: 'Sign in again to go on. The form you were filling in is still here, behind this page.',
  noAccounts: 'This PC has no account yet', noAccountsBody: 'Whoever sets up the station creates the first account.',
  tagline: 'The health book and store-room ledger of the station. Works with no internet.',
  promise1: 'Once saved, it is on this PC, encrypted.',
  promise2: 'It sends itself when a line appears.',
  promise3: 'It says “received” only when the receiver has proved it.',
  restoreTitle: 'Newest backup: {{day}}, {{time}}',
  restoreBody: 'The button below sets the damaged file aside, without deleting it, and puts the backup in its place. What was sent to the tiers above after the backup comes back by itself once there is a connection.',
  restoreNewest: 'Restore the newest backup',
  noCopyTitle: 'There is no backup on this PC', noCopyBody: 'If there is one on a stick or another PC, ask whoever looks after the system to restore it. Do not delete anything in the folder of the station.',
  opening: { copying: 'A newer program: the data is copied before it is changed. Do not switch the PC off.', checking: 'The backup is read back and checked. Do not switch the PC off.', changing: 'The data is brought to the new version. Do not switch the PC off; after a power cut it goes on next time.', people: 'The list people are found by is made. Do not switch the PC off; after a power cut it goes on next time.', restoring: 'Restoring the backup. This may take some minutes.' },
  hubTitle: 'Review console', hubTagline: 'What the stations have sent, and how far it has been received.', account: 'Account', needAccount: 'Type your account name', hubWrong: 'Wrong account or password.',
} as const;

export const frame = {
  altKey: 'Alt+{{key}}', today: 'Today', people: 'People', store: 'Store room', sync: 'Sync', immunizations: 'Children', chronic: 'Chronic care', mothers: 'Mothers', cases: 'Infections', reports: 'Reports',
  navigation: 'Main pages', signedInAs: 'Working: {{name}}', lock: 'Lock', signOut: 'Sign out', seal: 'Seal the data',
  sealWhy: 'Closes the data file and stops sending until the next sign-in', language: 'Language', appearance: 'Appearance', light: 'Light', dark: 'Dark', auto: 'As the PC',
  toSync: 'Open the Sync page', version: 'Version {{version}}', userMenu: 'Account and settings',
  accounts: 'Accounts', ownPassword: 'Change password', switch: 'Change user', switchWhy: 'What you are typing is kept for you',
} as const;

/** The line in the frame: never says "safe" before it is proved. */
export const truth = {
  noLine: 'No line', noLineWaiting_one: '{{count, number}} record waits, saved on this PC', noLineWaiting_other: '{{count, number}} records wait, saved on this PC', noLineNone: 'Everything is saved on this PC',
  waiting_one: '{{count, number}} record waits to be sent', waiting_other: '{{count, number}} records wait to be sent', waitingNotes: 'Notes of the program wait to be sent', waitingSince: 'oldest from {{when}}', exchanging: 'Sending and receiving…',
  sent: 'All sent, not yet confirmed', sentDetail: 'not yet proved anywhere to be complete',
  proved: '{{unit}} holds everything', provedDetail: 'all records up to {{when}}',
  refused_one: '{{count, number}} record was refused', refused_other: '{{count, number}} records were refused', refusedDetail: 'Click to see why', conflicts_one: '{{count, number}} record differs in two places', conflicts_other: '{{count, number}} records differ in two places', conflictsDetail: 'Click to choose the right one',
  sealed: 'The data is sealed', sealedDetail: 'Nothing is sent before a sign-in',
  notEnrolled: 'Not connected to a tier above', notEnrolledDetail_one: '{{count, number}} record is on this PC only', notEnrolledDetail_other: '{{count, number}} records are on this PC only', notEnrolledNone: 'Records are on this PC only',
  hubRefuses: 'The receiver does not let this PC in', hubRefusesDetail: 'Tell whoever looks after the system; records stay here', hubBroken: 'The receiver is out of order', hubBrokenDetail: 'It will be tried again; records stay here',
  wrongClock: 'The PC’s clock is wrong', wrongClockDetail: 'Set its date and time. If they are right, tell whoever looks after it',
  practice: 'Practice: nothing is sent', practiceDetail: 'People and medicines here are invented',
  unknown: 'Checking what was sent…', empty: 'No record to send yet',
} as const;

export const today = {
  title: 'Today', encounters: 'encounters', newPeople: 'newly registered', dispenses: 'dispenses', people: 'people in the book',
  unfinished_one: '{{count, number}} form is unfinished', unfinished_other: '{{count, number}} forms are unfinished', unfinishedBody: 'Kept exactly where you stopped typing.', continue: 'Go on', discard: 'Discard', discardTitle: 'Discard this unfinished form?', discardBody: 'What you typed in this form will be lost. Saved records are not touched.', keep: 'Keep it',
  recent: 'Just recorded', recentEmpty: 'No encounter recorded today', recentEmptyBody: 'Find a person to start.', find: 'Find a person', register: 'Register someone',
  expiring: 'Medicines to watch', expiringEmpty: 'No lot is about to expire', draftOf: '{{form}} · last typed {{when}}',
  open: {
    conclusion_one: '{{count, number}} checkup waits for its conclusion', conclusion_other: '{{count, number}} checkups wait for their conclusion', unfinished_one: '{{count, number}} record begun, not submitted', unfinished_other: '{{count, number}} records begun, not submitted', kinds: { conclusion: 'To conclude', unfinished: 'Begun' }, filter: 'Which ones',
    conclude: 'Conclude', othersConclude: 'A doctor or assistant doctor opens them here to conclude.', preparedBy: '{{name}}, {{when}}', search: 'Name or village', nobody: 'Nobody like that in this list',
  },
  firstTitle: 'The book is empty', firstBody: 'Register the first person, or take in a list you have as a spreadsheet. No internet needed.',
} as const;

export const formNames = { vaccineSession: 'End of vaccination session', coldReading: 'Fridge temperature', coldDecision: 'Dealing with a temperature alarm', voidReading: 'Striking a reading out', caseReport: 'Report of a case', reviseCaseReport: 'Next version of a case report', withdrawCaseReport: 'Taking back a case', checkup: 'Health checkup', visit: 'Visit', register: 'New person', editPerson: 'Change of details', dispense: 'Dispense', amend: 'Amendment', receive: 'Receipt of stock', opening: 'Opening stock', adjust: 'Adjustment of a lot', void: 'Voiding a visit', restore: 'Use an encounter again', voidPerson: 'Voiding a person’s record', restorePerson: 'Using a person’s record again', handOver: 'Handover to another station', decline: 'Not taking in somebody handed over', undoDispense: 'Undoing a dispense', addEquipment: 'New equipment', correctEquipment: 'Correction of equipment', equipmentEvent: 'Something about equipment', voidEquipment: 'Striking out equipment', facility: 'What the station has', immunization: 'Vaccination', immunizationReaction: 'Reaction to a vaccination', voidImmunization: 'Voiding a vaccination', enrolCondition: 'Chronic condition', followUp: 'Follow-up', changeEpisodeStatus: 'Status of a chronic condition', voidEpisode: 'Striking out a chronic condition', voidFollowUp: 'Striking out a follow-up', pregnancy: 'New pregnancy', amendPregnancy: 'Correction of a pregnancy', antenatalVisit: 'Antenatal visit', birth: 'Birth', postnatalVisit: 'Postnatal visit', changePregnancyStatus: 'Status of a pregnancy', voidPregnancy: 'Striking out a pregnancy', voidAntenatalVisit: 'Striking out an antenatal visit', voidBirth: 'Striking out a birth', unlinkNewborn: 'Taking back the link of a baby', voidPostnatalVisit: 'Striking out a postnatal visit' } as const;
