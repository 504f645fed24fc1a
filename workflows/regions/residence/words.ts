import type { TObject } from 'typebox'
import { statuteClocks } from '../../deadlines/clocks/statute.ts'
import { agreedTo, isMinor, staysRegularly, type Facts, type PermitAsked } from '../../facts/facts.ts'
import { agreed, choices, closed, date, optional, text, yes } from '../../vocabulary/fields.ts'
import { rowsOf, type CommandRow } from '../../act/command.ts'
import { contestedFields } from './contested.ts'
import type { GuardId } from '../../guards/guards.ts'
import { spelled } from '../../deadlines/spelled.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'
import { adaAvailable } from '../../calendar/territories.ts'
import { applied, held, notYearly, regular, yearly, type RegionState } from '../../vocabulary/states.ts'

/** The writer of every row of residence. */
export const row = rowsOf('residence')

/** What the reflection receipt and the permit open: work, training, allowance, support, protection, care. */
export const rightsOpened = (territory: string) => [
  'work',
  'training',
  ...(adaAvailable(territory) ? ['allowance'] : []),
  'social_support',
  'police_protection',
  'care'
]

export const reflectionStates = [
  'reflection_offered',
  'reflection_running',
  'reflection_ended',
  'reflection_interrupted'
] as const

/** Nothing that was asked for is under way, and nothing is held. */
export const withoutPermit = ['unknown', 'irregular', ...reflectionStates, 'refused_permit'] as const

/**
 * Nor is a permit held by whoever was taken for French or for a citizen of the Union: where they are, the nationality refuses in its
 * own words; where they turn out not to be, what is theirs is open.
 */
export const withoutTitle = [...withoutPermit, 'eu_or_french'] as const

export { applied, held, notYearly, regular, yearly }

/** A card that no yearly permit replaces, or no need of one. */
export const better = ['cr10', 'eu_or_french'] as const
/** A stay that is regular: what is decided of something else leaves it as it is. */
export const standing = [...regular, ...better] as const
/** Reflection is offered or runs, and what is decided of something else ends nothing of it. */
export const reflecting = ['reflection_offered', 'reflection_running'] as const

export const on = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'E' })

/** What is written down of an appeal, whichever decision it is against. */
export const appealFields = {
  on: on('Déposé le', 'Filed on'),
  number: text({ label: { fr: 'Numéro de la requête', en: 'Number of the claim' }, dataClass: 'E' }),
  wishes: agreed({ label: { fr: 'La personne le souhaite', en: 'The person wishes it' } })
}
export const appealForm = closed({ ...appealFields, ...contestedFields('E') })
/** Of what the court rules on without appeal, or nobody here says which court rules next. */
export const socialAppealForm = closed({ ...appealFields, ...contestedFields('E', { ruled: false }) })

const freeInLaw = {
  fr: 'Sans taxe ni timbre. À Mayotte, le titre n’est valable que sur place.',
  en: 'Free of tax and stamp duty. In Mayotte the permit is valid there only.'
}

/** What a permit bears when it is handed over, renewed or not. */
export const permitFields = (fr: string, en: string) => ({
  issuedOn: on(fr, en),
  number: text({ label: { fr: 'Numéro', en: 'Number' }, hint: freeInLaw, dataClass: 'E' })
})

/** The day that a card bears; where nobody gives it, the length in law counts from the issue. */
const endWritten = (hint: Bilingual) =>
  optional(
    date({
      label: { fr: 'Valable jusqu’au, tel que la carte le porte', en: 'Valid until, as the card says' },
      hint,
      dataClass: 'E',
      ahead: true
    })
  )

export const ownEnd = endWritten({
  fr: 'Facultatif. Sans cette date, une carte d’un an est comptée depuis sa délivrance. Un jour déjà passé dit que la carte a expiré (L411-2).',
  en: 'Optional. Without this date, a card of a year counts from its issue. A day that is past says that the card has expired (L411-2).'
})
/** Of the resident card. */
export const residentEnd = endWritten({
  fr: 'Facultatif. Sans cette date, dix ans sont comptés depuis la délivrance (L425-3).',
  en: 'Optional. Without this date, ten years count from the issue (L425-3).'
})
export const cardFields = (fr: string, en: string) => ({ ...permitFields(fr, en), validUntil: ownEnd })

const invited = spelled(statuteClocks['D-ASILE-SEJOUR'].duration)

/** What an application bears, whatever permit it asks for. */
export const applicationFields = {
  on: date({
    label: { fr: 'Demande déposée le', en: 'Application lodged on' },
    hint: {
      fr: 'Le même acte transmet la demande à la préfecture, si rien ne lui est encore transmis : la préfecture lit quel titre est demandé.',
      en: 'The same act refers it to the prefecture where that is not done yet: it reads which permit is asked for.'
    },
    dataClass: 'E'
  }),
  domiciliation: yes({
    label: {
      fr: 'Domiciliation chez l’association ou l’avocat',
      en: 'Postal address at the association or lawyer'
    },
    dataClass: 'E'
  }),
  // Sixteen and over, a child who wants to work or train may hold the permit (R425-5).
  worksOrTrains: optional(
    yes({
      label: {
        fr: 'La personne, mineure de seize ans ou plus, déclare vouloir travailler ou se former',
        en: 'A minor of sixteen or over, they declare that they want to work or train'
      },
      dataClass: 'E',
      askedOf: 'children'
    })
  ),
  // Two months from the prefect's invitation; later, the law only hears what is new.
  newCircumstances: optional(
    yes({
      label: {
        fr: 'Circonstances nouvelles depuis l’invitation du préfet',
        en: 'New circumstances since the prefect’s invitation'
      },
      hint: {
        fr: `À cocher si la personne demande aussi l’asile et que les ${invited.fr} sont passés.`,
        en: `To be ticked if the person also seeks asylum and the ${invited.en} are over.`
      },
      dataClass: 'I'
    })
  )
}

