/** Who speaks, after sign-in. `unit` is the station's, or the child hub's own. */
export type Principal =
  | { kind: 'device'; user: string; unit: string; device: string }
  | { kind: 'child'; user: string; unit: string }
  | { kind: 'administrator'; user: string; unit: string };
