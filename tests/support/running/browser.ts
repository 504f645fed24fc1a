import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'
import { watchFor } from '../lost/count.ts'
import { peopled } from '../world.ts'
import { testApp } from './app.ts'
import { packagedBrowser } from './packaged-browser.ts'

const built = fileURLToPath(new URL('../../../web/build/handler.js', import.meta.url))

const args = ['--disable-gpu']

/** The packaged browser, whatever the machine has, so that a run is the same on each; another one where CHROMIUM_PATH names it. */
export async function launchBrowser(): Promise<Browser> {
  const chosen = process.env['CHROMIUM_PATH']
  const { executablePath, env } = chosen ? { executablePath: chosen, env: {} } : packagedBrowser()
  try {
    return watchFor(await chromium.launch({ executablePath, args, env: { ...process.env, ...env } }))
  } catch (cause) {
    const missing = /(lib[\w.+-]+\.so[\w.]*)/.exec(String(cause))?.[1]
    const reason = missing ? `the system library ${missing} is missing` : 'it did not start'
    throw new Error(
      `The browser ${executablePath} cannot be used: ${reason}. Set CHROMIUM_PATH to another one, and say so in an issue.`,
      { cause }
    )
  }
}

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The real application with its pages on a port of its own, the demonstration's people in an empty country, and one browser. */
export const openPages = async (now: () => Date = () => new Date()) => {
  if (!existsSync(built)) throw new Error('The pages are not built: npm run build')
  const port = await freePort()
  const base = `http://localhost:${port}`
  const env = { PORT: String(port), PUBLIC_URL: base }
  const { app, db, close } = await testApp({ now, web: true, env })
  const world = await peopled(db, base)
  await app.listen({ port, host: '127.0.0.1' })
  const browser = await launchBrowser()
  return {
    ...{ app, base, db, world, browser },
    close: async () => {
      await browser.close()
      await close()
    }
  }
}
