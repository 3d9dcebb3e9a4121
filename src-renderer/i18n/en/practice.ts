/** Cards of the practice station. */
export const practice = {
  title: 'Five exercises', progress: '{{done}} of {{all}} done', intro: 'Try it on invented people and medicines. The program sees when you are done; repeat as often as you like.',
  begin: 'Begin', again: 'Once more', goOn: 'Go on', failed: 'This exercise could not be begun. Try again.',
  states: { new: 'Not tried', begun: 'Begun', done: 'Done' },
  now: 'Exercise: {{title}}', doneNow: '“{{title}}” is done', next: 'Next: {{title}}', allDone: 'You have done all five.', back: 'To the exercises', stop: 'Leave it',
  cards: {
    register: { title: 'Register somebody new', steps: ['Press F2 and search first: they may be in the book', 'If not, press “Register someone”, type name, sex, date of birth', 'Without a citizen number choose why, then Ctrl + Enter to save'] },
    checkup: { title: 'A health checkup', steps: ['Press F2, type a name, Enter to open, choose “Checkup”', 'Type reason and measures, Tab for the next; ↓ says why one was not measured', 'A doctor, assistant doctor or head chooses the class; others leave it to be concluded. Ctrl + Enter'] },
    receive: { title: 'Receive medicine', steps: ['In the store room press “Receive”', 'Choose the medicine, type lot, expiry as on the box (06/2027), amount', 'Save: the stock grows at once, the card has one line more'] },
    dispense: { title: 'Dispense to a patient', steps: ['Open a person, press “Dispense”', 'Type some letters of the medicine, Enter; type amount and use', 'The lot that expires first is taken. Save'] },
    conflict: { title: 'Two places differ', steps: ['Open the page Sync: two PCs wrote two numbers for one person', 'See who wrote which, when, on which PC', 'Press the right one. Both can be read later'] },
  },
} as const;
