import { close, reopen, withdraw } from '../tracks/closure.ts'
import { distantShelter, emergency, type HousingEnd } from '../tracks/housing.ts'
import { formal, identify, inform, protect, review } from '../tracks/identification.ts'
import { adult, assisted, child, foreigner, presumed, recent, settled, woman, type Recipe } from './recipe.ts'
import { justiceRecipes } from './justice.ts'
import { lifeRecipes } from './life.ts'
import { protectionRecipes } from './minor.ts'
import { rightsRecipes } from './rights.ts'
import { complain, permit, reflect, type PermitEnd, type ReflectionEnd } from '../tracks/residence.ts'
import { days, type Script } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

const early = (
  key: string,
  stopAt: 'flagged' | 'triage' | 'first_voice',
  more: Partial<Recipe> = {}
): Recipe => ({
  key,
  rest: [3, 40],
  tell: (script) => {
    identify(script, { by: 'cell', opinion: script.chance.chance(0.7) ? 'positive' : 'insufficient', stopAt })
    return Math.max(0, ...script.steps.map(({ at }) => at))
  },
  ...more
})

const housing = (end: HousingEnd, rest: Recipe['rest'] = recent): Recipe => ({
  key: `housing ${end}`,
  facts: woman,
  rest,
  tell: (script) => distantShelter(script, assisted(script), end)
})

const reflection = (end: ReflectionEnd, rest: Recipe['rest'] = recent): Recipe => ({
  key: `reflection ${end}`,
  designated: true,
  facts: { ...foreigner, localDanger: false, danger: 'none' },
  rest,
  tell: (script) => reflect(script, assisted(script), end) ?? 0
})

const permitted = (end: PermitEnd, rest: Recipe['rest'] = settled): Recipe => ({
  key: `permit ${end}`,
  designated: true,
  facts: { ...foreigner, localDanger: false, danger: 'none' },
  rest,
  tell: (script) => {
    const informedAt = assisted(script)
    const reflectedAt = reflect(script, informedAt, 'permit')
    return permit(script, Math.max(complain(script, informedAt, true), reflectedAt ?? informedAt), end)
  }
})

const closed = (reason: Parameters<typeof close>[2]): Recipe => ({
  key: `closed ${reason}`,
  facts: { ...adult, localDanger: false, danger: 'none' },
  rest: settled,
  tell: (script) =>
    close(
      script,
      (reason === 'not_victim' ? presumed(script, 'insufficient') : assisted(script)) + days(15),
      reason
    )
})

const childReported = (script: Script): Hour => {
  protect(script, inform(script, presumed(script), []))
  return days(18)
}

const firstRecipes: readonly Recipe[] = [
  early('flagged', 'flagged'),
  early('triage', 'triage'),
  early('first voice', 'first_voice'),
  early('flagged in danger', 'flagged', { facts: { danger: 'immediate', localDanger: true }, rest: [1, 14] }),
  housing('requested', [3, 20]),
  reflection('running', [days(2), days(22)]),
  housing('housed', [days(5), days(60)]),
  { key: 'child to report', facts: child, rest: [2, 16], tell: () => 0 },
  early('flagged by the police', 'flagged', { channel: 'police', rest: [4, 40] }),
  housing('matched'),
  reflection('asked', [4, 60]),
  permitted('receipt'),
  { key: 'insufficient', rest: settled, tell: (script) => presumed(script, 'insufficient') },
  {
    key: 'formal pending',
    channel: 'police',
    facts: adult,
    rest: settled,
    tell: (script) => formal(script, assisted(script), null)
  },
  housing('accepted'),
  housing('waiting', [days(1), days(12)]),
  early('flagged late', 'flagged', { rest: [days(5), days(7)] }),
  { key: 'child reported', facts: child, rest: settled, tell: childReported },
  { key: 'to inform', facts: adult, rest: [2, 12], tell: (script) => presumed(script) },
  housing('offered', [2, 20]),
  reflection('ended', settled),
  reflection('interrupted', settled),
  permitted('issued'),
  closed('inserted'),
  { key: 'review', rest: recent, tell: (script) => review(script, presumed(script, 'insufficient'), null) },
  housing('pre_admission'),
  housing('alert', [1, 8]),
  {
    key: 'formally identified',
    channel: 'police',
    facts: adult,
    rest: settled,
    tell: (script) => formal(script, assisted(script), 'yes')
  },
  reflection('silent', [1, 30]),
  housing('silent_shelter', [1, 30]),
  early('first voice late', 'first_voice', { rest: [days(6), days(8)] }),
  permitted('applied'),
  {
    key: 'emergency',
    facts: { ...adult, danger: 'immediate', localDanger: true },
    rest: [1, 20],
    tell: (script) => Math.max(emergency(script, 0), presumed(script))
  },
  housing('left', settled),
  {
    key: 'withdrawn',
    facts: adult,
    rest: settled,
    tell: (script) => withdraw(script, inform(script, presumed(script), ['A', 'B', 'G']), ['B', 'G'])
  },
  {
    key: 'not confirmed',
    channel: 'police',
    facts: adult,
    rest: settled,
    tell: (script) => formal(script, assisted(script), 'no')
  },
  housing('questioned', [2, 20]),
  reflection('offered', [3, 40]),
  reflection('accepted', [3, 60]),
  permitted('renewed'),
  housing('ended', settled),
  closed('lost'),
  {
    key: 'reopened',
    facts: adult,
    rest: recent,
    tell: (script) => reopen(script, close(script, assisted(script) + days(30), 'lost'))
  },
  housing('refused_by_shelter', [2, 60]),
  reflection('questioned', [2, 30]),
  housing('absconded', [4, 60]),
  { key: 'complaint', facts: adult, rest: settled, tell: (script) => complain(script, assisted(script)) },
  housing('declined', settled),
  housing('refused_by_desk', [4, 60]),
  {
    key: 'all withdrawn',
    facts: adult,
    rest: settled,
    tell: (script) => withdraw(script, inform(script, presumed(script), ['A', 'B']), ['A', 'B'])
  },
  housing('moved', settled),
  housing('silent_desk', [1, 20]),
  reflection('declined', settled),
  closed('by_person'),
  closed('not_victim'),
  closed('returned'),
  closed('transferred_abroad'),
  closed('deceased')
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
