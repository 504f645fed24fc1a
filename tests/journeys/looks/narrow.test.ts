import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { pages, seesEveryPage } from '../support/crawl.ts'
import { faultsInEachState, inOneState, states } from '../support/states.ts'
import { ofCases, ofHouses } from '../support/told.ts'
import { openStage } from '../support/stage.ts'

const stage = await forFile(openStage())
/** Those that something must happen to first have their states in a story of their own. */
const told = [...Object.keys(ofCases), ...Object.keys(ofHouses)]
const scratch = (await stage.visitor('lecteur')).page

const tooWide = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return null
  const beyond = [...document.querySelectorAll('main *, header *, footer *')]
    .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
  return scrollWidth + ' px, by ' + (beyond.at(-1)?.outerHTML ?? '').slice(0, 120)
})()`

/** Where rooms still stand side by side, and have the least room. */
const betweenPhoneAndDesk = [900, 1024]

/** What stays as it was written: the name of a place, the title of a source, and why somebody published a configuration. */
const asWritten = ['Pas-de-Calais', 'Fédération des acteurs de la solidarité', 'Première version']

/** French sentences in an English page that are not marked as French: a text of the law, or a person's rights in their language, is. */
const french = (html: string) => `(() => {
  const words = /(^|[^\\p{L}])(vous|votre|vos|est|sont|cette|aucun|aucune|avec|dans|une|déjà|être|qui|ce|ne|pas)(?=$|[^\\p{L}])/iu
  const page = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html')
  const found = page.documentElement.lang === 'en' ? [] : ['the page says that it is in ' + page.documentElement.lang]
  const texts = document.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode
    if (parentElement.closest('script, style, [lang]:not(html)') || !words.test(data)) continue
    if (!${JSON.stringify(asWritten)}.some((one) => data.includes(one))) found.push(data.trim().slice(0, 90))
  }
  return found
})()`

/** The same address as whoever reads English has it. */
const inEnglish = async (page: Page) =>
  (await page.request.get(page.url(), { headers: { 'accept-language': 'en' } })).text()

describe('every page of the product, whoever reads it', () => {
  const wide: string[] = []
  const notEnglish: string[] = []
  const faulty: string[] = []
  let seen: Set<string>

  beforeAll(async () => {
    seen = await seesEveryPage(stage, async (page, kind) => {
      const beyond = await page.evaluate<string | null>(tooWide)
      if (beyond) wide.push(`${kind}: ${beyond}`)
      const found = await scratch.evaluate<string[]>(french(await inEnglish(page)))
      notEnglish.push(...found.map((words) => `${kind}: ${words}`))
      for (const width of betweenPhoneAndDesk) {
        await page.setViewportSize({ width, height: 640 })
        const over = await page.evaluate<string | null>(tooWide)
        if (over) wide.push(`${kind} at ${width}: ${over}`)
      }
      await page.setViewportSize({ width: 320, height: 640 })
      faulty.push(...(await faultsInEachState(page, kind)))
    })
  }, 900_000)

  it('was seen, here or in the story that it needs', () =>
    expect(pages.filter((page) => !seen.has(page) && !told.includes(page))).toEqual([]))

  it('says in which states it is met beside how it opens, or that there is no other', () => {
    const said = new Set([...Object.keys(states), ...told])
    expect(pages.filter((page) => !said.has(page) && !inOneState.includes(page))).toEqual([])
    expect(inOneState.filter((page) => said.has(page) || !pages.includes(page))).toEqual([])
    expect([...said].filter((page) => !pages.includes(page))).toEqual([])
  })

  it('is no wider than a screen of 320 pixels, nor than a small desk', () => expect(wide).toEqual([]))

  it('is one that axe finds nothing on, in each state of the table', () => {
    // A row of a page that is gone, or that nobody comes to, would hold nothing.
    expect(Object.keys(states).filter((page) => !seen.has(page))).toEqual([])
    expect(faulty).toEqual([])
  })

  it('is in English for whoever reads English', async () => {
    expect(notEnglish).toEqual([])
    const sentence = '<html lang="en"><p>Vous pouvez répondre.</p><p lang="fr">Cette loi est écrite.</p>'
    expect(await scratch.evaluate(french(sentence))).toEqual(['Vous pouvez répondre.'])
  })
})
