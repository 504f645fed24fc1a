import { problem, type InputProblem } from '../vocabulary/problem.ts'
import { unknownFacts } from '../facts/facts.ts'
import { kindRow, passesOn } from '../referral/kinds/kinds.ts'
import { referralCommandTypes, referralRow, referralStates, type ReferralState } from '../referral/machine.ts'
import { closure } from '../regions/closure.ts'
import { referralKindIds, type ReferralKind } from '../vocabulary/vocabulary.ts'
import type { Configuration } from './configuration.ts'
import { followable } from '../referral/refusal.ts'
import { codedList, codedLists, codesKept, refusalsKept } from './lists.ts'

const states = Object.keys(referralStates) as ReferralState[]

type Offered = { kind: ReferralKind; refusable: boolean }

/** The states that a referral of this kind can reach from one, given the refusals that are offered. */
const reachedFrom = (start: ReferralState, { kind, refusable }: Offered): Set<ReferralState> => {
  const reached = new Set([start])
  // What an act of the case does to a referral is open to a few kinds alone, and no way out that others could count on.
  const open = referralCommandTypes.filter(
    (type) => referralRow(type).side !== 'case' && (refusable || type !== 'decline')
  )
  // A set grows while it is walked: what is reached is walked in its turn.
  for (const state of reached)
    for (const type of open.filter((one) => one !== 'transfer' || passesOn(kind, state)))
      if (referralRow(type).from.includes(state)) reached.add(referralRow(type).to)
  return reached
}

/** What is only noted of an end opens it no more. */
const ends = (state: ReferralState) =>
  !referralCommandTypes.some((type) => {
    const { from, side } = referralRow(type)
    return side !== 'awaited' && from.includes(state)
  })

/** Every state of a referral is reached, and from each an end is. */
const machineProblems = (kind: ReferralKind, configuration: Configuration): InputProblem[] => {
  const refusable = Object.keys(refusalsKept(kind, configuration)).length > 0
  const field = `reasons.referrals.${kind}`
  const { label } = kindRow(kind)
  const reached = reachedFrom('sent', { kind, refusable })
  const unreached = states.filter((state) => !reached.has(state))
  const stuck = [...reached].filter((state) => ![...reachedFrom(state, { kind, refusable })].some(ends))
  return [
    ...unreached.map((state) =>
      problem(
        field,
        'unreachable',
        `« ${label.fr} » : l’état « ${referralStates[state].label.fr} » n’est plus atteint, il faut garder un motif`,
        `“${label.en}”: the state “${referralStates[state].label.en}” is no longer reached, keep a reason`
      )
    ),
    ...stuck.map((state) =>
      problem(
        field,
        'endless',
        `« ${label.fr} » : de « ${referralStates[state].label.fr} », plus aucune fin`,
        `“${label.en}”: no end any more from “${referralStates[state].label.en}”`
      )
    )
  ]
}

const refusalProblems = (kind: ReferralKind, configuration: Configuration): InputProblem[] => {
  const { refusals, label } = kindRow(kind)
  return Object.entries(refusalsKept(kind, configuration)).flatMap(([code, leadsTo]): InputProblem[] => {
    const field = `reasons.referrals.${kind}.${code}`
    const known = refusals[code]
    if (!known)
      return [
        problem(
          field,
          'unknown_reason',
          `« ${label.fr} » : motif inconnu, ${code}`,
          `“${label.en}”: unknown reason, ${code}`
        )
      ]
    return followable(kind).includes(leadsTo)
      ? []
      : [
          problem(
            field,
            'leads_nowhere',
            `« ${label.fr} » : « ${known.label.fr} » ne mène nulle part`,
            `“${label.en}”: “${known.label.en}” leads nowhere`
          )
        ]
  })
}

const closes = (reason: string) =>
  closure.always.closing.some(({ when }) =>
    when({ ...unknownFacts, met: '', territory: '', closure: reason as never })
  )

const listProblems = (id: string, configuration: Configuration): InputProblem[] => {
  const list = codedList(id)
  const field = `reasons.lists.${id}`
  if (!list) return [problem(field, 'unknown_list', `Liste inconnue : ${id}`, `Unknown list: ${id}`)]
  const offered = codesKept(id, configuration)
  const unknown = offered.filter((code) => !Object.hasOwn(list.codes, code))
  const lost =
    id === 'case.close.reason' ? offered.filter((code) => !unknown.includes(code) && !closes(code)) : []
  return [
    ...(offered.length === 0
      ? [
          problem(
            field,
            'none',
            `« ${list.label.fr} » : il faut un motif`,
            `“${list.label.en}”: a reason is needed`
          )
        ]
      : []),
    ...unknown.map((code) =>
      problem(
        field,
        'unknown_reason',
        `« ${list.label.fr} » : motif inconnu, ${code}`,
        `“${list.label.en}”: unknown reason, ${code}`
      )
    ),
    ...lost.map((code) =>
      problem(
        field,
        'leads_nowhere',
        `« ${list.codes[code]!.fr} » ne clôt aucun dossier`,
        `“${list.codes[code]!.en}” closes no case`
      )
    )
  ]
}

const personsOwnWill: InputProblem = problem(
  'reasons.lists.case.close.reason',
  'by_person',
  '« À la demande de la personne » reste toujours un motif de clôture',
  '“At the person’s request” always remains a reason for closing'
)

/** Each reason is known and leads somewhere, each referral can be refused and can end. */
export const reasonProblems = (configuration: Configuration): InputProblem[] => [
  ...referralKindIds.flatMap((kind) => [
    ...machineProblems(kind, configuration),
    ...refusalProblems(kind, configuration)
  ]),
  ...[...new Set([...codedLists.map(({ id }) => id), ...Object.keys(configuration.reasons.lists)])].flatMap(
    (id) => listProblems(id, configuration)
  ),
  ...(codesKept('case.close.reason', configuration).includes('by_person') ? [] : [personsOwnWill])
]
