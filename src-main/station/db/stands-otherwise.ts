/** The record this one was marked as, as it is written. */
export function linkOf(stored: object): string | undefined {
  const sameAs = 'sameAs' in stored ? (stored.sameAs as { patientId?: unknown } | undefined)?.patientId : undefined;
  return typeof sameAs === 'string' ? sameAs : undefined;
}

/** Whether a person's record was marked as another one, or struck out, and was not before; or the other way round. */
export function standsOtherwise(document: object, previous: object | undefined): boolean {
  const isVoided = (stored: object) => 'voided' in stored && stored.voided !== undefined;
  return linkOf(document) !== (previous && linkOf(previous)) || (previous !== undefined && isVoided(document) !== isVoided(previous));
}
