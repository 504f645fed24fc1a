import { ofLabour, prosecutedIn, type Facts } from '../facts/facts.ts'
import type { Guard } from './guard.ts'
import { prosecuted } from './prosecuted.ts'
import { opensCivi } from '../law/opened-by-offence.ts'
import {
  namesCrime,
  namesCrimeOnSeveral,
  namesCrimeOnSeveralWithMinors,
  namesListedCrime,
  namesListedOffence,
  namesOffence,
  namesUnlistedCrime,
  namesUnlistedOffence
} from '../law/limitation.ts'

// Guards of justice and compensation. Each says which class its reason tells, so that it is told to no one else.

/** What a guard asks, whatever each act says where it does not hold. */
type Asked = Omit<Guard, 'reason' | 'rests'>

/** Open or closed, convicted or not: it is the word of justice that whoever decides on the stay is told. */
const inTheWord = { sees: 'F', coarse: true } as const
export const procedureRuns = {
  ...inTheWord,
  holds: ({ facts }) => facts.procedureOpen
} as const satisfies Asked
export const convictedForGood = {
  ...inTheWord,
  holds: ({ facts }) => facts.finalOn !== null
} as const satisfies Asked

/**
 * That an offence is pursued which opens the permit, and not which: a prefecture issues it to whoever complains of one of them
 * (CESEDA L425-1, L425-11), and has that to check.
 */
export const pursued = inTheWord

/** Acts committed in France, or suffered by a French person (CPP 706-3 3°). */
const compensatedByCivi = ({ nationality, factsAbroad }: Facts) => nationality === 'french' || !factsAbroad

