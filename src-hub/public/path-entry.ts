/** A unit on the way up, as its hub names itself. */
export interface PathEntry { unit: string; tier: string; name?: string }
