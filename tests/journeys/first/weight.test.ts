import type { Request } from 'playwright-core'
import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { keepPictures, openStage } from '../support/stage.ts'

// What whoever signs in waits for, on a phone in the field, before their day is on the screen and answers.

const mostFiles = 12
/** Of scripts. The first page of whoever has no day of cases is another, above the aim of 70 kB: a chart, or a list with its forms. */
const mostBytes = {
  ...{ 'asso.rhone': 70_000, 'cellule.69': 70_000, 'prefecture.69': 70_000, dpo: 70_000 },
  ...{ miprof: 90_000, admin: 90_000 }
}

const stage = await forFile(openStage())

it.each(Object.entries(mostBytes))(
  'the first page of %s is at most %d bytes of scripts, in twelve files',
  async (login, most) => {
    await stage.wait()
    const worker = await stage.enter(login, { phone: true })
    keepPictures(worker)
    const { page } = worker
    // As in a browser that has never been here: nothing is taken from what it kept.
    const tools = await page.context().newCDPSession(page)
    await tools.send('Network.clearBrowserCache')
    const finished: Request[] = []
    page.on('requestfinished', (one) => finished.push(one))
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(3000)
    const scripts = finished.filter((one) => one.resourceType() === 'script')
    // As it travels, compressed; what is said about it in headers is no script.
    const files = await Promise.all(
      scripts.map(async (one) => ({
        path: new URL(one.url()).pathname,
        bytes: (await one.sizes()).responseBodySize
      }))
    )
    const bytes = files.reduce((sum, one) => sum + one.bytes, 0)
    // Each was seen, and seen to its end.
    expect(files.length).toBeGreaterThan(3)
    expect(files.filter((one) => one.bytes === 0)).toEqual([])
    expect(files.length, JSON.stringify(files)).toBeLessThanOrEqual(mostFiles)
    expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(most)
  }
)
