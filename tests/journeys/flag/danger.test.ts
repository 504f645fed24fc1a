import { describe, expect, it } from 'vitest'
import { keepPictures, openStage } from '../support/stage.ts'
import { longest, walksLane } from '../../walk/lane.ts'
import { alertsCell, reachesShelterTonight } from '../support/steps.danger.ts'
import { forFile } from '../../support/for-file.ts'

const stage = await forFile(openStage())

describe('the danger lane', () => {
  it('says what lacks and keeps what was answered, then leads to shelter in five questions, eight presses and a minute at most', async () => {
    await stage.wait()
    const worker = await stage.enter('asso.rhone')
    keepPictures(worker)
    const { page } = worker
    await page.setViewportSize({ width: 390, height: 844 })
    await worker.open('/aujourdhui')
    await worker.follow('Danger immédiat')
    const numbers = await page.locator('section.alert.danger a').all()
    expect(await Promise.all(numbers.map((one) => one.getAttribute('href')))).toEqual([
      'tel:17',
      'tel:112',
      'sms:114',
      'tel:15',
      'tel:115',
      'tel:119'
    ])
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    await worker.pressesInVain('Prévenir la cellule maintenant', /attend une réponse/)
    expect(await page.locator('[name=territory]').inputValue()).toBe('69')
    const { questions, presses, seconds } = await walksLane(worker)
    await worker.look()
    await reachesShelterTonight(worker)
    expect(presses + 1).toBeLessThanOrEqual(8)
    expect(questions).toBe(longest.questions)
    expect(seconds).toBeLessThanOrEqual(longest.seconds)
  })

  it('needs no JavaScript, and its flag is one: the cell finds it first, and in danger', async () => {
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    keepPictures(worker)
    await worker.open('/signaler/danger')
    await alertsCell(worker)
    const cell = await stage.enter('cellule.69')
    await cell.open('/aujourdhui')
    expect(await cell.text()).toContain('Danger immédiat')
    stage.expectCleanPages()
  })
}, 120_000)
