import type { Doubting, Recount } from '../act/command.ts'
import type { DeadlineCode } from '../deadlines/deadlines.ts'
import { choice, date, optional } from '../vocabulary/fields.ts'

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
          fr: 'Sans réponse, le recours devant la CNDA. Demandée à temps, l’aide fait courir un nouveau délai de même durée contre un jugement (décret 2020-1717, art. 43) ; elle ne prolonge ni les sept jours ni les 48 heures (R921-3).',
          en: 'Without an answer, the appeal to the asylum court. Asked for in time, aid gives a new time of the same length against a judgment (decree 2020-1717, art. 43); it lengthens neither the seven days nor the 48 hours (R921-3).'
        },
        dataClass: 'I'
      }
    )
  ),
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
const toAsylumCourt = (['D-APPEAL-CNDA', 'D-APPEAL-CNDA-STATED'] as const).flatMap((code): Recount[] => {
  const asked = { codes: [code], on: 'on', doubt: 'asylumAid' as const }
  return [
    { ...asked, whenInput: [], unlessGiven: 'about' },
    { ...asked, whenInput: [{ field: 'about', is: 'cnda' }] }
  ]
})

const left: readonly Doubting[] = [
  { doubt: 'aidDecided', from: 'decidedOn' },
  { doubt: 'lawyerNamed', from: 'lawyerOn' }
]

/** The whole time again from the decision; until then it has no end in law. */
export const aidCounted: readonly Recount[] = [
  ...toAsylumCourt,
  ...(Object.keys(times) as About[]).flatMap((is) =>
    times[is].flatMap((code): Recount[] => {
      const about = { codes: [code], whenInput: [{ field: 'about', is }] }
      return [
        { ...about, on: 'on', unlessGiven: 'decidedOn', doubt: 'aidAsked' },
        { ...about, on: 'decidedOn', asked: 'on', settles: 'aidAsked', leaves: left }
      ]
    })
  )
]
