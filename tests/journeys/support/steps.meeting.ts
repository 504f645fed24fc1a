import { asks, sends, type Posted } from './api.ts'
import type { Person } from './person.ts'

type Item = { id: string; state: { id: string }; mine: object | null }
export type Held = { version: number; items: Item[] }

/** Plans a meeting by its form. Gives its path. */
export async function plansMeeting(cell: Person, at: string, room: string): Promise<string> {
  await cell.open('/reunions')
  await cell.write('Jour et heure', at)
  await cell.write('Salle', room)
  await cell.page.getByRole('button', { name: 'Prévoir la réunion' }).click()
  await cell.page.waitForURL(/\/reunions\/[0-9a-f-]{36}/)
  await cell.look()
  return new URL(cell.page.url()).pathname
}

/** Presses one button of the meeting at hand, and waits for what it changes there. */
export async function presses(person: Person, name: string, shows: string, within = 'main'): Promise<void> {
  const part = person.page.locator(within)
  await part.getByRole('button', { name }).first().click()
  await part.getByText(shows).first().waitFor()
  await person.look()
}

/** The first press only asks: nothing is given yet. */
export async function asksToVote(member: Person, voice: string, within: string): Promise<void> {
  await member.page.locator(within).getByRole('link', { name: voice, exact: true }).click()
  await member.page.locator(within).getByText('Ce vote ne pourra plus changer').waitFor()
}

/** Records that a member is there, in the words of the list of presences; the gauge counts them. */
export async function isThere(cell: Person, who: string, presence: string, counted: string): Promise<void> {
  const line = cell.page.locator('li', { hasText: who }).filter({ has: cell.page.locator('select') })
  await line.getByRole('combobox').selectOption({ label: presence })
  await line.getByRole('button', { name: /^Noter/ }).click()
  await cell.page.locator('svg text', { hasText: counted }).waitFor()
}

const api = (path: string) => `/api${path.replace('/reunions', '/meetings')}`
export const readsMeeting = (person: Person, path: string) => asks<Held>(person, api(path))

/** A member gives a voice on every item where they have not spoken: `voiceOf` by the place on the agenda. */
export async function speaksOnTheRest(
  member: Person,
  path: string,
  voiceOf: (nth: number) => 'in_favour' | 'against' | 'abstained'
): Promise<void> {
  const { items } = await readsMeeting(member, path)
  const voices: Posted[] = items.flatMap(({ id, state, mine }, nth) =>
    state.id === 'waiting' && mine === null
      ? [{ path: `${api(path)}/commands/vote`, body: { itemId: id, voice: voiceOf(nth) } }]
      : []
  )
  for (const { status, json } of await sends(member, voices))
    if (status !== 200) throw new Error(`a voice was refused: ${JSON.stringify(json)}`)
}

/** The secretary closes the vote of every item that still waits; the reason counts where the elements are found insufficient. */
export async function decidesTheRest(cell: Person, path: string): Promise<void> {
  for (;;) {
    const { version, items } = await readsMeeting(cell, path)
    const waiting = items.filter(({ state }) => state.id === 'waiting')
    if (waiting.length === 0) return
    const acts = waiting.map(({ id }, index) => ({
      path: `${api(path)}/commands/item.decide`,
      body: { itemId: id, reason: 'means' },
      version: version + index
    }))
    for (const { status, json } of await sends(cell, acts))
      if (status !== 200) throw new Error(`an item was not decided: ${JSON.stringify(json)}`)
  }
}
