import { aFlag } from '../../support/world.ts'
import { consentScopes } from '../../../workflows/vocabulary/vocabulary.ts'
import type { House } from '../house/house.ts'
import { beginning } from '../house/settled.ts'
import type { Invited } from './guests.ts'
import { pickOf, type Below, type Json } from './inputs.ts'
import { persons, type Begun, type Lead } from './led.ts'
import type { Step } from './play.ts'

// How a life begins: who flags whom, what the cell finds, what the person agrees to.

const how = { language: 'bin', means: 'in_person', interpreter: true }
const today = '2026-05-04'

export const act = (by: string, command: string, input: Json = {}) =>
  ({ type: 'act', by, command, input }) as Step

/**
 * The grounds are found by two people, or by the members of the cell who meet; while they deliberate, the cell puts it off, or has
 * been called and not met.
 */
const weighed = ({
  meets,
  deliberating,
  called
}: Pick<Ordinary, 'meets' | 'deliberating' | 'called'>): Step[] => {
  if (deliberating) return meets ? [{ type: 'meeting', ...(called ? { called } : { adjourns: true }) }] : []
  return meets
    ? [{ type: 'meeting' }]
    : [
        act('membre.69', 'grounds.propose', { opinion: 'positive', elements: ['harboured'] }),
        act('cellule.69', 'grounds.positive')
      ]
}

type Ordinary = {
  scopes: readonly string[]
  meets: boolean
  by?: string
  deliberating?: boolean
  called?: boolean
}

/** The way that most lives go: weighed by the cell, told of her rights, agreeing to all or to some of what is asked. */
export const ordinary = ({
  scopes,
  meets,
  by = 'asso.rhone',
  deliberating = false,
  called = false
}: Ordinary): Step[] => [
  act('cellule.69', 'triage.start'),
  ...weighed({ meets, deliberating, called }),
  act(by, 'person.inform', { on: today, ...how, helpWithoutConsent: true }),
  act(by, 'consent.record', { scopes, ...how })
]

export const everyScope = Object.keys(consentScopes)

export const scopesDrawn = (below: Below) =>
  below(4) > 0 ? everyScope : everyScope.filter(() => below(2) === 0)

/** The acts of an ordinary beginning, from which the way to another is looked for. */
export const begunAs = (deliberating: boolean): Begun =>
  ordinary({ scopes: everyScope, meets: false, deliberating }).flatMap((step) =>
    step.type === 'act' ? [{ command: step.command, input: step.input }] : []
  )

const flaggers = [
  ...[
    'asso.rhone',
    'asso.rhone',
    'asso.rhone',
    'asso.rhone',
    'asso.rhone',
    'police.69',
    'ofii',
    'foyer.azur'
  ],
  ...['mediation.69', 'ecole.69', 'prison.69', 'ecoute']
]
/** Who mediates in settlements says in which one they met. */
const mediators = ['mediation.69']

export type Whose = { lead: Lead | null; invited: Invited | null }

/** Who flags whom. */
export const flagged = (below: Below, { lead, invited }: Whose): Step & { type: 'flag' } => {
  const pick = pickOf(below)
  const person = lead?.person ?? (invited ? persons[invited.person]! : pick(persons))
  const known = lead || invited ? ['asso.rhone'] : flaggers
  const by = pick(invited?.flagged ?? known)
  const site = mediators.includes(by) ? { site: 'Campement du pont' } : {}
  return {
    ...{ type: 'flag', by },
    input: aFlag({ metOn: beginning.toISOString().slice(0, 10), ...person, ...site }) as unknown as Json
  }
}

/** An association goes on with whom another service flagged. */
export const accompaniedBy = ({ actors }: House, login: string): Step =>
  act('cellule.69', 'referent.name', { orgId: actors.get(login)!.orgId })

/** How a life begins where its guest or its act is to find it so. */
export const opening = (house: House, below: Below, { lead, invited }: Whose, by: string): Step[] => {
  const meets = below(4) === 0
  if (!invited) return lead?.begins ? ordinary({ scopes: everyScope, meets }) : []
  const { deliberating = false, accompanies } = invited
  const begun = ordinary({
    ...{ scopes: everyScope, meets: meets || deliberating, by: accompanies, deliberating },
    called: below(2) === 0
  })
  return by === accompanies ? begun : [accompaniedBy(house, accompanies), ...begun]
}
