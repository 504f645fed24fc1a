import type { Answered, Doubting, Opening, Recount } from '../act/command.ts'
import type { DeadlineCode } from '../deadlines/deadlines.ts'
import { choice, date, optional } from '../vocabulary/fields.ts'
import { aidOfHigherCourt } from './residence/aid.ts'
import { concernedNotice, ofOneDecision } from './residence/contested.ts'
import { farOfAppeal, livesFarOfAppeal, ofAsylumNotice, remediesStated } from './residence/notice.ts'

// The time that a notice leaves to go to the asylum court, what the decision on a claim leaves, by who decided, and what legal aid gives.

/** Where a notice says less than the month of the code. */
export const lastDay = optional(
  date({
    label: { fr: 'Délai de recours indiqué : dernier jour', en: 'Time to appeal as stated: last day' },
    hint: {
      fr: 'Si la notification dit moins d’un mois. Pour une demande introduite depuis le 12 juin 2026, le règlement 2024/1348 (art. 67) permet un délai plus court : le jour indiqué est la date sûre.',
      en: 'Where the notice says less than a month. For an application lodged since 12 June 2026, Regulation 2024/1348 (art. 67) allows a shorter time: the stated day is the safe date.'
    },
    dataClass: 'I',
    ahead: true
  })
)

const decidedBy = optional(
  choice(
    {
      ofpra: { fr: 'l’OFPRA', en: 'OFPRA' },
      cnda: { fr: 'la Cour nationale du droit d’asile', en: 'the National Court of Asylum' }
    },
    {
      label: { fr: 'Qui a décidé', en: 'Who decided' },
      hint: {
        fr: 'Contre une décision de l’OFPRA, la CNDA est saisie ; contre une décision de la CNDA, le Conseil d’État seul. Un rejet de l’OFPRA qui peut encore être contesté s’enregistre par « Rejet de l’OFPRA ».',
        en: 'Against a decision of OFPRA the asylum court is asked; against one of that court, the Conseil d’État alone. A rejection by OFPRA that may still be contested is recorded as such.'
      },
      dataClass: 'I'
    }
  )
)

/** What is asked of the notice of a decision on the claim. */
export const decisionNotice = {
  decidedBy,
  notifiedOn: optional(
    date({
      label: { fr: 'Notifiée le', en: 'Notified on' },
      hint: {
        fr: 'De ce jour courent le mois pour demander le statut de réfugié à la CNDA, si l’OFPRA n’a accordé que la protection subsidiaire (L532-1), et les deux mois du pourvoi contre une décision de la CNDA (CJA R821-1). Sans lui, la date sûre compte depuis la décision.',
        en: 'From this day run the month to ask the asylum court for refugee status, where OFPRA gave subsidiary protection alone (L532-1), and the two months to appeal on points of law against a decision of that court (CJA R821-1). Without it the safe date counts from the decision.'
      },
      dataClass: 'I'
    })
  ),
  lastDay,
  remediesStated: remediesStated('I'),
  livesFar: livesFarOfAppeal('I')
}

const subsidiary = { field: 'decision', is: 'subsidiary' } as const
const refused = { field: 'decision', is: 'refused' } as const
const byOffice = { field: 'decidedBy', is: 'ofpra' } as const
const byCourt = { field: 'decidedBy', is: 'cnda' } as const

const { doubts: ofNotice } = ofAsylumNotice
const unnoticed: Doubting = { doubt: 'asylumNotNoticed', unlessGiven: 'notifiedOn' }
const maybeCourt: Doubting = { doubt: 'maybeByAsylumCourt', unlessGiven: 'decidedBy' }

/** A stated day shorter than the month is the safe one, and the month of the code may be argued. */
export const ofStatedDay: readonly Doubting[] = [
  ...ofNotice,
  { doubt: 'monthOfAsylumCourt', from: 'notifiedOn' }
]

/** The office gave less than was asked for: of whoever decided, where nobody said so, the shorter time is the safe one. */
const toAsylumCourt: readonly Opening[] = [
  { startsOn: 'notifiedOn', unlessGiven: 'lastDay', doubts: [...ofNotice, maybeCourt] },
  {
    ...{ startsOn: 'decisionOn', unlessGiven: 'notifiedOn', unlessSaid: 'lastDay' },
    doubts: [unnoticed, ...ofNotice, maybeCourt]
  },
  {
    code: 'D-APPEAL-CNDA-STATED' as const,
    ...({ endsOn: 'lastDay', notice: 'notifiedOn' } as const),
    doubts: [...ofStatedDay, unnoticed, maybeCourt]
  }
].map((one): Opening => ({ code: 'D-APPEAL-CNDA', ...one, whenInput: subsidiary, unlessInput: byCourt }))

