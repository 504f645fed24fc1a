import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openStage } from '../support/stage.ts'

// What is too wide scrolls, and is looked for elsewhere; what gives up its room lies under its neighbour, and no width tells.

const stage = await forFile(openStage())

/** Telephones by their width; most of those in use have one of the middle ones. */
const telephones = [320, 340, 360, 375, 390, 412]
const commonest = 360

/** Of the words in the header, those that lie on one another; and how far the way out stands below the name of the site. */
const header = `(() => {
  const words = [...document.querySelectorAll('header .brand a, header a.palette, header button, header nav a, header summary')]
    .filter((one) => one.checkVisibility())
    .map((one) => {
      const range = document.createRange()
      range.selectNodeContents(one)
      return { said: one.textContent.trim(), at: range.getBoundingClientRect() }
    })
  const meet = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  const top = (which) => document.querySelector(which).getBoundingClientRect().top
  return {
    onEachOther: words.flatMap((one, index) =>
      words.slice(index + 1).filter(({ at }) => meet(one.at, at)).map(({ said }) => one.said + ' / ' + said)
    ),
    seen: words.length,
    below: top('header .quit') - top('header .brand')
  }
})()`

type Header = { onEachOther: string[]; seen: number; below: number }

describe('the header of a telephone', () => {
  it.each(['fr', 'en'])('has no word on another, in %s, and the way out beside the name', async (lang) => {
    const { page } = await stage.enter('cellule.69', { phone: true })
    await page.context().addCookies([{ name: 'lang', value: lang, url: page.url() }])
    for (const width of telephones) {
      await page.setViewportSize({ width, height: 640 })
      await page.goto('/aujourdhui')
      const { onEachOther, seen, below } = await page.evaluate<Header>(header)
      expect([width, onEachOther]).toEqual([width, []])
      expect(seen).toBeGreaterThan(5)
      if (width >= commonest) expect([width, Math.abs(below) < 20]).toEqual([width, true])
    }
  })
})
