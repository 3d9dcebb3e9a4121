/** Lists from spreadsheets. */
export const imports = {
  title: { patients: 'Take in a list of people', stock: 'Take in opening stock from a file' }, open: 'From a file',
  choose: 'Choose an Excel or CSV file', chooseBody: 'Drop an .xlsx or .csv file here, or click to choose one. Old fonts TCVN3 (.VnTime) and VNI are read too. Nothing is written until you press the button.', another: 'Choose another file',
  needs: { patients: 'Needs at least the columns full name and birth date. The sex is taken from its column, from two columns Nam and Nữ, or from the citizen number.', stock: 'Needs medicine name or code, lot number, expiry and quantity. A new medicine also needs its unit.' },
  reading: 'Reading the file…', letters: { unicode: 'Unicode', tcvn3: 'TCVN3 font (.VnTime), turned into Unicode', vni: 'VNI font, turned into Unicode', 'windows-1258': 'Windows-1258, turned into Unicode' },
  file: '{{name}} · {{rows}} rows · {{letters}}', columns: 'Which column is what', columnsHint: 'Guessed from the headings. Change what is wrong; a file of the same form will be remembered.', column: 'Column', heading: 'Heading in the file', samples: 'For example', field: 'Is', ignore: 'Leave out',
  missing: 'No column yet for: {{fields}}. Choose it below.',
  trying: 'Trying, nothing is written: {{done}} / {{rows}}', running: 'Taking in: {{done}} / {{rows}}', stop: 'Stop',
  wouldAdd_one: '{{count, number}} row will be taken in', wouldAdd_other: '{{count, number}} rows will be taken in', added_one: '{{count, number}} row taken in', added_other: '{{count, number}} rows taken in', already_one: '{{count, number}} row was taken in before', already_other: '{{count, number}} rows were taken in before', there_one: '{{count, number}} person is in the book already', there_other: '{{count, number}} people are in the book already', likely_one: '{{count, number}} person is likely in the book already', likely_other: '{{count, number}} people are likely in the book already', refused_one: '{{count, number}} row cannot be taken in', refused_other: '{{count, number}} rows cannot be taken in',
  start_one: 'Take in {{count, number}} row', start_other: 'Take in {{count, number}} rows', includeLikely: 'Also take in people who are likely in the book already', goOn: 'Go on',
  done: 'Done. Saved on this PC.', doneBody: 'Correct the remaining rows in the file and take the whole file in again: no row is written twice.', stopped: 'Stopped. What was taken in stays; go on to do the rest.',
  notTaken: 'Rows not taken in', row: 'Row', why: 'Why', at: 'Column {{letter}} ({{heading}}): {{reason}}', value: 'it says “{{value}}”', firstOnly: 'Only the first 500 rows are shown.', repairs: 'Put right for you', repair: 'Row {{row}}: “{{value}}” became “{{became}}”', isThere: 'is in the book already', isLikely: 'is likely in the book already',
  fields: {
    fullName: 'Full name', sex: 'Sex', bornOn: 'Birth date', bornOnMale: 'Birth year (column Nam)', bornOnFemale: 'Birth year (column Nữ)', nationalId: 'Citizen number', insuranceNumber: 'Insurance number', insuranceValidTo: 'Insurance valid to', village: 'Village', householdHead: 'Head of household', addressLine: 'House, street', phone: 'Phone', ethnicity: 'Ethnicity', occupation: 'Occupation', guardianName: 'Guardian', guardianRelation: 'Relation', guardianPhone: 'Guardian’s phone', allergies: 'Allergies', note: 'Note',
    code: 'Medicine code', inn: 'Medicine name', strength: 'Strength', form: 'Form', baseUnit: 'Unit', lotNumber: 'Lot number', expiresOn: 'Expiry', quantity: 'Quantity',
  },
  problems: {
    Missing: 'is missing', NotADate: 'not a day that exists', TwoDigitYear: 'the year has two digits only; it is not guessed', SexUnclear: 'neither male nor female', NationalIdRounded: 'Excel rounded it and lost the last digits; make the column text and type it again', NationalIdMalformed: 'a citizen number has 12 digits', NotAQuantity: 'not a whole number above 0', RepeatedInFile: 'the same as row {{value}} of the file', SeveralMedicines: 'several medicines have this name; add the code or the strength',
    FileEmpty: 'The file is empty.', OldExcelFile: 'An old .xls file, or one with a password. Open it in Excel and save it as .xlsx without a password.', NotASpreadsheet: 'This file is neither .xlsx nor .csv, or it is damaged.', TooManyRows: 'The file has too many rows. Split it.', FileTooLarge: 'The file is larger than 30 MB.', InvalidInput: 'The file does not fit.',
  },
} as const;

