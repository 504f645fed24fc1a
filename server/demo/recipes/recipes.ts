import { close, reopen, withdraw } from '../tracks/closure.ts'
import { distantShelter, emergency, type HousingEnd } from '../tracks/housing.ts'
import { formal, identify, inform, protect, review } from '../tracks/identification.ts'
import {
  adult,
  assisted,
  child,
  foreigner,
  leftAt,
  presumed,
  recent,
  safe,
  settled,
  type Recipe,
  woman
} from './recipe.ts'
import { justiceRecipes } from './justice.ts'
import { lifeRecipes } from './life.ts'
import { protectionRecipes } from './minor.ts'
import { rightsRecipes } from './rights.ts'
import { complain, permit, reflect, type PermitEnd, type ReflectionEnd } from '../tracks/residence.ts'
import { days, type Script } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

const early = (stopAt: 'flagged' | 'triage' | 'first_voice', more: Partial<Recipe> = {}): Recipe => ({
  rest: [3, 40],
  tell: (script) => {
    identify(script, { by: 'cell', opinion: script.chance.chance(0.7) ? 'positive' : 'insufficient', stopAt })
    return Math.max(0, ...script.steps.map(({ at }) => at))
  },
  ...more
})

const calm = { ...foreigner, ...safe }
const housing = leftAt<HousingEnd>(distantShelter, { facts: woman, rest: recent })
const reflection = leftAt<ReflectionEnd>(reflect, { designated: true, facts: calm, rest: recent })

const permitted = leftAt<PermitEnd>(
  (script, informedAt, end) => {
    const reflectedAt = reflect(script, informedAt, 'permit')
    return permit(script, Math.max(complain(script, informedAt, true), reflectedAt ?? informedAt), end)
  },
  { designated: true, facts: calm }
)

const closed = (reason: Parameters<typeof close>[2]): Recipe => ({
  facts: safe,
  tell: (script) =>
    close(
      script,
      (reason === 'not_victim' ? presumed(script, 'insufficient') : assisted(script)) + days(15),
      reason
    )
})

/** The wrong person, or entered twice: seen before anybody was told of it. */
const flaggedInError: Recipe = {
  facts: safe,
  tell: (script) => {
    identify(script, { by: 'cell', opinion: 'positive', stopAt: 'triage' })
    return close(script, days(3), 'in_error')
  }
}

const childReported = (script: Script): Hour => {
  protect(script, inform(script, presumed(script), []))
  return days(18)
}

const firstRecipes: readonly Recipe[] = [
  early('flagged'),
  early('triage'),
  early('first_voice'),
  early('flagged', { facts: { danger: 'immediate', localDanger: true }, rest: [1, 14] }),
  housing('requested', [3, 20]),
  reflection('running', [days(2), days(22)]),
  housing('housed', [days(5), days(60)]),
  { facts: child, rest: [2, 16], tell: () => 0 },
  early('flagged', { channel: 'police', rest: [4, 40] }),
  housing('matched'),
  reflection('asked', [4, 60]),
  permitted('receipt'),
  { tell: (script) => presumed(script, 'insufficient') },
  { channel: 'police', facts: adult, tell: (script) => formal(script, assisted(script), null) },
  housing('accepted'),
  housing('waiting', [days(1), days(12)]),
  early('flagged', { rest: [days(5), days(7)] }),
  { facts: child, tell: childReported },
  { facts: adult, rest: [2, 12], tell: (script) => presumed(script) },
  housing('offered', [2, 20]),
  reflection('ended', settled),
  reflection('interrupted', settled),
  permitted('issued'),
  closed('inserted'),
  { rest: recent, tell: (script) => review(script, presumed(script, 'insufficient'), null) },
  housing('pre_admission'),
  housing('alert', [1, 8]),
  { channel: 'police', facts: adult, tell: (script) => formal(script, assisted(script), 'yes') },
  reflection('silent', [1, 30]),
  housing('silent_shelter', [1, 30]),
  early('first_voice', { rest: [days(6), days(8)] }),
  permitted('applied'),
  {
    facts: { ...adult, danger: 'immediate', localDanger: true },
    rest: [1, 20],
    tell: (script) => Math.max(emergency(script, 0), presumed(script))
  },
  housing('left', settled),
  {
    facts: adult,
    tell: (script) => withdraw(script, inform(script, presumed(script), ['A', 'B', 'G']), ['B', 'G'])
  },
  { channel: 'police', facts: adult, tell: (script) => formal(script, assisted(script), 'no') },
  housing('questioned', [2, 20]),
  reflection('offered', [3, 40]),
  reflection('accepted', [3, 60]),
  permitted('renewed'),
  housing('ended', settled),
  closed('lost'),
  {
    facts: adult,
    rest: recent,
    tell: (script) => reopen(script, close(script, assisted(script) + days(30), 'lost'))
  },
  housing('refused_by_shelter', [2, 60]),
  reflection('questioned', [2, 30]),
  housing('absconded', [4, 60]),
  { facts: adult, tell: (script) => complain(script, assisted(script)) },
  housing('declined', settled),
  housing('refused_by_desk', [4, 60]),
  {
    facts: adult,
    tell: (script) => withdraw(script, inform(script, presumed(script), ['A', 'B']), ['A', 'B'])
  },
  housing('moved', settled),
  housing('silent_desk', [1, 20]),
  reflection('declined', settled),
  closed('by_person'),
  closed('not_victim'),
  closed('returned'),
  closed('transferred_abroad'),
  closed('deceased'),
  flaggedInError
]

/** One of each in turn, so that a few lives already show every desk. */
const mixed = (...lists: (readonly Recipe[])[]): Recipe[] =>
  Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1))
  ).flat()

const beginnings = 20

/** In the order in which a small world tells them: the beginnings first, which a cell waits for. */
export const recipes: readonly Recipe[] = [
  ...firstRecipes.slice(0, beginnings),
  ...mixed(protectionRecipes, justiceRecipes, rightsRecipes, lifeRecipes, firstRecipes.slice(beginnings))
]
