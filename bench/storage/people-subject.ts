import type { PersonBody } from '../support/people.ts';

/** One way to keep and search people; every subject finds as many as the others. */
export interface PeopleSubject {
  /** Opens, or makes, the file. */
  open(place: string): void;
  close(): void;
  /** One batch, on disk when it returns. */
  insert(people: readonly PersonBody[]): void;
  /** Reads the first 50 people for a text typed, by given name, and answers how many there are. */
  search(text: string): number;
}

export const peopleShown = 50;
