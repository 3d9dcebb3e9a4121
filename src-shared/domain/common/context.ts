/** What every rule and operation is given instead of reaching for it (style, habit 7). */
export interface WorkContext {
  /** Instant of the work, ISO 8601 UTC. */
  readonly now: string;
  /** Today in the unit's zone (Asia/Ho_Chi_Minh), `YYYY-MM-DD`. */
  readonly today: string;
  readonly unit: string;
  readonly device: string;
  /** Account name of the person working. */
  readonly account: string;
  readonly displayName: string;
  readonly role: Role;
  /** A new id: `newId('patients')` → `patients:<uuidv7>`. */
  readonly newId: (idPrefix: string) => string;
  /** Next hybrid-logical-clock stamp for `version`. */
  readonly nextVersion: () => string;
}

export const roles = ['healthWorker', 'assistantDoctor', 'doctor', 'pharmacist', 'head'] as const;
export type Role = (typeof roles)[number];
