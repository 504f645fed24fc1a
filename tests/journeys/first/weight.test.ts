import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { keepPictures, openStage } from '../support/stage.ts'

// What whoever signs in waits for, on a phone in the field, before their day is on the screen and answers.

const mostBytes = 70_000
const mostFiles = 12

const stage = await forFile(openStage())

it.each(['asso.rhone', 'cellule.69', 'prefecture.69'])(
  'the first page of %s is at most 70 kB of scripts, in twelve files',
  async (login) => {
    await stage.wait()
    const worker = await stage.enter(login, { phone: true })
    keepPictures(worker)
    const { page } = worker
    // As in a browser that has never been here: nothing is taken from what it kept.
    const tools = await page.context().newCDPSession(page)
    await tools.send('Network.enable')
    await tools.send('Network.clearBrowserCache')
    const [scripts, sizes] = [new Map<string, string>(), new Map<string, number>()]
    tools.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (type === 'Script') scripts.set(requestId, new URL(response.url).pathname)
    })
    tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      sizes.set(requestId, encodedDataLength)
    )
    await page.goto('/aujourdhui')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(3000)
    const files = [...scripts].map(([id, path]) => ({ path, bytes: sizes.get(id) ?? 0 }))
    const bytes = files.reduce((sum, one) => sum + one.bytes, 0)
    // Each was seen, and seen to its end.
    expect(files.length).toBeGreaterThan(3)
    expect(files.filter((one) => one.bytes === 0)).toEqual([])
    expect(files.length, JSON.stringify(files)).toBeLessThanOrEqual(mostFiles)
    expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(mostBytes)
  }
)
