/** What the record itself says: which one it was marked as, and whether it is struck out. */
interface Written { sameAs?: string; voided?: true }

/**
 * The record that stands for the person of this one. No PC makes chains of links, but two that are apart may mark a record and the one it was marked as, mark two as each other, or strike out
 * what the other one marks as the first. Nobody is lost by that: links are followed to their end; of records marked as each other the one with the smallest id stands, and before one that is struck out
 * the last that is not. `written`: `undefined` of a record that has not come here yet, which stands all the same. [PAT34]
 */
export function standsFor(id: string, written: (id: string) => Written | undefined): string {
  const way: { id: string; voided: boolean }[] = [];
  for (let at = id; ; ) {
    const its = written(at);
    if (!its) return at;
    const circle = way.findIndex((one) => one.id === at);
    if (circle !== -1) {
      const inIt = way.slice(circle);
      const usable = inIt.filter(({ voided }) => !voided);
      return (usable.length > 0 ? usable : inIt).map((one) => one.id).sort()[0]!;
    }
    way.push({ id: at, voided: its.voided === true });
    if (its.sameAs === undefined) return way.findLast(({ voided }) => !voided)?.id ?? at;
    at = its.sameAs;
  }
}
