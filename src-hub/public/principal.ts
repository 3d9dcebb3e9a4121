/** Who speaks, after sign-in. `unit` is the station's, the child hub's own, or the one whose subtree the administrator's account is for. */
export type Principal =
  | { kind: 'device'; user: string; unit: string; device: string }
  | { kind: 'child'; user: string; unit: string }
  | { kind: 'administrator'; user: string; unit: string };
