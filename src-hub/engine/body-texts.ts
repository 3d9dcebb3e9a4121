const texts = new WeakMap<object, string>();

/** Remembers the JSON a body was read from, so that it need not be written out again; only for bodies nobody changes. */
export function keepBodyText(body: object, text: string): void {
  texts.set(body, text);
}

export const bodyText = (body: object): string => texts.get(body) ?? JSON.stringify(body);
