import { beforeAll, describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import type { Person } from '../support/person.ts'
import { keepPictures, openStage } from '../support/stage.ts'

const stage = await forFile(openStage())
const login = 'asso.rhone'
let nadia: Person

const mine = `(select id from person where subject = '${login}')`
const press = (who: Person, button: string | RegExp) =>
  who.page.getByRole('button', { name: button }).first().click()
const reads = (who: Person, words: string | RegExp) => who.page.getByText(words).first().waitFor()

beforeAll(async () => {
  await stage.wait()
  await stage.db.owner.query(
    `insert into membership (person_id, org_id, role) select m.person_id, m.org_id, 'cell_member' from membership m where m.person_id = ${mine}`
  )
  nadia = await stage.enter(login)
}, 60_000)

describe('somebody of an association who holds a seat of the cell', () => {
  it('finds both roles from the header, and no page of the first outlives the change, in no tab', async () => {
    keepPictures(nadia)
    await nadia.open('/signaler')
    const other = await nadia.page.context().newPage()
    await other.goto('/signaler')
    await other.locator('main form').first().waitFor()
    await nadia.follow('Changer de rôle')
    expect(new URL(nadia.page.url()).pathname).toBe('/compte')
    await press(nadia, /^Agir comme Membre de la cellule/i)
    await nadia.page.waitForURL((url) => url.pathname !== '/compte')
    await reads(nadia, 'Membre de la cellule')
    expect(await nadia.statusOf('/signaler')).not.toBe(200)
    // The page in the other tab was of the association.
    await other.locator('main form').first().waitFor({ state: 'detached' })
    expect(await other.locator('header').innerText()).toMatch(/membre de la cellule/i)
    await other.close()
  })

  it('finds their access from their account without managing any, on a phone and without a script', async () => {
    const phone = await stage.enter(login, { javaScript: false, phone: true })
    keepPictures(phone)
    await phone.open('/compte')
    const wide = await phone.page.evaluate<number>('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(390)
    await press(phone, /^Agir comme/)
    await phone.page.waitForURL((url) => url.pathname !== '/compte')
    await phone.open('/compte')
    await phone.follow('Mes accès et mes absences')
    expect(await phone.page.getByRole('heading', { level: 3 }).count()).toBe(2)
    await phone.page.locator('summary', { hasText: 'Modifier' }).first().click()
    await phone.page.getByRole('link', { name: 'Enregistrer un relais dans « Équipe »' }).first().waitFor()
    await press(phone, 'Noter l’absence')
    await reads(phone, 'absence en cours')
    expect(await phone.statusOf('/equipe')).toBe(200)
  })

  // What the page that is left still asks with the session of the role before is answered 401, as it must be.
  it('and nothing else was wrong on any page', () => stage.expectCleanPages(/· \/compte ·.*status of 401/))
})
