/** Shows a day, month or year: `1950-03-02` → `02/03/1950`, `1950-03` → `03/1950`, `1950` → `1950`. */
export function formatDate(date: string): string {
  return date.split('-').reverse().join('/');
}
