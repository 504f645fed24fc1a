import type { Empty } from '../journeys/support/empty.ts'
import type { Person } from '../journeys/support/person.ts'
import { confirms, creates, invites, press, reads } from '../journeys/support/steps.opening.ts'
import { costOf, type Cost } from './count.ts'

/** What it costs to open the house, by part, in the words of the table; `aim`: minutes at the most. */
export const openingParts = {
  house: {
    words: 'from the first administrator to a cell that works: a second one, the cell, its secretary',
    aim: 30
  },
  colleague: { words: 'a secretary invites a colleague, who comes in', aim: 2 }
} as const

export type OpeningPart = keyof typeof openingParts
export type Opened = Record<OpeningPart, Cost>

const sum = (costs: readonly Cost[]): Cost => ({
  screens: costs.reduce((all, { screens }) => all + screens, 0),
  clicks: costs.reduce((all, { clicks }) => all + clicks, 0),
  typed: costs.reduce((all, { typed }) => all + typed, 0)
})

/** Of whoever comes by a letter, from its link: the provider's own pages are not the house's. */
const accepting = async (stage: Empty, login: string): Promise<{ who: Person; cost: Cost }> => {
  const [letter] = await stage.letters()
  const who = await stage.enter(login, false)
  await who.page.goto(new URL(letter!.url).pathname)
  const arrives = await costOf(who, () => who.page.getByRole('link', { name: 'Se connecter' }).last().click())
  await who.page.locator(`button[formaction$="/${login}"]`).click()
  await reads(who, 'On vous invite à rejoindre')
  const accepts = await costOf(who, async () => {
    await press(who, 'Accepter l’invitation')
    await who.page.waitForURL(({ pathname }) => !pathname.startsWith('/invitation'))
  })
  return { who, cost: sum([arrives, accepts]) }
}

/** Both at work: what one does and the other confirms. */
const together = async (one: Person, other: Person, does: () => Promise<unknown>): Promise<Cost> => {
  const costs: Cost[] = []
  costs.push(await costOf(other, async () => costs.push(await costOf(one, does))))
  return sum(costs)
}

const cellName = 'Cellule du Rhône'

/** An empty country, opened by hand until its cell works, and a colleague more. */
export async function walkOpening(stage: Empty): Promise<Opened> {
  await stage.invite('admin')
  const admin = await stage.enter('admin')
  await admin.page.goto('/organisations')
  const asks = await costOf(admin, async () => {
    await admin.follow('Inviter une seconde personne')
    await invites(admin, 'admin.bis@exemple.invalid', { role: 'administration' })
  })
  const second = await accepting(stage, 'admin.bis')
  const cell = await together(admin, second.who, () =>
    creates(admin, second.who, { name: cellName, kind: 'cellule départementale' })
  )
  const named = await together(admin, second.who, async () => {
    await admin.follow('Personnes et invitations')
    await invites(admin, 'cellule.69@exemple.invalid', { manages: true })
    await confirms(second.who)
  })
  const secretary = await accepting(stage, 'cellule.69')
  await secretary.who.page.goto('/aujourdhui')

  await secretary.who.page.goto('/personnes')
  const invited = await costOf(secretary.who, () => invites(secretary.who, 'inconnue.org@exemple.invalid'))
  const colleague = await accepting(stage, 'inconnue.org')
  return {
    house: sum([asks, second.cost, cell, named, secretary.cost]),
    colleague: sum([invited, colleague.cost])
  }
}
