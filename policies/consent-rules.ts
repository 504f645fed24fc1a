import { commandRow, sentBy, type CommandType } from '../workflows/case/commands.ts'
import { agreedTo, type Facts } from '../workflows/facts/facts.ts'
import type { ReferralKind } from '../workflows/vocabulary/vocabulary.ts'
import { consentScopes, type Bilingual, type ConsentScope } from '../workflows/vocabulary/vocabulary.ts'

// A child's protection waits for no consent, and the tables ask her none. But whoever protects nobody as a child is told of a
// minor with her agreement as well: otherwise a doubt about age, which one person records, would undo an adult's refusal.

/** Prefecture, police or labour inspection, whoever takes part abroad. */
const scopes: readonly ConsentScope[] = ['E', 'F', 'H']
/** And the lawyer, by a consent that opens protection elsewhere. */
const kinds: readonly ReferralKind[] = ['compensation_lawyer']

const sends = (type: CommandType) => sentBy(type).some((kind) => kinds.includes(kind))

const missing = (scope: ConsentScope): Bilingual => ({
  fr: `Il manque l’accord de la personne, mineure ou non : ${consentScopes[scope].fr}. Informez la personne, puis enregistrez ce qu’elle accepte ; sa protection n’attend pas.`,
  en: `The consent of the person, minor or not, is missing: ${consentScopes[scope].en}. Inform them, then record what they agree to; their protection does not wait.`
})

/** Whether an act waits for the person's agreement whatever her age. */
export const asksAgreement = (type: CommandType): boolean => {
  const { consent } = commandRow(type)
  return consent !== null && (scopes.includes(consent) || sends(type))
}

/** Why an act that the tables open is not done without the person's agreement, whatever her age, or null. */
export const agreementRefused = (type: CommandType, facts: Pick<Facts, 'consents'>): Bilingual | null => {
  const { consent } = commandRow(type)
  return consent === null || agreedTo(facts, consent) || !asksAgreement(type) ? null : missing(consent)
}
