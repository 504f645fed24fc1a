import { beforeAll, describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { pages, seesEveryPage } from '../support/crawl.ts'
import { french, frenchOf, wideOf } from '../support/state.ts'
import { faultsInEachState, states } from '../support/states.ts'
import { ofCases, ofForms, ofHouses, ofSituations } from '../support/told.ts'
import { openStage } from '../support/stage.ts'

const stage = await forFile(openStage())
/** Those that something must happen to first have their states in a story of their own. */
const told = Object.keys({ ...ofCases, ...ofHouses, ...ofForms, ...ofSituations })
const scratch = (await stage.visitor('lecteur')).page

/** The smallest phone, and where rooms still stand side by side, and have the least room. */
const widths = [320, 900, 1024]

describe('every page of the product, whoever reads it', () => {
  const wide: string[] = []
  const notEnglish: string[] = []
  const faulty: string[] = []
  let seen: Set<string>

  beforeAll(async () => {
    seen = await seesEveryPage(stage, async (page, kind) => {
      wide.push(...(await wideOf(page, widths)).map((beyond) => `${kind} ${beyond}`))
      notEnglish.push(...(await frenchOf(page)).map((words) => `${kind}: ${words}`))
      faulty.push(...(await faultsInEachState(page, kind)))
    })
  }, 900_000)

  it('was seen, here or in the story that it needs', () =>
    expect(pages.filter((page) => !seen.has(page) && !told.includes(page))).toEqual([]))

  it('is no wider than a screen of 320 pixels, nor than a small desk', () => expect(wide).toEqual([]))

  it('is one that axe finds nothing on, in each state of the table', () => {
    // A row of a page that is gone, or that nobody comes to, would hold nothing.
    expect(Object.keys(states).filter((page) => !seen.has(page))).toEqual([])
    expect(faulty).toEqual([])
  })

  it('is in English for whoever reads English', async () => {
    expect(notEnglish).toEqual([])
    const page = (body: string) => scratch.evaluate(french(`<html lang="en">${body}`))
    expect(await page('<p>Vous pouvez répondre.</p><p lang="fr">Cette loi est écrite.</p>')).toEqual([
      'Vous pouvez répondre.'
    ])
    const heard = '<img alt="Une carte"><a title="Avec elle" aria-label="Ne pas ouvrir"></a>'
    expect(await page(`${heard}<input placeholder="Votre nom" aria-label="Name">`)).toHaveLength(4)
  })
})
