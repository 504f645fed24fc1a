import { describe, expect, it } from 'vitest'
import { guidesIn } from '../../../web/src/lib/help/guides.server.ts'
import { forFile } from '../../support/for-file.ts'
import type { Person } from '../support/person.ts'
import { keepPictures, openStage } from '../support/stage.ts'

const stage = await forFile(openStage({ daysAgo: 40 }))
const tooWide = ({ page }: Person) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
const hint = ({ page }: Person) => page.getByRole('form', { name: 'Indication' })

describe('somebody who is new here', () => {
  it('is told once by each desk what it is for, and no more, without JavaScript', async () => {
    const id = await stage.tell.flagged('asso.rhone', { metOn: stage.day() })
    await stage.tell.flagged('asso.rhone', { metOn: stage.day() })
    const plain = await stage.enter('asso.rhone', { javaScript: false, phone: true })
    keepPictures(plain)
    await plain.open(`/dossiers/${id}`)
    expect(await hint(plain).count()).toBe(0)
    await plain.open('/aujourdhui')
    expect(await hint(plain).innerText()).toMatch(/^Chaque jour commence ici/)
    await plain.page.getByRole('button', { name: 'Compris' }).click()
    expect(new URL(plain.page.url()).pathname).toBe('/aujourdhui')
    expect(await hint(plain).count()).toBe(0)
    await plain.open('/dossiers')
    expect(await hint(plain).count()).toBe(1)
    await plain.open('/aujourdhui')
    expect(await hint(plain).count()).toBe(0)
    await plain.open('/aide')
    await plain.page.getByRole('button', { name: 'Les montrer de nouveau' }).click()
    await plain.open('/aujourdhui')
    expect(await hint(plain).count()).toBe(1)
  })

  it('comes from there to the guide of the trade, whose pictures are asked for by that page alone', async () => {
    const plain = await stage.enter('asso.rhone', { javaScript: false, phone: true })
    keepPictures(plain)
    const { page } = plain
    const asked: string[] = []
    page.on('request', (one) => void (one.url().endsWith('.webp') && asked.push(one.url())))
    await plain.open('/aujourdhui')
    expect(asked).toEqual([])
    await hint(plain).getByRole('link', { name: 'Votre guide' }).click()
    await page.waitForURL('**/aide/association')
    const first = page.locator('article img').first()
    await first.scrollIntoViewIfNeeded()
    await page.waitForTimeout(1000)
    expect(asked.length).toBeGreaterThan(0)
    expect(await tooWide(plain)).toBe(false)
    expect(await page.locator('article img:not([alt]), article img[alt=""]').count()).toBe(0)
  })

  it('finds every guide and every word, in both languages, on pages that axe finds nothing on', async () => {
    const visitor = await stage.visitor('quelqu’un')
    keepPictures(visitor)
    await visitor.open('/aide')
    for (const { slug, title } of guidesIn('fr')) {
      await visitor.open(`/aide/${slug}`)
      expect(await visitor.page.getByRole('heading', { level: 1 }).innerText()).toBe(title)
    }
    await visitor.open('/aide/glossaire#jirs')
    expect(await visitor.text()).toContain('Juridiction interrégionale spécialisée')
    await visitor.page.getByRole('button', { name: 'English' }).click()
    await visitor.page.getByText('Specialised interregional court').waitFor()
    await visitor.open('/aide/enfance')
    expect(await visitor.text()).toContain('What one never does')
    await visitor.page.getByRole('button', { name: 'Français' }).click()
    stage.expectCleanPages()
  })
}, 240_000)

describe('somebody who knows the way', () => {
  it('goes through a list by J and K, which write where one writes', async () => {
    const worker = await stage.enter('asso.rhone')
    keepPictures(worker)
    const { page } = worker
    await worker.open('/dossiers')
    const at = () =>
      page.evaluate(`[...document.querySelectorAll('main a.row-link')].indexOf(document.activeElement)`)
    await page.keyboard.press('j')
    expect(await at()).toBe(-1)
    await page.getByRole('searchbox').first().fill('')
    await page.getByRole('searchbox').first().press('j')
    expect([await page.getByRole('searchbox').first().inputValue(), await at()]).toEqual(['j', -1])
    await page.locator('main h1').click()
    await page.keyboard.press('j')
    expect(await at()).toBe(0)
    await page.keyboard.press('j')
    expect(await at()).toBe(1)
    await page.keyboard.press('k')
    expect(await at()).toBe(0)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/dossiers\/[\w-]{36}$/)
  })

  it('narrows the list of the day there, and reads beside « Échéances » how many cases are late', async () => {
    await stage.wait(25)
    const cell = await stage.enter('cellule.69')
    keepPictures(cell)
    const { page } = cell
    await cell.open('/aujourdhui')
    expect(
      await page
        .locator('header')
        .getByRole('link', { name: /^Échéances/ })
        .first()
        .innerText()
    ).toMatch(/Échéances\s*\d+\s*en retard/)
    await page.getByRole('link', { name: 'Filtrer et trier' }).click()
    await page.getByLabel('Trier par').selectOption({ label: 'La prochaine échéance' })
    await page.getByRole('button', { name: 'Appliquer' }).click()
    await page.waitForURL(/aujourdhui\?.*tri=due/)
    await cell.look()
    stage.expectCleanPages()
  })

  it('whose desk is empty reads what will come, and has a way on', async () => {
    const reader = await stage.enter('siao.69')
    keepPictures(reader)
    await reader.open('/aujourdhui')
    expect(await reader.text()).toContain('rien à surveiller')
    await reader.follow('Votre guide')
    expect(await reader.page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^Accueil/)
    stage.expectCleanPages()
  })
}, 240_000)
