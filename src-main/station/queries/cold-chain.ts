import type { ColdAlarmRow, ColdPlace, ColdPlaceNow } from '../../../src-shared/contract/cold-chain.ts';
import { coldPlaceKind, isInUseOn, isReadDaily, kindOfReadings } from '../../../src-shared/domain/cold-chain/cold-place.ts';
import { deriveColdAlarms, type ColdAlarm } from '../../../src-shared/domain/cold-chain/derive-cold-alarms.ts';
import { deriveColdMonth } from '../../../src-shared/domain/cold-chain/derive-cold-month.ts';
import { isLotInQuestion } from '../../../src-shared/domain/cold-chain/is-lot-in-question.ts';
import { proposeColdPlace } from '../../../src-shared/domain/cold-chain/propose-cold-place.ts';
import { inOrderOfTime, localMoment, momentOf, shiftAt } from '../../../src-shared/domain/cold-chain/reading-times.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { deriveEquipment, piecesHere } from '../../../src-shared/domain/facility/derive-equipment.ts';
import type { Equipment } from '../../../src-shared/domain/facility/equipment.schema.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { byExpiry, lotRow } from './lot-row.ts';
import type { Query } from './query.ts';

/** What the fridges are to be read today, and every alarm nobody decided about. */
export const coldChain: Query<'coldChain'> = (_, { db }) => {
  const now = localMoment(db.clock.now());
  const today = now.slice(0, 10);
  const found = coldPlaces(db);
  const alarms = found.flatMap(({ line, place }) => alarmsOf(db, line, place).filter(({ isOpen }) => isOpen));
  return {
    now, shift: shiftAt(now), undecided: undecidedLines(db), alarms: alarms.sort((a, b) => (a.until < b.until ? 1 : -1)),
    places: found.map(({ line, place }): ColdPlaceNow => {
      const readings = db.coldChain.readingsOf(line._id);
      const lastDay = readings.reduce((latest, { voided, takenOn }) => (!voided && takenOn > latest ? takenOn : latest), '');
      const [day] = deriveColdMonth({ line, events: db.equipment.eventsOf(line._id), readings }, today, today, now).days;
      const last = inOrderOfTime(readings.filter(({ voided, takenOn }) => !voided && takenOn >= lastDay)).at(-1);
      return { ...place, today: day?.shifts ?? { morning: 'notAsked', afternoon: 'notAsked' }, ...(last ? { last } : {}), openAlarms: alarms.filter((alarm) => alarm.place.equipmentId === line._id).length };
    }),
  };
};

/** Lines still at the station to be asked about, by name. */
function undecidedLines(db: StationDatabase): Equipment[] {
  return db.equipment.lines()
    .filter((line) => !line.voided && proposeColdPlace(line) !== undefined && piecesHere(deriveEquipment(line, db.equipment.eventsOf(line._id))) > 0)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Cold places by name, those of old last; those that left the station, and those said to hold no vaccines, are none unless something was read in them; those struck out are none. */
export function coldPlaces(db: StationDatabase): { line: Equipment; place: ColdPlace }[] {
  return db.equipment.lines()
    .filter((line) => !line.voided && (piecesHere(deriveEquipment(line, db.equipment.eventsOf(line._id))) > 0 || db.coldChain.readingsOf(line._id).length > 0))
    .flatMap((line) => { const place = coldPlaceOf(db, line); return place ? [{ line, place }] : []; })
    .sort((a, b) => Number(a.place.isNoLonger ?? false) - Number(b.place.isNoLonger ?? false) || (order(a.line) < order(b.line) ? -1 : 1));
}

export function coldPlaceOf(db: StationDatabase, line: Equipment): ColdPlace | undefined {
  const events = db.equipment.eventsOf(line._id);
  const holds = coldPlaceKind(line) !== undefined;
  if (!holds && (line.coldPlace !== 'none' || db.coldChain.readingsOf(line._id).length === 0)) return undefined;
  const kind = kindOfReadings(line, events);
  const { location } = deriveEquipment(line, events);
  return { equipmentId: line._id, name: line.name, kind, isAsked: holds && isReadDaily(kind) && isInUseOn(line, events, db.clock.today()), ...(holds ? {} : { isNoLonger: true as const }), ...(line.serial === undefined ? {} : { serial: line.serial }), ...(location === undefined ? {} : { location }) };
}

/** Every alarm of a place, the oldest first. */
export function alarmsOf(db: StationDatabase, { _id: equipmentId }: Equipment, { name, location, kind }: ColdPlace): ColdAlarmRow[] {
  return deriveColdAlarms(kind, db.coldChain.readingsOf(equipmentId), db.coldChain.decisionsOf(equipmentId)).map((alarm): ColdAlarmRow => ({
    place: { equipmentId, name, kind, ...(location === undefined ? {} : { location }) }, kind: alarm.kind, worstC: alarm.worstC, isOpen: alarm.isOpen, decisions: alarm.decisions,
    from: momentOf(alarm.readings[0]!), until: momentOf(alarm.readings.at(-1)!), readingIds: alarm.readings.map(({ _id }) => _id), lots: alarm.isOpen ? lotsInQuestion(db, alarm) : [],
  }));
}

/** The book does not say in which fridge a lot lies: all that are in stock. */
function lotsInQuestion(db: StationDatabase, { kind }: ColdAlarm) {
  const lots = db.stock.medicines().filter((medicine) => isLotInQuestion(medicine, kind)).flatMap(({ _id }) => db.stock.lotsOf(_id));
  return lots.filter(({ _id }) => db.stock.balance(_id) > 0).sort(byExpiry).map((lot) => lotRow(lot, db));
}

const order = ({ name, serial = '', _id }: Equipment): string => `${foldForSearch(name)} ${foldForSearch(serial)} ${_id}`;
