import { coldPlaceKind } from '../cold-chain/cold-place.ts';
import { proposeColdPlace } from '../cold-chain/propose-cold-place.ts';
import { foldForSearch } from '../common/fold-for-search.ts';
import type { AddEquipmentInput, coldPlaceAnswers, equipmentSources } from '../facility/equipment.schema.ts';
import { starterEquipment } from '../facility/starter-equipment.ts';
import type { ColumnMap } from './import-fields.ts';
import { readDate, readQuantity, type ReadCell } from './read-cells.ts';
import { createRowReader, type RowReader, type RowReading } from './row-reading.ts';
import { cellText, type Cell } from './table.ts';

/** One line of a list of equipment: the things as the register is to have them, and what is wrong with all of them. */
export interface EquipmentLine { line: Omit<AddEquipmentInput, 'id' | 'inCharge'>; state?: 'broken' | 'condemned' }

type Source = (typeof equipmentSources)[number];

/** Words of lists for how a thing is, folded (FROM KNOWLEDGE); the first that fits counts, so what is wrong stands before what is right ("không hoạt động" holds "hoạt động"). */
const stateWords: readonly (readonly [RegExp, 'working' | 'broken' | 'condemned'])[] = [
  [/thanh ly|loai bo|khong (con )?(su dung|dung) duoc|hong (han|nang)|condemned|scrap|beyond repair/, 'condemned'],
  [/hong|^hu\b|hu hong|khong (hoat dong|tot)|sua chua|cho sua|can sua|broken|repair|not working/, 'broken'],
  [/^tot$|^moi$|hoat dong|dang (su )?dung|con (su )?dung|binh thuong|su dung (duoc|tot)|con tot|working|good|in use|^ok$|^new$/, 'working'],
];
/** As above, for where the money or the thing came from; the narrower word first. */
const sourceWords: readonly (readonly [RegExp, Source])[] = [
  [/vien tro|aid/, 'aid'], [/tai tro|tang|bieu|cho khong|donat|gift/, 'donation'], [/du an|chuong trinh|muc tieu|programme|program|project/, 'programme'],
  [/su nghiep|thu vien phi|nguon thu|tu co|tu mua|quy phat trien|own/, 'ownRevenue'], [/cap tren|tuyen tren|trung tam|so y te|bo y te|duoc cap|dieu chuyen|upper/, 'upperLevel'], [/ngan sach|nsnn|nha nuoc|budget|state/, 'stateBudget'],
];

type ColdPlace = (typeof coldPlaceAnswers)[number];

/** As above, for what a thing keeps vaccines as. */
const coldWords: readonly (readonly [RegExp, ColdPlace])[] = [
  [/^(khong|k|no|none)\b/, 'none'], [/tu (dong|am)|lanh am|am sau|freezer/, 'freezer'], [/hom|thung|phich|box|carrier/, 'coldBox'], [/tu (lanh|mat|bao quan)|fridge|refrigerator/, 'fridge'],
];

/** A line as equipment; `undefined` for an empty one. `headings`: of the columns, which may say that prices are in thousands. Nobody's name is read: the resources of a station name no person. */
export function rowToEquipment(cells: readonly Cell[], columns: ColumnMap, headings: readonly string[]): RowReading<EquipmentLine> | undefined {
  const row = createRowReader(cells, columns);
  if (row.isEmpty) return undefined;
  const usual = usualThing(row.text('equipmentCode'), row.text('equipmentName'));
  const name = row.text('equipmentName') ?? usual?.name;
  if (name === undefined) row.problem('equipmentName', 'Missing');
  const countUnit = row.text('countUnit') ?? usual?.countUnit;
  if (countUnit === undefined) row.problem('countUnit', 'Missing');
  const quantity = row.read('pieces', readQuantity) ?? (row.has('serial') && !row.has('pieces') ? 1 : undefined);
  if (quantity === undefined && !row.has('pieces')) row.problem('pieces', 'Missing');
  const day = (field: string) => row.read(field, (cell) => readDate(cell, false));
  const rest = {
    code: row.text('equipmentCode') ?? usual?.code, serial: row.text('serial'), model: row.text('model'), maker: row.text('maker'), country: row.text('country'),
    yearMade: row.read('yearMade', readYear), receivedOn: row.read('receivedOn', (cell) => readDate(cell, true)), source: row.read('source', readSource),
    priceVnd: price(row, quantity ?? 1, (field) => headings[columns[field] ?? -1] ?? ''), location: row.text('location'), coldPlace: row.read('coldPlace', (cell) => readColdPlace(cell, { name: name ?? '', code: usual?.code })), calibratedOn: day('calibratedOn'), calibrationDueOn: day('calibrationDueOn'),
  };
  const state = row.read('state', readState);
  if (row.problems.length > 0 || name === undefined || countUnit === undefined || quantity === undefined) return { ok: false, problems: row.problems };
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ok: true, input: { line: { name, countUnit, quantity, ...said }, ...(state === 'broken' || state === 'condemned' ? { state } : {}) }, repairs: row.repairs };
}