export const paper = {
  register: 'Today’s register', dispensing: 'Medicine given today', sheet: 'Print sheet', card: 'Print stock card', save: '{{size}}: save a PDF file', toPrinter: '{{size}}: print on paper',
  saved: 'Saved the file {{name}}', failed: 'The PDF could not be made. Try again; nothing is lost.', noPrinter: 'No printer opened within 5 seconds. Save the PDF file, open it and print from there.',
} as const;

export const closing = {
  title: 'End of the day', open: 'End of the day', seen_one: '{{count, number}} visit today', seen_other: '{{count, number}} visits today', given_one: 'medicine given {{count, number}} time', given_other: 'medicine given {{count, number}} times', newPeople_one: '{{count, number}} new person', newPeople_other: '{{count, number}} new people',
  canSwitchOff: 'You can switch off', canSwitchOffBody: 'Everything of today is saved on this PC. A power cut now would lose nothing.', notYet: 'Something is unfinished', notYetBody: 'What was typed is kept on this PC. Finish it now, or go on tomorrow.',
  fileDamaged: 'A part of the data file is damaged', fileDamagedBody: 'Do not switch off yet. Do what the red line above says: sign out, sign in again to restore, and tell the person in charge.', diskFull: 'The disk is full', diskFullBody: 'The newest work may not be saved. Do what the red line above says, then save what is still on the screen.',
  clock: 'The PC’s clock is wrong', clockBody: 'It says {{now}}. Set date and time right before writing new records.',
  drafts_one: '{{count, number}} form half-written', drafts_other: '{{count, number}} forms half-written', draftRecords_one: '{{count, number}} record is still a draft, not submitted', draftRecords_other: '{{count, number}} records are still drafts, not submitted', noDrafts: 'No form or record is unfinished',
  where: 'Where the records are', onThisPc: 'This PC', onThisPcBody: 'Holds every record', waiting_one: '{{count, number}} record waits to be sent. It goes by itself when there is a line; switching off loses nothing.', waiting_other: '{{count, number}} records wait to be sent. They go by themselves when there is a line; switching off loses nothing.', nothingWaiting: 'Nothing waits to be sent', holds: 'holds everything', missing_one: '{{count, number}} not confirmed yet', missing_other: '{{count, number}} not confirmed yet', denied_one: '{{count, number}} record was refused: see Sync', denied_other: '{{count, number}} records were refused: see Sync', notEnrolled: 'This PC is not connected to a unit above: the records are here only',
  backup: 'Backup copy', backupAt: 'Last one {{when}}', backupNone: 'No backup copy yet', backupProblem: 'The last backup did not work. Tell the person in charge.', backupMissing: 'The drive for backups is not there. Plug the stick in again.', backupOff: 'Backups by themselves are off', backupSameDisk: 'The copy lies on the same disk as the data. Better plug in a stick.', backupNow: 'Back up now', backupRunning: 'Making a copy…',
  papers: 'Papers of today', lock: 'Done: lock the PC',
} as const;

