import { beforeAll, describe, expect, it } from 'vitest'
import { forFile } from '../support/for-file.ts'
import type { Person } from './support/person.ts'
import { keepPictures, openStage } from './support/stage.ts'

const stage = await forFile(openStage())
const [lead, mate] = ['asso.rhone', 'asso.rhone.ouest']
/** As the sign-in page calls that account. */
const named = 'Solène Garnier'
let nadia: Person
let solene: Person
let id: string

beforeAll(async () => {
  await stage.wait()
  await stage.colleague(lead, mate)
  id = await stage.tell.flagged(lead, { metOn: stage.day() })
  nadia = await stage.enter(lead, { javaScript: false })
  solene = await stage.enter(mate)
}, 60_000)

const press = (who: Person, button: string | RegExp) =>
  who.page.getByRole('button', { name: button }).first().click()
const done = (who: Person) => who.page.getByText('C’est enregistré.').first().waitFor()
const pathOf = () => `/dossiers/${id}`

describe('an association works in teams, without a script', () => {
  it('from its first team on, which changes nothing for anybody', async () => {
    keepPictures(nadia, solene)
    expect(await solene.statusOf(pathOf())).toBe(200)
    await nadia.open('/equipe')
    await nadia.page.locator('#new-name').fill('Lyon')
    await press(nadia, 'Créer l’équipe')
    await done(nadia)
    expect(await solene.statusOf(pathOf())).toBe(200)
  })

  it('puts its people in others, and whoever left the first reads none of its cases', async () => {
    keepPictures(nadia, solene)
    await nadia.page.locator('#new-name').fill('Ouest lyonnais')
    await press(nadia, 'Créer l’équipe')
    await done(nadia)
    const team = (name: string) => nadia.page.getByRole('region', { name, exact: true })
    await team('Ouest lyonnais').getByLabel('Ajouter une personne').selectOption({ label: named })
    await team('Ouest lyonnais').getByRole('button', { name: 'Ajouter', exact: true }).click()
    await done(nadia)
    await team('Lyon')
      .getByRole('button', { name: `Retirer ${named}` })
      .click()
    await done(nadia)
    expect(await solene.statusOf(pathOf())).toBe(404)
    await solene.open('/equipe')
    expect(await solene.text()).toContain('Aucun dossier à montrer')
  })

  it('gives a case by one form, and both sides find it where it now is', async () => {
    await nadia.open('/equipe')
    await nadia.page
      .getByLabel(/^Choisir le dossier/)
      .first()
      .check()
    await nadia.page.getByLabel('À qui').selectOption({ label: 'Ouest lyonnais' })
    await press(nadia, 'Confier')
    await done(nadia)
    expect(await solene.statusOf(pathOf())).toBe(200)
    await solene.open('/equipe')
    expect(await solene.text()).toContain('Ouest lyonnais')
    await solene.page.setViewportSize({ width: 360, height: 720 })
    const wide = await solene.page.evaluate<number>('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(360)
    await solene.page.setViewportSize({ width: 1360, height: 900 })
  })

  it('hands a case back from its own page, and closes a team that follows none any more', async () => {
    await nadia.open(pathOf())
    await nadia.page.getByText('Confier ce dossier').click()
    await nadia.page.locator('#hand-to').selectOption({ label: 'Lyon' })
    await press(nadia, 'Confier')
    await done(nadia)
    expect(await solene.statusOf(pathOf())).toBe(404)
    const west = nadia.page.getByRole('region', { name: 'Ouest lyonnais', exact: true })
    await west.getByText('Fermer l’équipe', { exact: true }).click()
    await west.getByRole('button', { name: 'Fermer l’équipe Ouest lyonnais' }).click()
    await done(nadia)
    expect(await nadia.page.getByRole('region', { name: 'Ouest lyonnais', exact: true }).count()).toBe(0)
  })

  it('on pages that are clean for whoever leads, with a script as well', async () => {
    const leading = await stage.enter(lead)
    await leading.open('/equipe')
    if (process.env['PICTURE'])
      await leading.page.screenshot({ path: process.env['PICTURE'], fullPage: true })
    stage.expectCleanPages()
  })

  it('says beside the form what it lacks, and keeps what was typed', async () => {
    await nadia.open('/equipe')
    await nadia.page.locator('#cover-since').fill(stage.day(3))
    await nadia.page.locator('#cover-until').fill(stage.day(1))
    await nadia.page.locator('#cover-coverId').selectOption({ label: named })
    await nadia.inVain(async () => {
      await press(nadia, 'Enregistrer l’absence')
      await nadia.page.getByText('Le dernier jour suit le premier').first().waitFor()
    })
    expect(await nadia.page.locator('#cover-since').inputValue()).toBe(stage.day(3))
  })

  it('shows whoever stands in what they may say, and not who leads nor that a team closes', async () => {
    keepPictures(nadia, solene)
    await nadia.page.locator('#new-name').fill('Est lyonnais')
    await press(nadia, 'Créer l’équipe')
    await done(nadia)
    const names = (who: Person) => who.page.getByRole('button', { name: /encadr/i }).count()
    const closes = (who: Person) => who.page.getByText('Fermer l’équipe', { exact: true }).count()
    expect([(await names(nadia)) > 0, await closes(nadia)]).toEqual([true, 2])
    await nadia.page.locator('#cover-since').fill(stage.day())
    await nadia.page.locator('#cover-until').fill(stage.day(1))
    await nadia.page.locator('#cover-coverId').selectOption({ label: named })
    await press(nadia, 'Enregistrer l’absence')
    await done(nadia)
    await solene.open('/equipe')
    await solene.page.getByText('Renommer').first().waitFor()
    expect([await names(solene), await closes(solene)]).toEqual([0, 0])
    stage.expectCleanPages()
  })
})
