import { join } from 'node:path';
import { buildPages } from './starting/build-when-stale.ts';
import { createPractice } from './starting/create-practice.ts';
import { practice } from './starting/practice.ts';
import { showStation } from './starting/show-station.ts';
import { startPracticeHub } from './starting/start-practice-hub.ts';

const say = (line: string): void => console.log(line);

if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
  say('usage: npm start          a practice station and its district hub with invented people, until Ctrl-C');
  say('TRAMXA_DATA=FOLDER        where they are kept; ./.data unless given');
  say('TRAMXA_NO_BROWSER=1       opens no browser');
  process.exit(0);
}

/** Resolves at Ctrl-C, at a polite end from outside, and when the terminal goes. */
const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
});

try {
  await buildPages(say);
  const place = await createPractice(process.env.TRAMXA_DATA ?? join(import.meta.dirname, '../.data'), say);
  const hub = await startPracticeHub(place);
  try {
    const shown = await showStation(place.station, say);
    say(`hub      ${hub.url}/console/   (reviewer ${practice.hub.reviewer}, password: ${practice.hub.reviewerPassword})`);
    say(`sign in  ${practice.station.displayName} (${practice.station.account}), password: ${practice.station.password}`);
    say('All people in it are invented. Ctrl-C ends everything.');
    await Promise.race([asked, shown.closed]);
    say('\nending: the last write, then the files …');
    await shown.stop();
  } finally {
    await hub.close();
  }
  say('ended');
  process.exit(0);
} catch (error) {
  console.error(`could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
