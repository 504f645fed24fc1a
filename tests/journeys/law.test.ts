import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from './support/person.ts'
import { openStage } from './support/stage.ts'
import { legalCodes } from '../../workflows/law/register.ts'
import { forFile } from '../support/for-file.ts'

const stage = await forFile(openStage())
let id: string
beforeAll(async () => {
  await stage.wait()
  id = await stage.tell.flagged()
}, 60_000)

const narrow = async ({ page }: Person) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const { wide, seen } = await page.evaluate<{ wide: number; seen: number }>(
    '({ wide: document.documentElement.scrollWidth, seen: document.documentElement.clientWidth })'
  )
  expect(wide).toBeLessThanOrEqual(seen)
}

describe('the page of the law', () => {
  it('opens from the article of an act, and says how it was read and what rests on it', async () => {
    const worker = await stage.enter('asso.rhone')
    await worker.open(`/dossiers/${id}/agir/complaint.file`)
    await worker.page.locator('summary', { hasText: 'La règle' }).click()
    await worker.follow(/^Code de procédure pénale, art\. 15-3$/)
    const words = await worker.text()
    expect(words).toContain('Plainte reçue partout, récépissé remis')
    expect(words).toMatch(/texte intégral · version du 15 janvier 2024/)
    expect(words).toContain('Enregistrer une plainte')
    await narrow(worker)
    await worker.follow('Tout le registre')
    await narrow(worker)
    expect(await worker.text()).toContain('CESEDA, art. L. 425-1')
  })

  it('opens from an article in the list of all clocks, whose lines lead elsewhere', async () => {
    await stage.tell.reflecting(stage.day())
    const worker = await stage.enter('asso.rhone')
    await worker.open('/echeances')
    await worker.page.locator('.how a').first().click()
    await worker.page.waitForURL(/\/droit\/[\w.-]+$/)
    await worker.open('/echeances')
    await narrow(worker)
  })

  it('is searched without JavaScript, and says what may only warn', async () => {
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    await worker.open('/droit')
    await worker.page.getByLabel('Article ou sujet').fill('L. 226-4')
    await worker.page.getByRole('button', { name: 'Chercher' }).click()
    const words = await worker.text()
    expect(words).toContain('Signalement au parquet')
    expect(words).toContain('Peut avertir, ne refuse rien.')
    expect(words).not.toContain('CESEDA, art.')
    await worker.page.getByRole('link', { name: /art\. L\. 226-4/ }).click()
    expect(worker.page.url()).toMatch(/\/droit\/CASF\.L226-4$/)
  })

  it('is printed whole: every reference, and nothing that leads elsewhere', async () => {
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    await worker.open('/droit')
    expect(await worker.text()).toContain(`Cette page en montre 30 sur ${legalCodes.length}.`)
    await worker.follow(/^Tout afficher/)
    await worker.page.emulateMedia({ media: 'print' })
    const printed = worker.page.locator('.reference:visible')
    expect(await printed.count()).toBe(legalCodes.length)
    expect(await worker.page.locator('nav:visible, form:visible').count()).toBe(0)
    await worker.page.emulateMedia({ media: null })
  })

  it('has no fault that axe knows', () => stage.expectCleanPages())
}, 240_000)
