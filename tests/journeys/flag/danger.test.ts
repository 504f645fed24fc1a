import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { keepPictures, openStage } from '../support/stage.ts'
import type { Person } from '../support/person.ts'
import { forFile } from '../../support/for-file.ts'

const stage = await forFile(openStage())

const question = (page: Page, legend: string, answer: string) =>
  page.getByRole('group', { name: legend }).getByLabel(answer, { exact: true }).first()

/** Each answer by its own press, as on a telephone; gives how many presses the cell was warned by. */
async function alerts(worker: Person): Promise<number> {
  const { page } = worker
  let presses = 0
  const press = async (what: ReturnType<Page['locator']>) => {
    presses += 1
    await what.click()
  }
  await press(question(page, 'La personne est-elle majeure ?', 'personne majeure'))
  await press(
    question(
      page,
      'La personne est-elle en danger là où elle se trouve ?',
      'La personne est en danger là où elle se trouve : elle doit s’éloigner'
    )
  )
  await press(question(page, 'Formes d’exploitation', 'forme pas encore connue'))
  const sign = page.locator('.sign').first()
  await press(sign.locator('input[type=checkbox]'))
  await press(sign.locator('label', { hasText: 'la personne l’a dit' }))
  await press(page.getByRole('button', { name: 'Prévenir la cellule maintenant' }))
  await page.getByRole('heading', { name: 'Signalement transmis' }).waitFor()
  return presses
}

describe('the danger lane', () => {
  it('says what lacks and keeps what was answered, then leads to shelter in eight presses at most', async () => {
    await stage.wait()
    const worker = await stage.enter('asso.rhone')
    keepPictures(worker)
    const { page } = worker
    await page.setViewportSize({ width: 390, height: 844 })
    await worker.open('/aujourdhui')
    await worker.follow('Danger immédiat')
    expect(await page.locator('a[href^="tel:"]').first().getAttribute('href')).toBe('tel:17')
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    await worker.pressesInVain('Prévenir la cellule maintenant', /attend une réponse/)
    expect(await page.locator('[name=territory]').inputValue()).toBe('69')
    const presses = await alerts(worker)
    await worker.look()
    await worker.follow('Mettre à l’abri ce soir')
    await page.getByRole('heading', { level: 1, name: 'Mettre à l’abri en urgence' }).waitFor()
    expect(presses + 1).toBeLessThanOrEqual(8)
  })

  it('needs no JavaScript, and its flag is one: the cell finds it first, and in danger', async () => {
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    keepPictures(worker)
    await worker.open('/signaler/danger')
    await alerts(worker)
    const cell = await stage.enter('cellule.69')
    await cell.open('/aujourdhui')
    expect(await cell.text()).toContain('Danger immédiat')
    stage.expectCleanPages()
  })
}, 120_000)
