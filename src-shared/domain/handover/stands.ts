import type { CarriedRecord } from './handover.schema.ts';

/** A record that came along and still holds at the station that wrote it: no voided encounter or dose, no dispense that was undone. */
export const stands = ({ body }: Pick<CarriedRecord, 'body'>): boolean => body['status'] !== 'voided' && body['status'] !== 'reversed' && body['voided'] === undefined;
