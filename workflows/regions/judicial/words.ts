import { Type } from 'typebox'
import { civilAppealClocks } from '../../deadlines/clocks/civil-appeal.ts'
import { choice, choices, notesKeyword, type FieldNotes } from '../../vocabulary/fields.ts'
import { courtLabels } from '../../calendar/jurisdictions.ts'
import { offenceLabels } from '../../law/opened-by-offence.ts'
import { spelled } from '../../deadlines/spelled.ts'
import { territoryCodes } from '../../calendar/territories.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'
import { contestedAmong } from '../residence/contested.ts'

// Fields and words that several acts of justice share.

const place = (notes: FieldNotes) =>
  Type.String({ enum: territoryCodes, [notesKeyword]: { ...notes, lookup: 'territories' } })

export const factsTerritory = place({
  label: { fr: 'Où les faits ont été commis', en: 'Where the acts were committed' },
  hint: {
    fr: 'Ce lieu désigne le parquet, et non le siège de la cellule.',
    en: 'This place designates the prosecutor, not the seat of the cell.'
  },
  dataClass: 'F',
  origin: true
})

export const court = choice(courtLabels, {
  list: 'courts',
  label: { fr: 'Tribunal judiciaire du lieu des faits', en: 'Court of the place of the acts' },
  hint: { fr: 'S’il y en a plusieurs dans le département.', en: 'Where the département has several.' },
  dataClass: 'F',
  origin: true
})

export const offences = choices(offenceLabels, {
  label: { fr: 'Infractions visées', en: 'Offences named' },
  hint: {
    fr: 'Celles que la personne a subies : elles disent quelles voies de séjour et d’indemnisation s’ouvrent.',
    en: 'Those done to the person: they say which residence and compensation routes open.'
  },
  dataClass: 'F'
})

export const told = choice(
  {
    before: { fr: 'oui, avant de signaler', en: 'yes, before reporting' },
    unsafe: { fr: 'non, l’informer la mettrait en danger', en: 'no, telling them would put them in danger' },
    unreachable: { fr: 'pas encore, la personne n’est pas joignable', en: 'not yet, they cannot be reached' }
  },
  { label: { fr: 'La personne en est-elle informée ?', en: 'Does the person know of it?' } }
)

export const secrecy = choice(
  {
    agreed: { fr: 'la personne est d’accord', en: 'the person agrees' },
    protected: {
      fr: 'mineure, ou hors d’état de se protéger',
      en: 'a minor, or unable to protect themselves'
    }
  },
  {
    label: { fr: 'Ce qui permet de le dire au parquet', en: 'What allows telling the prosecutor' },
    hint: {
      fr: 'Le secret professionnel ne se lève qu’ainsi : une association n’est pas tenue par l’article 40.',
      en: 'Professional secrecy is lifted in no other way: article 40 does not bind an association.'
    }
  }
)

const toAppeal = spelled(civilAppealClocks['D-APPEAL-JUDGMENT'].duration)

/** Which court judged: each has its own article for the time to go on (CPP 498, 380-9, 568). */
export const courtOfJudgment = choice(
  {
    criminal: {
      fr: 'tribunal correctionnel, ou autre en premier ressort',
      en: 'criminal court, or another of first instance'
    },
    assizes: {
      fr: 'cour d’assises ou cour criminelle, en premier ressort',
      en: 'assize court, first instance'
    },
    appeal: {
      fr: 'cour d’appel, ou cour d’assises d’appel',
      en: 'court of appeal, or assize court of appeal'
    }
  },
  { label: { fr: 'Juridiction', en: 'Court' }, dataClass: 'F' }
)

/** What a judgment decides: that on the civil claim alone has its own time to appeal (CPP 464, 498, 380-9). */
export const aboutJudged = choice(
  {
    acts: { fr: 'les faits poursuivis', en: 'the acts prosecuted' },
    interests: { fr: 'les seuls intérêts civils', en: 'the civil claim alone' },
    unknown: { fr: 'je ne sais pas', en: 'I do not know' }
  },
  {
    label: { fr: 'Le jugement porte sur', en: 'The judgment is on' },
    hint: {
      fr: 'Si vous ne le savez pas, les deux délais sont comptés depuis la signification.',
      en: 'Where that is not known, both times count from the service.'
    },
    dataClass: 'F'
  }
)

/** What decides from when the civil party's time to appeal runs. */
export const presence = choice(
  {
    present: { fr: 'présente ou représentée au prononcé', en: 'present or represented as it was pronounced' },
    informed: { fr: 'absente, mais informée du jour du prononcé', en: 'absent, but told the day' },
    absent: { fr: 'absente, et non informée de ce jour', en: 'absent, and not told the day' },
    unknown: { fr: 'inconnu', en: 'unknown' }
  },
  {
    label: { fr: 'La partie civile était', en: 'The civil party was' },
    hint: {
      fr: `L’appel se forme en ${toAppeal.fr}, le pourvoi contre un arrêt en cinq jours francs : du prononcé, ou de la signification si la personne n’était ni présente, ni représentée, ni informée du jour.`,
      en: `Appeal within ${toAppeal.en}, appeal on points of law within five clear days: of the pronouncement, or of service where the person was neither present nor represented nor told the day.`
    },
    dataClass: 'F'
  }
)

