import type { Pool } from 'pg'
import type { BrowserContext, Page } from 'playwright-core'
import { smallWorld } from '../../server/demo/seed.ts'
import { tellWorld } from '../support/demo.ts'
import { testApp } from '../support/running/app.ts'
import { freePort, launchBrowser } from '../support/running/browser.ts'
import hints from '../../web/messages/hints.json' with { type: 'json' }
import { widths, type Where, type Width } from './rows.ts'

/** The day of every picture: only the machine's own clock is behind the sign-ins. */
const day = new Date('2026-11-24T09:30:00Z')

const desks = Object.keys(hints)
const quality = 36

export type Camera = {
  /** Somebody signed in, for as long as `work` lasts. */
  as: (login: string, work: (desk: Desk) => Promise<void>) => Promise<void>
  close: () => Promise<void>
}
export type Desk = {
  /** The address of a page, looked for in the reader's own lists. */
  addressOf: (where: Where) => Promise<string>
  take: (address: string, width: Width) => Promise<Buffer>
}

/**
 * As the page stands once its script runs and its letters have come. References are drawn by chance: in pictures they are one. The browser
 * of the tests speaks English alone where it draws a field itself: its days stand as a French one shows them.
 */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready')
  await page.evaluate(`(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode())
      texts.currentNode.data = texts.currentNode.data.replace(/\\bOR[ \\u00a0]\\w{3}[ \\u00a0]\\w{3}\\b/g, 'OR 3KM 7QX')
    for (const field of document.querySelectorAll('input[type=date], input[type=datetime-local]')) {
      const [day, hour] = field.value.split('T')
      const shown = [day.split('-').reverse().join('/'), hour].filter(Boolean).join(' ')
      const empty = field.type === 'date' ? 'jj/mm/aaaa' : 'jj/mm/aaaa --:--'
      field.type = 'text'
      Object.assign(field, { value: shown, placeholder: empty })
    }
  })()`)
}

/** WebP, which Playwright does not name and the browser has: a third of what the same picture weighs otherwise. */
async function picture(page: Page): Promise<Buffer> {
  const tools = await page.context().newCDPSession(page)
  const { data } = await tools.send('Page.captureScreenshot', { format: 'webp', quality })
  await tools.detach()
  return Buffer.from(data, 'base64')
}

type Line = { id: string; waitsFor?: object | null }

const deskIn = (context: BrowserContext): Desk => {
  const first = async (path: string): Promise<Line[]> => {
    const answer = await context.request.get(path)
    return answer.ok() ? ((await answer.json()) as { items: Line[] }).items : []
  }
  const waiting = (lines: Line[]) => lines.find(({ waitsFor }) => waitsFor) ?? lines[0]
  return {
    async addressOf(where) {
      if (typeof where === 'string') return where
      if ('caseFor' in where) {
        const lines = await first(`/api/cases?view=${where.caseFor}&limit=20`)
        const one = waiting(lines) ?? (await first('/api/cases?view=all&limit=20'))[0]
        return one ? `/dossiers/${one.id}${where.then ?? ''}` : '/dossiers'
      }
      const open = await first(`/api/referrals?box=${where.referral}&view=open&limit=20`)
      const one = open[0] ?? (await first(`/api/referrals?box=${where.referral}&view=all&limit=20`))[0]
      return one ? `/orientations/${one.id}` : '/orientations'
    },
    async take(address, width) {
      const page = await context.newPage()
      await page.setViewportSize({ width, height: widths[width] })
      await page.goto(address)
      await settled(page)
      const taken = await picture(page)
      await page.close()
      return taken
    }
  }
}

/** What PostgreSQL and the sign-in wrote by the machine's clock, as of the day of the pictures. */
async function standsStill(owner: Pick<Pool, 'query'>): Promise<void> {
  await owner.query(
    `update session set created_at = $1, seen_at = $1, absolute_until = $1::timestamptz + interval '8 hours'`,
    [day]
  )
  await owner.query('update person set seen_at = $1 where seen_at is not null', [day])
  await owner.query(`update membership set since = $1::timestamptz - interval '90 days'`, [day])
}

/** The demonstration's small world on a day that stands still, and the browser of the tests. */
export async function openCamera(): Promise<Camera> {
  const port = await freePort()
  const base = `http://localhost:${port}`
  const clock = { signingIn: false }
  const now = () => (clock.signingIn ? new Date() : day)
  const { app, db, close } = await testApp({ now, web: true, env: { PORT: String(port), PUBLIC_URL: base } })
  // One lane: told side by side, two stories may take the same place in either order.
  const world = { seed: 'mnio', issuer: `${base}/oidc`, cases: smallWorld, now: day, lanes: 1 }
  await tellWorld({ ...world, db, keys: db.keys })
  await app.listen({ port, host: '127.0.0.1' })
  const browser = await launchBrowser()

  const as: Camera['as'] = async (login, work) => {
    const context = await browser.newContext({
      ...{ baseURL: base, locale: 'fr-FR', timezoneId: 'Europe/Paris' },
      ...({ reducedMotion: 'reduce', colorScheme: 'light' } as const)
    })
    // What each desk says once would stand in every picture.
    await context.addCookies([{ name: 'hints', value: desks.join('.'), url: base }])
    const page = await context.newPage()
    clock.signingIn = true
    await page.goto('/auth/login')
    await page.locator(`button[formaction$="/${login}"]`).click()
    await page.waitForURL(({ pathname }) => !/^\/(oidc|auth)\//.test(pathname))
    clock.signingIn = false
    await standsStill(db.owner)
    await page.close()
    await work(deskIn(context))
    await context.close()
  }
  return {
    as,
    close: async () => {
      await browser.close()
      await close()
    }
  }
}
