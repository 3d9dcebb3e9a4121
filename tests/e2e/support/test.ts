import { test as base } from '@playwright/test';
import { EncounterFormPage } from '../pages/encounter-form.page.ts';
import { FramePage } from '../pages/frame.page.ts';
import { PeoplePage } from '../pages/people.page.ts';
import { PersonPage } from '../pages/person.page.ts';
import { SignInPage } from '../pages/sign-in.page.ts';
import { person, World, type Station } from './world.ts';
import { watchWords } from './wrong-words.ts';

interface Journey {
  /** Every screen is looked at for what nobody should read; not where that would disturb what is measured. */
  watchesWords: boolean; readsNoCode: void;
  world: World;
  signIn: SignInPage; frame: FramePage; people: PeoplePage; person: PersonPage; encounter: EncounterFormPage;
  /** Opens the station's page and signs its one person in. */
  enter(station: Station): Promise<void>;
}

/** A journey: a world of its own and the pages of one browser. */
export const test = base.extend<Journey>({
  watchesWords: [true, { option: true }],
  readsNoCode: [async ({ browser, watchesWords }, use) => {
    const found: (() => string[])[] = [];
    const newContext = browser.newContext.bind(browser);
    // Those of reviewers and second stations too.
    if (watchesWords) browser.newContext = async (options) => { const context = await newContext(options); found.push(await watchWords(context)); return context; };
    await use();
    browser.newContext = newContext;
    base.expect(found.flatMap((of) => of()), 'words nobody should read').toEqual([]);
  }, { auto: true }],
  world: async ({}, use, testInfo) => {
    const world = new World();
    await use(world);
    if (testInfo.status !== testInfo.expectedStatus) for (const { name, text } of world.logs()) await testInfo.attach(name, { body: text, contentType: 'text/plain' });
    await world.end();
  },
  signIn: ({ page }, use) => use(new SignInPage(page)),
  frame: ({ page }, use) => use(new FramePage(page)),
  people: ({ page }, use) => use(new PeoplePage(page)),
  person: ({ page }, use) => use(new PersonPage(page)),
  encounter: ({ page }, use) => use(new EncounterFormPage(page)),
  enter: ({ signIn, frame }, use) => use(async (station) => {
    await signIn.open(station.address);
    await signIn.signIn(person.displayName, person.password);
    await frame.navigation.waitFor();
  }),
});

export { expect } from '@playwright/test';