/** Each permit by its name, as the prefecture reads what is asked of it. */
export const permitsAsked = {
  l425_1: {
    fr: 'titre d’un an après plainte ou témoignage',
    en: 'one-year permit after a complaint or testimony'
  },
  l425_3: { fr: 'carte de dix ans', en: 'ten-year card' },
  l425_11: { fr: 'titre pour hébergement indigne', en: 'degrading-housing permit' },
  discretion: { fr: 'admission exceptionnelle', en: 'discretionary admission' },
  coming_of_age: { fr: 'titre des jeunes majeurs', en: 'young-adult permit' },
  unsaid: { fr: 'titre à préciser', en: 'permit to be said' }
} as const satisfies Record<PermitAsked, Bilingual>

export const documents = {
  civil_status: { fr: 'état civil', en: 'civil status' },
  nationality: { fr: 'nationalité', en: 'nationality' },
  photos: { fr: 'photographies', en: 'photographs' },
  address: { fr: 'adresse ou domiciliation', en: 'address or postal address' },
  complaint: { fr: 'récépissé de plainte ou référence de procédure', en: 'complaint receipt or reference' },
  other: { fr: 'autre pièce prévue par les textes', en: 'another document that the texts require' }
} as const

export const documentChoices = choices(documents, {
  label: { fr: 'Pièces demandées', en: 'Documents asked for' },
  dataClass: 'E'
})

/** The prefecture's silence: on a first permit or its renewal, and on another permit than the one held. */
export const silences = ['D-SILENCE', 'D-SILENCE-OTHER'] as const

/** What an application that starts, or an answer to it, takes off the list of clocks that have run out. */
export const answered = ({ lapsed }: Pick<Facts, 'lapsed'>, codes: readonly string[] = silences) =>
  lapsed.filter((code) => !codes.includes(code))

/**
 * What a permit given from a day on teaches: the stay is regular since then, unless it already was, when it keeps its
 * own first day.
 */
export const regularFrom = (facts: Facts, on: string): Partial<Facts> =>
  staysRegularly(facts) ? {} : { regularSince: on, regularUntil: null }
export const regularTo = (facts: Facts, on: string): Partial<Facts> =>
  staysRegularly(facts) ? { regularUntil: on } : {}

/**
 * An application is lodged by the person, who waits for no consent of the mechanism to ask what a statute gives, and is closed out by
 * none that its clock ended. The file goes to the prefecture with it where the person agrees to that, and not otherwise.
 */
export const reachesPrefecture = [{ type: 'ensureReferral', kind: 'prefecture', ifAgreed: true }] as const

/** Without an agreement the file stays here: the prefecture is to be asked once the person agrees. */
export const sentAlong = (facts: Facts): Partial<Facts> =>
  isMinor(facts) || agreedTo(facts, 'E') ? { prefectureSent: true } : {}

/** What an application asks, whether a permit is held or not. */
export type Form<I extends TObject> = Pick<
  CommandRow,
  'transition' | 'label' | 'done' | 'guards' | 'basis'
> & { input: I; warns?: readonly GuardId[] }

/** The day of an application, as its form says it. */
export const dayOf = (on: unknown) => (typeof on === 'string' ? on : null)

/** An application for a permit by whoever holds none. */
export const asks = <I extends TObject>(
  form: Form<I>,
  permitAsked: PermitAsked,
  from: readonly RegionState<'residence'>[] = withoutTitle
) =>
  row({
    ...form,
    from,
    to: 'cst_applied',
    warns: [...(form.warns ?? []), 'prefectureAgreed'],
    opens: [{ code: 'D-SILENCE', startsOn: 'on', restarts: true }],
    effects: reachesPrefecture,
    apply: (facts, input: { on?: unknown }) => ({
      ...sentAlong(facts),
      lapsed: answered(facts, ['D-SILENCE']),
      documentsAsked: false,
      permitAsked,
      permitAskedOn: dayOf(input.on)
    })
  })

/** The time to appeal against a decision on the permit; and on another, asked for beside it or instead of it. */
export const permitAppeals = ['D-APPEAL-TA', 'D-APPEAL-OQTF', 'D-APPEAL-7D', 'D-APPEAL-48H'] as const
export const otherAppeals = [
  'D-APPEAL-OTHER-TA',
  'D-APPEAL-OTHER-OQTF',
  'D-APPEAL-OTHER-7D',
  'D-APPEAL-OTHER-48H'
] as const
