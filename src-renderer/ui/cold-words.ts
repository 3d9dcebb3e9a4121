import type { TFunction } from 'i18next';
import type { ColdAlarmRow } from '../../src-shared/contract/cold-chain.ts';
import { readableC } from '../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import { formatDate } from './format.ts';
import { parseTypedNumber, type TypedNumber } from './parse-typed-number.ts';

/** −1,5 with a real minus, as thermometers show it. */
export const degrees = (value: number, language: string): string => value.toFixed(1).replace('-', '−').replace('.', language === 'vi' ? ',' : '.');

/** A temperature as typed from a thermometer; the minus of a telephone's keyboard too. */
export const parseTypedTemperature = (typed: string): TypedNumber => parseTypedNumber(typed.replace(/^\s*[−–]\s*/, '-'), { ...readableC, decimals: 1 });

export const momentWords = (moment: string): string => `${moment.slice(11)} ${formatDate(moment.slice(0, 10))}`;

/** `−1,5 °C, có thể đã đông băng`. */
export const alarmWords = ({ worstC, kind }: Pick<ColdAlarmRow, 'worstC' | 'kind'>, t: TFunction, language: string): string => t('coldChain.said', { worst: degrees(worstC, language), what: t(`coldChain.alarm.${kind}`) });
export const alarmWhen = ({ from, until }: Pick<ColdAlarmRow, 'from' | 'until'>, t: TFunction): string => (from === until ? t('coldChain.at', { at: momentWords(from) }) : t('coldChain.span', { from: momentWords(from), until: momentWords(until) }));
