import { asks } from './api.ts'
import type { Person } from './person.ts'

type Lines = {
  items: { id: string; situation: { state: string; label: string } }[]
  next: string | null
  counts: { todo: { n: number } }
}

/** Every case of the operation, as one organisation's list has it. */
export async function everyCase(person: Person): Promise<Lines['items']> {
  const found: Lines['items'] = []
  let after = ''
  for (;;) {
    const { items, next } = await asks<Lines>(person, `/api/cases?view=all&limit=50${after}`)
    found.push(...items)
    if (next === null) return found
    after = `&cursor=${encodeURIComponent(next)}`
  }
}

export const flagged = async (person: Person) =>
  (await everyCase(person)).filter(({ situation }) => situation.state === 'flagged')

const button = 'Examiner la recevabilité : les dossiers cochés'
/** What the page says once the cases that are ticked were triaged. */
export async function triages({ page }: Person): Promise<string> {
  const sent = page.waitForResponse((response) => response.url().includes('/together'))
  await page.getByRole('button', { name: button }).click()
  await sent
  await page.locator('button[aria-busy]').waitFor({ state: 'detached' })
  return page.locator('.result').innerText()
}
/** Opens the list where the button is, page after page; whether it is anywhere. */
export async function seeksTriage(person: Person): Promise<boolean> {
  const there = () => person.page.getByRole('button', { name: button }).isVisible()
  const next = person.page.getByRole('link', { name: 'Voir la suite' })
  await person.open('/aujourdhui')
  while (!(await there()) && (await next.isVisible())) await person.open((await next.getAttribute('href'))!)
  return there()
}
export async function ticksAll({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Cocher ou décocher tous' }).click()
}
export async function triagesTicked(person: Person, some: number): Promise<string> {
  await person.open('/aujourdhui')
  for (const box of (await person.page.getByRole('checkbox').all()).slice(0, some)) await box.check()
  return triages(person)
}
