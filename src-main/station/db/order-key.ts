/** Characters of an order that are compared at once; what is equal in them is compared whole. */
const charactersPerNumber = 10;
const numbers = 2;
/** Bytes of one key. */
export const orderKeyBytes = numbers * 8;

/**
 * The beginning of an order as two numbers that compare as the texts do, as far as they tell: five bits a character, where several rare
 * characters share a code.
 */
export function orderKey(order: string): [number, number] {
  const part = (from: number): number => {
    let value = 0;
    for (let n = from; n < from + charactersPerNumber; n += 1) value = value * 32 + codeOf(order.charCodeAt(n));
    return value;
  };
  return [part(0), part(charactersPerNumber)];
}

/** 0 for the end, 1 for a space, 2 for digits, 3 to 28 for a to z, 29 for what comes after. */
function codeOf(character: number): number {
  if (Number.isNaN(character) || character < 32) return 0;
  if (character < 48) return 1;
  if (character < 97) return 2;
  return character > 122 ? 29 : character - 94;
}
