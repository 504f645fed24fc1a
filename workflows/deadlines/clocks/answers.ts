import { byRecipient } from '../../referral/kinds/recipients.ts'
import type { AnswerClock } from '../../referral/kinds/kind.ts'
import type { LegalCode } from '../../law/register.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'
import { design } from '../row.ts'
import { ofReferral } from './stops.ts'

const toPartner = { fr: 'la demande faite au partenaire', en: 'the request to the partner' }

const asIndication = ({ fr, en }: Bilingual): Bilingual => ({
  fr: `${fr} (délai indicatif)`,
  en: `${en} (indicative)`
})

const clockOf = <Act extends string>({
  label,
  alerts,
  startsOn,
  basis,
  gone,
  indicative = false,
  neverLonger = false
}: Omit<AnswerClock<Act, LegalCode>, 'indicative' | 'neverLonger'> & {
  indicative?: boolean
  neverLonger?: boolean
}) =>
  design({
    indicative,
    neverLonger,
    dataClass: 'referral',
    fires: 'expire',
    label: indicative ? asIndication(label) : label,
    alerts: alerts ?? [1],
    startsOn: startsOn ?? toPartner,
    basis: basis ?? 'MNIO.ANSWER',
    stopsWhen: { ...ofReferral, gone: gone ?? [] }
  })

/** Clocks of the partners' answers, from the rows of the recipients; the configuration gives their length. */
export const answerClocks = byRecipient(({ answerWithin, clock }) => [answerWithin, clockOf(clock)])

/** Their lengths as this project decided them first. */
export const answerLengths = byRecipient(({ answerWithin, clock }) => [answerWithin, clock.within])
