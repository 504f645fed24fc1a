import type { CDPSession, Page, Request } from 'playwright-core'

/** A phone of 2020 where the network is poor: what the figures of the pages are said for. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8
}
const quiet = 3000

/** How a page came: times in milliseconds, sizes as they travel. */
export type Coming = {
  /** When the last task of more than 50 ms ended: from then on each touch is answered. The neighbours of a shared machine are in it. */
  end: number
  /** What the page took of its own thread, which no neighbour adds to. A slower processor is one that is kept busy: it is said at full speed. */
  work: number
  /** The document as it is, and what it is made of as it travels. */
  bytes: number
  /** Scripts that neither the document names nor what it names imports: each was found by running others, one journey later. */
  found: string[]
  /** How many scripts came in all. */
  scripts: number
}

const pathOf = (address: string) => new URL(address).pathname
const imported = /(?:from|import)"(\.[^"]+)"/g

/** What comes without anything being run: scripts that the document names, and what these import. */
async function comesAtOnce(html: string, scripts: readonly Request[]): Promise<Set<string>> {
  const texts = new Map<string, string>()
  for (const one of scripts) texts.set(pathOf(one.url()), (await (await one.response())?.text()) ?? '')
  const there = new Set([...texts.keys()].filter((path) => html.includes(path)))
  for (const path of there)
    for (const [, to] of (texts.get(path) ?? '').matchAll(imported))
      if (to) there.add(new URL(to, `http://page${path}`).pathname)
  return there
}

/** Of the page's own thread, in seconds. */
async function threadTime(tools: CDPSession): Promise<number> {
  const { metrics } = await tools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN
}

const watchInPage = `
  window.lastEnd = 0
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.lastEnd = startTime + duration
  }).observe({ type: 'longtask', buffered: true })`

/** Opens an address in a page of its own, as in a browser that has never been here, on slow 4G with a processor `slower` times slower. */
export async function comingOf(reader: Page, address: string, slower: number): Promise<Coming> {
  const page = await reader.context().newPage()
  const tools = await page.context().newCDPSession(page)
  await tools.send('Network.enable')
  await tools.send('Network.clearBrowserCache')
  await tools.send('Network.emulateNetworkConditions', slow4G)
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await tools.send('Performance.enable')
  await page.addInitScript({ content: watchInPage })
  const finished: Request[] = []
  page.on('requestfinished', (one) => finished.push(one))
  const before = await threadTime(tools)
  const html = await (await page.goto(address))!.text()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(quiet)
  const work = ((await threadTime(tools)) - before) * 1000
  const parts = finished.filter((one) => one.resourceType() !== 'document')
  const sizes = await Promise.all(parts.map((one) => one.sizes()))
  const scripts = finished.filter((one) => one.resourceType() === 'script')
  const there = await comesAtOnce(html, scripts)
  const coming = {
    end: Math.round(await page.evaluate<number>('window.lastEnd')),
    work: Math.round(work),
    bytes: sizes.reduce((sum, one) => sum + one.responseBodySize, Buffer.byteLength(html)),
    found: scripts.map((one) => pathOf(one.url())).filter((path) => !there.has(path)),
    scripts: scripts.length
  }
  await page.close()
  return coming
}

const times = 5

/** As it comes to a slow phone: at its least of five times, as what else the machine does only adds to it; its own work at full speed. */
export async function comingToPhone(reader: Page, address: string): Promise<Coming> {
  const atFullSpeed = await comingOf(reader, address, 1)
  let end = Infinity
  for (let n = 0; n < times; n += 1) end = Math.min(end, (await comingOf(reader, address, 4)).end)
  return { ...atFullSpeed, end }
}
