/** People handed over between stations, in the console. */
export const handovers = {
  title: 'Handovers', person: 'Person', when: 'Handed over', from: 'From', to: 'To', why: 'Reason', state: 'State', none: 'Nobody was handed over', noneBody: 'When a station hands somebody over to another one, it is listed here.', nameless: 'No name yet',
  states: { onTheWay: 'On the way', waiting: 'Waits for the other station', accepted: 'Taken in', declined: 'Not taken', takenBack: 'Taken back', atBoth: 'At both stations' },
  atBothHint: 'Taken back after {{unit}} had taken the person in. One of the two stations must hand this person over to the other.',
} as const;
