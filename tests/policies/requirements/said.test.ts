import { expect, it } from 'vitest'
import { ageChangeRefused } from '../../../policies/correction-rights.ts'
import { standingOn } from '../../../policies/habilitations.ts'
import { newIn } from '../../../policies/known.ts'
import { meetingRefused } from '../../../policies/requirements/form.ts'
import { ownConsentRefused } from '../../../policies/separation.ts'
import { sightOf } from '../../../policies/sight.ts'
import { aCase } from '../../support/cases.ts'

it('a list of which one thing is another says something new, and the same in another order does not', () => {
  const { facts } = aCase({ facts: { forbiddenZones: ['69', '38'], language: 'ro' } })
  const sight = sightOf(['referent'], facts)
  const said = (forbiddenZones: string[]) => newIn({ forbiddenZones, language: 'ro' }, sight)
  expect(said(['38', '69'])).toEqual({})
  for (const zones of [['69', '13'], ['69'], ['69', '38', '13']])
    expect(said(zones)).toEqual({ forbiddenZones: zones })
})

it('the cell writes down no consent to its own sheet, whichever others come with it', () => {
  const refused = (scopes: string[], role: 'cell_secretary' | 'asso' = 'cell_secretary') =>
    ownConsentRefused({ scopes }, { role }) !== null
  expect([refused(['B']), refused(['A', 'B']), refused(['C', 'A', 'B'])]).toEqual([true, true, true])
  expect([refused(['A', 'C']), refused(['A', 'B'], 'asso')]).toEqual([false, false])
})

it('an age is changed by who keeps it, and said again as it is known by whoever fills in the form', () => {
  const refused = (ageGroup: string, role: 'police' | 'asso') =>
    ageChangeRefused({ ageGroup }, { ageGroup: 'minor' }, { role }) !== null
  expect([refused('adult', 'police'), refused('adult', 'asso'), refused('minor', 'police')]).toEqual([
    true,
    false,
    false
  ])
})

it('what a meeting decided is written by the act that it decided, with its own numbers', () => {
  const tally = { members: 5, institutions: 4, inFavour: 4, against: 1, abstained: 0, unanimous: false }
  const decided = { refused: null, command: 'grounds.positive', tally } as const
  const written = (command: 'grounds.positive' | 'triage.reject', input: Record<string, unknown>) =>
    meetingRefused({ command, input }, decided) === null
  expect([written('triage.reject', tally), written('grounds.positive', { ...tally, against: 0 })]).toEqual([
    false,
    false
  ])
  expect(written('grounds.positive', tally)).toBe(true)
})

it('of an approval that runs and the one by which silence renewed it, the later end is told', () => {
  const asked = { since: '2024-03-01', until: null, askedOn: '2026-01-05', completeOn: '2026-01-05' }
  expect(standingOn('psp', asked, '2026-04-01')).toMatchObject({ state: 'inForce', to: '2027-03-01' })
  expect(standingOn('psp', asked, '2026-11-24')).toMatchObject({ state: 'inForce', to: '2029-05-05' })
})
