/** Births at term, births before it, losses, living children. */
export interface Para { term: number; preterm: number; lost: number; living: number }
export type TypedPara = { para: Para } | { problem: 'notAPara' } | { empty: true };

/** The four digits of the card, together or apart: `1001`, `1-0-0-1`, `1 0 0 1`. */
export function parseTypedPara(typed: string): TypedPara {
  const read = typed.trim();
  if (read === '') return { empty: true };
  const found = /^(\d)[\s.,/-]?(\d)[\s.,/-]?(\d)[\s.,/-]?(\d)$/.exec(read);
  if (!found) return { problem: 'notAPara' };
  const [term = 0, preterm = 0, lost = 0, living = 0] = found.slice(1).map(Number);
  return { para: { term, preterm, lost, living } };
}

export const formatPara = ({ term, preterm, lost, living }: Para): string => [term, preterm, lost, living].join('');

/** `1 0 0 1` that was understood becomes `1001` when its field is left. */
export function tidyPara(typed: string): string {
  const read = parseTypedPara(typed);
  return 'para' in read ? formatPara(read.para) : typed;
}