function usualThing(code: string | undefined, name: string | undefined) {
  const byCode = code === undefined ? undefined : starterEquipment.find((thing) => thing.code === code.toUpperCase());
  if (name === undefined) return byCode;
  const folded = foldForSearch(name);
  return starterEquipment.find((thing) => foldForSearch(thing.name) === folded);
}

function readState(cell: Cell | undefined): ReadCell<'working' | 'broken' | 'condemned'> {
  const said = foldForSearch(cellText(cell));
  const found = stateWords.find(([words]) => words.test(said));
  return found ? { value: found[1] } : { problem: 'StateUnclear' };
}

function readSource(cell: Cell | undefined): ReadCell<Source> {
  const said = foldForSearch(cellText(cell));
  const found = sourceWords.find(([words]) => words.test(said));
  return found ? { value: found[1] } : { value: 'other', repaired: 'OtherSource' };
}

/** A bare yes is what the name says it is, or looks like. */
function readColdPlace(cell: Cell | undefined, thing: { name: string; code: string | undefined }): ReadCell<ColdPlace> {
  const said = foldForSearch(cellText(cell));
  const value = /^(co|x|yes|v)$/.test(said) ? coldPlaceKind({ ...thing, coldPlace: undefined }) ?? proposeColdPlace({ ...thing, coldPlace: undefined }) : coldWords.find(([words]) => words.test(said))?.[1];
  return value ? { value } : { problem: 'ColdPlaceUnclear' };
}

function readYear(cell: Cell | undefined): ReadCell<number> {
  const read = readDate(cell, true);
  return 'problem' in read ? read : { value: Number(read.value.slice(0, 4)) };
}

/** Of one piece, in đồng: a price of one, or one of all the pieces; in thousands or millions where the heading says so. */
function price(row: RowReader, quantity: number, headingOf: (field: string) => string): number | undefined {
  const field = ['price', 'priceOfAll'].find((one) => row.has(one));
  if (field === undefined) return undefined;
  const heading = foldForSearch(headingOf(field));
  const factor = /trieu|million/.test(heading) ? 1_000_000 : /nghin|ngan|1[ .,]?000|thousand/.test(heading) ? 1000 : 1;
  return row.read(field, (cell) => {
    const read = readAmount(cell);
    if ('problem' in read) return read;
    const each = Math.round((read.value * factor) / (field === 'priceOfAll' ? quantity : 1));
    return { value: each, ...(each === read.value ? {} : { repaired: 'PriceOfOne' }) };
  });
}

/** An amount of money: `12.500.000`, `12,500,000 đ`, `12,5` where thousands or millions are counted. Problem: `NotAnAmount`. */
function readAmount(cell: Cell | undefined): ReadCell<number> {
  if (typeof cell === 'number') return cell >= 0 ? { value: cell } : { problem: 'NotAnAmount' };
  const text = cellText(cell).replace(/\s|đồng|đ|vnđ|vnd/giu, '');
  if (/^\d{1,3}([.,]\d{3})+$/.test(text)) return { value: Number(text.replace(/[.,]/g, '')) };
  return /^\d+([.,]\d{1,2})?$/.test(text) ? { value: Number(text.replace(',', '.')) } : { problem: 'NotAnAmount' };
}
