import type { IncomingMessage } from 'node:http';
import { STATION_WORD_HEADER, parseStationWord } from '../../src-shared/contract/station-word.ts';
import type { HubBook } from '../provisioning/hub-book.ts';

/** What a device says of itself with a request. */
export function stationWordOf(request: IncomingMessage): string | undefined {
  const word = request.headers[STATION_WORD_HEADER];
  return typeof word === 'string' ? word : undefined;
}

/** All of its records have been sent. */
export const saysNothingWaits = (word: string | undefined): boolean => parseStationWord(word)?.waiting === 0;

/** Keeps a device's last word for the list of stations; one that is malformed changes nothing. */
export function rememberStationWord(book: HubBook, user: string, word: string | undefined): void {
  const said = parseStationWord(word);
  if (!said) return;
  book.sql.run(
    `INSERT INTO stationWords (user, appVersion, waiting, unitName) VALUES (?, ?, ?, ?)
     ON CONFLICT (user) DO UPDATE SET appVersion = excluded.appVersion, waiting = excluded.waiting, unitName = excluded.unitName`,
    user, said.appVersion, said.waiting, said.unitName ?? null,
  );
}
