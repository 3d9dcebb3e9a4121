export const program = {
  title: 'Version of the program',
  here: 'This PC works with version {{version}}.',
  fromHub: 'The unit above has a new version: {{version}}', fromFile: 'New version in the file: {{version}}',
  fetching: 'Being fetched while the line is free: {{percent}} %',
  copying: 'Backing the data up before the update. Go on working.', unpacking: 'Making the new version ready. Go on working.',
  next: 'Version {{version}} starts the next time the program is opened. The data was backed up; should the new version not start, the present one comes back by itself.',
  atEnd: 'Update when switched off', now: 'Update now', forget: 'Do not update', file: 'Choose an update file from a USB stick',
  askHead: 'The head of the station updates.',
  failed: 'Version {{version}} did not work on this PC ({{when}}): {{why}} Version {{here}} is back; nothing was lost. Tell whoever looks after the system.',
  why: {
    StationEnded: 'it ended by itself when it was opened.', NeverSpoke: 'it did not come up at three starts.', Fault: 'it could not open the book of the station.', UpdateDamaged: 'its files are damaged or were changed.',
    WrongSignature: 'its signature is wrong.', NeedsInstaller: 'it needs the installer.',
  },
} as const;
