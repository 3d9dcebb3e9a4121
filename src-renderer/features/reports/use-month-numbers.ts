import type { QueryAnswer } from '../../../src-shared/contract/queries.ts';
import { reportForms, type ReportForm, type ReportNumber } from '../../../src-shared/domain/report/report-lines.ts';
import { useLive, type Live } from '../../api/use-live.ts';

/** The parts of a month as they are counted now, each when it is there. */
export interface MonthNumbers { forms: Readonly<Record<ReportForm, Live<'reportForm'>>>; /** How many parts are counted. */ done: number; /** Of all parts, once they are. */ numbers: ReportNumber[] | undefined }

export function useMonthNumbers(month: string): MonthNumbers {
  const forms = {
    people: useLive('reportForm', { month, form: 'people' }), mothers: useLive('reportForm', { month, form: 'mothers' }), children: useLive('reportForm', { month, form: 'children' }), vaccination: useLive('reportForm', { month, form: 'vaccination' }),
    visits: useLive('reportForm', { month, form: 'visits' }), chronic: useLive('reportForm', { month, form: 'chronic' }), stock: useLive('reportForm', { month, form: 'stock' }), diseases: useLive('reportForm', { month, form: 'diseases' }), cold: useLive('reportForm', { month, form: 'cold' }),
  };
  const counted = reportForms.flatMap((form): QueryAnswer<'reportForm'>[] => { const { answer, current } = forms[form]; return answer && current ? [answer] : []; });
  return { forms, done: counted.length, numbers: counted.length === reportForms.length ? counted.flatMap(({ numbers }) => numbers) : undefined };
}
