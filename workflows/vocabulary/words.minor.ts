import type { Bilingual } from './vocabulary.ts'

// Lists of words of a child's protection. Codes are public: they are stored, exported and counted.

/** What everybody is told of an act of justice or of the services that they may not follow, and that protects a child. */
export const protecting: Bilingual = {
  fr: 'Protection de l’enfant engagée',
  en: 'Steps taken to protect the child'
}

export const parentsInformed = {
  contrary: {
    fr: 'non, contraire à l’intérêt de l’enfant',
    en: 'no, contrary to the child’s interest'
  },
  informed: { fr: 'oui', en: 'yes' },
  unreached: { fr: 'pas encore : injoignables, ou pas connus', en: 'not yet: not reached, or not known' }
} as const satisfies Record<string, Bilingual>

export const reportGrounds = {
  grave: { fr: 'danger grave et immédiat', en: 'grave and immediate danger' },
  insufficient: {
    fr: 'la protection administrative ne suffit pas ou est impossible',
    en: 'administrative protection is not enough, or impossible'
  },
  victim: {
    fr: 'enfant victime de traite ou de proxénétisme, connu de la police',
    en: 'child victim of trafficking or procuring, known to the police'
  }
} as const satisfies Record<string, Bilingual>

/** What the assessment of a report of concern concludes. */
export const assessments = {
  no_danger: { fr: 'ni danger ni risque de danger', en: 'neither danger nor risk of danger' },
  support: {
    fr: 'aide du département, avec les représentants',
    en: 'support by the département, with the representatives'
  },
  judicial: { fr: 'saisine de la justice', en: 'to be brought before a court' }
} as const satisfies Record<string, Bilingual>

export const receptions = {
  no_consent: {
    fr: 'représentants absents ou dans l’impossibilité de donner leur accord',
    en: 'representatives absent or unable to agree'
  },
  left_home: {
    fr: 'départ du domicile, ou danger suspecté là où vit l’enfant',
    en: 'left home, or danger suspected where they live'
  }
} as const satisfies Record<string, Bilingual>

export const receptionEnds = {
  returned: { fr: 'remis à ses représentants', en: 'handed back to the representatives' },
  agreed: { fr: 'accueil accepté par les représentants', en: 'care agreed to by the representatives' },
  seized: { fr: 'justice saisie', en: 'brought before a court' }
} as const satisfies Record<string, Bilingual>

export const hearings = {
  heard: { fr: 'oui', en: 'yes' },
  not_capable: { fr: 'non, sans discernement suffisant', en: 'no, not capable of discernment' },
  refused: { fr: 'l’enfant ne l’a pas souhaité', en: 'they did not wish it' },
  absent: { fr: 'absent, à entendre', en: 'absent, still to be heard' }
} as const satisfies Record<string, Bilingual>

export const measures = {
  placement: { fr: 'placement', en: 'placement' },
  home: { fr: 'suivi dans le milieu de vie', en: 'support at home' }
} as const satisfies Record<string, Bilingual>

export const guardianMissions = {
  criminal: { fr: 'procédure pénale, partie civile', en: 'criminal procedure, civil party' },
  protection: { fr: 'assistance éducative', en: 'protection proceedings' },
  asylum: { fr: 'demande d’asile', en: 'asylum application' }
} as const satisfies Record<string, Bilingual>

export const guardianReasons = {
  implicated: { fr: 'représentants mis en cause', en: 'representatives implicated' },
  absent: { fr: 'représentants absents ou inconnus', en: 'representatives absent or unknown' },
  conflict: { fr: 'intérêts de l’enfant mal protégés', en: 'the child’s interests not fully protected' }
} as const satisfies Record<string, Bilingual>

/** Wide groups of regions: far or near is said, never where. */
export const zones = {
  paris: { fr: 'Île-de-France', en: 'Paris region' },
  north_west: { fr: 'Nord-Ouest', en: 'North-west' },
  north_east: { fr: 'Nord-Est', en: 'North-east' },
  south_west: { fr: 'Sud-Ouest', en: 'South-west' },
  south_east: { fr: 'Sud-Est', en: 'South-east' },
  overseas: { fr: 'outre-mer', en: 'overseas' }
} as const satisfies Record<string, Bilingual>

