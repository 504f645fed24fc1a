import type { Answered, Opening } from '../../act/command.ts'
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

/** Against what the court of appeal has ruled, the law leaves an appeal on points of law (CJA R821-1), which distance lengthens (R821-2). */
const courtOf = (dataClass: 'E' | 'I') =>
  optional(
    choice(
      {
        administrative: { fr: 'le tribunal administratif', en: 'the administrative court' },
        appeal: { fr: 'la cour administrative d’appel', en: 'the administrative court of appeal' }
      },
      {
        label: { fr: 'Juridiction qui a jugé', en: 'Court that ruled' },
        hint: {
          fr: 'Sans réponse, le tribunal : son délai est le plus court. Contre un arrêt de la cour, le pourvoi se forme en deux mois devant le Conseil d’État (CJA R821-1).',
          en: 'Without an answer, the administrative court: its time is the shorter. Against a ruling of the court of appeal, two months to the Conseil d’État (CJA R821-1).'
        },
        dataClass
      }
    )
  )
const ofAppeal = { field: 'court', is: 'appeal' } as const
/** The two months to the Conseil d’État, where it is the court of appeal that ruled. */
const toConseil = (code: DeadlineCode, rejected: readonly Answered[] = []): readonly Opening[] => {
  const asked = { code, whenInput: [...rejected, ofAppeal] }
  return [
    { ...asked, startsOn: 'notifiedOn', doubts: farOfAppeal },
    {
      ...{ ...asked, ...unknownDay('decisionOn') },
      doubts: [{ doubt: 'transferJudgmentNotice', unlessGiven: 'notifiedOn' }, ...farOfAppeal]
    }
  ]
}

/** Of a judgment on a permit, with or without an obligation to leave. */
export const judgmentFields = {
  notifiedOn: optional(on('Notifié à la personne le', 'Notified to the person on')),
  court: courtOf('E'),
  about,
  livesFar: livesFarOfAppeal('E')
}
export const judgmentBasis = [
  ...(['CJA.R811-2', 'CJA.R811-5', 'CESEDA.R911-8', 'CESEDA.R922-27'] as const),
  ...(['CJA.R821-1', 'CJA.R821-2'] as const)
] as const

type Asked = Pick<Opening, 'whenInput'>
/**
 * The time to appeal against the judgment, from its notice; the day of the judgment is the safe one where that is not known. Of
 * what it is about where nobody said so, the shorter time is.
 */
export const higherCourt = (
  codes: { permit: DeadlineCode; removal: DeadlineCode; ruling: DeadlineCode },
  rejected: readonly Answered[] = []
): readonly Opening[] => {
  const unsaid: Opening = {
    ...{ code: codes.removal, unlessSaid: 'about', unlessInput: ofAppeal },
    ...(rejected.length > 0 && ({ whenInput: rejected } satisfies Asked))
  }
  return [
    ...(['permit', 'removal'] as const).flatMap((is): Opening[] => {
      const whenInput = [...rejected, { field: 'about', is }]
      const asked = { code: codes[is], whenInput, unlessInput: ofAppeal }
      return [
        { ...asked, startsOn: 'notifiedOn', doubts: farOfAppeal },
        { ...asked, ...unknownDay('decisionOn'), doubts: [notNoticed, ...farOfAppeal] }
      ]
    }),
    { ...unsaid, startsOn: 'notifiedOn', doubts: [maybeTwoMonths, ...farOfAppeal] },
    { ...unsaid, ...unknownDay('decisionOn'), doubts: [maybeTwoMonths, notNoticed, ...farOfAppeal] },
    ...toConseil(codes.ruling, rejected)
  ]
}

export const dayOf = (dataClass: 'C' | 'E' | 'I', fr: string, en: string) =>
  date({ label: { fr, en }, dataClass })
/** What is asked of a judgment that rejects a claim, whichever court is next. */
export const rejectionFields = (dataClass: 'C' | 'E' | 'I') => ({
  decisionOn: dayOf(dataClass, 'Jugement du', 'Judgment of'),
  notifiedOn: optional(dayOf(dataClass, 'Notifié à la personne le', 'Notified to the person on')),
  livesFar: livesFarOfAppeal(dataClass)
})
/** The time against that judgment. */
export const afterRejection = (code: DeadlineCode): readonly Opening[] => [
  { code, startsOn: 'notifiedOn', doubts: farOfAppeal },
  { code, ...unknownDay('decisionOn'), doubts: [notNoticed, ...farOfAppeal] }
]

/** Of a judgment that either court may have given. */
export const rejectionByEither = (dataClass: 'E' | 'I') => ({
  ...rejectionFields(dataClass),
  court: courtOf(dataClass)
})
/** Of a judgment on an obligation to leave alone, by either court. */
export const leavingRejectionFields = rejectionByEither('E')
export const afterLeavingRejection = (codes: {
  judgment: DeadlineCode
  ruling: DeadlineCode
}): readonly Opening[] => [
  ...afterRejection(codes.judgment).map((one) => ({ ...one, unlessInput: ofAppeal })),
  ...toConseil(codes.ruling)
]
