/** Header in which a station's PC says what it is: `<version of the program>; waiting=<records still to send>; name=<name of the station, percent-encoded>`. No more. */
export const STATION_WORD_HEADER = 'x-tramxa-station';

export interface StationWord { appVersion: string; waiting: number; unitName?: string }

export const formatStationWord = ({ appVersion, waiting, unitName }: StationWord): string => `${appVersion}; waiting=${waiting}${unitName ? `; name=${encodeURIComponent(unitName)}` : ''}`;

const decode = (text: string): string | undefined => { try { return decodeURIComponent(text).slice(0, 200); } catch { return undefined; } };

/** `undefined` for anything else. */
export function parseStationWord(word: string | undefined): StationWord | undefined {
  const match = /^(\d{1,5}\.\d{1,5}\.\d{1,5}[0-9A-Za-z.-]{0,20}); waiting=(\d{1,9})(?:; name=([\w%.!~*'()-]{1,2000}))?$/.exec(word ?? '');
  if (!match) return undefined;
  const unitName = match[3] === undefined ? undefined : decode(match[3]);
  return { appVersion: match[1] ?? '', waiting: Number(match[2]), ...(unitName === undefined ? {} : { unitName }) };
}
