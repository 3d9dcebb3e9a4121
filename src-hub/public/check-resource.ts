import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { validateResourceDocument } from '../../src-shared/domain/supply/validate-resource-document.ts';

/** Why a document may not enter `resources-*` (decision 10: no person, no free text); names fields, never their content. */
export function resourceFault(document: DocumentBody): string | undefined {
  const refusals = validateResourceDocument(document);
  if (!refusals.length) return undefined;
  return refusals.slice(0, 10).map(({ code, field }) => (typeof field === 'string' ? `${code} ${field}` : code)).join(', ');
}
