// Acts that stop several clocks at once.

/** A roof: she has arrived, or lives where nobody has to look for a place. */
export const roof = ['housing.other', 'acse.admission', 'housing.moved', 'minor.placement_arrival'] as const
/** She leaves where she sleeps, or wants no place of the scheme. */
export const left = ['acse.declined_by_person', 'housing.left', 'housing.absconded', 'housing.ended'] as const
/** The search ends in one of these ways, or by her staying where she is. */
export const settled = [...roof, ...left, 'housing.stays'] as const
/** The same of an asylum place. */
export const asylumLeft = ['dna.declined_by_person', 'dna.left', 'dna.absconded'] as const
export const asylumSettled = ['dna.admission', ...asylumLeft, 'dna.stays'] as const

const ofYearly = <Do extends string>(act: Do) =>
  (['permit', 'unworthy_housing', 'discretion', 'coming_of_age'] as const).map(
    (one) => `${one}.${act}` as const
  )

/** The prefecture gives a permit of a year. */
export const given = ofYearly('issue')
/** A permit is there: what was waited for is answered, its own refusal replaced. */
export const issued = [...given, 'other_permit.record', 'resident.issue'] as const
/** A permit is asked for, beside the one held or by whoever holds none. */
export const askedBeside = ofYearly('apply_beside')
export const asked = [...ofYearly('apply'), ...askedBeside]

/** Reasonable grounds are found or not found: by two voices, or otherwise. */
export const grounds = {
  done: ['grounds.positive', 'triage.reject'],
  begun: ['grounds.propose'],
  gone: ['grounds.record', 'meeting.positive', 'meeting.insufficient']
} as const

/** A prosecutor or a judge has a child placed: what was waited for before is behind. */
export const orderedForChild = ['opp.issue', 'judge.petition'] as const

/** Whoever had left is found again, or looked for anew. */
export const recontact = {
  done: ['housing.recontacted'],
  gone: [...roof, 'danger.immediate', 'housing.no_need', 'acse.request', 'contact.note']
} as const

export const ofReferral = {
  otherwise: {
    fr: 'la réponse à l’orientation, son retrait ou sa fin',
    en: 'the answer to the referral, its withdrawal or its end'
  }
} as const
