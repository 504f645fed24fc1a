import { rowsOf, type Answered, type Opening } from '../act/command.ts'
import type { DeadlineCode } from '../deadlines/deadlines.ts'
import { choice, closed, date, optional } from '../vocabulary/fields.ts'
import { farOfAppeal, livesFarOfAppeal } from './residence/notice.ts'

const row = rowsOf('asylum', { transition: 'T317' })

const day = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'I' })

/** An appeal interrupts them, and its rejection gives them whole again (2024/1351, art. 46, par. 1). */
export const carriedOut = { codes: ['D-TRANSFER', 'D-TRANSFER-2013'], whenInput: [] } as const

/** From the notice of the judgment; where nobody dates it, from the judgment. */
const onceJudged = (code: DeadlineCode, unlessInput: Answered): Opening[] => [
  { code, unlessInput, startsOn: 'notifiedOn', doubts: farOfAppeal },
  {
    ...{ code, unlessInput, startsOn: 'decisionOn', unlessGiven: 'notifiedOn' },
    doubts: [{ doubt: 'transferJudgmentNotice' }, ...farOfAppeal]
  }
]

export const transferJudged = {
  // It answers no time that runs: another transfer may have been notified since the one that was judged.
  'transfer.judged': row({
    label: {
      fr: 'Enregistrer le rejet du recours contre le transfert',
      en: 'Record that the appeal against the transfer is rejected'
    },
    done: { fr: 'Recours contre le transfert rejeté', en: 'Appeal against the transfer rejected' },
    input: closed({
      decisionOn: date({
        label: { fr: 'Jugement du', en: 'Judgment of' },
        hint: {
          fr: 'Le tribunal juge sans appel (R922-26). Si le jugement annule le transfert, enregistrez sa fin.',
          en: 'The court rules without appeal (R922-26). Where the judgment annuls the transfer, record its end.'
        },
        dataClass: 'I'
      }),
      notifiedOn: optional(day('Notifié à la personne le', 'Notified to the person on')),
      prefectOn: optional(
        date({
          label: { fr: 'Notifié au préfet le', en: 'Notified to the prefect on' },
          hint: {
            fr: 'Les six mois courent de nouveau en entier de ce jour ; un pourvoi ne les interrompt plus. Inconnu, ils restent sans fin sûre.',
            en: 'The six months run whole again from this day; a further appeal interrupts them no more. Unknown, they keep no certain end.'
          },
          dataClass: 'I'
        })
      ),
      where: optional(
        choice(
          {
            territory: {
              fr: 'sur le territoire : le tribunal juge sans appel',
              en: 'in the territory: the court rules without appeal'
            },
            border: {
              fr: 'à la frontière, avec un refus d’entrée',
              en: 'at the border, with a refusal of entry'
            }
          },
          {
            label: { fr: 'Où le transfert a été notifié', en: 'Where the transfer was notified' },
            hint: {
              fr: 'À la frontière, quinze jours pour faire appel, qui ne suspend rien (L352-9, R922-27) ; sur le territoire, deux mois pour se pourvoir devant le Conseil d’État (R922-26, CJA R821-1). Sans réponse, les deux délais courent : tenez-vous au plus court.',
              en: 'At the border, fifteen days to appeal, which suspends nothing (L352-9, R922-27); in the territory, two months to the Conseil d’État (R922-26, CJA R821-1). Without an answer both times run: keep to the shorter.'
            },
            dataClass: 'I'
          }
        )
      ),
      livesFar: livesFarOfAppeal('I')
    }),
    guards: ['transferStands'],
    basis: [
      ...([
        'CESEDA.L352-9',
        'CESEDA.R922-27',
        'CESEDA.L572-4',
        'CESEDA.R922-26',
        'CJA.R821-1',
        'CJA.R821-2'
      ] as const),
      ...(['EU.2024-1351.46', 'CE.420708', 'CE.421276'] as const)
    ],
    opens: [
      ...onceJudged('D-TRANSFER-CAA', { field: 'where', is: 'territory' }),
      ...onceJudged('D-TRANSFER-CE', { field: 'where', is: 'border' })
    ],
    recounts: [
      {
        ...{ ...carriedOut, on: 'prefectOn', settles: 'transferAppealed' },
        implied: [{ doubt: 'transferJudged', from: 'prefectOn' }]
      }
    ],
    records: true,
    evenWhenClosed: true
  })
} as const
