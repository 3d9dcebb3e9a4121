/** `500 mg` stays on one line: the number never ends a line without its unit. */
export const keepUnits = (text: string): string => text.replace(/(\d) (?=(?:mg|g|mcg|µg|ml|l|%|UI|IU|viên|°C)(?![\p{L}\d]))/gu, '$1\u00a0');
