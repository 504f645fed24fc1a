import { courtsOf } from '../calendar/jurisdictions.ts'
import { agreedTo, isMinor } from '../facts/facts.ts'
import { firstVoices } from '../facts/opinions.ts'
import type { Guard, Situation } from './guard.ts'
import { againstGuards } from './against.ts'
import { judicialGuards, procedureRuns } from './judicial.ts'
import { awaitedGuards } from './awaited.ts'
import { housingGuards } from './housing.ts'
import { lifeGuards } from './life.ts'
import { programmeGuards } from './programme.ts'
import { refusalGuards } from './refusal.ts'
import { residenceGuards } from './residence.ts'
import { routeGuards } from './routes.ts'
import { minorGuards } from './minor.ts'
import { housingPhase } from '../vocabulary/states.housing.ts'
import { applied, isClosed, type RegionState } from '../vocabulary/states.ts'
import type { ConsentScope } from '../vocabulary/vocabulary.ts'

export type { Guard, Situation }

const settling: readonly RegionState<'residence'>[] = ['reflection_running', ...applied]

export const guards = {
  ...minorGuards,
  ...judicialGuards,
  ...lifeGuards,
  ...housingGuards,
  ...refusalGuards,
  ...residenceGuards,
  ...routeGuards,
  ...programmeGuards,
  ...againstGuards,
  ...awaitedGuards,
  adult: {
    holds: ({ facts }) => !isMinor(facts),
    sees: null,
    rests: 'file',
    reason: {
      fr: 'La personne est mineure, ou son âge est en doute.',
      en: 'The person is a minor, or their age is in doubt.'
    }
  },
  adultForAcse: {
    holds: ({ facts }) => !isMinor(facts),
    sees: null,
    // No text says so: the network receives adults, and a child's shelter is asked of child protection by other acts (I-08).
    rests: 'file',
    reason: {
      fr: 'Ac.Sé n’accueille que des adultes. Pour une personne mineure, ou dont l’âge est en doute, ouvrez l’information préoccupante.',
      en: 'Ac.Sé only receives adults. For a minor, or when age is in doubt, open the report of concern.'
    }
  },
  minorOrDoubt: {
    holds: ({ facts }) => isMinor(facts),
    sees: null,
    rests: 'file',
    reason: { fr: 'La personne est majeure.', en: 'The person is an adult.' }
  },
  localDanger: {
    holds: ({ facts }) => facts.localDanger,
    sees: 'D',
    rests: ['CESEDA.R425-8'],
    reason: {
      fr: 'Ac.Sé éloigne d’un danger local : dites d’abord en quoi la personne est en danger ici.',
      en: 'Ac.Sé moves people away from a local danger: first say how the person is in danger here.'
    }
  },
  minorUnhoused: {
    holds: ({ facts, regions }) => isMinor(facts) && housingPhase(regions.housing) === 'none',
    sees: 'K',
    rests: 'file',
    reason: { fr: 'Aucun accueil d’adulte n’est en cours.', en: 'No adult shelter is under way.' }
  },
  immediateDanger: {
    holds: ({ facts }) => facts.danger === 'immediate',
    sees: null,
    rests: 'file',
    reason: { fr: 'Le danger n’est pas immédiat.', en: 'The danger is not immediate.' }
  },
  /** Said beside an act and never asked by one: what a cell has weighed opens and closes nothing that a text gives. */
  presumed: {
    holds: ({ facts }) => facts.presumed,
    sees: null,
    rests: 'mechanism',
    reason: {
      fr: 'La cellule n’a pas encore retenu de motifs raisonnables. Cet acte ne l’attend pas.',
      en: 'The cell has not found reasonable grounds yet. This act does not wait for it.'
    }
  },
  foundByService: {
    holds: ({ facts }) => facts.foundByService,
    sees: null,
    rests: 'file',
    reason: {
      fr: 'Aucun constat d’un service n’attend la cellule.',
      en: 'No finding of a service waits for the cell.'
    }
  },
  positiveProposed: {
    holds: ({ facts }) => firstVoices(facts).some(({ opinion }) => opinion === 'positive'),
    sees: null,
    rests: 'mechanism',
    reason: { fr: 'Aucun premier avis favorable ne compte.', en: 'No first favourable opinion counts.' }
  },
  insufficientProposed: {
    holds: ({ facts }) => firstVoices(facts).some(({ opinion }) => opinion === 'insufficient'),
    sees: null,
    rests: 'mechanism',
    reason: {
      fr: 'Aucun premier avis pour des éléments insuffisants ne compte.',
      en: 'No first opinion for insufficient elements counts.'
    }
  },
  /** A nationality that nobody has said excludes nobody: whoever decides on the stay asks for it. */
  thirdCountry: {
    holds: ({ facts }) => facts.nationality !== 'french' && facts.nationality !== 'eu',
    sees: 'E',
    rests: ['CESEDA.L110-4', 'CESEDA.L233-1', 'CESEDA.L425-1'],
    reason: {
      fr: 'Ce droit, comme la carte L425-1, est fait pour les étrangers qui ne sont pas citoyens de l’Union, de l’EEE ou de Suisse : leur séjour suit d’autres règles (CESEDA L110-4, L233-1).',
      en: 'This right, like the L425-1 permit, is for foreigners who are not citizens of the Union, the EEA or Switzerland: their stay follows other rules (CESEDA L110-4, L233-1).'
    }
  },
  nationalityKnown: {
    holds: ({ facts }) => facts.nationality !== 'unknown',
    sees: 'E',
    rests: 'mechanism',
    reason: {
      fr: 'La nationalité n’est pas connue : complétez-la si la personne la dit. Cet acte ne l’attend pas.',
      en: 'The nationality is not known: complete it if the person says it. This act does not wait for it.'
    }
  },
  unionCitizen: {
    holds: ({ facts }) => facts.nationality === 'eu',
    sees: 'E',
    rests: ['CESEDA.L233-1'],
    reason: {
      fr: 'Pour un citoyen de l’Union, de l’EEE ou de Suisse.',
      en: 'For a citizen of the Union, the EEA or Switzerland.'
    }
  },
  euOrFrench: {
    holds: ({ facts }) => facts.nationality === 'french' || facts.nationality === 'eu',
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'La nationalité est d’un pays tiers ou inconnue.',
      en: 'The nationality is of a third country or unknown.'
    }
  },
  knownIrregular: {
    holds: ({ facts }) => facts.nationality === 'third_country' && facts.stay === 'irregular',
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'Le séjour n’est pas connu comme irrégulier.',
      en: 'The stay is not known to be irregular.'
    }
  },
  knownRegular: {
    holds: ({ facts }) => facts.nationality === 'third_country' && facts.stay === 'regular',
    sees: 'E',
    rests: 'file',
    reason: { fr: 'Le séjour n’est pas connu comme régulier.', en: 'The stay is not known to be regular.' }
  },
  knownAsylum: {
    holds: ({ facts }) => facts.nationality === 'third_country' && facts.asylumClaim,
    sees: ['E', 'I'],
    rests: 'file',
    reason: { fr: 'Aucune demande d’asile n’est connue.', en: 'No asylum application is known.' }
  },
  procedureOpen: {
    ...procedureRuns,
    rests: ['CESEDA.L425-1'],
    reason: {
      fr: 'Le titre suit une procédure pénale, et aucune n’est ouverte.',
      en: 'The permit follows a criminal procedure, and none is open.'
    }
  },
  // One answer of another cell’s case and of a département with one court: neither tells whence the person came.
  metAmongCourts: {
    holds: ({ facts }) => facts.territory === facts.met && courtsOf(facts.met).length > 1,
    sees: 'K',
    rests: 'mechanism',
    reason: {
      fr: 'Le département n’a qu’un tribunal, ou le dossier est venu d’ailleurs : son protocole ne change pas d’ici.',
      en: 'The département has one court, or the case came from elsewhere: its protocol is not changed from here.'
    }
  },
  notHoused: {
    holds: ({ regions }) => ['none', 'gone'].includes(housingPhase(regions.housing)),
    sees: 'K',
    rests: 'file',
    reason: {
      fr: 'Pas tant qu’un accueil est en cours ou recherché.',
      en: 'Not while a shelter is being sought or in use.'
    }
  },
  residenceSettled: {
    holds: ({ regions }) => !settling.includes(regions.residence),
    sees: 'E',
    rests: 'file',
    reason: {
      fr: 'Pas tant qu’un délai de réflexion ou une demande de titre court.',
      en: 'Not while a reflection period or a permit application is running.'
    }
  },
  someConsent: {
    holds: ({ facts }) => facts.consents.length > 0,
    sees: null,
    rests: 'file',
    reason: { fr: 'Aucun accord n’est en vigueur.', en: 'No consent is in force.' }
  },
  notInformed: {
    holds: ({ facts }) => !facts.informed,
    sees: null,
    rests: 'file',
    reason: { fr: 'La personne a déjà été informée.', en: 'The person has already been informed.' }
  },
  notPresumed: {
    holds: ({ facts }) => !facts.presumed,
    sees: null,
    rests: 'mechanism',
    reason: {
      fr: 'Des motifs raisonnables ont été retenus : un réexamen peut les confirmer, pas les effacer.',
      en: 'Reasonable grounds were recorded: a review may confirm them, not erase them.'
    }
  },
  caseOpen: {
    holds: ({ regions }) => !isClosed(regions.closure),
    sees: null,
    rests: 'file',
    reason: { fr: 'Le dossier est clos : rouvrez-le d’abord.', en: 'The case is closed: reopen it first.' }
  },
  inThisFile: {
    holds: ({ regions }) => regions.identification !== 'duplicate_merged',
    sees: null,
    rests: 'file',
    reason: { fr: 'La suite se fait dans le dossier qui reste.', en: 'The rest is done in the case kept.' }
  }
} as const satisfies Record<string, Guard>

export type GuardId = keyof typeof guards

/** An adult's consent to a scope; protection does not wait for a minor's. */
export const consented = ({ facts }: Pick<Situation, 'facts'>, scope: ConsentScope | null) =>
  scope === null || isMinor(facts) || agreedTo(facts, scope)
