import type { Browser } from 'playwright-core'

let lost = 0

/** Notes when a browser ends that nobody has closed. */
export function watchFor(browser: Browser): Browser {
  const close = browser.close.bind(browser)
  let closed = false
  browser.close = (...given) => {
    closed = true
    return close(...given)
  }
  browser.on('disconnected', () => {
    if (!closed) lost += 1
  })
  return browser
}

/** How many were lost since this was last asked. */
export function takeLost(): number {
  const taken = lost
  lost = 0
  return taken
}
