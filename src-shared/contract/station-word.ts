/** Header in which a station's PC says what it is: `<version of the program>; waiting=<records still to send>`. No more. */
export const STATION_WORD_HEADER = 'x-tramxa-station';

export interface StationWord { appVersion: string; waiting: number }

export const formatStationWord = ({ appVersion, waiting }: StationWord): string => `${appVersion}; waiting=${waiting}`;

/** `undefined` for anything else. */
export function parseStationWord(word: string | undefined): StationWord | undefined {
  const match = /^(\d{1,5}\.\d{1,5}\.\d{1,5}[0-9A-Za-z.-]{0,20}); waiting=(\d{1,9})$/.exec(word ?? '');
  return match ? { appVersion: match[1] ?? '', waiting: Number(match[2]) } : undefined;
}
