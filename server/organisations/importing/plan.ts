import { runQuery, type Tx } from '../../db/context.ts'
import type { DirectoryLine, LineProblem } from '../directory.ts'

type Known = {
  id: string
  name: string
  siret: string | null
  directoryId: string | null
  closed: boolean
  mergedInto: string | null
  same: string
}

const knownAs = `lower(name) || ' ' || type || ' ' || coalesce(territory, '')`
/** Those that are open first: a house that closed says nothing of another of its name. */
const known = `select id, name, siret, directory_id as "directoryId", status = 'closed' as closed, merged_into as "mergedInto", ${knownAs} as same
  from organisation where directory_id = any($1::text[]) or siret = any($2::text[]) or ${knownAs} = any($3::text[])
  order by status = 'closed', closed_at desc, id`

const sameOf = ({ name, type, territory }: DirectoryLine) =>
  `${name.toLowerCase()} ${type} ${territory ?? ''}`

/** What a line does: makes an organisation, gives its identifier to one that is there, or nothing, for one that is open or was closed. */
type Does = 'create' | 'link' | 'none' | 'closed'
type Planned = DirectoryLine & { does: Does; id: string | null }
type Found = { planned: Planned; problem: LineProblem | null }

const idProblem = (line: number, fr: string, en: string): LineProblem => ({
  line,
  column: 'id',
  message: { fr, en }
})

const otherIdentifier = ({ line }: DirectoryLine, { name, directoryId }: Known) =>
  idProblem(
    line,
    `« ${name} » est connue ici sous l’identifiant « ${directoryId} » : corrigez l’identifiant, le nom ou le SIRET, ou ôtez la ligne`,
    `“${name}” is known here under the identifier “${directoryId}”: correct the identifier, the name or the SIRET, or take the line out`
  )

const foundFor = (line: DirectoryLine, there: readonly Known[]): Found => {
  const as = (does: Does, id: string | null, problem: LineProblem | null = null) => ({
    planned: { ...line, does, id },
    problem
  })
  const { directoryId } = line
  const named = directoryId === null ? undefined : there.find((one) => one.directoryId === directoryId)
  const alike = there.filter(
    ({ siret, same }) => (siret !== null && siret === line.siret) || same === sameOf(line)
  )
  // A closed one of the same name, which the directory knows by another identifier, is another house.
  const found = named ?? alike.find((one) => !one.closed || directoryId === null || one.directoryId === null)
  if (!found) return as('create', null)
  if (found.closed) return as(found.mergedInto ? 'none' : 'closed', found.mergedInto ?? found.id)
  if (directoryId === null || found.directoryId === directoryId) return as('none', found.id)
  return found.directoryId === null
    ? as('link', found.id)
    : as('none', found.id, otherIdentifier(line, found))
}

/** Two lines of one name, or two that name one organisation: which of them is meant, the file does not say. */
const doubled = (plan: readonly Planned[]): LineProblem[] => {
  const [names, houses] = [new Map<string, number>(), new Map<string, number>()]
  return plan.flatMap((one) => {
    const [name, house] = [sameOf(one), one.does === 'link' ? one.id : null]
    const first = one.does === 'create' ? names.get(name) : house === null ? undefined : houses.get(house)
    if (one.does === 'create' && first === undefined) names.set(name, one.line)
    if (house !== null && first === undefined) houses.set(house, one.line)
    if (first === undefined) return []
    return [
      {
        line: one.line,
        column: one.does === 'create' ? 'nom' : 'id',
        message: {
          fr: `Même organisation qu’à la ligne ${first} : gardez une seule des deux`,
          en: `The same organisation as on line ${first}: keep one of the two`
        }
      }
    ]
  })
}

/** What each line would do, and what stands against it beside what is here already. */
export const planOf = async (
  tx: Tx,
  lines: readonly DirectoryLine[]
): Promise<{ plan: Planned[]; problems: LineProblem[] }> => {
  const values = [
    lines.flatMap(({ directoryId }) => directoryId ?? []),
    lines.flatMap(({ siret }) => siret ?? []),
    lines.map(sameOf)
  ]
  const there = await runQuery<Known>(tx, known, values)
  const found = lines.map((line) => foundFor(line, there))
  const plan = found.map(({ planned }) => planned)
  const problems = [...found.flatMap(({ problem }) => problem ?? []), ...doubled(plan)]
  return { plan, problems: problems.toSorted((a, b) => a.line - b.line) }
}
