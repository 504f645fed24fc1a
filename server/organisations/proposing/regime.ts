import { barred, type Regime } from '../../../policies/habilitations.ts'
import type { Tx } from '../../db/context.ts'
import { RuleRefused, type FieldProblem } from '../../errors.ts'
import { regimesGiven } from '../regimes.ts'
import { todayOf } from '../today.ts'

type Days = { regime: Regime; since?: string | null; until?: string | null }
export type RegimeAsked = Days & {
  askedOn?: string | null
  completeOn?: string | null
  decision: string
}

const wrong = (field: string, code: string, fr: string, en: string): FieldProblem => ({
  field,
  code,
  message: { fr, en }
})

/** What is wrong with a regime as it is proposed, by field. */
export const regimeProblems = ({
  regime,
  since = null,
  until = null,
  askedOn = null,
  completeOn = null,
  decision
}: RegimeAsked) => [
  ...(decision.trim().length < 3
    ? [
        wrong(
          'decision',
          'required',
          'Citez le texte : sa nature, son numéro, sa date',
          'Quote the text: its kind, number and day'
        )
      ]
    : []),
  ...(since === null && (regime !== 'psp' || askedOn === null)
    ? [wrong('since', 'required', 'Dites depuis quel jour', 'Say from which day')]
    : []),
  ...(since !== null && until !== null && until < since
    ? [wrong('until', 'before', 'La fin précède le début', 'It ends before it begins')]
    : []),
  ...(regime !== 'psp' && (askedOn !== null || completeOn !== null)
    ? [
        wrong(
          'askedOn',
          'forbidden',
          'Le silence ne donne que l’agrément du parcours de sortie',
          'Silence gives nothing but the approval for the exit programme'
        )
      ]
    : []),
  ...(completeOn !== null && (askedOn === null || completeOn < askedOn)
    ? [
        wrong(
          'completeOn',
          'before',
          'Un dossier est complet après sa demande',
          'A file is complete after it was asked for'
        )
      ]
    : [])
]

/** Asked as it is proposed, and again as it is given. @throws RuleRefused where the organisation holds what bars it. */
export const mustStandApart = async (tx: Tx, orgId: string, given: Days, at: Date): Promise<void> => {
  const { regime, since = null, until = null } = given
  const reason = barred({ regime, since, until }, await regimesGiven(tx, [orgId]), todayOf(at))
  if (reason) throw new RuleRefused('never both', reason)
}
