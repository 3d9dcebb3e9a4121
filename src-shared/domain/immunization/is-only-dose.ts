import { immunizationSchedule } from './immunization-schedule.ts';

/** The schedule has one dose of this vaccine and this is it: its number says nothing. */
export const isOnlyDose = ({ vaccine, doseNumber }: { vaccine: string; doseNumber: number }): boolean => doseNumber === 1 && immunizationSchedule.filter((one) => one.vaccine === vaccine).length === 1;
