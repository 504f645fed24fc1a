import { isMinor } from '../facts/facts.ts'
import type { Guard, Situation } from './guard.ts'
import { housingPhase } from '../vocabulary/states.housing.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

// Guards of housing. `reason` reads as an answer to « pourquoi pas ? ».

const notSought: Bilingual = { fr: 'Aucune place n’est recherchée.', en: 'No place is being sought.' }
const noBedYet: Bilingual = {
  fr: 'La personne ne dort encore dans aucune place : notez plutôt qu’elle ne souhaite plus partir.',
  en: 'They sleep in no place yet: record instead that they no longer wish to move.'
}
const inBedAlready: Bilingual = {
  fr: 'La personne dort déjà dans une place, qui lui reste acquise : notez qu’elle préfère y rester.',
  en: 'They already sleep in a place, which stays theirs: record that they prefer to stay there.'
}
const notHousedYet: Bilingual = {
  fr: 'La personne n’a pas encore été accueillie : retirez la demande, ou notez qu’elle refuse la place ou ne souhaite plus partir.',
  en: 'They have not been housed yet: withdraw the request, or record that they decline the place or no longer wish to move.'
}
const heldLonger: Bilingual = {
  fr: 'La place a déjà été tenue plus longtemps une fois.',
  en: 'The place has already been held longer once.'
}

const sleepsInAsylum = ({ facts }: Situation) => facts.asylumPlace === 'slept'
/** Where a place other than of the asylum scheme is hers, beside those that are promised. */
const keptElsewhere: readonly string[] = ['housed_acse', 'moved', 'security_alert', 'minor_placement']

const noPlaceHeld: Bilingual = {
  fr: 'Aucune place n’est tenue pour la personne.',
  en: 'No place is held for them.'
}