export const help = {
  title: 'Help', open: 'Help', intro: 'One page for each job, with its keys. No mouse needed.', keys: 'Keys', go: 'Open this page',
  support: 'When you need somebody’s help', supportBody: 'The support file tells the person in charge how the PC and the program are. It holds no name, number or record of a patient. You can read it before you send it.', supportSave: 'Save the support file', log: 'What the program did', logShow: 'Show the log', logEmpty: 'The log is empty', fault: 'Fault, id {{id}}',
  events: { serving: 'The program started', stopped: 'The program ended', opened: 'The station’s data were opened', sealed: 'The station’s data were closed', sessionEnded: 'Somebody left or the screen was locked', fileNotOpened: 'The data file could not be opened', imported: 'A list was taken in from a file', importBroke: 'Taking in a list broke off', fault: 'Something broke' },
  journeys: {
    visit: { title: 'A visit of somebody who is in the book', steps: ['Press F2 and type a few letters of the name (no marks needed), the birth year too if the name is common.', 'Arrows to choose, Enter to open the person.', 'Alt + K begins a visit: the cursor is at the reason.', 'Type the reason, Tab to symptoms, diagnosis, treatment.', 'Ctrl + Enter submits. What you type is kept at each pause.'], keys: ['F2', '↑ ↓', 'Enter', 'Alt + K', 'Tab', 'Ctrl + Enter', 'Esc'] },
    register: { title: 'Somebody new', steps: ['Press F2 and look first: they may be in the book.', 'If not, choose “New person”.', 'Birth date not known: type 1985 or 03/1985.', 'The form shows who may be the same: click the name to open it.', 'Ctrl + Enter saves.'], keys: ['F2', 'Tab', 'Ctrl + Enter', 'Esc'] },
    checkup: { title: 'A periodic checkup', steps: ['Open the person, choose “Checkup”.', 'Type the measurements, Tab to the next field. Decimal comma: 36,8.', 'Not measured: press ↓ in the field and choose why.', 'Choose the class of health, then Ctrl + Enter.'], keys: ['Tab', '↓', 'Ctrl + Enter'] },
    dispense: { title: 'Giving medicine', steps: ['From the visit choose “Submit and dispense”, or Alt + 3, then “Dispense”.', 'Type a few letters of the medicine, arrows and Enter to choose.', 'The lot that expires first is taken; an expired or held one cannot be given.', 'Wrong? Open the person, choose “Undo”: the medicine goes back to its lot.'], keys: ['Alt + 3', '↑ ↓', 'Enter', 'Ctrl + Enter'] },
    store: { title: 'Goods in, and counting', steps: ['Alt + 3 opens the store room.', '“Receive” when goods come, “Opening stock” when the book begins; a whole list “From a file”.', 'Type the expiry as on the box: 06/2027.', 'Counted something else? “Adjust”, and choose why.'], keys: ['Alt + 3', 'Tab', 'Enter'] },
    wrong: { title: 'Something was written wrong', steps: ['Wrong content: open the record, “Amend”, say why. The old version stays readable.', 'Wrong person: open the record, “Void”, choose the reason.', 'One person written twice: open the later record, “Same as somebody”. It can be undone.', 'Nothing is ever deleted.'], keys: ['Ctrl + Enter', 'Esc'] },
    sync: { title: 'What “the district holds it” means', steps: ['“Saved on this PC”: safe here, also in a power cut.', '“The district holds everything”: it has proved that it has each record.', '“Returned”: the reviewer wants a correction; the record is still there.', '“Two places changed it differently”: open Sync, choose the right one.', 'No line? Go on working; it is sent later by itself.'], keys: ['Alt + 4'] },
    closing: { title: 'The end of the day', steps: ['Open “End of the day” on the Today page.', 'See whether forms or drafts are left.', 'Print the register and the list of medicine given today.', 'When it says “You can switch off”, you can.'], keys: ['Alt + 1'] },
  },
} as const;

export const same = {
  certainty: { same: 'Surely this person', likely: 'Likely this person', possible: 'Possibly' },
  because: { nationalId: 'same citizen number', insuranceNumber: 'same insurance number', name: 'same name', nearlyName: 'nearly the same name', bornOn: 'same birth date', birthYear: 'same birth year', village: 'same village', phone: 'same phone' },
  title: 'This person may be in the book already:',
  mark: 'Same as somebody', markTitle: 'Whose second record is this?', markBody: 'The two records are linked as one person: either shows every visit. Nothing is deleted and it can be undone. Find the person’s main record:', markConfirm: 'Link with {{name}}?', markDo: 'Link the two records', marked: 'The two records are linked as one person',
  isSecond: 'This is a second record of a person. Write new things into the main record.', openFirst: 'Open the main record', unmark: 'Undo, they are two people', unmarked: 'Undone: they are two people again', badge: 'second record',
} as const;
