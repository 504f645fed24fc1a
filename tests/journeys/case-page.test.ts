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