export const housingGuards = {
  /** A person whom emergency shelter waits for: in immediate danger, and under no roof that is known. */
  unsheltered: {
    holds: ({ facts, regions }) =>
      facts.danger === 'immediate' &&
      housingPhase(regions.housing) !== 'housed' &&
      regions.housing !== 'emergency_local',
    sees: 'K',
    rests: 'file',
    reason: {
      fr: 'La personne n’est pas en danger immédiat, ou elle est à l’abri.',
      en: 'They are not in immediate danger, or are sheltered.'
    }
  },
  placeToReview: {
    holds: ({ facts, regions }) => facts.rehousing && regions.asylum_housing === 'housed',
    sees: 'I',
    rests: 'file',
    reason: { fr: 'Aucune place d’asile n’est à revoir.', en: 'No asylum place is to be reviewed.' }
  },
  /** She has a roof that those who follow her housing are not told of. */
  roofUntold: {
    holds: ({ regions }) => regions.asylum_housing === 'housed' && housingPhase(regions.housing) !== 'housed',
    sees: ['I', 'K'],
    rests: 'file',
    reason: { fr: 'Aucun accueil n’est à faire connaître.', en: 'There is no roof to make known.' }
  },
  asylumPlaceSought: {
    holds: ({ facts, regions }) => !isMinor(facts) && housingPhase(regions.asylum_housing) === 'seeking',
    sees: 'I',
    rests: 'file',
    reason: notSought
  },
  asylumPlacePromised: {
    holds: ({ regions }) => housingPhase(regions.asylum_housing) === 'promised',
    sees: 'I',
    rests: 'file',
    reason: noPlaceHeld
  },
  asylumHoldNotExtended: {
    holds: ({ facts }) => !facts.asylumHoldExtended,
    sees: 'I',
    rests: 'mechanism',
    reason: heldLonger
  },
  sleepsInAsylumPlace: { holds: sleepsInAsylum, sees: 'I', rests: 'file', reason: noBedYet },
  inAsylumPlace: { holds: sleepsInAsylum, sees: 'I', rests: 'file', reason: notHousedYet },
  noAsylumBed: {
    holds: (situation) => !sleepsInAsylum(situation),
    sees: 'I',
    rests: 'file',
    reason: inBedAlready
  },
  asylumPlaceOver: {
    holds: ({ facts }) => facts.asylumPlace === 'none' || facts.closure !== null,
    sees: ['C', 'I'],
    rests: 'file',
    reason: {
      fr: 'Une place d’asile est cherchée pour la personne, ou déjà occupée.',
      en: 'An asylum place is sought, or theirs.'
    }
  },
  minorWithoutAsylumPlace: {
    holds: ({ facts, regions }) => isMinor(facts) && housingPhase(regions.asylum_housing) === 'none',
    sees: 'I',
    rests: 'file',
    reason: { fr: 'La personne a une place d’asile.', en: 'An asylum place is theirs.' }
  },
  /**
   * A person has one stay. A centre of the asylum scheme waits until the other place is given back, by somebody whose
   * act the readers of that other place may know.
   */
  noOtherPlace: {
    holds: ({ facts, regions: { housing } }) =>
      facts.bed === null && housingPhase(housing) !== 'promised' && !keptElsewhere.includes(housing),
    sees: 'K',
    rests: 'file',
    reason: {
      fr: 'Une autre place est tenue pour la personne, ou elle y dort : enregistrez d’abord son départ, ou rendez cette place.',
      en: 'Another place is held for them, or they sleep in it: first record their departure, or give that place back.'
    }
  },
  placeSought: {
    holds: ({ facts, regions }) => !isMinor(facts) && housingPhase(regions.housing) === 'seeking',
    sees: 'K',
    rests: 'file',
    reason: notSought
  },
  placePromised: {
    holds: ({ regions }) => housingPhase(regions.housing) === 'promised',
    sees: 'K',
    rests: 'file',
    reason: noPlaceHeld
  },
  /** A place that is promised stays held while another alert is raised: time alone, or an act, gives it back. */
  placeKept: {
    holds: ({ regions }) =>
      housingPhase(regions.housing) === 'promised' || regions.housing === 'security_alert',
    sees: 'K',
    rests: 'file',
    reason: noPlaceHeld
  },
  /** An alert was raised where she sleeps, and no other place is sought yet. */
  placeUnsafe: {
    holds: ({ regions }) => regions.housing === 'security_alert',
    sees: 'K',
    rests: 'file',
    reason: {
      fr: 'Aucune alerte n’attend qu’un autre lieu soit cherché.',
      en: 'No alert waits for another place to be sought.'
    }
  },
  hasBed: {
    holds: ({ facts }) => facts.bed !== null,
    sees: 'K',
    rests: 'file',
    reason: noBedYet
  },
  noBed: {
    holds: ({ facts }) => facts.bed === null,
    sees: 'K',
    rests: 'file',
    reason: inBedAlready
  },
  /** She sleeps somewhere that is recorded: only then can a departure be. */
  underRoof: {
    holds: ({ facts, regions }) =>
      facts.bed !== null ||
      housingPhase(regions.housing) === 'housed' ||
      regions.housing === 'emergency_local',
    sees: 'K',
    rests: 'file',
    reason: notHousedYet
  },
  holdNotExtended: {
    holds: ({ facts }) => !facts.holdExtended,
    sees: 'K',
    rests: 'mechanism',
    reason: heldLonger
  },
  adultHousing: {
    holds: ({ facts }) => !isMinor(facts),
    sees: null,
    rests: 'file',
    reason: {
      fr: 'Pour une personne mineure, ou dont l’âge est en doute, la protection de l’enfance trouve l’accueil.',
      en: 'For a minor, or when age is in doubt, child protection finds the shelter.'
    }
  },
  // Places of the asylum scheme for victims of violence or trafficking: CESEDA L. 522-3 and the 2021 vulnerability plan.
  asylumLinked: {
    holds: ({ facts, regions }) =>
      regions.asylum !== 'refused' && (facts.asylumLink || regions.asylum !== 'none'),
    sees: 'I',
    rests: ['CESEDA.L552-8'],
    reason: {
      fr: 'Une place d’asile suppose une demande d’asile en cours ou une protection accordée.',
      en: 'An asylum place requires a pending asylum application or a protection granted.'
    }
  },
  neverEuOrFrench: {
    holds: ({ facts }) => facts.nationality !== 'french' && facts.nationality !== 'eu',
    sees: 'E',
    rests: ['CESEDA.L552-8'],
    reason: {
      fr: 'Les places d’asile ne reçoivent ni les Français ni les ressortissants de l’Union européenne : demandez Ac.Sé ou un CHRS.',
      en: 'Asylum places receive neither French nor European Union nationals: ask Ac.Sé or a CHRS.'
    }
  },
  womanKnown: {
    holds: ({ facts }) => facts.sex === 'female' || facts.sex === 'male',
    sees: null,
    rests: 'mechanism',
    reason: {
      fr: 'Sexe « autre », ou non connu : à apprécier par l’OFII. La demande lui est transmise telle quelle.',
      en: 'Sex “other”, or not known: for OFII to weigh. The request is sent to it as it is.'
    }
  },
  /** Said beside the request and asked by no act: L552-8 is for every asylum seeker, and L522-3 names victims of either sex (I-09). */
  woman: {
    // « Autre », or not known, is no man: it is said in words of its own.
    holds: ({ facts }) => facts.sex !== 'male',
    sees: null,
    rests: 'mechanism',
    reason: {
      fr: 'Les places spécialisées connues accueillent des femmes et leurs enfants : l’OFII apprécie la demande d’un homme (L522-3, L552-8). Demandez aussi Ac.Sé ou un CHRS.',
      en: 'The specialised places that are known receive women and their children: OFII weighs a man’s request (L522-3, L552-8). Ask Ac.Sé or a CHRS as well.'
    }
  }
} as const satisfies Record<string, Guard>
