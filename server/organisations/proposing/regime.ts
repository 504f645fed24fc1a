import { barred, type Regime } from '../../../policies/habilitations.ts'
import { prolonged, type Days as AllDays } from '../../../policies/organisations/prolonging.ts'
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

/** What a proposal keeps of a regime: the days to be written and, beside something that runs, those that were typed and what ran under which text. */
type Runs = { since: string; until: string | null; decision: string | null }
export type RegimeKept = AllDays & { decision: string; asked?: AllDays; runs?: Runs }

type Which = { orgId: string; regime: Regime }

/** The days that are written where this is given today. @throws RuleRefused where what runs would stop. */
const written = async (tx: Tx, { orgId, regime }: Which, given: AllDays, at: Date) => {
  const held = (await regimesGiven(tx, [orgId])).find((one) => one.regime === regime) ?? null
  const found = prolonged(regime, given, held, todayOf(at))
  if (found.refused) throw new RuleRefused('what runs would stop', found.refused)
  const { days, runs } = found
  return { ...days, ...(runs && { asked: given, runs: { ...runs, decision: held?.decision ?? null } }) }
}

/** As it is proposed: whoever confirms it reads what it does to what runs. @throws RuleRefused */
export const regimeKept = async (
  tx: Tx,
  orgId: string,
  { regime, decision, since = null, until = null, askedOn = null, completeOn = null }: RegimeAsked,
  at: Date
): Promise<RegimeKept> => {
  const days = await written(tx, { orgId, regime }, { since, until, askedOn, completeOn }, at)
  return { ...days, decision: decision.trim() }
}

/** As it is given: what ran when it was proposed may have been taken away since. @throws RuleRefused where other days would be written than those agreed on. */
export const mustBeAsAgreed = async (tx: Tx, which: Which, kept: RegimeKept, at: Date): Promise<void> => {
  const now: AllDays = await written(tx, which, kept.asked ?? kept, at)
  const keys = ['since', 'until', 'askedOn', 'completeOn'] as const
  if (keys.some((key) => now[key] !== kept[key]))
    throw new RuleRefused('moved meanwhile', {
      fr: 'Ce régime a changé depuis : les jours proposés ne sont plus ceux qui s’écriraient. Retirez la proposition, et proposez ce qui vaut maintenant.',
      en: 'This regime has changed since: the days proposed are no longer those that would be written. Take the proposal back, and propose what holds now.'
    })
}
