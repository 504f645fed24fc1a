import { courtsOf } from '../../calendar/jurisdictions.ts'
import { problem, type InputProblem } from '../../vocabulary/problem.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'
import type { Configuration } from '../configuration.ts'
import { institutionProblems, quorumProblems, type Institutions } from '../problems.cell.ts'
import { effective } from './effective.ts'
import { departmentOf, isCourt } from './place.ts'
import type { LocalProtocol } from './protocol.ts'

const setsOfCell = ['composition', 'quorum', 'decidesBy', 'concludes'] as const

/** The cell as it would sit with the national version beneath: what is set and what is not must hold together. */
export const sittingProblems = (
  local: LocalProtocol,
  national: Configuration,
  there: Institutions | null
): InputProblem[] => {
  if (!setsOfCell.some((rule) => local.rules[rule] !== undefined)) return []
  const here = effective(national, local)
  return [...quorumProblems(here), ...(there ? institutionProblems(here, there) : [])].map((one) => ({
    ...one,
    field: `rules.${one.field}`
  }))
}

/**
 * Asked for a département as a whole: its members are called once for the cases of all of its courts, and who rings does so before
 * anybody knows in whose district the person is. How a case is decided is of its own court.
 */
const ofWholePlace = {
  composition: { fr: 'la composition de la cellule', en: 'who sits in the cell' },
  onCall: { fr: 'l’astreinte', en: 'who is on call' }
} as const satisfies Partial<Record<keyof LocalProtocol['rules'], Bilingual>>

const isOneOfSeveral = ({ place }: LocalProtocol) =>
  isCourt(place) && courtsOf(departmentOf(place)).length > 1

/** A rule that would be shown with a case and never asked is not signed. */
export const notOfOneCourt = (local: LocalProtocol): InputProblem[] => {
  if (!isOneOfSeveral(local)) return []
  return (Object.keys(ofWholePlace) as (keyof typeof ofWholePlace)[])
    .filter((rule) => local.rules[rule] !== undefined)
    .map((rule) =>
      problem(
        `rules.${rule}`,
        'not_of_one_court',
        `Le département a plusieurs tribunaux et une seule cellule : ${ofWholePlace[rule].fr} se règle par le protocole du département`,
        `The département has several courts and one cell: ${ofWholePlace[rule].en} is set by the protocol of the département`
      )
    )
}

/** What stands against what one court asks of the cell of its département, as it is composed there: those who are called must reach it. */
export const courtProblems = (
  local: LocalProtocol,
  cell: Configuration,
  there: Institutions
): InputProblem[] => (isOneOfSeveral(local) ? sittingProblems(local, cell, there) : [])

/** The same of the protocols of its courts, as a département that signs another composition would leave them. */
export const courtPairProblems = (
  courts: readonly LocalProtocol[],
  cell: Configuration,
  there: Institutions
): InputProblem[] =>
  courts.flatMap((local) =>
    courtProblems(local, cell, there).map(({ code, message: { fr, en } }) =>
      problem(
        'rules.composition',
        code,
        `Le protocole ${local.name} ne tiendrait plus : ${fr}`,
        `The protocol ${local.name} would no longer stand: ${en}`
      )
    )
  )
