import type { Request } from 'playwright-core'
import { expect, it } from 'vitest'
import { screens } from '../../screens/rows.ts'
import { forFile } from '../../support/for-file.ts'
import { keepPictures, openStage } from '../support/stage.ts'

// What whoever signs in waits for, on a phone in the field, before their day is on the screen and answers.

const mostFiles = 12
/** Of scripts, whoever reads. */
const mostBytes = 70_000

/** Of each page on which the day of some role begins, one reader, and two more of that on which most days do. */
const firstPages = Object.entries(screens).map(([role, { login, pages }]) => {
  const [path = ''] = Object.values<string | object>(pages).filter((page) => typeof page === 'string')
  // The pictures of the administration begin with another of its rooms.
  return [login, role === 'admin' ? '/configuration' : path.replace(/\?.*/, '')] as const
})
const others = ['cellule.69', 'prefecture.69']
const weighed = firstPages.filter(
  ([login, path], index) =>
    others.includes(login) || firstPages.findIndex(([, other]) => other === path) === index
)

const stage = await forFile(openStage())

it('there are four such pages', () =>
  expect(new Set(weighed.map(([, path]) => path))).toEqual(
    new Set(['/aujourdhui', '/chiffres', '/configuration', '/journal'])
  ))

it.each(weighed)(
  'the first page of %s, %s, is at most 70 kB of scripts in twelve files',
  async (login, path) => {
    await stage.wait()
    const worker = await stage.enter(login, { phone: true })
    keepPictures(worker)
    const { page } = worker
    // As in a browser that has never been here: nothing is taken from what it kept,
    // and the page that signing in left open has ended, whose last script would be counted with those of this one.
    await page.goto('about:blank')
    const tools = await page.context().newCDPSession(page)
    await tools.send('Network.clearBrowserCache')
    const finished: Request[] = []
    page.on('requestfinished', (one) => finished.push(one))
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(3000)
    expect(new URL(page.url()).pathname).toBe(path)
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
    expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(mostBytes)
  }
)