/** What is appealed against. */
const appealable = {
  no_case: { fr: 'un non-lieu', en: 'a finding of no case' },
  judgment: { fr: 'un jugement correctionnel', en: 'a judgment of the criminal court' },
  assizes: { fr: 'un arrêt d’assises', en: 'a judgment of the assize court' },
  ruling: { fr: 'un arrêt d’appel (pourvoi en cassation)', en: 'a ruling on appeal (on points of law)' }
} as const
export const appealed = choice(appealable, { label: { fr: 'Contre', en: 'Against' }, dataClass: 'F' })
/** By the civil party: of what the investigating chamber finds, no appeal is left but on points of law (CPP 568). */
export const appealedByParty = contestedAmong(
  {
    ...appealable,
    no_case: { fr: 'une ordonnance de non-lieu', en: 'an order that finds no case' },
    ruling: {
      fr: 'un arrêt de la cour d’appel ou de la chambre de l’instruction (pourvoi en cassation)',
      en: 'a ruling of the court of appeal or of the investigating chamber (on points of law)'
    }
  },
  'F'
)

/** Acts that interrupt limitation (CPP 9-2). */
export const interruptions = {
  investigation: { fr: 'acte d’enquête ou procès-verbal', en: 'act of investigation or police report' },
  judicial: { fr: 'acte d’instruction', en: 'act of the investigating judge' },
  prosecution: { fr: 'acte de poursuite', en: 'act of prosecution' },
  decision: { fr: 'jugement ou arrêt', en: 'judgment' }
} as const

/** CPP 40-1 3°: whether to prosecute is the prosecutor’s to weigh. A judge who has investigated never closes for that (CPP 177, read in commentary). */
export const closingReasons = {
  insufficient: { fr: 'infraction insuffisamment caractérisée', en: 'offence not sufficiently established' },
  unidentified: { fr: 'auteur non identifié', en: 'perpetrator not identified' },
  not_expedient: { fr: 'poursuites inopportunes', en: 'prosecution not expedient' },
  extinguished: { fr: 'action publique éteinte', en: 'prosecution barred' },
  other: { fr: 'autre motif', en: 'another reason' }
} as const

const { not_expedient: _ofTheProsecutor, ...ofTheJudge } = closingReasons
export const noCaseReasons = ofTheJudge

export const amountBands = {
  under_5: { fr: 'moins de 5 000 €', en: 'under €5,000' },
  '5_20': { fr: '5 000 à 20 000 €', en: '€5,000 to 20,000' },
  '20_50': { fr: '20 000 à 50 000 €', en: '€20,000 to 50,000' },
  '50_100': { fr: '50 000 à 100 000 €', en: '€50,000 to 100,000' },
  over_100: { fr: 'plus de 100 000 €', en: 'over €100,000' }
} as const

export const assetsStand = {
  seized: { fr: 'saisis', en: 'seized' },
  agrasc: { fr: 'remis à l’AGRASC', en: 'handed to AGRASC' },
  confiscated: { fr: 'confisqués', en: 'confiscated' },
  paid: { fr: 'versés à la partie civile', en: 'paid to the civil party' },
  returned: { fr: 'restitués', en: 'given back' }
} as const

export const claimGrounds = {
  listed: {
    fr: 'infraction de la liste : traite, proxénétisme, travail forcé, servitude, esclavage',
    en: 'listed offence: trafficking, procuring, forced labour, servitude, slavery'
  },
  incapacity: {
    fr: 'décès, incapacité permanente ou ITT d’au moins un mois',
    en: 'death, permanent incapacity or at least one month of incapacity'
  },
  means: {
    fr: 'autre infraction, sous condition de ressources (706-14)',
    en: 'another offence, subject to means (706-14)'
  },
  complement: {
    fr: 'complément : le jugement civil accorde plus que la CIVI (706-8)',
    en: 'further compensation: the civil judgment awards more than the CIVI (706-8)'
  },
  aggravation: {
    fr: 'préjudice aggravé depuis l’indemnisation (706-5, 706-5-1)',
    en: 'harm grown worse since compensation (706-5, 706-5-1)'
  }
} as const

export const labourFindings = {
  unpaid: { fr: 'travail non payé ou presque', en: 'unpaid or underpaid work' },
  housing: { fr: 'hébergement indigne', en: 'degrading housing' },
  papers: { fr: 'papiers retenus', en: 'papers withheld' },
  hours: { fr: 'durées de travail excessives', en: 'excessive hours' },
  undeclared: { fr: 'travail dissimulé', en: 'undeclared work' }
} as const

/** Where justice stands, in the one word that whoever weighs a residence permit is told. */
export const procedureWords = {
  open: { fr: 'Procédure ouverte', en: 'Procedure open' },
  convicted: { fr: 'Condamnation définitive', en: 'Final conviction' },
  closed: { fr: 'Procédure close', en: 'Procedure closed' }
} as const satisfies Record<string, Bilingual>
