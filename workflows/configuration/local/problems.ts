import { isCivilDate } from '../../calendar/calendar.ts'
import { deadlineRegister, type DeadlineRow, type OpenCode } from '../../deadlines/register.ts'
import { problem, type InputProblem } from '../../vocabulary/problem.ts'
import { addedProblems } from '../problems.added.ts'
import type { Institutions } from '../problems.cell.ts'
import { durationProblem, effectProblems } from '../problems.ts'
import { partyKinds, neverLonger, type LocalProtocol } from './protocol.ts'
import type { Configuration } from '../configuration.ts'
import { placeMark } from './place.ts'
import { notOfOneCourt, sittingProblems } from './problems.court.ts'

const named = ({ name, place }: LocalProtocol): InputProblem[] =>
  name.startsWith(`${place}-`)
    ? []
    : [
        problem(
          'name',
          'other_place',
          `Le nom d’un protocole commence par son lieu : ${place}-`,
          `The name of a protocol begins with its place: ${place}-`
        )
      ]

const written = ({ title, text, reference, parties }: LocalProtocol): InputProblem[] => [
  ...(title.trim() === ''
    ? [problem('title', 'missing', 'Donnez un titre au protocole', 'Give the protocol a title')]
    : []),
  ...(text.trim() === '' && reference.trim() === ''
    ? [
        problem(
          'text',
          'missing',
          'Écrivez le texte du protocole, ou dites où il se lit',
          'Write the text of the protocol, or say where it is read'
        )
      ]
    : []),
  ...(parties.length < 2
    ? [
        problem(
          'parties',
          'too_few',
          'Un protocole se passe entre deux parties au moins',
          'A protocol is made between two parties at least'
        )
      ]
    : [])
]

const dated = ({ effectiveOn, signedOn }: LocalProtocol, today: string): InputProblem[] => [
  ...(isCivilDate(effectiveOn)
    ? []
    : [problem('effectiveOn', 'not_a_date', 'Cette date n’existe pas', 'This date does not exist')]),
  ...(signedOn === null || (isCivilDate(signedOn) && signedOn <= today)
    ? []
    : [
        problem(
          'signedOn',
          'in_future',
          'Le papier ne peut pas avoir été signé dans le futur',
          'The paper cannot have been signed in the future'
        )
      ])
]

const labelOf = (code: OpenCode) => (deadlineRegister[code] as DeadlineRow).label

/**
 * Never later than in the country, whatever day it is: counted in the same unit, and no more of them. A day of another unit is
 * shorter on one day and longer on the next: a working day outlasts 24 hours at every weekend.
 */
const slower = (
  code: OpenCode,
  { durations }: Configuration,
  rules: LocalProtocol['rules']
): InputProblem[] => {
  const [here, there] = [rules.durations?.[code], durations[code]]
  const [field, { fr, en }] = [`rules.durations.${code}`, labelOf(code)]
  if (here === undefined || (here.unit === there.unit && here.n <= there.n)) return []
  if (here.unit === there.unit)
    return [
      problem(
        field,
        'longer',
        `« ${fr} » : un territoire peut aller plus vite, jamais moins vite`,
        `“${en}”: a territory may go faster, never slower`
      )
    ]
  return [
    problem(
      field,
      'other_unit',
      `« ${fr} » se compte ici dans l’unité du pays : dans une autre, ce serait moins vite certains jours`,
      `“${en}” is counted here in the unit of the country: in another, it would be slower on some days`
    )
  ]
}

const delays = ({ rules }: LocalProtocol, national: Configuration): InputProblem[] => [
  ...Object.entries(rules.durations ?? {}).flatMap(([code, one]) =>
    one ? durationProblem(code as OpenCode, one, `rules.durations.${code}`) : []
  ),
  ...neverLonger.flatMap((code) => slower(code, national, rules))
]

const own = (local: LocalProtocol): InputProblem[] => {
  const mark = placeMark(local.place)
  return (local.rules.added ?? []).flatMap(({ code }, index) =>
    code.includes(mark)
      ? []
      : [
          problem(
            `rules.added.${index}.code`,
            'other_place',
            `Le code d’un motif local porte son département : motif${mark}…`,
            `The code of a local reason bears its département: reason${mark}…`
          )
        ]
  )
}

const minors = ({ rules }: LocalProtocol): InputProblem[] => {
  if (!rules.minors) return []
  const { parties, contacts } = rules.minors
  const protects = [...parties, ...contacts].some(({ kind }) => kind === 'ase' || kind === 'child_protection')
  return [
    ...(parties.length < 2
      ? [
          problem(
            'rules.minors.parties',
            'too_few',
            'Une convention pour les personnes mineures se passe entre deux parties au moins',
            'A convention for minors is made between two parties at least'
          )
        ]
      : []),
    ...(protects
      ? []
      : [
          problem(
            'rules.minors.contacts',
            'no_protection',
            `Une convention pour les personnes mineures nomme qui les protège : ${partyKinds.ase.fr}`,
            `A convention for minors names who protects them: ${partyKinds.ase.en}`
          )
        ])
  ]
}

/**
 * Everything that stands against signing this protocol under a national version, field by field. `there`: the institutions of
 * the place, where they are known.
 */
export const protocolProblems = (
  local: LocalProtocol,
  national: Configuration,
  today: string,
  there: Institutions | null = null
): InputProblem[] => [
  ...named(local),
  ...written(local),
  ...dated(local, today),
  ...delays(local, national),
  ...sittingProblems(local, national, there),
  ...addedProblems(local.rules.added ?? [], national, 'rules.added'),
  ...own(local),
  ...minors(local)
]

const aProtocol = { fr: 'Un protocole', en: 'A protocol' }

/** What stands against signing it on this day: by itself, by its place and by the day on which it takes effect. */
export const signingProblems = (
  local: LocalProtocol,
  national: Configuration,
  today: string,
  there: Institutions
): InputProblem[] => [
  ...protocolProblems(local, national, today, there),
  ...notOfOneCourt(local),
  ...effectProblems(local, today, aProtocol)
]

/**
 * What stands against publishing a national version over protocols that were signed: each pair must hold together, or a
 * territory could never decide any more. Whose protocol it is is said, so that another can be signed for the same day.
 */
export const pairProblems = (protocols: readonly LocalProtocol[], national: Configuration): InputProblem[] =>
  protocols.flatMap((local) =>
    protocolProblems(local, national, national.effectiveOn).map(({ field, code, message: { fr, en } }) =>
      problem(
        `protocols.${local.name}.${field}`,
        code,
        `Le protocole ${local.name} ne tiendrait plus : ${fr}. Un autre doit être signé pour le même jour.`,
        `The protocol ${local.name} would no longer stand: ${en}. Another one must be signed for the same day.`
      )
    )
  )
