import { z } from 'zod';
import type { Role } from '../domain/common/context.ts';
import { operations, type OperationName } from './operations.ts';
import { queries, type QueryName } from './queries.ts';

type JsonSchema = Record<string, unknown>;
export interface OperationDescription { operation: OperationName; input: JsonSchema; example: unknown; /** The example as a line of `station load`. */ line: { operation: OperationName; input: unknown }; roles: readonly Role[]; refusals: readonly string[] }
export interface QueryDescription { query: QueryName; input: JsonSchema; example: unknown; watches: readonly string[] }

/** What `tramxa station schema OPERATION` prints: the input as JSON Schema (2020-12) made from the zod schema that checks it, an example that fits and the line that runs it, who may, and every refusal. */
export function describeOperation(name: OperationName): OperationDescription {
  const { input, example, roles, refusals } = operations[name];
  return { operation: name, input: toJsonSchema(input), example, line: { operation: name, input: example }, roles, refusals };
}

export function describeQuery(name: QueryName): QueryDescription {
  const { input, example, watches } = queries[name];
  return { query: name, input: toJsonSchema(input), example, watches };
}

export const operationNames = Object.keys(operations) as OperationName[];
export const queryNames = Object.keys(queries) as QueryName[];

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
export function isQueryName(name: string): name is QueryName {
  return Object.hasOwn(queries, name);
}

/** Of what a caller writes, before trimming and NFC; refinements (a day that exists) have no JSON Schema and stay unsaid. */
function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
}
