import type { HubBook } from '../provisioning/hub-book.ts';
import { childUnits, ownerOf } from '../provisioning/unit-owners.ts';
import { unitsAbove, unitsOnceAbove } from './org-table.ts';

export interface WhoseUnit {
  /** The child hubs it goes through today, by their own units; empty where it enters at this hub itself; `undefined` where nobody brought it yet. */
  children: readonly string[] | undefined;
  /** By the organisation data; else by who came first. */
  isByOrg: boolean;
}

const CHILD = 'child.';

/** Through whom a station's records come to the hub of `hubUnit` on that day: what the organisation data says, where it leads here, else who brought them first. */
export function whoseUnit(book: HubBook, hubUnit: string, unit: string, on: string): WhoseUnit {
  const above = unitsAbove(book, unit, on);
  const children = above.size ? childUnits(book).filter((child) => above.has(child)) : [];
  if (children.length || above.has(hubUnit)) return { children, isByOrg: true };
  const owner = ownerOf(book, unit);
  return { children: owner === undefined ? undefined : owner === '' ? [] : [owner.slice(CHILD.length)], isByOrg: false };
}

/** A child hub through which the unit came before: it may still hold what has not come here. */
export const cameThrough = (book: HubBook, unit: string, child: string, on: string): boolean => ownerOf(book, unit) === CHILD + child || unitsOnceAbove(book, unit, on).has(child);

/** Whether a unit lies below another one on that day, or is it; by the organisation data, else by what came through it. */
export function isInArea(book: HubBook, hubUnit: string, unit: string, area: string, on: string): boolean {
  if (unit === area) return true;
  const { children, isByOrg } = whoseUnit(book, hubUnit, unit, on);
  return isByOrg ? unitsAbove(book, unit, on).has(area) : children?.includes(area) === true;
}
