import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'

// What the pages of each kind have shown so far without a fault, in all the journeys of this run, whichever worker had them.

const fileOf = (kind: string) => join(inject('pagesShown'), encodeURIComponent(kind))

const shownBy = (kind: string): ReadonlySet<string> => {
  const file = fileOf(kind)
  return new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
}

/** The elements of a page that no page of its kind has shown yet, by name, class, role and type. */
export async function newOn(page: Page, kind: string): Promise<string[]> {
  const elements = await page
    .locator('body *')
    .evaluateAll((all) => [
      ...new Set(
        all.map((one) =>
          [one.tagName, one.classList.value, one.role, one.getAttribute('type')].join(' ').replace(/\s/g, ' ')
        )
      )
    ])
  const before = shownBy(kind)
  return elements.filter((element) => !before.has(element))
}

/** Looked at, and without a fault: what has one is looked at wherever it is shown. */
export const noteShown = (kind: string, elements: readonly string[]): void =>
  appendFileSync(fileOf(kind), elements.map((one) => `${one}\n`).join(''))
