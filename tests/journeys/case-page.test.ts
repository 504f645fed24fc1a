import { describe, expect, it } from 'vitest'
import { consenting } from './support/before.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { forFile } from '../support/for-file.ts'

const stage = await forFile(openStage())

describe('the menu of recipients', () => {
  it('shows every entry, on a desk, on a small window and on a phone, with no referral yet', async () => {
    const path = `/dossiers/${await consenting(stage)}`
    const worker = await stage.enter('asso.rhone')
    keepPictures(worker)
    for (const width of [1280, 900, 360]) {
      await worker.page.setViewportSize({ width, height: 900 })
      await worker.open(path)
      await worker.page.locator('summary', { hasText: 'Orienter vers' }).click()
      const entries = worker.page.locator('ul.menu a')
      expect(await entries.count()).toBeGreaterThan(2)
      for (const entry of await entries.all()) {
        await entry.scrollIntoViewIfNeeded()
        // What a card cuts is still "visible" to the browser: only a press tells.
        await entry.click({ trial: true })
      }
    }
    stage.expectCleanPages()
  })
})

describe('an act that is refused where it stands, without a line of JavaScript', () => {
  const lacking = `(() => {
    const box = document.querySelector('main .alert.danger')
    const { top, bottom } = box.getBoundingClientRect()
    return { reached: document.activeElement === box, seen: top >= 0 && bottom <= innerHeight }
  })()`

  it('brings what it lacks before the eyes of who sent it, under the hour before which it is due', async () => {
    await stage.wait()
    const id = await stage.tell.flagged('asso.rhone', { metOn: stage.day(), danger: 'immediate' })
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    keepPictures(worker)
    await worker.page.setViewportSize({ width: 390, height: 500 })
    await worker.open(`/dossiers/${id}`)
    expect(await worker.page.locator('#suite-du-dossier').innerText()).toMatch(
      /au plus tard le \d.* \d{4}, \d\d:\d\d/
    )
    const send = () =>
      worker.page.locator('#decision').getByRole('button', { name: 'Mettre à l’abri en urgence' }).click()
    await worker.inVain(send, /Qui a été appelé.* attend une réponse/)
    expect(await worker.page.evaluate(lacking)).toEqual({ reached: true, seen: true })
    stage.expectCleanPages()
  })
})
