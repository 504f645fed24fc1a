import type { Page } from 'playwright-core'
import type { Person } from '../journeys/support/person.ts'

/** What an act cost whoever did it. `screens`: pages gone through, the one where it began included. `clicks`: real presses, of which a closed list takes two. */
export type Cost = { screens: number; clicks: number; typed: number }

type Press = 'click' | 'list' | 'typed'

/** Runs in the page: what is pressed there, and which fields are written in, each once on a page. */
const watchInPage = `
  if (!window.walked) {
    window.walked = true
    const written = new Set()
    const chosen = new WeakMap()
    addEventListener('pointerdown', ({ isTrusted }) => isTrusted && window.walkCounts('click'), true)
    addEventListener(
      'input',
      ({ target }) => {
        if (target instanceof HTMLSelectElement) {
          // What was chosen before the script came is said once more when it runs.
          if (chosen.get(target) !== target.value) window.walkCounts('list')
          chosen.set(target, target.value)
          return
        }
        const field = [location.pathname, target.form?.action, target.name].join(' ')
        if (['radio', 'checkbox'].includes(target.type) || written.has(field)) return
        written.add(field)
        window.walkCounts('typed')
      },
      true
    )
  }`

const counters = new WeakMap<Page, Cost>()

/** The counter of a page, which counts from now on. */
async function counterOf(page: Page): Promise<Cost> {
  const known = counters.get(page)
  if (known) return known
  const cost: Cost = { screens: 0, clicks: 0, typed: 0 }
  counters.set(page, cost)
  await page.exposeFunction('walkCounts', (press: Press) => {
    if (press === 'typed') cost.typed += 1
    else cost.clicks += press === 'list' ? 2 : 1
  })
  let at = new URL(page.url()).pathname
  page.on('framenavigated', (frame) => {
    const { pathname } = new URL(frame.url())
    if (frame !== page.mainFrame() || pathname === at) return
    at = pathname
    cost.screens += 1
  })
  await page.addInitScript({ content: watchInPage })
  await page.evaluate(watchInPage)
  return cost
}

/** What it costs to do something from the page at hand. */
export async function costOf({ page }: Person, does: () => Promise<unknown>): Promise<Cost> {
  const counted = await counterOf(page)
  const { clicks, typed, screens } = counted
  await does()
  return {
    screens: 1 + counted.screens - screens,
    clicks: counted.clicks - clicks,
    typed: counted.typed - typed
  }
}