export const adhesions = {
  agrees: { fr: 'l’enfant y adhère', en: 'they agree' },
  hesitates: { fr: 'l’enfant hésite', en: 'they hesitate' },
  against: { fr: 'l’enfant s’y oppose', en: 'they are against it' },
  not_asked: { fr: 'pas encore demandé', en: 'not asked yet' }
} as const satisfies Record<string, Bilingual>

export const flights = {
  alone: { fr: 'départ seul, pour ce que l’on sait', en: 'left alone, as far as is known' },
  called: { fr: 'après un appel ou un message', en: 'after a call or a message' },
  taken: { fr: 'enfant emmené ou attendu par quelqu’un', en: 'taken or awaited by someone' },
  unknown: { fr: 'circonstances inconnues', en: 'circumstances unknown' }
} as const satisfies Record<string, Bilingual>

export const searches = {
  leads: { fr: 'pistes transmises à la police', en: 'leads given to the police' },
  contact: { fr: 'contact avec l’enfant', en: 'contact with the child' },
  none: { fr: 'rien de nouveau', en: 'nothing new' }
} as const satisfies Record<string, Bilingual>

export const findings = {
  returned: { fr: 'l’enfant est revenu de lui-même', en: 'came back by themselves' },
  police: { fr: 'par la police ou la gendarmerie', en: 'by police or gendarmerie' },
  association: { fr: 'par une association ou un service', en: 'by an association or a service' },
  other: { fr: 'autrement', en: 'otherwise' }
} as const satisfies Record<string, Bilingual>

export const preparations = {
  permit: {
    fr: 'titre de séjour, possible dès seize ans',
    en: 'residence permit, possible from sixteen on'
  },
  young_adult: {
    fr: 'accompagnement jusqu’à vingt et un ans demandé (contrat jeune majeur)',
    en: 'support to twenty-one asked for (young adult contract)'
  },
  shelter: { fr: 'logement après dix-huit ans, Ac.Sé compris', en: 'housing after eighteen, Ac.Sé included' },
  consents: { fr: 'accords à recueillir expliqués', en: 'consents to be asked, explained' },
  compensation: { fr: 'délais de la CIVI expliqués', en: 'CIVI time limits explained' },
  health: { fr: 'couverture santé', en: 'health cover' }
} as const satisfies Record<string, Bilingual>

export const ageDoubts = {
  documents: { fr: 'papiers contestés ou absents', en: 'papers disputed or missing' },
  statements: { fr: 'déclarations qui varient', en: 'statements that vary' },
  told_adult: {
    fr: 'se dit majeure, peut-être sous contrainte',
    en: 'says they are an adult, maybe under duress'
  },
  service: { fr: 'un service dit la personne majeure', en: 'a service says they are an adult' }
} as const satisfies Record<string, Bilingual>

export const ageDecisions = {
  minor: { fr: 'mineure', en: 'minor' },
  doubt: {
    fr: 'le doute demeure : la personne est tenue pour mineure',
    en: 'the doubt remains: the person is taken to be a minor'
  },
  adult: { fr: 'majeure', en: 'adult' }
} as const satisfies Record<string, Bilingual>

export const ageEvidence = {
  civil_status: { fr: 'état civil', en: 'civil status documents' },
  interviews: { fr: 'évaluation sociale et entretiens', en: 'social assessment and interviews' },
  hearing: { fr: 'audition par le juge', en: 'hearing by the judge' },
  other: { fr: 'autres éléments concordants', en: 'other matching elements' }
} as const satisfies Record<string, Bilingual>

export const placementEnds = {
  elsewhere: { fr: 'autre lieu d’accueil', en: 'another place' },
  family: { fr: 'retour décidé par le juge', en: 'return ordered by the judge' },
  flight: { fr: 'fugue : place rendue', en: 'flight: place given back' },
  other: { fr: 'autre', en: 'other' }
} as const satisfies Record<string, Bilingual>
