import { appealTimes } from './appeal.ts'
import { clockOf, statute, type DeadlineRow, type Stops } from '../row.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'

/** The same time to go to court, against another decision: it is stopped by its own appeal, or by the end of that decision. */
export const against =
  <const S extends Stops>(stopsWhen: S, dataClass: 'E' | 'I', { fr, en }: Bilingual) =>
  <R extends DeadlineRow>(row: R, basis: DeadlineRow['basis']) => ({
    ...row,
    basis,
    dataClass,
    stopsWhen,
    label: { fr: `${row.label.fr} (${fr})`, en: `${row.label.en} (${en})` }
  })

// No text that was read says that a decision carried out can no longer be contested: its execution stops none of these times.
const carriedOutIs = { field: 'outcome', is: 'carried_out' } as const
const leaving = against(
  {
    done: ['removal.appeal'],
    gone: ['removal.ended'],
    ofOne: ['removal.ended'],
    sparedBy: { 'removal.ended': carriedOutIs }
  },
  'E',
  { fr: 'obligation notifiée', en: 'obligation notified' }
)
const transferEnded = {
  gone: ['transfer.ended'],
  ofOne: ['transfer.ended'],
  sparedBy: { 'transfer.ended': carriedOutIs }
} as const
const toAnotherState: Bilingual = { fr: 'transfert vers un autre État', en: 'transfer to another State' }
const ofTransfer = against({ done: ['transfer.appeal'], ...transferEnded }, 'I', toAnotherState)
/** At the border it is contested with the entry that is refused (CESEDA L352-4, L352-9), where that appeal says so. */
const withEntry = 'asylum.entry_contested'
export const ofBorderTransfer = against(
  {
    ...{ done: ['transfer.appeal'], ...transferEnded, gone: [...transferEnded.gone, withEntry] },
    onlyBy: { [withEntry]: { field: 'transfer', is: 'too' } }
  } as const,
  'I',
  toAnotherState
)
const held = clockOf(
  statute({
    dataClass: 'K',
    duration: { n: 4, unit: 'days' },
    startsOn: { fr: 'la décision de placement', en: 'the placement decision' },
    alerts: [1],
    // The judge is seized by whoever holds the person: nobody here is waited for. An order that bears no known end, or that only
    // rejects a contest, leaves these days running.
    stopsWhen: { gone: ['held.ended'], livesWhile: 'heldAsPlaced' }
  })
)
/** What the person brings before the judge: there is little time, and it is prepared from the first hour. */
const contested = clockOf(statute({ dataClass: 'K', calls: 'at its start', forecloses: true }))
const fourDays = { duration: { n: 4, unit: 'days' }, alerts: [1], firstDayBy: 'CIV1.24-70008' } as const

/** What lengthens it, which nobody here may be told: that it is over is for the prefecture to confirm. */
const beyond: Bilingual = {
  fr: 'L’État peut le porter à un an au plus (prison), ou à trois ans depuis qu’il a signalé une fuite, une opposition physique ou un refus de soins exigés pour le transfert (2024/1351, art. 46, par. 2) : ne le dites pas passé sans l’avoir vérifié.',
  en: 'The State may extend it to a year at most (prison), or to three years from when it reported absconding, physical resistance or unmet medical requirements of the transfer (2024/1351, art. 46, par. 2): do not call it over without checking.'
}

const sixMonths = { n: 6, unit: 'months' } as const
/** Six months in the older regulation as in the newer: which of them counts is said, since what follows from either differs. */
const carriedOut = clockOf(
  statute({
    dataClass: 'I',
    stopsWhen: { gone: ['transfer.ended'] },
    label: { fr: 'Délai pour exécuter le transfert', en: 'Time to carry out the transfer' },
    duration: sixMonths,
    startsOn: { fr: 'l’accord de l’autre État', en: 'the other State’s agreement' },
    alerts: [30]
  })
)

