/** The codes of an answer that says no; none for any other answer. Codes are ours: they hold nothing of a person. */
export function refusedCodes(answer: unknown): string[] {
  const { ok, refusals } = (answer ?? {}) as { ok?: unknown; refusals?: unknown };
  if (ok !== false || !Array.isArray(refusals)) return [];
  return refusals.map((refusal: { code?: unknown } | null) => String(refusal?.code));
}
