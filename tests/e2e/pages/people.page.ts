import type { Locator, Page } from '@playwright/test';
import { words } from '../support/words.ts';

const { people } = words;

export interface NewPerson { fullName: string; sex: keyof typeof words.sexes; bornOn: string; nationalId?: string; noIdReason?: keyof typeof people.noIdReasons; village?: string; phone?: string; householdHead?: string; allergy?: string }

/** The list of people: search, choose, open, register. */
export class PeoplePage {
  readonly page: Page;
  constructor(page: Page) { this.page = page; }

  get search(): Locator { return this.page.getByRole('combobox', { name: people.search }); }
  get rows(): Locator { return this.page.getByRole('listbox', { name: people.title }).getByRole('option'); }
  row(name: string): Locator { return this.rows.filter({ hasText: name }); }

  async open(name: string): Promise<void> {
    await this.search.fill(name);
    await this.row(name).first().click();
  }

  async register(person: NewPerson): Promise<void> {
    await this.page.getByRole('button', { name: people.register }).first().click();
    const text = (label: string): Locator => this.page.getByRole('textbox', { name: label, exact: true });
    await text(people.field.fullName).fill(person.fullName);
    await this.page.getByRole('radiogroup', { name: people.field.sex }).getByText(words.sexes[person.sex], { exact: true }).click();
    await text(people.field.bornOn).fill(person.bornOn);
    if (person.nationalId !== undefined) await text(people.field.nationalId).fill(person.nationalId);
    if (person.noIdReason !== undefined) {
      await this.page.getByRole('combobox', { name: people.field.noIdReason }).click();
      await this.page.getByRole('option', { name: people.noIdReasons[person.noIdReason] }).click();
    }
    if (person.village !== undefined) await text(people.field.village).fill(person.village);
    if (person.householdHead !== undefined) await text(people.field.householdHead).fill(person.householdHead);
    if (person.phone !== undefined) await text(people.field.phone).fill(person.phone);
    if (person.allergy !== undefined) {
      await this.page.getByRole('button', { name: people.addAllergy }).click();
      await text(people.field.allergySubstance).fill(person.allergy);
    }
    await this.save.click();
  }

  get save(): Locator { return this.page.getByRole('button', { name: people.save }); }
}
