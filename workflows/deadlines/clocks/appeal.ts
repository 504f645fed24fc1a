import { clockOf, statute, type DeadlineRow, type Duration } from '../row.ts'
import { given } from './stops.ts'
import { spelled } from '../spelled.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'

const sevenDays = { n: 7, unit: 'days' } as const
const twoDays = { n: 48, unit: 'hours' } as const
const within = (duration: Duration) => ({
  fr: `Recours en ${spelled(duration).fr}`,
  en: `Appeal within ${spelled(duration).en}`
})

/** Whoever is refused has little time: the court is prepared from the first day. */
const appeal = clockOf(
  statute({
    calls: 'at its start',
    forecloses: true,
    dataClass: 'E',
    // A permit on another ground leaves what was refused as it was.
    stopsWhen: { done: ['ta.filed'], gone: [...given, 'resident.issue'], replacing: given },
    each: 'last first',
    filed: 'court',
    startsOn: { fr: 'la notification', en: 'the notice' }
  })
)

/**
 * A clear time limit: its last day is the day after its term, moved to the next working day of the place (CE 409579, 472836; both
 * read in accounts alone). It warns by the day before that extension, on whose days nobody should live.
 */
const clear = clockOf(
  appeal({
    frankBy: 'CE.409579',
    extendToWorkingDay: true,
    extendedBy: 'CE.472836',
    alertsBeforeExtension: true
  })
)

const toCourt = clear({
  label: { fr: 'Recours au tribunal administratif', en: 'Appeal to the administrative court' },
  duration: { n: 2, unit: 'months' },
  startsOn: { fr: 'la notification de la décision', en: 'the notice of the decision' },
  alerts: [15, 5],
  basis: 'CJA.R421-1'
})
const againstLeaving = clear({
  label: {
    fr: 'Recours contre l’obligation de quitter le territoire',
    en: 'Appeal against the obligation to leave'
  },
  duration: { n: 1, unit: 'months' },
  alerts: [10, 3],
  filed: 'leaving',
  basis: 'CESEDA.L911-1'
})
const toHigherCourt = clear({
  label: {
    fr: 'Appel du jugement devant la cour administrative d’appel',
    en: 'Appeal against the judgment to the administrative court of appeal'
  },
  duration: { n: 2, unit: 'months' },
  startsOn: { fr: 'la notification du jugement', en: 'the notice of the judgment' },
  alerts: [15, 5],
  filed: 'higherCourt',
  basis: 'CJA.R811-2'
})
const ofLeaving = clear({
  label: {
    fr: 'Appel du jugement sur l’obligation de quitter le territoire',
    en: 'Appeal against the judgment on the obligation to leave'
  },
  duration: { n: 1, unit: 'months' },
  startsOn: { fr: 'la notification du jugement', en: 'the notice of the judgment' },
  alerts: [10, 3],
  filed: 'higherCourt',
  basis: 'CESEDA.R911-8'
})
/** The court of appeal has ruled: what is left is on points of law, in two months, which distance lengthens as it does an appeal. */
const toConseil = {
  ...toHigherCourt,
  label: {
    fr: 'Pourvoi devant le Conseil d’État contre l’arrêt de la cour',
    en: 'Appeal on points of law against the ruling of the court of appeal'
  },
  startsOn: { fr: 'la notification de l’arrêt', en: 'the notice of the ruling' },
  filed: 'conseilOfRuling',
  basis: 'CJA.R821-1'
} as const
/**
 * Of what is given as social aid the court rules without appeal (R811-1, 1°), and of the rest there is one. Whichever it is, two
 * months.
 */
const ofSocialAid = {
  ...toHigherCourt,
  label: {
    fr: 'Appel ou pourvoi contre le jugement',
    en: 'Appeal, or appeal on points of law, against the judgment'
  },
  filed: 'eitherCourt'
} as const
// Neither of these two may be extended (R921-3): the safe end is their term, whatever day it is.
const inSevenDays = appeal({
  label: within(sevenDays),
  doubted: ['frankSevenDays'],
  duration: sevenDays,
  alerts: [3, 1],
  filed: 'leavingSoon',
  basis: 'CESEDA.L921-1'
})
const inTwoDays = appeal({
  label: within(twoDays),
  duration: twoDays,
  filed: 'leavingSoon',
  basis: 'CESEDA.L921-2'
})

/** The same time against another decision: named after what was decided, so that one appeal never hides another. */
const about = <R extends { label: Bilingual }, const A extends string>(
  row: R,
  appeal: A,
  { fr, en }: Bilingual
) => ({
  ...row,
  stopsWhen: { done: [appeal] },
  label: { fr: `${row.label.fr} (${fr})`, en: `${row.label.en} (${en})` }
})
const programme: Bilingual = { fr: 'parcours de sortie', en: 'exit programme' }
const other: Bilingual = { fr: 'autre titre', en: 'other permit' }

/** The time to go to the administrative court: one clock for each decision, stopped by its own appeal. */
export const appealTimes = {
  'D-APPEAL-TA': toCourt,
  'D-APPEAL-OQTF': againstLeaving,
  'D-APPEAL-CAA': toHigherCourt,
  'D-APPEAL-CAA-OQTF': ofLeaving,
  'D-APPEAL-CE': toConseil,
  'D-APPEAL-7D': inSevenDays,
  'D-APPEAL-48H': inTwoDays,
  'D-APPEAL-OTHER-TA': about(toCourt, 'other.appeal', other),
  'D-APPEAL-OTHER-OQTF': about(againstLeaving, 'other.appeal', other),
  'D-APPEAL-OTHER-7D': about(inSevenDays, 'other.appeal', other),
  'D-APPEAL-OTHER-48H': about(inTwoDays, 'other.appeal', other),
  'D-APPEAL-OTHER-CAA': about(toHigherCourt, 'other.appeal', other),
  'D-APPEAL-OTHER-CAA-OQTF': about(ofLeaving, 'other.appeal', other),
  'D-APPEAL-OTHER-CE': about(toConseil, 'other.appeal', other),
  'D-APPEAL-REFLECTION': about(toCourt, 'reflection.appeal', {
    fr: 'réflexion interrompue',
    en: 'reflection interrupted'
  }),
  'D-APPEAL-PSP': about(toCourt, 'psp.appeal', programme),
  'D-APPEAL-PSP-AGAIN': about(ofSocialAid, 'psp.appeal', programme)
} as const satisfies Record<string, DeadlineRow>
