import { expect, it } from 'vitest'
import { answeringForms, pages } from '../support/crawl.ts'
import { inOneState, states } from '../support/states.ts'
import { ofCases, ofForms, ofHouses, ofSituations } from '../support/told.ts'

// Which pages are met in which states is itself whole.

const told = { ...ofCases, ...ofHouses, ...ofForms, ...ofSituations }
const said = new Set([...Object.keys(states), ...Object.keys(told)])

it('every page says in which states it is met beside how it opens, or that there is no other', () => {
  expect(pages.filter((page) => !said.has(page) && !inOneState.includes(page))).toEqual([])
  expect(inOneState.filter((page) => said.has(page) || !pages.includes(page))).toEqual([])
  expect([...said].filter((page) => !pages.includes(page))).toEqual([])
})

it('every page that a form comes back to has states of its own', () => {
  expect(answeringForms.length).toBeGreaterThan(50)
  expect(answeringForms.filter((page) => !said.has(page))).toEqual([])
})
