import type { Empty } from './empty.ts'
import type { Person } from './person.ts'

export const press = (who: Person, button: string | RegExp): Promise<void> =>
  who.page.getByRole('button', { name: button, exact: true }).first().click()
export const reads = (who: Person, words: string | RegExp): Promise<void> =>
  who.page.getByText(words).first().waitFor()

/** Opens the letter, signs in from there, and accepts. */
export const accepts = async (stage: Empty, login: string): Promise<Person> => {
  const [letter] = await stage.letters()
  const who = await stage.enter(login, false)
  await who.open(new URL(letter!.url).pathname)
  await who.page.getByRole('link', { name: 'Se connecter' }).last().click()
  await who.page.locator(`button[formaction$="/${login}"]`).click()
  await reads(who, 'On vous invite à rejoindre')
  await who.look()
  await press(who, 'Accepter l’invitation')
  await who.page.waitForURL(({ pathname }) => !pathname.startsWith('/invitation'))
  return who
}

/** From the page of an organisation's people. */
export const invites = async (who: Person, email: string, { manages = false, role = '' } = {}) => {
  if (role) await who.choose('Rôle', role)
  await who.write('Courriel professionnel', email)
  if (manages) await who.page.getByLabel('Cette personne gère aussi les accès').check()
  await press(who, /^(Envoyer|Proposer) l’invitation$/)
  await reads(who, /^Invitation (envoyée|proposée)$/)
}

/** What one person proposed, by another. */
export const confirms = async (second: Person): Promise<void> => {
  await second.open('/organisations')
  // What they proposed themselves waits for somebody else.
  await second.page.getByRole('button', { name: 'Confirmer', exact: true, disabled: false }).first().click()
  await second.page.waitForLoadState()
  await second.look()
}

/** Proposed by one, accredited by the other; the first is left on its page. */
export const creates = async (
  admin: Person,
  second: Person,
  { name, kind }: Record<'name' | 'kind', string>
) => {
  await admin.open('/organisations')
  await admin.write('Nom', name)
  await admin.page.locator('#new-type').selectOption({ label: kind })
  await admin.page.locator('#new-territory').selectOption('69')
  await press(admin, 'Créer et proposer l’accréditation')
  await admin.page.getByRole('heading', { level: 1, name }).waitFor()
  await admin.look()
  await confirms(second)
}

const saved = (who: Person) => who.page.getByText('C’est enregistré.').first().waitFor()

/** A team of the page of teams. */
export const foundsTeam = async (lead: Person, name: string): Promise<void> => {
  await lead.open('/equipe')
  await lead.page.locator('#new-name').fill(name)
  await press(lead, 'Créer l’équipe')
  await saved(lead)
  await lead.look()
}

/** From one team to another, on the page of teams. */
export const movesTo = async (lead: Person, who: string, { from, to }: Record<'from' | 'to', string>) => {
  const team = (name: string) => lead.page.getByRole('region', { name, exact: true })
  await team(to).getByLabel('Ajouter une personne').selectOption({ label: who })
  await team(to).getByRole('button', { name: 'Ajouter', exact: true }).click()
  await saved(lead)
  await team(from)
    .getByRole('button', { name: `Retirer ${who}` })
    .click()
  await saved(lead)
  await lead.look()
}

/** Hands over the case at hand, from its own page. */
export const handsOver = async (lead: Person, path: string, to: string): Promise<void> => {
  await lead.open(path)
  await lead.page.getByText('Confier ce dossier').click()
  await lead.page.locator('#hand-to').selectOption({ label: to })
  await press(lead, 'Confier')
  await saved(lead)
  await lead.look()
}
