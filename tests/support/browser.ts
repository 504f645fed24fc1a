import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
]
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run'
]

/** The browser of CHROMIUM_PATH, else the system's, else the packaged one. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath =
    process.env['CHROMIUM_PATH'] ?? systemBrowsers.find(existsSync) ?? (await packagedBrowser())
  try {
    return await chromium.launch({ executablePath, headless: true, args })
  } catch (cause) {
    const missing = /(lib[\w.+-]+\.so[\w.]*)/.exec(String(cause))?.[1]
    const reason = missing ? `the system library ${missing} is missing` : 'it did not start'
    throw new Error(
      `The browser ${executablePath} cannot be used: ${reason}. Install Chromium (apt-get install chromium), or set CHROMIUM_PATH.`,
      { cause }
    )
  }
}

async function packagedBrowser(): Promise<string> {
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
