import { FieldComment } from './FieldComment.tsx';
import type { TypedForm } from './use-typed-form.ts';

/** A form whose fields carry what a reviewer said at them, by their paths. */
export function withComments<T>(form: TypedForm<T>, comments: Readonly<Record<string, string>>): TypedForm<T> {
  const commentAt = (path: string) => comments[path];
  return { ...form, commentAt, text: (name, tidy) => { const said = commentAt(name); return { ...form.text(name, tidy), ...(said === undefined ? {} : { description: <FieldComment text={said} /> }) }; } };
}
