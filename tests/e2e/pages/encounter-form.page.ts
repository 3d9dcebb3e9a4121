import type { Locator, Page } from '@playwright/test';
import { words } from '../support/words.ts';

const { encounters } = words;
type Vital = keyof typeof encounters.vitals;

/** Checkup or visit: measures, findings, diagnoses, what to do. */
export class EncounterFormPage {
  readonly page: Page;
  constructor(page: Page) { this.page = page; }

  text(label: string): Locator { return this.page.getByRole('textbox', { name: label, exact: true }); }
  vital(name: Vital): Locator { return this.page.locator(`input[data-vital="${name}"]`); }
  /** What was found the time before. */
  get last(): Locator { return this.page.getByTestId('last-encounter'); }
  get bmi(): Locator { return this.page.getByTestId('bmi'); }
  get submit(): Locator { return this.page.getByRole('button', { name: encounters.submit, exact: true }); }
  get wrong(): Locator { return this.page.getByRole('alert'); }

  async measure(values: Partial<Record<Vital, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.vital(name as Vital).fill(value);
  }

  async notMeasured(name: Vital, reason: keyof typeof encounters.notMeasuredReasons): Promise<void> {
    await this.page.getByRole('button', { name: `${encounters.vitals[name]}: ${encounters.notMeasured}` }).click();
    await this.page.getByRole('menuitem', { name: encounters.notMeasuredReasons[reason] }).click();
  }

  async fill(fields: Partial<Record<'reason' | 'symptoms' | 'treatment' | 'advice', string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await this.text(encounters.field[name as 'reason']).fill(value);
  }

  async diagnose(text: string, icd10: string): Promise<void> {
    await this.page.getByRole('combobox', { name: encounters.field.diagnosisText, exact: true }).first().fill(text);
    await this.text(encounters.field.icd10).first().fill(icd10);
  }

  async conclude(healthClass: keyof typeof encounters.classes): Promise<void> {
    await this.page.getByRole('radio', { name: `${healthClass} ${encounters.classes[healthClass]}` }).or(this.page.getByRole('radio', { name: `${healthClass}${encounters.classes[healthClass]}` })).first().click();
  }
}
