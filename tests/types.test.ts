import { expect, it } from 'vitest'
import type { Policy } from '../policies/abilities.ts'
import type { Actor } from '../policies/actor.ts'
import type { Sight, sightOf } from '../policies/sight.ts'
import type { EventRow } from '../server/cases/store.ts'
import { badgesOf } from '../server/disclosure/badges.ts'
import type * as door from '../server/disclosure/door.ts'
import type * as hearers from '../server/disclosure/hearers.ts'
import type * as lines from '../server/disclosure/line.ts'
import type * as referrals from '../server/disclosure/referral.ts'
import { lastOf } from '../server/reading/timeline.ts'
import type * as whereabouts from '../server/referrals/whereabouts.ts'
import type { Facts } from '../workflows/facts/facts.ts'
import { rowsOf } from '../workflows/act/command.ts'
import type { CommandType, InputOf } from '../workflows/case/commands.ts'
import { closed, nothing, text } from '../workflows/vocabulary/fields.ts'
import { guards, type Guard } from '../workflows/guards/guards.ts'
import { legalBases } from '../workflows/law/register.ts'
import type { KindRow } from '../workflows/referral/kinds/kinds.ts'
import { advanceReferral } from '../workflows/referral/machine.ts'
import type { RegionState } from '../workflows/vocabulary/states.ts'

const row = rowsOf('closure')
const words = { fr: 'Acte', en: 'Act' }
const whole = {
  transition: 'T803',
  from: ['open'],
  to: 'open',
  label: words,
  done: words,
  input: nothing,
  basis: ['MNIO.CLOSURE']
} as const

/** What a call ends in, however often it is called or awaited. */
type EndsIn<T> = T extends (...given: never[]) => infer R
  ? EndsIn<Awaited<R>>
  : T extends ReadonlyMap<unknown, infer V>
    ? EndsIn<V>
    : T
type Sights<M> = { [K in keyof M]: Extract<EndsIn<M[K]>, Sight> }[keyof M]
type IsNone<T> = [T] extends [never] ? true : false

/** What leaves the door is an answer, and never the sight, and the facts in it, by which it was found. */
export const answersAlone: IsNone<
  Sights<typeof door & typeof hearers & typeof lines & typeof referrals & typeof whereabouts>
> = true
export const aSightIsFound: IsNone<Sights<{ seenBy: (given: Facts) => typeof sightOf }>> = false

const previewed = (preview: KindRow['preview']) => preview

/** Never run: each line is a mistake that `npm run check` must refuse. */
type Raw = { facts: Facts; event: EventRow }
export const mistakes = (
  policy: Policy,
  actor: Actor,
  input: InputOf<'case.close'>,
  { facts, event }: Raw
) => {
  // @ts-expect-error facts that no door has disclosed
  badgesOf(facts, 'fr')
  // @ts-expect-error an act of the journal that no door has disclosed
  lastOf([{ at: new Date(), word: null, row: event }], [])
  row(whole)
  // @ts-expect-error a state that its region does not have
  row({ ...whole, from: ['ouvert'] })
  // @ts-expect-error a state that its region does not have
  row({ ...whole, to: 'closed' })
  // @ts-expect-error a guard outside the table
  row({ ...whole, guards: ['kind'] })
  // @ts-expect-error a fact that no preview may tell: it has no row in the table of previews
  previewed(['children'])
  previewed(['sex'])
  // @ts-expect-error an article outside the register
  row({ ...whole, basis: ['CESEDA.R999-1'] })
  // @ts-expect-error a clock outside the register
  row({ ...whole, opens: [{ code: 'D-SOON' }] })
  // @ts-expect-error a consent scope that does not exist
  row({ ...whole, consent: 'Z' })
  // @ts-expect-error an effect that nobody carries out
  row({ ...whole, effects: [{ type: 'erase' }] })
  // @ts-expect-error a referral of an unknown kind
  row({ ...whole, effects: [{ type: 'openReferral', kind: 'embassy' }] })
  // @ts-expect-error words in one language only
  row({ ...whole, label: { fr: 'Acte' } })
  const form = closed({ name: text({ label: words }) })
  // @ts-expect-error a fact that nobody keeps
  row({ ...whole, input: form, apply: (_facts, said) => ({ name: said.name }) })
  // @ts-expect-error an act outside the table
  const type: CommandType = 'case.delete'
  // @ts-expect-error an act that no policy knows
  policy.can('case.delete', 'Case')
  // @ts-expect-error a thing that no policy knows
  policy.can('read', 'Person')
  // @ts-expect-error a role of no one
  const other: Actor = { ...actor, role: 'coordinator' }
  // @ts-expect-error a reason outside the list
  const reason: InputOf<'case.close'> = { ...input, reason: 'tired' }
  // @ts-expect-error a state of no referral
  advanceReferral('lost', 'accept')
  // @ts-expect-error silence is no answer
  advanceReferral('sent', 'silence')
  // @ts-expect-error a guard outside the table
  const guard = guards.kind
  const weighed: readonly RegionState<'identification'>[] = ['under_triage', 'review_open']
  // @ts-expect-error a list of states with one that the region does not have
  const misspelt: readonly RegionState<'residence'>[] = ['reflexion_running']
  // @ts-expect-error a guard that looks for a state that the region does not have
  const never: Guard['holds'] = ({ regions }) => regions.minor === 'run_away'
  // @ts-expect-error a guard that looks for a state in the list of another region
  const crossed: Guard['holds'] = ({ regions }) => weighed.includes(regions.housing)
  // @ts-expect-error an act that learns a state of another region
  row({ ...whole, apply: (_facts, _input, _by, from) => ({ minorBefore: from.housing }) })
  // @ts-expect-error an article outside the register
  const basis = legalBases['CESEDA.R999-1']
  return { type, other, reason, guard, misspelt, never, crossed, basis }
}

it('what does not compile is held by the type check', () => {
  expect(mistakes).toBeTypeOf('function')
})
