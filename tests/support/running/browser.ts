import { chromium, type Browser } from 'playwright-core'
import { watchFor } from '../lost/count.ts'
import { packagedBrowser } from './packaged-browser.ts'

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
