import { describe, expect, it } from 'vitest'
import { reflecting } from '../support/permitted.ts'
import type { Person } from '../support/person.ts'
import { keepPictures, openStage } from '../support/stage.ts'
import { forFile } from '../../support/for-file.ts'

const stage = await forFile(openStage())
const tooWide = ({ page }: Person) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
const rows = ({ page }: Person) => page.locator('table.worklist tbody tr').count()

describe('a list that speaks its trade', () => {
  it('reads the stay to the prefecture on a phone without JavaScript, is narrowed, kept and removed', async () => {
    await reflecting(stage)
    const plain = await stage.enter('prefecture.69', { javaScript: false })
    keepPictures(plain)
    const { page } = plain
    await page.setViewportSize({ width: 320, height: 700 })
    await plain.open('/dossiers')
    expect(await plain.text()).toMatch(/Réflexion en cours[^]*Jour \d+ sur 30[^]*du \d+/)
    expect(await tooWide(plain)).toBe(false)

    await page.locator('summary', { hasText: 'Filtrer et trier' }).click()
    await page.getByLabel('Étape', { exact: true }).selectOption({ label: 'Titre demandé (0)' })
    await page.getByRole('button', { name: 'Appliquer' }).click()
    expect(await plain.text()).toContain('Aucun dossier ne répond à ces filtres')
    await page.locator('summary', { hasText: 'Filtrer et trier' }).click()
    await page.getByLabel('Étape', { exact: true }).selectOption({ label: 'Réflexion (1)' })
    await page.getByRole('button', { name: 'Appliquer' }).click()
    expect(await rows(plain)).toBe(1)
    expect(await tooWide(plain)).toBe(false)

    await page.getByRole('button', { name: 'Garder cette liste' }).click()
    const kept = page.getByRole('navigation', { name: 'Vos listes gardées' })
    await kept.getByRole('link', { name: 'Tous · Réflexion' }).waitFor()
    await plain.open('/dossiers')
    await kept.getByRole('link', { name: 'Tous · Réflexion' }).click()
    expect(await rows(plain)).toBe(1)
    await kept.getByRole('button', { name: /^Retirer/ }).click()
    expect(await kept.count()).toBe(0)
  })

  it('has the first filters at hand with JavaScript, on pages that axe finds nothing on', async () => {
    const reader = await stage.enter('prefecture.69')
    keepPictures(reader)
    await reader.open('/dossiers')
    await reader.page.locator('summary', { hasText: 'Filtrer et trier' }).click()
    await reader.page.getByLabel('Trier par').selectOption({ label: 'La prochaine échéance' })
    await reader.page.getByRole('button', { name: 'Appliquer' }).click()
    await reader.page.waitForURL(/tri=due/)
    await reader.look()
    expect(await rows(reader)).toBeGreaterThan(0)
    stage.expectCleanPages()
  })

  it('says on a phone what is unread, and has every desk within two presses', async () => {
    await stage.wait()
    const id = await stage.tell.flagged()
    const cell = await stage.enter('cellule.69')
    const worker = await stage.enter('asso.rhone')
    keepPictures(cell, worker)
    await cell.open(`/dossiers/${id}`)
    await cell.does('Examiner la recevabilité')
    await stage.letters()
    const { page } = worker
    await page.setViewportSize({ width: 390, height: 844 })
    await worker.open('/aujourdhui')
    const fold = page.locator('header summary')
    expect(await fold.innerText()).toMatch(/\d/)
    await fold.click()
    for (const name of [/^Informations/, /^Échéances/])
      expect(await page.locator('header').getByRole('link', { name }).isVisible()).toBe(true)
    expect(await tooWide(worker)).toBe(false)
    stage.expectCleanPages()
  })
}, 180_000)

describe('a list of clocks', () => {
  it('is narrowed without JavaScript, and says that what it hides runs all the same', async () => {
    await stage.tell.flagged('asso.rhone', { metOn: stage.day() })
    const plain = await stage.enter('asso.rhone', { javaScript: false })
    keepPictures(plain)
    const { page } = plain
    await plain.open('/echeances')
    const clocks = () => page.locator('a.row-link').count()
    const all = await clocks()
    await plain.follow('Filtrer')
    expect(await page.getByLabel('Trier par').count()).toBe(0)
    await page.getByLabel('Personnes', { exact: true }).selectOption({ label: 'Personnes mineures' })
    await page.getByRole('button', { name: 'Appliquer' }).click()
    await page.waitForURL(/personnes=minor/)
    expect(await plain.text()).toContain('un délai caché court quand même')
    await page.getByLabel('Personnes', { exact: true }).selectOption({ label: 'Avec enfants' })
    await page.getByRole('button', { name: 'Appliquer' }).click()
    await page.waitForURL(/personnes=children/)
    expect(await clocks()).toBeGreaterThan(0)
    expect(await clocks()).toBeLessThanOrEqual(all)
    await plain.follow('Tout afficher')
    expect(await clocks()).toBe(all)
  })
}, 120_000)

describe('the places of a country', () => {
  it('are weighed on the line of who waits for one', async () => {
    const { tell, day } = stage
    const how = { language: 'bin', means: 'in_person' }
    const id = await tell.presumed({ metOn: day() })
    await tell.act('asso.rhone', id, 'person.inform', { on: day(), ...how, helpWithoutConsent: true })
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['B', 'C'], ...how })
    await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    const desk = await stage.enter('acse', { phone: true })
    keepPictures(desk)
    await desk.open('/aujourdhui')
    expect(await desk.text()).toMatch(/\d places? libres? sur \d+ convien/)
    expect(await tooWide(desk)).toBe(false)
  })

  it('open on the free ones, and all have an address too', async () => {
    const desk = await stage.enter('acse')
    keepPictures(desk)
    const { page } = desk
    await page.setViewportSize({ width: 390, height: 844 })
    await desk.open('/places')
    expect(await page.getByLabel('État de la place').inputValue()).toBe('free')
    expect(await tooWide(desk)).toBe(false)
    await desk.open('/places?etat=toutes')
    expect(await page.getByLabel('État de la place').inputValue()).toBe('toutes')
    await page.getByLabel('État de la place').selectOption({ label: 'hors service' })
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.waitForURL(/etat=out/)
    await desk.look()
    stage.expectCleanPages()
  })
}, 120_000)
