import { Type, type Static } from 'typebox'
import type { Role } from '../../policies/actor.ts'
import { actsListed, formsListed, narrowedBy, singled } from '../../policies/lists/trade.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { listedRegions, stagesOf } from '../../workflows/lists/stages.ts'
import { wrongField } from '../errors.ts'

/** In which order a list is read, if not in that of its view: as it presses is the order of what waits, and of nothing else. */
export const sorts = ['due', 'moved'] as const
export type Sort = (typeof sorts)[number]

/** Within an organisation that works in teams: what the reader follows by name, or what a team of theirs does. */
export const followers = ['mine', 'team'] as const

const word = (words: readonly string[], description: string) =>
  Type.Optional(Type.String({ enum: [...words], description }))

/** What narrows a list and in which order it is read, all of it words of the code. */
export const narrowing = {
  stage: word(listedRegions.flatMap(stagesOf), 'Where stands what the reader’s trade reads first.'),
  form: word(formsListed, 'A form of exploitation, for who may be told of it.'),
  act: word(actsListed, 'What is waited for.'),
  only: word(singled, 'Persons in immediate danger, minors, or who have children with them.'),
  whose: word(followers, 'What the reader follows by name, or what their teams do.'),
  sort: Type.Optional(
    Type.Unsafe<Sort>({
      type: 'string',
      enum: [...sorts],
      description: 'Unless told, the order of its view.'
    })
  )
}

const { sort: _order, ...words } = narrowing
/** The same of a list that has one order alone. */
export const narrowingWords = words

export const Narrowing = closed(narrowing)
type Asked = Static<typeof Narrowing>
export type Narrowing = { [K in keyof Asked]?: Asked[K] | undefined }

const refusedIn = ({ role }: { role: Role }, asked: Narrowing) => {
  const by = narrowedBy(role)
  return (['stage', 'form', 'act'] as const).find(
    (field) => asked[field] !== undefined && !by[field].includes(asked[field])
  )
}

/** Whether this reader may be told all that is asked for. */
export const isTold = (reader: { role: Role }, asked: Narrowing) =>
  refusedIn(reader, asked) === undefined && (asked.sort === undefined || sorts.includes(asked.sort))

/** @throws InvalidInput for what this reader is told of no case: whether or not a case has it. */
export const mayNarrow = (reader: { role: Role }, asked: Narrowing): void => {
  const field = refusedIn(reader, asked)
  if (field !== undefined)
    throw wrongField(field, 'not_told', {
      fr: 'Ce filtre n’est pas de votre liste',
      en: 'Your list has no such filter'
    })
}

const marksAsked = ({ stage, form, only }: Narrowing): string[] => [
  ...(stage === undefined ? [] : [`stage:${stage}`]),
  ...(form === undefined ? [] : [`form:${form}`]),
  ...(only === undefined ? [] : [only])
]

/** Whether a line that was made anew is still one of those asked for. */
export const isAsked = (
  asked: Narrowing,
  line: { marks: readonly string[]; waits_for: string | null }
): boolean =>
  marksAsked(asked).every((mark) => line.marks.includes(mark)) &&
  (asked.act === undefined || asked.act === line.waits_for)

export const narrows = ({ stage, form, only, act, whose }: Narrowing): boolean =>
  [stage, form, only, act, whose].some((one) => one !== undefined)

const followed = (p: string, whose: string, person: string) => `exists (select from caseload l
    where l.case_id = ${p}.case_id and l.org_id = ${p}.org_id and tstzrange(l.since, l.until) @> (select wall_clock())
      and case ${whose} when 'mine' then l.person_id = ${person} else l.team_id = any ((select ctx_teams())::uuid[]) end)`

/**
 * The lines that are asked for, of the parts called `p`: one text for all that may be asked, with its values from `$first` on. A
 * line that other tables of the code made (`made`) is let through: it is made anew, and looked at again (`isAsked`).
 */
export const narrowedAs = (first: number, { person, made } = { person: '$3', made: '$4' }) => {
  const [marks, act, whose] = [0, 1, 2].map((n) => `$${first + n}`) as [string, string, string]
  return (p: string) => `(${p}.line_tables is distinct from ${made}
      or ${p}.marks @> ${marks}::text[] and (${act}::text is null or ${p}.waits_for = ${act}))
    and (${whose}::text is null or ${followed(p, `${whose}::text`, person)})`
}

export const valuesAsked = (asked: Narrowing): unknown[] => [
  marksAsked(asked),
  asked.act ?? null,
  asked.whose ?? null
]