/** Against what the asylum court decided: whether it refused, or gave less than was asked for. */
const toConseil = (asked: { whenInput: readonly Answered[]; unlessInput?: Answered }): Opening[] => [
  { ...asked, code: 'D-ASYLUM-CE', startsOn: 'notifiedOn', doubts: farOfAppeal },
  {
    ...{ ...asked, code: 'D-ASYLUM-CE', startsOn: 'decisionOn', unlessGiven: 'notifiedOn' },
    doubts: [{ doubt: 'transferJudgmentNotice' }, ...farOfAppeal]
  }
]

export const decisionTimes: readonly Opening[] = [
  ...toAsylumCourt,
  ...toConseil({ whenInput: [subsidiary, byCourt] }),
  ...toConseil({ whenInput: [refused], unlessInput: byOffice })
]

const day = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'I' })

/** What legal aid is asked for, where it tells of asylum. Neither seven days nor 48 hours are lengthened by it (CESEDA R921-3). */
export const aidFields = {
  about: optional(
    choice(
      {
        cnda: { fr: 'le recours devant la CNDA', en: 'the appeal to the asylum court' },
        cnda_decision: {
          fr: 'le pourvoi contre la décision de la CNDA',
          en: 'the appeal on points of law against the asylum court'
        },
        entry_judgment: {
          fr: 'le jugement sur le refus d’entrée',
          en: 'the judgment on the refusal of entry'
        },
        kept_judgment: {
          fr: 'le jugement sur le maintien en rétention',
          en: 'the judgment on being kept in detention'
        },
        transfer_judgment: { fr: 'le jugement sur le transfert', en: 'the judgment on the transfer' }
      },
      {
        label: { fr: 'Pour contester', en: 'To contest' },
        hint: {
          fr: 'Sans réponse, le recours devant la CNDA. Demandée à temps, l’aide fait courir un nouveau délai de même durée contre un jugement, dès la notification de sa décision (décret 2020-1717, art. 44, non lu) : les quinze jours de plus sont seulement devant le tribunal (art. 43) ; elle ne prolonge ni les sept jours ni les 48 heures (R921-3).',
          en: 'Without an answer, the appeal to the asylum court. Asked for in time, aid gives a new time of the same length against a judgment, from the notice of its decision (decree 2020-1717, art. 44, not read): the fifteen days more are before the tribunal alone (art. 43); it lengthens neither the seven days nor the 48 hours (R921-3).'
        },
        dataClass: 'I'
      }
    )
  ),
  noticeOn: concernedNotice('I'),
  decidedOn: optional(day('Décision d’aide notifiée le', 'Decision on aid notified on')),
  lawyerOn: optional(day('Avocat désigné le', 'Lawyer designated on'))
}

type About = keyof typeof times
const times = {
  cnda_decision: ['D-ASYLUM-CE'],
  entry_judgment: ['D-ASYLUM-ENTRY-CAA', 'D-ASYLUM-ENTRY-CE'],
  kept_judgment: ['D-ASYLUM-KEPT-CAA', 'D-ASYLUM-KEPT-CE'],
  transfer_judgment: ['D-TRANSFER-CAA', 'D-TRANSFER-CE']
} as const satisfies Record<string, readonly DeadlineCode[]>

// What aid gives before this court has a text of its own, not read here: its request leaves the end in law in doubt.
const toCourt = ['D-APPEAL-CNDA', 'D-APPEAL-CNDA-STATED'] as const
const aidedCourt = toCourt.flatMap((code): Recount[] => {
  const asked = { codes: [code], on: 'on', doubt: 'asylumAid' as const, ...ofOneDecision(toCourt) }
  return [
    { ...asked, whenInput: [], unlessGiven: 'about' },
    { ...asked, whenInput: [{ field: 'about', is: 'cnda' }] }
  ]
})

/** The whole time again from the decision, all of them above the tribunal; until then it has no end in law. */
export const aidCounted: readonly Recount[] = [
  ...aidedCourt,
  ...(Object.keys(times) as About[]).flatMap((is) =>
    times[is].flatMap((code): Recount[] => {
      const about = { codes: [code], whenInput: [{ field: 'about', is }], ...ofOneDecision(times[is]) }
      return [
        { ...about, on: 'on', unlessGiven: 'decidedOn', doubt: 'aidAsked' },
        { ...about, on: 'decidedOn', asked: 'on', settles: 'aidAsked', ...aidOfHigherCourt('decidedOn') }
      ]
    })
  )
]
