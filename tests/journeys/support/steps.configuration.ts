import type { Person } from './person.ts'

export type Version = { version: string; effectiveOn: string; note: string }

/** A draft, copied from the version in force. */
export async function writesVersion(admin: Person, { version, effectiveOn, note }: Version): Promise<void> {
  await admin.open('/configuration')
  await admin.write('Nom de la version', version)
  await admin.write('Prend effet le', effectiveOn)
  await admin.write('Pourquoi cette version', note)
  await admin.page.getByRole('button', { name: 'Créer le brouillon' }).click()
  await admin.page.getByRole('heading', { level: 1, name: `Version ${version}` }).waitFor()
  await admin.look()
}

/** Opens one part of the version, unless it stands open. */
export async function unfolds({ page }: Person, part: string): Promise<void> {
  const fold = page.locator('details', { has: page.getByRole('heading', { name: part }) })
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click()
}

/** The length of one clock, as the version under the eyes writes it. */
export async function lasts({ page }: Person, clock: string, length: string): Promise<void> {
  await page.getByRole('group', { name: clock, exact: true }).getByLabel('Nombre').fill(length)
}

/** Saves the draft, and waits for what the page then says of it. */
export async function saves(admin: Person, shows: string | RegExp): Promise<void> {
  await admin.page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await admin.page.getByText(shows).first().waitFor()
  await admin.look()
}

/** Asks what would change if the cases of one version went to another. */
export async function previews(admin: Person, version: string, from: string): Promise<string> {
  await admin.open(`/configuration/${version}/bascule`)
  const { page } = admin
  const value = await page.getByRole('option', { name: new RegExp(`^${from} `) }).getAttribute('value')
  await page.getByRole('combobox').selectOption(value)
  await page.getByRole('button', { name: 'Voir ce qui changerait' }).click()
  await page.getByRole('heading', { name: 'Par délai' }).waitFor()
  await admin.look()
  return admin.text()
}

/** Starts the move that was previewed. Gives its identifier. */
export async function moves(admin: Person): Promise<string> {
  await admin.page.getByLabel('J’ai lu l’aperçu').check()
  await admin.page.getByRole('button', { name: /^Faire passer \d+ dossiers?$/ }).click()
  await admin.page.waitForURL(/\/configuration\/bascules\//)
  await admin.look()
  return new URL(admin.page.url()).pathname.split('/').at(-1)!
}
