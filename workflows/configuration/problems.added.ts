import { kindRow } from '../referral/kinds/kinds.ts'
import { followable } from '../referral/refusal.ts'
import { problem, type InputProblem } from '../vocabulary/problem.ts'
import type { ReferralKind } from '../vocabulary/vocabulary.ts'
import { extendable, tableReason, type AddedReason } from './added.ts'
import type { Configuration } from './configuration.ts'
import { codesKept, refusalsKept } from './lists.ts'

const kindIn = (of: string): ReferralKind | null =>
  of.startsWith('referrals.') ? (of.slice('referrals.'.length) as ReferralKind) : null

/** The reasons of the tables that a version keeps in a list. */
const keptIn = (of: string, configuration: Configuration): string[] => {
  const kind = kindIn(of)
  return kind
    ? Object.keys(refusalsKept(kind, configuration))
    : codesKept(of.slice('lists.'.length), configuration)
}

const leading = ({ of, leadsTo, label }: AddedReason, field: string): InputProblem[] => {
  const kind = kindIn(of)
  if (kind === null)
    return leadsTo === null
      ? []
      : [
          problem(
            `${field}.leadsTo`,
            'leads_nowhere',
            'Ce motif mène où mène celui qu’il précise',
            'This reason leads where the one it makes more precise leads'
          )
        ]
  // None of its own: it leads where the reason that it makes more precise leads.
  if (leadsTo === null || followable(kind).includes(leadsTo)) return []
  return [
    problem(
      `${field}.leadsTo`,
      'leads_nowhere',
      `« ${kindRow(kind).label.fr} » : « ${label.fr} » ne mène nulle part`,
      `“${kindRow(kind).label.en}”: “${label.en}” leads nowhere`
    )
  ]
}

const one = (reason: AddedReason, configuration: Configuration, field: string): InputProblem[] => {
  if (!extendable.includes(reason.of))
    return [
      problem(
        `${field}.of`,
        'closed_list',
        'Un texte fonde ce refus : aucun motif ne s’y ajoute',
        'A text founds this refusal: no reason is added to it'
      )
    ]
  return [
    ...(keptIn(reason.of, configuration).includes(tableReason(reason.code))
      ? []
      : [
          problem(
            `${field}.code`,
            'unknown_reason',
            'Le code commence par un motif que cette liste propose, puis un point',
            'The code begins with a reason that this list offers, then a point'
          )
        ]),
    ...(reason.label.fr.trim() === '' || reason.label.en.trim() === ''
      ? [
          problem(
            `${field}.label`,
            'missing',
            'Donnez le motif en français et en anglais',
            'Give the reason in French and in English'
          )
        ]
      : []),
    ...leading(reason, field)
  ]
}

/** What stands against reasons that a version or a protocol adds, beside those that a version has already. */
export const addedProblems = (
  added: readonly AddedReason[],
  configuration: Configuration,
  field = 'reasons.added'
): InputProblem[] => {
  const beside = field === 'reasons.added' ? [] : (configuration.reasons.added ?? [])
  const seen = new Set(beside.map(({ of, code }) => `${of} ${code}`))
  return added.flatMap((reason, index) => {
    const key = `${reason.of} ${reason.code}`
    const twice = seen.has(key)
    seen.add(key)
    return [
      ...one(reason, configuration, `${field}.${index}`),
      ...(twice
        ? [
            problem(
              `${field}.${index}.code`,
              'twice',
              'Ce motif figure deux fois',
              'This reason stands twice'
            )
          ]
        : [])
    ]
  })
}