export const judicialGuards = {
  factsPlaceKnown: {
    holds: ({ facts }) => prosecutedIn(facts) !== null,
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'Dites d’abord où les faits ont été commis, ou où l’enfant a été trouvé : ce lieu désigne le parquet.',
      en: 'First say where the acts were committed, or where the child was found: that place designates the prosecutor.'
    }
  },
  finalDecision: {
    ...convictedForGood,
    rests: 'file',
    reason: { fr: 'Aucune condamnation n’est définitive.', en: 'No conviction is final.' }
  },
  // The articles speak of a final decision that awards damages: an acquittal may leave one, or a later hearing on the civil claim.
  damagesFinal: {
    holds: ({ facts }) => facts.finalOn !== null || facts.damagesOn !== null,
    sees: 'F',
    rests: ['CPP.706-15-2', 'CPP.706-164'],
    reason: {
      fr: 'Aucune décision définitive, condamnation ou décision sur les intérêts civils, n’est enregistrée : l’article la suppose.',
      en: 'No final decision, a conviction or one on the civil claim, is recorded: the article presupposes it.'
    }
  },
  prosecuted,
  onAppeal: {
    holds: ({ regions }) => regions.judicial === 'on_appeal',
    sees: 'F',
    rests: 'file',
    reason: { fr: 'Aucun appel n’est en cours.', en: 'No appeal is under way.' }
  },
  // Which of the offences named it was, others say: the longest and the shortest time among them are both counted.
  offenceNamed: {
    holds: ({ facts }) => namesOffence(facts.offences),
    sees: 'F',
    rests: 'file',
    reason: { fr: 'Seuls des crimes sont visés.', en: 'Only crimes are named.' }
  },
  crimeNamed: {
    holds: ({ facts }) => namesCrime(facts.offences),
    sees: 'F',
    rests: 'file',
    reason: { fr: 'Aucun crime n’est visé.', en: 'No crime is named.' }
  },
  crimeOnSeveralNamed: {
    holds: ({ facts }) => namesCrimeOnSeveral(facts.offences),
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'Rien de ce qui est visé ne devient un crime s’il y a plusieurs victimes.',
      en: 'Nothing named becomes a crime where several persons suffered it.'
    }
  },
  crimeOnSeveralWithMinorsNamed: {
    holds: ({ facts }) => namesCrimeOnSeveralWithMinors(facts.offences),
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'Rien de ce qui est visé ne devient un crime s’il y a plusieurs victimes, dont des mineurs.',
      en: 'Nothing named becomes a crime where several persons, minors among them, suffered it.'
    }
  },
  // Of what is done to a minor, the list of CPP 706-47 alone waits for majority (CPP 7 and 8).
  listedOnMinor: {
    holds: ({ facts }) => namesListedOffence(facts.offences),
    sees: 'F',
    rests: ['CPP.706-47'],
    reason: {
      fr: 'Aucun délit visé n’est de la liste de l’article 706-47.',
      en: 'No offence named is of the list of article 706-47.'
    }
  },
  listedCrimeOnMinor: {
    holds: ({ facts }) => namesListedCrime(facts.offences),
    sees: 'F',
    rests: ['CPP.706-47'],
    reason: {
      fr: 'Aucun crime visé n’est de la liste de l’article 706-47.',
      en: 'No crime named is of the list of article 706-47.'
    }
  },
  unlistedOnMinor: {
    holds: ({ facts }) => namesUnlistedOffence(facts.offences),
    sees: 'F',
    rests: ['CPP.706-47'],
    reason: {
      fr: 'Tous les délits visés sont de la liste de l’article 706-47.',
      en: 'All offences named are of the list of article 706-47.'
    }
  },
  unlistedCrimeOnMinor: {
    holds: ({ facts }) => namesUnlistedCrime(facts.offences),
    sees: 'F',
    rests: ['CPP.706-47'],
    reason: {
      fr: 'Aucun crime hors de la liste de l’article 706-47 n’est visé.',
      en: 'No crime outside the list of article 706-47 is named.'
    }
  },
  civilParty: {
    holds: ({ facts }) => facts.civilParty,
    sees: 'F',
    rests: ['CPP.706-15-2', 'CPP.706-164'],
    reason: {
      fr: 'La constitution de partie civile de la personne n’est pas enregistrée : l’article la suppose.',
      en: 'That the person joined as civil party is not recorded: the article presupposes it.'
    }
  },
  notCivilParty: {
    holds: ({ facts }) => !facts.civilParty,
    sees: 'F',
    rests: 'file',
    reason: { fr: 'La constitution de partie civile est faite.', en: 'The civil claim is already joined.' }
  },
  protectionNotAsked: {
    holds: ({ facts }) => !facts.protection,
    sees: 'G',
    rests: 'file',
    reason: { fr: 'La protection est déjà demandée.', en: 'Protection is already asked for.' }
  },
  ownProsecutor: {
    holds: ({ facts }) => facts.jirs === null,
    sees: 'F',
    rests: 'file',
    reason: { fr: 'Une JIRS est déjà saisie.', en: 'A JIRS already has the case.' }
  },
  compensationOpen: {
    holds: ({ facts }) => compensatedByCivi(facts),
    sees: ['E', 'F'],
    rests: ['CPP.706-3'],
    reason: {
      fr: 'La CIVI indemnise les faits commis en France, ou subis par une personne française.',
      en: 'The CIVI compensates acts committed in France, or suffered by a French person.'
    }
  },
  // The commission qualifies the acts by itself (CPP 706-3): what the police wrote may warn, and refuses no ground.
  listedNamed: {
    holds: ({ facts }) => facts.offences.length === 0 || opensCivi(facts.offences, facts.offencesOn),
    sees: 'F',
    rests: ['CPP.706-3', 'CPP.706-14'],
    reason: {
      fr: 'Aucune infraction visée n’est de la liste (CPP 706-3). La commission qualifie elle-même les faits ; l’ITT d’au moins un mois et les ressources (706-14) restent aussi des fondements.',
      en: 'No offence named is listed (CPP 706-3). The commission qualifies the acts by itself; incapacity of at least one month and means (706-14) remain grounds as well.'
    }
  },
  // Help in recovering is for whoever the CIVI cannot compensate: of listed offences it compensates in full, of acts abroad
  // French persons alone (CPP 706-3 3°).
  recoveringOpen: {
    holds: ({ facts }) => !compensatedByCivi(facts) || !opensCivi(facts.offences, facts.offencesOn),
    sees: ['E', 'F'],
    rests: ['CPP.706-15-1'],
    reason: {
      fr: 'D’abord la CIVI : elle indemnise intégralement les infractions visées, et l’aide au recouvrement est pour qui ne peut pas être indemnisé par elle (CPP 706-15-1), ou si elle a rejeté la demande ou l’a jugée irrecevable.',
      en: 'The CIVI first: it compensates the offences named in full, and help in recovering is for whoever it cannot compensate (CPP 706-15-1), or whose claim it rejected or found inadmissible.'
    }
  },
  compensationNotClaimed: {
    holds: ({ facts }) => facts.compensation === 'none',
    sees: 'F',
    rests: 'file',
    reason: {
      fr: 'La CIVI est déjà saisie, ou a payé. Un complément (CPP 706-8) ou une aggravation (CPP 706-5) se demandent encore.',
      en: 'The CIVI has a claim, or has paid. More (CPP 706-8), or harm grown worse (CPP 706-5), may still be asked for.'
    }
  },
  compensationClaimed: {
    holds: ({ facts }) => facts.compensation !== 'none',
    sees: 'F',
    rests: 'file',
    reason: { fr: 'Aucune demande n’est devant la CIVI.', en: 'No claim is before the CIVI.' }
  },
  // AGRASC pays whoever « n’a pas obtenu d’indemnisation » of the commission: what is left to pay is for the agency to say.
  nothingPaid: {
    holds: ({ facts }) => facts.compensation !== 'paid',
    sees: 'F',
    rests: ['CPP.706-164', 'CPP.706-8'],
    reason: {
      fr: 'La CIVI a indemnisé la personne : l’AGRASC paie qui n’a obtenu ni indemnité, ni aide au recouvrement (CPP 706-164), et la CIVI un complément (CPP 706-8).',
      en: 'The CIVI has compensated the person: AGRASC pays whoever obtained neither compensation nor help in recovering (CPP 706-164), and the CIVI what is left (CPP 706-8).'
    }
  },
  constraintUnknown: {
    holds: ({ facts }) => !facts.forcedCriminality,
    sees: 'J',
    rests: 'file',
    reason: { fr: 'La contrainte est déjà signalée.', en: 'The constraint is already reported.' }
  },
  constraintKnown: {
    holds: ({ facts }) => facts.forcedCriminality,
    sees: 'J',
    rests: 'file',
    reason: { fr: 'Aucune contrainte n’est signalée.', en: 'No constraint is known.' }
  },
  labourForms: {
    holds: ({ facts }) => ofLabour(facts),
    sees: 'D',
    rests: ['CTRAV.L8112-2'],
    reason: {
      fr: 'Aucune exploitation au travail ou domestique n’est notée : l’inspection constate aussi la traite sous d’autres formes (L8112-2).',
      en: 'No exploitation at work or in a household is noted: the inspection records trafficking of other kinds as well (L8112-2).'
    }
  }
} as const satisfies Record<string, Guard>
