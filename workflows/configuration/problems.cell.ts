import { problem, type InputProblem } from '../vocabulary/problem.ts'
import { seats, type SeatType } from './cell.ts'
import type { Configuration } from './configuration.ts'

const seated = ({ composition }: Configuration): InputProblem[] => {
  const types = composition.map(({ type }) => type)
  const twice = types.filter((type, index) => types.indexOf(type) !== index)
  const empty = composition.filter((one) => one.seats < 1)
  return [
    ...twice.map((type) =>
      problem(
        `composition.${type}`,
        'twice',
        `« ${seats[type].fr} » figure deux fois`,
        `“${seats[type].en}” stands twice`
      )
    ),
    ...empty.map(({ type }) =>
      problem(
        `composition.${type}`,
        'no_seat',
        `« ${seats[type].fr} » siège sans aucun siège`,
        `“${seats[type].en}” sits without a seat`
      )
    )
  ]
}

const voting = ({ composition }: Configuration) => composition.filter(({ votes }) => votes)

/** One person, or the people of one institution, decide nothing together. */
const alone = ({ quorum }: Configuration): InputProblem[] => [
  ...(quorum.members < 2
    ? [
        problem(
          'quorum.members',
          'alone',
          'Une décision collégiale se prend à deux personnes au moins',
          'A collegial decision takes two people at least'
        )
      ]
    : []),
  ...(quorum.institutions < 2
    ? [
        problem(
          'quorum.institutions',
          'alone',
          'Une décision collégiale se prend à deux institutions au moins',
          'A collegial decision takes two institutions at least'
        )
      ]
    : [])
]

const outnumbered = (configuration: Configuration): InputProblem[] => {
  // Each seat is held by one person of one institution at most: there are never more institutions than seats.
  const votes = voting(configuration).reduce((sum, one) => sum + one.seats, 0)
  if (configuration.quorum.members <= votes) return []
  return [
    problem(
      'quorum.members',
      'unreachable',
      `Quorum hors d’atteinte : la composition n’a que ${votes} voix`,
      `The quorum cannot be reached: the composition has only ${votes} votes`
    )
  ]
}

/** How many accredited organisations of each kind there are where the cell sits. */
export type Institutions = Partial<Record<SeatType, number>>

/** Two people of one organisation are one institution: more seats than organisations make no more institutions. */
export const institutionProblems = (configuration: Configuration, there: Institutions): InputProblem[] => {
  const most = voting(configuration).reduce((sum, one) => sum + Math.min(one.seats, there[one.type] ?? 0), 0)
  if (configuration.quorum.institutions <= most) return []
  return [
    problem(
      'quorum.institutions',
      'not_there',
      `Quorum hors d’atteinte : ${most} institutions habilitées ont ici une voix dans la composition`,
      `The quorum cannot be reached: ${most} accredited institutions have a vote in the composition here`
    )
  ]
}

/** More institutions than the members there need be. */
const moreThanMembers = ({ quorum }: Configuration): InputProblem[] => [
  ...(quorum.institutions > quorum.members
    ? [
        problem(
          'quorum.institutions',
          'unreachable',
          'Il ne peut pas falloir plus d’institutions que de membres',
          'There cannot be more institutions than members'
        )
      ]
    : []),
  ...(quorum.mustInclude.length > quorum.members
    ? [
        problem(
          'quorum.mustInclude',
          'more_than_members',
          'Plus d’institutions exigées que de membres au quorum',
          'More institutions asked for than members in the quorum'
        )
      ]
    : [])
]

const voiceless = (configuration: Configuration): InputProblem[] =>
  configuration.quorum.mustInclude
    .filter((type) => !voting(configuration).some((one) => one.type === type))
    .map((type) =>
      problem(
        'quorum.mustInclude',
        'not_voting',
        `« ${seats[type].fr} » est exigé au quorum et n’a pas de voix dans la composition`,
        `“${seats[type].en}” is asked for in the quorum and has no vote in the composition`
      )
    )

/**
 * Whoever concludes has a vote, two organisations conclude, and without whom no quorum stands takes part in it: otherwise a cell
 * could only ever say no.
 */
const concluding = (configuration: Configuration): InputProblem[] => {
  const { concludes } = configuration
  if (concludes === undefined) return []
  const seated = voting(configuration).filter(({ type }) => concludes.includes(type))
  return [
    ...concludes
      .filter((type) => !seated.some((one) => one.type === type))
      .map((type) =>
        problem(
          'concludes',
          'not_voting',
          `« ${seats[type].fr} » conclut et n’a pas de voix dans la composition`,
          `“${seats[type].en}” concludes and has no vote in the composition`
        )
      ),
    ...configuration.quorum.mustInclude
      .filter((type) => !concludes.includes(type))
      .map((type) =>
        problem(
          'concludes',
          'must_include',
          `« ${seats[type].fr} » est exigé au quorum : sans lui, aucun avis favorable ne se conclut`,
          `“${seats[type].en}” is asked for in the quorum: without it no favourable opinion is concluded`
        )
      ),
    ...(new Set(seated.map(({ type }) => type)).size < 2
      ? [
          problem(
            'concludes',
            'alone',
            'Conclure prend les avis de deux organismes : il faut au moins deux sortes de sièges parmi ceux qui concluent',
            'Concluding takes the opinions of two organisations: at least two kinds of seats are needed among those who conclude'
          )
        ]
      : [])
  ]
}

/** A quorum that those who sit and vote can reach: members, institutions, and each kind that must be there. */
export const quorumProblems = (configuration: Configuration): InputProblem[] =>
  [seated, alone, outnumbered, moreThanMembers, voiceless, concluding].flatMap((problems) =>
    problems(configuration)
  )
