import type { Recount, Upon } from '../../act/command.ts'
import type { DeadlineCode } from '../../deadlines/deadlines.ts'
import type { ContestedStage } from '../../deadlines/filing.ts'
import { choice, date, optional } from '../../vocabulary/fields.ts'
import type { Bilingual, DataClass } from '../../vocabulary/vocabulary.ts'

// What is asked of an appeal, so that the time of that decision alone stops. Nobody has to know.

const stages = {
  decision: { fr: 'la décision de l’administration', en: 'the administration’s decision' },
  judgment: { fr: 'le jugement du tribunal', en: 'the judgment of the court' },
  ruling: { fr: 'l’arrêt de la cour administrative d’appel', en: 'the ruling of the court of appeal' }
} as const satisfies Partial<Record<ContestedStage, Bilingual>>

/** Where each time is there once, who gave what is contested says all: each by its stage ({@link ContestedStage}). */
export const contestedAmong = <C extends Record<string, Bilingual>>(among: C, dataClass: DataClass) =>
  optional(
    choice(among, {
      label: { fr: 'Recours contre', en: 'Appeal against' },
      hint: {
        fr: 'À dire si plusieurs délais courent : seul celui de cette décision s’arrête. Sans réponse, un délai s’arrête s’il est le seul ouvert ce jour-là ; sinon, tous continuent.',
        en: 'To be said where several times run: that of this decision alone stops. Without an answer a time stops where it is the only one open on that day; otherwise all go on.'
      },
      dataClass
    })
  )

/** Of decisions that one body alone gives: the notice says which. */
export const contestedNotice = (dataClass: DataClass) =>
  optional(
    date({
      label: { fr: 'Décision ou jugement contesté : notifié le', en: 'What is contested: notified on' },
      hint: {
        fr: 'À défaut, le jour depuis lequel le dossier compte ce délai. Si plusieurs délais courent et que ce jour n’est pas dit, tous continuent.',
        en: 'Failing that, the day from which the case counts this time. Where several times run and this day is not said, all go on.'
      },
      dataClass
    })
  )

const concernedBy = (label: Bilingual) => (dataClass: DataClass) =>
  optional(
    date({
      label,
      hint: {
        fr: 'À dire si plusieurs décisions ont leur délai, même si l’une est déjà contestée : sans ce jour, chacune reste à vérifier et aucune date sûre n’est reculée. À défaut, le jour depuis lequel le dossier compte ce délai.',
        en: 'To be said where several decisions have their time, be one of them already contested: without this day each is left to be checked, and no safe day is moved later. Failing that, the day from which the case counts this time.'
      },
      dataClass
    })
  )

/** Of legal aid, reconsideration and the like: each is of one decision, and moves the time against that one alone. */
export const concernedNotice = concernedBy({
  fr: 'Décision ou jugement concerné : notifié le',
  en: 'Decision or judgment it is about: notified on'
})
/** Of a house arrest, which carries out one obligation to leave. */
export const carriedOutNotice = concernedBy({
  fr: 'Obligation de quitter exécutée : notifiée le',
  en: 'Obligation to leave carried out: notified on'
})

// Each decision has its own time (CJA R421-1): what lengthens or cuts it is of one, known by the day of its notice.

type OfOne = Required<Pick<Recount, 'which' | 'several'>>

/**
 * Unsaid, and several of these may be meant: each is left in doubt, and none has a later safe day. `decisions`: by which times the
 * decision that is said is known, where it may be said of others too.
 */
export const ofOneDecision = (
  among: readonly DeadlineCode[],
  decisions: readonly DeadlineCode[] = among
): OfOne => ({ which: 'noticeOn', several: { among, decisions, leaves: 'maybeOtherDecision' } })

/** The clocks of each obligation, by length. */
export const leavings = [
  ['D-APPEAL-LEAVE', 'D-APPEAL-LEAVE-7D', 'D-APPEAL-LEAVE-48H'],
  ['D-APPEAL-OQTF', 'D-APPEAL-7D', 'D-APPEAL-48H'],
  ['D-APPEAL-OTHER-OQTF', 'D-APPEAL-OTHER-7D', 'D-APPEAL-OTHER-48H']
] as const
/** By which an obligation to leave is known, whatever its time. */
export const obligations = leavings.flat()

/** An administrative appeal interrupts once (CRPA L411-2); two months of silence reject it, and leave two more (L411-7, CJA R421-2). */
export const recourse = { once: 'recourseAnswered', silentAfter: 2 } as const

const months = leavings.map(([month]) => month)
const weeks = leavings.map(([, week]) => week)
/** Detained, whoever had seven days has 48 hours, against a return ban and a transfer as well (R921-1, L614-4, L572-4). */
const heldBeside: readonly DeadlineCode[] = [
  ...months,
  ...weeks,
  'D-BAN-7D',
  'D-APPEAL-TRANSFER-7D',
  'D-ARREST-7D'
]

const weekBeside = { does: 'cuts', to: 'week', beside: months } as const
const some = { which: 'noticeOn' } as const

/** What cuts the time of these, said by itself. */
export const cutsSaid = (about: string, among: readonly DeadlineCode[]): Upon[] => {
  const said = (what: string) => [
    { field: 'what', is: what },
    { field: 'about', is: about }
  ]
  const own = { ...some, on: 'on', among: among.filter((code) => !code.endsWith('-TA')) } as const
  return [
    ...['house_arrest', 'prison'].map((what) => ({ ...own, ...weekBeside, whenInput: said(what) })),
    { ...own, whenInput: said('detention_centre'), does: 'cuts', to: 'hours', hour: 'at', beside: heldBeside }
  ]
}

const arrest = { ...some, ...weekBeside, by: 'notifiedOn', among: obligations } as const

/** A house arrest that is notified, told for certain or perhaps (CESEDA R921-1). */
export const cutsByArrest: readonly Upon[] = [
  // Told so of another arrest than those of seven days: R921-1 is of all of L731-1, and not of L731-3.
  ...[{ on: 'informedOn' }, { on: 'notifiedOn', unlessGiven: 'informedOn' }].map((day) => ({
    ...{ ...arrest, ...day, maybe: true as const },
    whenInput: [
      { field: 'appealWithin', is: 'two_months' },
      { field: 'informed', is: 'yes' }
    ]
  })),
  ...[{ on: 'informedOn' }, { on: 'notifiedOn', unlessGiven: 'informedOn' }].map((day) => ({
    ...{ ...arrest, ...day },
    whenInput: [
      { field: 'appealWithin', is: 'seven_days' },
      { field: 'informed', is: 'yes' }
    ]
  })),
  ...[{ whenInput: [{ field: 'informed', is: 'unknown' }] }, { whenInput: [], unlessGiven: 'informed' }].map(
    (one) => ({
      ...{ ...arrest, ...one, on: 'notifiedOn', maybe: true as const },
      whenInput: [{ field: 'appealWithin', is: 'seven_days' }, ...one.whenInput]
    })
  )
]

/** `ruled`: a court of appeal may have ruled on it as well, and is told apart from the first. */
export const contestedFields = (dataClass: DataClass, { ruled = true } = {}) => {
  const { ruling, ...first } = stages
  return {
    against: contestedAmong(ruled ? { ...first, ruling } : first, dataClass),
    noticeOn: contestedNotice(dataClass)
  }
}
