/** One thing the station did or that broke, as its log has it. */
export interface LogLine { at: string; event: string; /** The id a person was told when something broke. */ faultId?: string; facts: Record<string, unknown> }
