/** Body mass index (kg/m²) outside of it is more often a slip of the keyboard, a lost decimal comma, than a person. FROM KNOWLEDGE. */
const PLAUSIBLE_BMI = { leastOfAdult: 10, least: 5, most: 60 };

/** Whether weight and height together are hard to believe. It is said, never refused: what is true may be written. */
export function isImplausibleBmi(bmi: number, adult: boolean): boolean {
  return bmi > PLAUSIBLE_BMI.most || bmi < (adult ? PLAUSIBLE_BMI.leastOfAdult : PLAUSIBLE_BMI.least);
}
