import type { Locator, Page } from '@playwright/test';
import { words } from '../support/words.ts';

const { supply } = words;

export interface StockIn { medicine: string; option: string; lotNumber: string; expiresOn: string; quantity: string }

/** The store room: what is there by lot, receipts, dispensing. */
export class StorePage {
  readonly page: Page;
  constructor(page: Page) { this.page = page; }

  private get form(): Locator { return this.page.getByTestId('stock-in-form'); }
  get medicines(): Locator { return this.page.getByTestId('medicine-list').getByRole('listitem'); }
  get detail(): Locator { return this.page.getByTestId('medicine-detail'); }
  get lots(): Locator { return this.page.getByTestId('lots').locator('tbody tr'); }

  async takeIn(kind: 'receive' | 'opening', { medicine, option, lotNumber, expiresOn, quantity }: StockIn): Promise<void> {
    await this.page.getByRole('button', { name: supply[kind], exact: true }).first().click();
    await this.form.locator('input[name="medicine"]').or(this.form.getByRole('combobox')).first().fill(medicine);
    await this.page.getByRole('option', { name: option }).first().click();
    await this.form.getByRole('textbox', { name: supply.field.lotNumber, exact: true }).fill(lotNumber);
    await this.form.getByRole('textbox', { name: supply.field.expiresOn, exact: true }).fill(expiresOn);
    await this.form.getByRole('textbox', { name: new RegExp(`^${supply.field.quantity}`) }).fill(quantity);
    await this.form.getByRole('button', { name: kind === 'receive' ? supply.saveReceive : supply.saveOpening }).click();
    await this.form.waitFor({ state: 'hidden' });
  }

  /** On the dispense form of a person already chosen. */
  async dispense(medicine: string, option: string, quantity: string, dosage: string): Promise<void> {
    const form = this.page.getByTestId('dispense-form');
    await form.getByRole('combobox', { name: supply.field.medicine }).or(form.getByPlaceholder(supply.search)).first().fill(medicine);
    await this.page.getByRole('option', { name: option }).first().click();
    await form.getByRole('textbox', { name: supply.field.quantity }).first().fill(quantity);
    await form.getByRole('textbox', { name: supply.field.dosage }).first().fill(dosage);
    await form.getByRole('button', { name: supply.saveDispense, exact: true }).click();
  }
}
