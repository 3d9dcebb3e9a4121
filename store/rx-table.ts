import { getPrimaryFieldOfPrimaryKey } from 'rxdb/plugins/core';
import type { RxDocumentData, RxJsonSchema } from 'rxdb/plugins/core';
import { internalsOf } from './core-internals.ts';
import { isPlainField } from './document-table.ts';
import type { StorageCore } from './types.ts';

export interface RxTableName { databaseName: string; collectionName: string; version: number }

/**
 * The document table of an RxDB collection: the collection `patients` is the table `patients`, which the application may also
 * declare and commit to itself; schema version 2 of it is `patients~2`. Where databases lie apart the
 * name is `<database>/patients`.
 */
export function rxTableName({ databaseName, collectionName, version }: RxTableName, isApart: boolean): string {
  return `${isApart ? `${databaseName}/` : ''}${collectionName}${version === 0 ? '' : `~${version}`}`;
}

/** Name of the first RxDB database opened on this file: this one, where none was before. */
export function firstDatabase(core: StorageCore, databaseName: string): string {
  const { meta } = internalsOf(core);
  const known = meta.get('rxdb');
  if (known === undefined) meta.set('rxdb', databaseName);
  return known ?? databaseName;
}

/** Creates the table with the indexes of the schema, beside those the application declares itself. */
export function defineRxTable<T>(core: StorageCore, name: string, schema: RxJsonSchema<RxDocumentData<T>>): void {
  const primaryKey = getPrimaryFieldOfPrimaryKey(schema.primaryKey) as string;
  internalsOf(core).tables.define({ name, primaryKey, indexes: indexesOf(schema, primaryKey) }, 'schema');
}

/** RxDB adds `_deleted` before and the primary key behind every index, and two on `_meta.lwt`: the table has those anyway. */
function indexesOf<T>(schema: RxJsonSchema<RxDocumentData<T>>, primaryKey: string): string[][] {
  return (schema.indexes ?? []).flatMap((index) => {
    const fields = (Array.isArray(index) ? index : [index]).map(String).filter((field) => field !== '_deleted');
    const withoutKey = fields.at(-1) === primaryKey ? fields.slice(0, -1) : fields;
    if (withoutKey.length === 0 || withoutKey[0] === '_meta.lwt') return [];
    return withoutKey.every((field) => field === primaryKey || isPlainField(field)) ? [withoutKey] : [];
  });
}
