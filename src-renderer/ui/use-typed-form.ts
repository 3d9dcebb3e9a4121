import { useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../i18n/say.ts';
import { isMissing, type Problems } from './problems.ts';

export interface TypedField { name: string; value: string; error: string | undefined; onChange(event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void; onBlur(): void; /** Stands below the name. */ description?: ReactNode }

export interface TypedForm<T> {
  content: T;
  touched: boolean;
  set(patch: Partial<T>): void;
  /** Props of a text field; `tidy` rewrites what was typed when the field is left, never before. */
  text(name: keyof T & string, tidy?: (typed: string) => string): TypedField;
  /** Words for what is wrong at a path, once it may be said. */
  errorAt(path: string): string | undefined;
  leave(path: string): void;
  /** What a reviewer said at a path (`withComments`). */
  commentAt?(path: string): string | undefined;
  /** Says everything that is wrong; true when nothing is. Puts the cursor at the first wrong field. `judged`: a draft asks for less. */
  check(judged?: Problems): boolean;
  problemCount: number;
  /** Begins anew with this content, nothing said yet. */
  restart(content: T): void;
  /** To put on the form element. */
  ref: React.RefObject<HTMLFormElement | null>;
}

/** A form whose content is what was typed, as typed. `restored`: it was left before, so what is wrong in it is said at once. */
export function useTypedForm<T extends object>(initial: T, problemsOf: (content: T) => Problems, restored = false): TypedForm<T> {
  const { t } = useTranslation();
  const [content, setContent] = useState(initial);
  const [touched, setTouched] = useState(restored);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const ref = useRef<HTMLFormElement>(null);
  const problems = problemsOf(content);

  const set = (patch: Partial<T>) => { setTouched(true); setContent((before) => ({ ...before, ...patch })); };
  const leave = (path: string) => { setLeft((before) => (before.has(path) ? before : new Set(before).add(path))); };
  const errorAt = (path: string) => {
    const problem = problems[path];
    if (!problem || !(tried || ((restored || left.has(path)) && !isMissing(problem)))) return undefined;
    const { code, ...facts } = problem;
    return say(t, code.startsWith('refusals.') ? code : `problems.${code}`, facts);
  };

  return {
    content, touched, set, leave, errorAt, ref,
    text: (name, tidy) => ({
      name,
      value: String(content[name] ?? ''),
      error: errorAt(name),
      onChange: (event) => { set({ [name]: event.currentTarget.value } as Partial<T>); },
      onBlur: () => {
        leave(name);
        const typed = String(content[name] ?? '');
        const tidied = tidy?.(typed) ?? typed;
        if (tidied !== typed) set({ [name]: tidied } as Partial<T>);
      },
    }),
    check: (judged = problems) => {
      const fine = Object.values(judged).every((problem) => problem === undefined);
      if (fine) return true;
      setTried(true);
      setTimeout(() => { ref.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]')?.focus(); }, 30);
      return false;
    },
    restart: (fresh) => { setContent(fresh); setTouched(false); setTried(false); setLeft(new Set()); },
    problemCount: tried ? Object.values(problems).filter((problem) => problem !== undefined).length : 0,
  };
}
