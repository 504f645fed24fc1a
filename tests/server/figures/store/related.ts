import { impossible, never } from '../../../../figures/person/impossible.ts'
import { related } from '../../../../figures/person/related.ts'
import { columns, type DimensionId } from '../../../../figures/person/person.ts'
import { fixedTable, type TableId } from '../../../../figures/fixed/tables.ts'
import type { Truth } from './truth.ts'

// Whether what the gate takes for the same persons, for some of others or for a sum is that: of each row, and of what another hand counts.

type Words = readonly string[]
type Claim = { parts: Words; wholes: Words }

const { same, within, sum } = related
const equal: Claim[] = [
  ...same.map(([one, other]) => ({ parts: [one], wholes: [other] })),
  ...sum.map(([parts, whole]) => ({ parts, wholes: [whole] }))
]
/** Nobody stands under more of the parts than of the wholes. */
export const claims: readonly Claim[] = [
  ...within.map(([parts, wholes]) => ({ parts, wholes })),
  ...equal.flatMap(({ parts, wholes }) => [
    { parts, wholes },
    { parts: wholes, wholes: parts }
  ])
]
export const saidOf = ({ parts, wholes }: Claim) => `${parts.join(' + ')} <= ${wholes.join(' + ')}`

const stands = (word: string) => {
  if (word === '') return '1'
  const [column, value] = word.split('=') as [DimensionId, string]
  return columns[column].kind === 'codes'
    ? `('${value}' = any(p.${column}))::int`
    : `(p.${column} = '${value}')::int`
}
const under = (words: Words) => words.map(stands).join(' + ')

/** Of each claim, how many rows of the store break it, and how many stand under one of its parts. */
export const rowsAgainst = `${claims
  .map(
    (
      claim
    ) => `select '${saidOf(claim)}' as claim, count(*) filter (where ${under(claim.parts)} > ${under(claim.wholes)})::int as broken,
      count(*) filter (where ${under(claim.parts)} > 0)::int as held from stat.person p where entry = 'flagged'`
  )
  .join(' union all ')}`

/** Where the gate takes it that nobody stands, alone or under two words at once, and how many rows of the store stand there all the same. */
export const rowsNowhere = `select told, n from (${[...never.map((word) => [word]), ...impossible]
  .map(
    (words) =>
      `select '${words.join(' & ')}' as told, count(*) filter (where ${words.map(stands).join(' + ')} = ${words.length})::int as n
        from stat.person p where entry = 'flagged'`
  )
  .join(' union all ')}) nowhere where n > 0`

// Without the word of who has none, or of some words alone.
const partly = ['territory_refusal', 'territory_residence', 'referrals']

const kindOf = (name: DimensionId) => columns[name].kind

/** What another hand counts, by name, with the margins along dimensions of which everybody has one word. */
const toldBy = (truth: Truth): Map<string, number> => {
  const told = new Map<string, Map<string, number>>()
  for (const [table, cells] of Object.entries(truth)) {
    if (partly.includes(table)) continue
    const { dimensions } = fixedTable(table as TableId)
    for (const [at, n] of cells) {
      const values = at.split('|')
      if (values.includes('tot') && table !== 'decisions') continue
      let names: string[][] = [[]]
      dimensions.forEach((name, place) => {
        const own = values[place] === 'tot' ? null : `${name}=${values[place]}`
        const margin = own === null || kindOf(name) === 'code'
        names = names.flatMap((left) => [
          ...(own === null ? [] : [[...left, own]]),
          ...(margin ? [left] : [])
        ])
      })
      for (const parts of names) {
        const name = parts.toSorted().join(' & ')
        const by = told.get(name) ?? new Map<string, number>()
        told.set(name, by.set(table, (by.get(table) ?? 0) + n))
      }
    }
  }
  // Of one name every table tells the same, but for one that crosses it with several words of a person.
  return new Map([...told].map(([name, by]) => [name, Math.max(...by.values())]))
}

const besideOf = (told: ReadonlyMap<string, number>, word: string): string[] =>
  [...told.keys()].flatMap((name) => {
    const parts = name.split(' & ')
    return parts.includes(word) ? [parts.filter((one) => one !== word).join(' & ')] : []
  })

/** The claims that the counts of another hand break, beside which other words; and how many they were held to. */
export const toldAgainst = (truth: Truth) => {
  const told = toldBy(truth)
  const columnsBeside = (beside: string) => beside.split(' & ').map((part) => part.split('=')[0])
  const counted = (words: Words, beside: string) =>
    words.reduce((all, word) => {
      const name = [...(beside === '' ? [] : beside.split(' & ')), word]
        .filter(Boolean)
        .toSorted()
        .join(' & ')
      return all + (told.get(name) ?? 0)
    }, 0)
  // Where a word is crossed with others, its partner is as well, or nothing can be said.
  const crossed = new Set([...told.keys()].map((name) => columnsBeside(name).toSorted().join()))
  const isTold = (words: Words, beside: string) =>
    words.every((word) =>
      crossed.has(columnsBeside([beside, word].filter(Boolean).join(' & ')).toSorted().join())
    )
  const held = claims.flatMap(({ parts, wholes }) =>
    [...new Set(parts.flatMap((word) => (word === '' ? [''] : besideOf(told, word))))].flatMap((beside) =>
      isTold([...parts, ...wholes], beside)
        ? [
            {
              claim: `${saidOf({ parts, wholes })} beside « ${beside} »`,
              broken: counted(parts, beside) > counted(wholes, beside)
            }
          ]
        : []
    )
  )
  return { held: held.length, broken: held.flatMap(({ claim, broken }) => (broken ? [claim] : [])) }
}
