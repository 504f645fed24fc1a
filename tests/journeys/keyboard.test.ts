import { beforeAll, describe, expect, it } from 'vitest'
import { asks } from './support/api.ts'
import type { Person } from './support/person.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { forFile } from '../support/for-file.ts'

const stage = await forFile(openStage())
beforeAll(async () => {
  await stage.wait()
}, 60_000)

// Said to the browser in its own words: the tests do not know its objects.
const focused = `(() => {
  const one = document.activeElement ?? document.body
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
  const visible = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  return { words: one.getAttribute('aria-label') ?? one.innerText ?? '', visible }
})()`

/** Goes by Tab to what bears this name, as somebody without a mouse does, and says whether its focus can be seen. */
const tabTo = async ({ page }: Person, name: RegExp) => {
  for (let steps = 0; steps < 120; steps++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate<{ words: string; visible: boolean }>(focused)
    if (name.test(at.words.trim())) return expect([at.words, at.visible]).toEqual([at.words, true])
  }
  throw new Error(`the keyboard never came to ${name.source}`)
}

describe('the house', () => {
  it('has every page of their rooms without a fault that axe knows', async () => {
    await stage.tell.flagged()
    for (const login of ['cellule.69', 'acse', 'foyer.azur', 'miprof', 'admin', 'dpo', 'prefecture.69']) {
      const someone = await stage.enter(login)
      const { nav } = await asks<{ nav: string[] }>(someone, '/api/me')
      expect(nav.length).toBeGreaterThan(0)
      const links = await someone.page.locator('nav a').all()
      const rooms = await Promise.all(links.map((link) => link.getAttribute('href')))
      for (const room of new Set([...rooms.filter((one) => one !== null), '/compte']))
        await someone.open(room)
      await someone.page.context().close()
    }
    stage.expectCleanPages()
  })

  it('goes from the day’s page to an act that is done by the keyboard alone', async () => {
    const cell = await stage.enter('cellule.69')
    keepPictures(cell)
    await cell.open('/aujourdhui')
    await tabTo(cell, /^Examiner la recevabilité/)
    await cell.page.keyboard.press('Enter')
    await cell.page.waitForURL(/\/dossiers\//)
    await cell.look()
    await tabTo(cell, /^Examiner la recevabilité$/)
    await cell.page.keyboard.press('Enter')
    await cell.page
      .getByText(/^C’est (fait|enregistré)/)
      .first()
      .waitFor()
    stage.expectCleanPages()
  })

  it('finds an act of the case at hand from wherever one is, opened by its first letters', async () => {
    const cell = await stage.enter('cellule.69')
    await cell.open('/dossiers')
    const [first] = await cell.page.locator('main a[href^="/dossiers/"]').all()
    await cell.open((await first!.getAttribute('href'))!)
    const open = async () => {
      await cell.page.keyboard.press('Control+k')
      return cell.page.url().includes('/chercher?dossier=')
    }
    // A page that does not listen yet is pressed again.
    await expect.poll(open, { timeout: 20_000 }).toBe(true)
    await cell.look()
    const act = cell.page.locator('main a[href*="/agir/"]').first()
    const label = (await act.innerText()).trim()
    await cell.page.getByLabel('Que cherchez-vous').fill(label.slice(0, 9))
    await cell.page.keyboard.press('Enter')
    await cell.page.getByRole('heading', { level: 1, name: label }).waitFor()
    stage.expectCleanPages()
  })

  it('finds a case by its code, a page by its name and nobody by a name that is not theirs to open, without JavaScript', async () => {
    const cell = await stage.enter('membre.69', { javaScript: false })
    const reader = await stage.enter('membre.69')
    const { items } = await asks<{ items: { code: string }[] }>(reader, '/api/cases?view=all')
    const words = items[0]!.code
    await cell.open('/chercher')
    const looksFor = async (typed: string) => {
      await cell.page.getByLabel('Que cherchez-vous').fill(typed)
      await cell.page.locator('main').getByRole('button', { name: 'Chercher' }).click()
      await cell.page.locator(`main input[value="${typed}"]`).waitFor()
      await cell.page
        .getByText(/dossiers? ou orientations?/)
        .first()
        .waitFor()
      expect([typed, cell.page.url().includes('q=')]).toEqual([typed, false])
    }
    await looksFor('Canari Recherchée')
    expect(await cell.page.locator('main ul a').count()).toBe(0)
    await looksFor('reunio')
    expect(await cell.page.locator('main ul a').allInnerTexts()).toEqual(['Réunions'])
    await looksFor(words)
    expect(await cell.page.locator('main ul a').first().innerText()).toContain(words)
    await cell.page.locator('main ul a').first().click()
    await cell.page.waitForURL(/\/dossiers\//)
    stage.expectCleanPages()
  })

  it('finds by a word of her name whom its reader knows, with and without JavaScript', async () => {
    const id = await stage.tell.flagged('asso.rhone', { identity: { name: 'Canari Recherchée' } })
    for (const javaScript of [false, true]) {
      const asso = await stage.enter('asso.rhone', { javaScript })
      await asso.open('/chercher')
      await asso.page.getByLabel('Que cherchez-vous').fill('recherchee')
      await asso.page.keyboard.press('Enter')
      await asso.page
        .getByText(/même nom/)
        .first()
        .waitFor()
      await asso.look()
      expect(asso.page.url()).not.toMatch(/recherch[eé]e/i)
      const place = asso.page.locator(`main a[href="/dossiers/${id}"]`)
      expect(await place.innerText()).toContain('même nom')
      await place.click()
      await asso.page.waitForURL(new RegExp(id))
      await asso.page.context().close()
    }
    stage.expectCleanPages()
  })
}, 240_000)
