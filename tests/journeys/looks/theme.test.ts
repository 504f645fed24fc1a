import AxeBuilder from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import type { Person } from '../support/person.ts'
import { keepPictures, openStage } from '../support/stage.ts'

const stage = await forFile(openStage())
const ground = ({ page }: Person) =>
  page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor')
const brightness = (colour: string) => Number(/\d+/.exec(colour)?.[0])

describe('a reader who wants a dark screen', () => {
  it('chooses it without a script, and has it on the next page as well', async () => {
    const plain = await stage.enter('asso.rhone', { javaScript: false })
    keepPictures(plain)
    const before = brightness(await ground(plain))
    await plain.page.getByRole('button', { name: 'Sombre' }).click()
    await plain.open('/dossiers')
    expect(await plain.page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(before).toBeGreaterThan(200)
    expect(brightness(await ground(plain))).toBeLessThan(60)
  })

  it('reads in it, of a day, lists, a case, an act, the sheet and figures, nothing that is too pale', async () => {
    const id = await stage.tell.presumed({ metOn: stage.day() })
    const worker = await stage.enter('asso.rhone')
    keepPictures(worker)
    await worker.page.getByRole('button', { name: 'Sombre' }).click()
    await worker.page.locator('html[data-theme=dark]').waitFor()
    const ofCase = ['', '/entretien', '/agir/contact.note', '/papier', '/histoire', '/echeances']
    const others = ['/aujourdhui', '/dossiers', '/echeances', '/orientations', '/chiffres', '/annuaire']
    for (const path of [...ofCase.map((part) => `/dossiers/${id}${part}`), ...others, '/signaler/danger']) {
      await worker.page.goto(path)
      const { violations, passes } = await new AxeBuilder({ page: worker.page })
        .withRules(['color-contrast'])
        .setLegacyMode(true)
        .analyze()
      expect([path, violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))]).toEqual([path, []])
      // It looked at something.
      expect(passes.flatMap(({ nodes }) => nodes).length).toBeGreaterThan(5)
    }
  })
})

describe('a case on paper', () => {
  it('is black on white though the screen is dark, whole, and without anything to press', async () => {
    const id = await stage.tell.presumed({ metOn: stage.day() })
    const worker = await stage.enter('asso.rhone')
    keepPictures(worker)
    await worker.open(`/dossiers/${id}/papier`)
    await worker.page.emulateMedia({ media: 'print' })
    expect(brightness(await ground(worker))).toBe(255)
    for (const pressed of await worker.page.locator('nav, form, button').all())
      expect(await pressed.isVisible()).toBe(false)
    const read = await worker.page.locator('main').innerText()
    expect(read).toMatch(/Victime présumée/)
    expect(read).toMatch(/TEH/)
    await worker.page.emulateMedia({ media: null })
  })
})

describe('the rooms of a reader who has many, on a desk', () => {
  it('are never cut: what does not fit stands under one word, without a script', async () => {
    const plain = await stage.enter('asso.rhone', { javaScript: false })
    keepPictures(plain)
    const { page } = plain
    await page.setViewportSize({ width: 1280, height: 800 })
    await plain.open('/aujourdhui')
    const cut = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('nav .links'))`
    for (const width of [900, 1024, 1150, 1279, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(cut), `${width} px`).toBe(0)
    }
    const folded = page.locator('nav details').getByRole('link')
    expect(await folded.count()).toBe(0)
    await page.locator('nav summary').click()
    expect(await folded.allInnerTexts()).toEqual(['Chiffres', 'Équipe', 'Annuaire'])
    await folded.last().click()
    expect(await page.locator('nav summary').innerText()).toContain('Annuaire')
  })
})