/** What counts against somebody who is told to leave, who is transferred or who is held. */
export const removalClocks = {
  'D-APPEAL-LEAVE': leaving(appealTimes['D-APPEAL-OQTF'], 'CESEDA.L614-1'),
  'D-APPEAL-LEAVE-7D': leaving(appealTimes['D-APPEAL-7D'], 'CESEDA.L614-2'),
  'D-APPEAL-LEAVE-48H': leaving(appealTimes['D-APPEAL-48H'], 'CESEDA.L614-2'),
  'D-APPEAL-LEAVE-CAA': leaving(appealTimes['D-APPEAL-CAA-OQTF'], 'CESEDA.R911-8'),
  'D-APPEAL-LEAVE-CE': leaving(appealTimes['D-APPEAL-CE'], 'CJA.R821-1'),
  // What was held of the seven days against an obligation to leave was not of a transfer: no clear day is told of it.
  'D-APPEAL-TRANSFER-7D': {
    ...ofTransfer(appealTimes['D-APPEAL-7D'], 'CESEDA.L572-4'),
    doubted: [],
    filed: 'transfer'
  },
  'D-APPEAL-TRANSFER-48H': {
    ...ofBorderTransfer(appealTimes['D-APPEAL-48H'], 'CESEDA.L572-4'),
    filed: 'transfer'
  },
  // The court rules on a transfer without appeal (R922-26): what is left is two months to go to the Conseil d’État.
  'D-TRANSFER-CE': {
    ...appealTimes['D-APPEAL-CAA'],
    label: {
      fr: 'Pourvoi devant le Conseil d’État (transfert vers un autre État)',
      en: 'Appeal on points of law to the Conseil d’État (transfer to another State)'
    },
    dataClass: 'I',
    stopsWhen: { done: ['transfer.appeal'], ...transferEnded },
    filed: 'conseil',
    basis: 'CJA.R821-1'
  },
  // Reflection bars the execution and nothing else: no text that was read stops this time for it. An appeal interrupts it.
  'D-TRANSFER': carriedOut({
    relief: beyond,
    was: [{ until: '2026-06-30', duration: sixMonths, basis: 'EU.604-2013.29' }],
    basis: 'EU.2024-1351.46'
  }),
  'D-TRANSFER-2013': carriedOut({
    label: {
      fr: 'Délai pour exécuter le transfert (critères du règlement n° 604/2013)',
      en: 'Time to carry out the transfer (criteria of Regulation no. 604/2013)'
    },
    relief: {
      fr: `L’article 84 (par. 2) ne garde que les critères du règlement de 2013 : le nouveau délai (2024/1351, art. 46) peut compter à sa place. Il est de six mois aussi. ${beyond.fr}`,
      en: `Article 84 (par. 2) keeps the criteria of the Regulation of 2013 alone: the newer time (2024/1351, art. 46) may count in its place. It is of six months too. ${beyond.en}`
    },
    basis: 'EU.604-2013.29'
  }),
  // Of the two days that equal words may give, the earlier is the safe one.
  'D-HELD-ZONE': held({
    ...fourDays,
    doubted: ['firstDayOfZone'],
    label: {
      fr: 'Zone d’attente : le juge au-delà de ce jour',
      en: 'Waiting zone: the judge beyond this day'
    },
    basis: 'CESEDA.L342-1'
  }),
  // The opinion was read in accounts alone, and is of this time: how long somebody may be held.
  'D-HELD-DETENTION': held({
    ...fourDays,
    label: { fr: 'Rétention : le juge au-delà de ce jour', en: 'Detention: the judge beyond this day' },
    basis: 'CESEDA.L742-1'
  }),
  'D-HELD-CONTEST': contested({
    ...fourDays,
    // The opinion is of the detention itself, and not of this time: of the two days that may be right, the earlier is the safe one.
    doubted: ['firstDayOfContest'],
    stopsWhen: { done: ['held.contest'], gone: ['held.ended'] },
    label: { fr: 'Contester le placement en rétention', en: 'Contest the placement in detention' },
    startsOn: { fr: 'la notification du placement', en: 'the notice of the placement' },
    relief: {
      fr: 'Passé ce jour, la fin de la rétention peut encore être demandée au juge à tout moment (L742-8), sauf la décision qui maintient un demandeur d’asile en rétention (L754-3) : elle ne va que devant le juge administratif.',
      en: 'After that day the judge may still be asked to end the detention at any time (L742-8), save the decision that keeps an asylum seeker in detention (L754-3): that goes to the administrative judge alone.'
    },
    filed: 'detention',
    basis: 'CESEDA.L741-10'
  }),
  // A claim is of another class than where the person is held: it stops nothing here.
  'D-HELD-ASYLUM': held({
    duration: { n: 5, unit: 'days' },
    stopsWhen: { gone: ['held.ended'] },
    alerts: [3, 1],
    label: { fr: 'Rétention : demander l’asile', en: 'Detention: asking for asylum' },
    startsOn: { fr: 'la notification des droits en matière d’asile', en: 'the notice of asylum rights' },
    basis: 'CESEDA.L754-1'
  }),
  'D-HELD-APPEAL': contested({
    duration: { n: 24, unit: 'hours' },
    doubted: ['hoursMoved'],
    stopsWhen: { done: ['held.appeal'], gone: ['held.ended'] },
    label: {
      fr: 'Appel de l’ordonnance du juge (rétention, zone d’attente)',
      en: 'Appeal against the judge’s order (detention, waiting zone)'
    },
    startsOn: {
      fr: 'le prononcé ; la notification, pour qui n’était pas à l’audience',
      en: 'the order; its notice, for whoever did not attend'
    },
    filed: 'detentionAppeal',
    basis: 'CESEDA.R743-10'
  }),
  'D-HELD-UNTIL': held({
    stopsWhen: { gone: ['held.ended'] },
    label: {
      fr: 'Rétention ou zone d’attente prolongée : le juge au-delà de ce jour',
      en: 'Detention or waiting zone extended: the judge beyond this day'
    },
    // The order bears its own end.
    duration: { n: 0, unit: 'days' },
    startsOn: { fr: 'la date écrite sur l’ordonnance', en: 'the date on the order' },
    basis: 'CESEDA.L742-3'
  })
} as const satisfies Record<string, DeadlineRow>
