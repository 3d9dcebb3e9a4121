/** BHYT card: 15 characters VERIFIED (QĐ 1351/QĐ-BHXH 2015); 10 digits FROM KNOWLEDGE (QĐ 1666/QĐ-BHXH 2020). identity.json. */
const fifteen = /^[A-Z]{2}[1-5]\d{12}$/;
const ten = /^\d{10}$/;

/** Object codes on the card: groups 1–2 VERIFIED, later ones FROM KNOWLEDGE; an unknown code is a warning. */
const objectCodes = new Set((
  'DN HX CH NN TK HC XK HT TB NO CT XB TN CS QN CA CY XN MS CC CK CB KC HD TE BT HN DT DK XD TS TC TQ TA TY HG LS PV TV CN HS SV GB GD'
).split(' '));

/** Upper case, spaces and dashes removed. */
export function normalizeInsuranceNumber(typed: string): string {
  return typed.normalize('NFC').replace(/[\s\-]/g, '').toUpperCase();
}

export function isInsuranceNumber(number: string): boolean {
  return fifteen.test(number) || ten.test(number);
}

/** True for the 10-digit number and for a card whose first two letters are a known object code. */
export function isKnownInsuranceObject(number: string): boolean {
  return ten.test(number) || objectCodes.has(number.slice(0, 2));
}
