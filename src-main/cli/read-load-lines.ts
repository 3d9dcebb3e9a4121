import { createHash } from 'node:crypto';
import { canonicalJson } from '../../src-shared/domain/common/canonical-json.ts';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import type { OperationRequest } from '../station/operations/run-operation.ts';
import { splitLines } from './split-lines.ts';

export type LoadLine = { line: number; request: OperationRequest; /** Length of its text. */ size: number } | { line: number; refusal: Refusal };

const fields = new Set(['key', 'operation', 'input']);

/**
 * The lines of a load file as requests, one after another; what is not a request is a refusal: `LineTooLong {max}`, `NotUtf8`,
 * `MalformedJson`, `NotAnObject`, `UnknownField {field}`, `OperationMissing`, `InputMissing`, `InvalidKey`. Blank lines are passed over.
 * A line without `key` gets one from its content and how often that content has come, so the same file loaded again is the same work.
 */
export async function* readLoadLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<LoadLine> {
  const occurrences = new Map<string, number>();
  for await (const { line, text, problem } of splitLines(input)) {
    if (problem) { yield { line, refusal: problem }; continue; }
    if (text.trim() === '') continue;
    const parsed = parse(text);
    if ('refusal' in parsed) { yield { line, refusal: parsed.refusal }; continue; }
    const { key, operation, input: operationInput } = parsed;
    yield { line, size: text.length, request: { operation, input: operationInput, key: key ?? keyOf({ operation, input: operationInput }, occurrences) } };
  }
}

function parse(text: string): { key?: string; operation: string; input: unknown } | { refusal: Refusal } {
  let content: unknown;
  try { content = JSON.parse(text); } catch { return { refusal: { code: 'MalformedJson' } }; }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return { refusal: { code: 'NotAnObject' } };
  const { key, operation, input } = content as Record<string, unknown>;
  const unknown = Object.keys(content).find((field) => !fields.has(field));
  if (unknown !== undefined) return { refusal: { code: 'UnknownField', field: unknown.slice(0, 60) } };
  if (typeof operation !== 'string') return { refusal: { code: 'OperationMissing' } };
  if (input === undefined) return { refusal: { code: 'InputMissing' } };
  if (key !== undefined && (typeof key !== 'string' || key.length < 1 || key.length > 200)) return { refusal: { code: 'InvalidKey' } };
  return { key, operation, input };
}

function keyOf(content: { operation: string; input: unknown }, occurrences: Map<string, number>): string {
  const hash = createHash('sha256').update(canonicalJson(content)).digest('base64url').slice(0, 27);
  const occurrence = (occurrences.get(hash) ?? 0) + 1;
  occurrences.set(hash, occurrence);
  return `line:${hash}:${occurrence}`;
}
