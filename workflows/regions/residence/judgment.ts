import type { Opening } from '../../act/command.ts'
import type { DeadlineCode } from '../../deadlines/deadlines.ts'
import { choice, date, optional } from '../../vocabulary/fields.ts'
import { farOfAppeal, livesFarOfAppeal } from './notice.ts'
import { on } from './words.ts'

// What is asked of a judgment that rejects a claim, and the time to contest it.

const unknownDay = (judgedOn: string) => ({ startsOn: judgedOn, unlessGiven: 'notifiedOn' })
const notNoticed = { doubt: 'judgmentNotice', unlessGiven: 'notifiedOn' } as const
const maybeTwoMonths = { doubt: 'maybeTwoMonths' } as const

const about = optional(
  choice(
    {
      permit: {
        fr: 'un refus, un retrait ou une interruption',
        en: 'a refusal, a withdrawal or an interruption'
      },
      removal: {
        fr: 'une obligation de quitter le territoire, seule ou avec le refus',
        en: 'an obligation to leave, alone or with the refusal'
      }
    },
    {
      label: { fr: 'Le jugement porte sur', en: 'The judgment is about' },
      hint: {
        fr: 'L’appel se forme en deux mois (CJA R811-2), en un mois si le jugement porte sur une obligation de quitter le territoire (CESEDA R911-8, R922-27).',
        en: 'Appeal within two months (CJA R811-2), one month where the judgment is on an obligation to leave (CESEDA R911-8, R922-27).'
      },
      dataClass: 'E'
    }
  )
)

/** Of a judgment on a permit, with or without an obligation to leave. */
export const judgmentFields = {
  notifiedOn: optional(on('Notifié à la personne le', 'Notified to the person on')),
  about,
  livesFar: livesFarOfAppeal('E')
}
export const judgmentBasis = ['CJA.R811-2', 'CJA.R811-5', 'CESEDA.R911-8', 'CESEDA.R922-27'] as const

type Asked = Pick<Opening, 'whenInput'>
/**
 * The time to appeal against the judgment, from its notice; the day of the judgment is the safe one where that is not known. Of
 * what it is about where nobody said so, the shorter time is.
 */
export const higherCourt = (
  codes: { permit: DeadlineCode; removal: DeadlineCode },
  rejected: readonly { field: string; is: string }[] = []
): readonly Opening[] => {
  const unsaid: Opening = {
    ...{ code: codes.removal, unlessSaid: 'about' },
    ...(rejected.length > 0 && ({ whenInput: rejected } satisfies Asked))
  }
  return [
    ...(['permit', 'removal'] as const).flatMap((is): Opening[] => {
      const asked = { code: codes[is], whenInput: [...rejected, { field: 'about', is }] }
      return [
        { ...asked, startsOn: 'notifiedOn', doubts: farOfAppeal },
        { ...asked, ...unknownDay('decisionOn'), doubts: [notNoticed, ...farOfAppeal] }
      ]
    }),
    { ...unsaid, startsOn: 'notifiedOn', doubts: [maybeTwoMonths, ...farOfAppeal] },
    { ...unsaid, ...unknownDay('decisionOn'), doubts: [maybeTwoMonths, notNoticed, ...farOfAppeal] }
  ]
}

const dayOf = (dataClass: 'C' | 'E', fr: string, en: string) => date({ label: { fr, en }, dataClass })
/** What the form of an appeal asks of the judgment that rejects it. */
export const rejectionFields = (dataClass: 'C' | 'E') => ({
  judgedOn: optional(dayOf(dataClass, 'Recours rejeté : jugement du', 'Appeal rejected: judgment of')),
  notifiedOn: optional(
    dayOf(dataClass, 'Jugement notifié à la personne le', 'Person notified of the judgment on')
  ),
  livesFar: livesFarOfAppeal(dataClass)
})
/** The time against that judgment. */
export const afterRejection = (code: DeadlineCode): readonly Opening[] => [
  { code, startsOn: 'notifiedOn', doubts: farOfAppeal },
  { code, ...unknownDay('judgedOn'), doubts: [notNoticed, ...farOfAppeal] }
]
