import type { Bilingual } from './terms.ts'

// Lists of words that several acts share. Codes are public: they are stored, exported and counted.

export const dangers = {
  none: { fr: 'pas de danger connu', en: 'no known danger' },
  possible: { fr: 'danger possible', en: 'possible danger' },
  immediate: { fr: 'danger immédiat', en: 'immediate danger' }
} as const satisfies Record<string, Bilingual>

export const ageGroups = {
  adult: { fr: 'personne majeure', en: 'adult' },
  minor: { fr: 'personne mineure', en: 'minor' },
  doubt: { fr: 'âge en doute', en: 'age in doubt' }
} as const satisfies Record<string, Bilingual>

/** Before these years are over, law opens neither work nor the interview that prepares majority. */
export const childBands: readonly (string | null)[] = ['0-12', '13-14']
export const minorBands: readonly (string | null)[] = [...childBands, '15-17']

export const ageBands = {
  '0-12': { fr: '0 à 12 ans', en: '0 to 12' },
  '13-14': { fr: '13 ou 14 ans', en: '13 or 14' },
  '15-17': { fr: '15 à 17 ans', en: '15 to 17' },
  '18-24': { fr: '18 à 24 ans', en: '18 to 24' },
  '25-34': { fr: '25 à 34 ans', en: '25 to 34' },
  '35-44': { fr: '35 à 44 ans', en: '35 to 44' },
  '45+': { fr: '45 ans et plus', en: '45 and over' }
} as const satisfies Record<string, Bilingual>

export const sexes = {
  female: { fr: 'femme', en: 'female' },
  male: { fr: 'homme', en: 'male' },
  other: { fr: 'autre', en: 'other' },
  unknown: { fr: 'non connu', en: 'not known' }
} as const satisfies Record<string, Bilingual>

export const nationalities = {
  french: { fr: 'française', en: 'French' },
  eu: { fr: 'Union européenne, Espace économique européen, Suisse', en: 'European Union, EEA, Switzerland' },
  third_country: { fr: 'autre pays', en: 'another country' },
  unknown: { fr: 'non connue', en: 'not known' }
} as const satisfies Record<string, Bilingual>

export const stays = {
  irregular: { fr: 'sans titre', en: 'no permit' },
  regular: { fr: 'titre en cours', en: 'valid permit' },
  unknown: { fr: 'non connu', en: 'not known' }
} as const satisfies Record<string, Bilingual>

export const forms = {
  sexual: { fr: 'exploitation sexuelle', en: 'sexual exploitation' },
  labour: { fr: 'travail forcé', en: 'forced labour' },
  domestic: { fr: 'exploitation domestique', en: 'domestic servitude' },
  begging: { fr: 'mendicité forcée', en: 'forced begging' },
  criminality: { fr: 'contrainte à commettre des infractions', en: 'forced criminality' },
  other: { fr: 'autre forme', en: 'another form' }
} as const satisfies Record<string, Bilingual>

export const channels = {
  outreach: { fr: 'maraude', en: 'outreach' },
  reception: { fr: 'accueil ou permanence', en: 'reception' },
  helpline: { fr: 'téléphone', en: 'helpline' },
  police: { fr: 'police ou gendarmerie', en: 'police' },
  workplace: { fr: 'lieu de travail', en: 'workplace' },
  school: { fr: 'école', en: 'school' },
  settlement: { fr: 'campement, squat ou bidonville', en: 'informal settlement' },
  prison: { fr: 'détention ou suivi du SPIP', en: 'prison or probation' },
  prefecture: { fr: 'guichet d’une préfecture', en: 'prefecture counter' },
  health: { fr: 'structure de soins', en: 'care provider' },
  asylum: { fr: 'asile', en: 'asylum' },
  other: { fr: 'autre', en: 'other' },
  unknown: { fr: 'non connu', en: 'not known' }
} as const satisfies Record<string, Bilingual>

export const sources = {
  seen: { fr: 'vu', en: 'seen' },
  person: { fr: 'la personne l’a dit', en: 'the person said so' },
  third: { fr: 'un tiers l’a dit', en: 'a third party said so' },
  document: { fr: 'document', en: 'document' }
} as const satisfies Record<string, Bilingual>

export const means = {
  in_person: { fr: 'en présence', en: 'in person' },
  video: { fr: 'en visio', en: 'by video' },
  phone: { fr: 'par téléphone', en: 'by phone' },
  written: { fr: 'par écrit', en: 'in writing' }
} as const satisfies Record<string, Bilingual>

export const languages = {
  fr: { fr: 'français', en: 'French' },
  en: { fr: 'anglais', en: 'English' },
  bin: { fr: 'edo', en: 'Edo' },
  yor: { fr: 'yoruba', en: 'Yoruba' },
  ro: { fr: 'roumain', en: 'Romanian' },
  bg: { fr: 'bulgare', en: 'Bulgarian' },
  es: { fr: 'espagnol', en: 'Spanish' },
  pt: { fr: 'portugais', en: 'Portuguese' },
  ar: { fr: 'arabe', en: 'Arabic' },
  zh: { fr: 'chinois', en: 'Chinese' },
  vi: { fr: 'vietnamien', en: 'Vietnamese' },
  th: { fr: 'thaï', en: 'Thai' },
  tl: { fr: 'tagalog', en: 'Tagalog' },
  bn: { fr: 'bengali', en: 'Bengali' },
  ur: { fr: 'ourdou', en: 'Urdu' },
  am: { fr: 'amharique', en: 'Amharic' },
  ti: { fr: 'tigrigna', en: 'Tigrinya' },
  so: { fr: 'somali', en: 'Somali' },
  ff: { fr: 'peul', en: 'Fula' },
  wo: { fr: 'wolof', en: 'Wolof' },
  bm: { fr: 'bambara', en: 'Bambara' },
  ln: { fr: 'lingala', en: 'Lingala' },
  ht: { fr: 'créole haïtien', en: 'Haitian Creole' },
  swb: { fr: 'shimaoré, comorien', en: 'Comorian' },
  rom: { fr: 'romani', en: 'Romani' },
  hi: { fr: 'hindi', en: 'Hindi' },
  pa: { fr: 'pendjabi', en: 'Punjabi' },
  snk: { fr: 'soninké', en: 'Soninke' },
  uk: { fr: 'ukrainien', en: 'Ukrainian' },
  ru: { fr: 'russe', en: 'Russian' },
  tr: { fr: 'turc', en: 'Turkish' },
  fa: { fr: 'persan, dari', en: 'Persian, Dari' },
  ps: { fr: 'pachto', en: 'Pashto' },
  sq: { fr: 'albanais', en: 'Albanian' },
  pcm: { fr: 'pidgin nigérian', en: 'Nigerian Pidgin' },
  fsl: { fr: 'langue des signes française (LSF)', en: 'French Sign Language (LSF)' },
  other: { fr: 'autre langue', en: 'another language' }
} as const satisfies Record<string, Bilingual>

/** What is not known yet when somebody is flagged: no other word is put in its place. */
export const languagesOrUnknown = {
  ...languages,
  und: { fr: 'langue pas encore connue', en: 'language not known yet' }
} as const satisfies Record<string, Bilingual>
export const formsOrUnknown = {
  ...forms,
  unknown: { fr: 'forme pas encore connue', en: 'form not known yet' }
} as const satisfies Record<string, Bilingual>

/** Refusals are coded, so that they can be counted and so that each leads somewhere. */
export const housingRefusals = {
  no_place: { fr: 'aucune place adaptée', en: 'no suitable place' },
  out_of_criteria: { fr: 'hors des critères du dispositif', en: 'outside the scheme’s criteria' },
  too_close: { fr: 'trop proche du danger', en: 'too close to the danger' },
  not_adapted: { fr: 'structure non adaptée aux besoins', en: 'structure not suited to the needs' },
  group_balance: { fr: 'équilibre du groupe accueilli', en: 'balance of the group housed' },
  incomplete: { fr: 'demande incomplète', en: 'incomplete request' },
  too_urgent: { fr: 'situation trop urgente pour attendre', en: 'situation too urgent to wait' }
} as const satisfies Record<string, Bilingual>

export const closureReasons = {
  inserted: { fr: 'la personne est installée dans une vie autonome', en: 'the person lives independently' },
  returned: { fr: 'retour volontaire', en: 'voluntary return' },
  lost: { fr: 'contact perdu', en: 'contact lost' },
  transferred_abroad: { fr: 'suite assurée à l’étranger', en: 'follow-up abroad' },
  not_victim: {
    fr: 'les éléments recueillis ne correspondent pas à la traite',
    en: 'the elements do not match trafficking'
  },
  by_person: { fr: 'à la demande de la personne', en: 'at the person’s request' },
  deceased: { fr: 'décès', en: 'death' },
  in_error: {
    fr: 'signalée par erreur : mauvaise personne, ou saisie deux fois',
    en: 'flagged in error: the wrong person, or entered twice'
  }
} as const satisfies Record<string, Bilingual>

/** What grounds rest on, in the words of article 225-4-1 of the penal code: an act, a means unless a minor, a purpose. */
/** When a service finds reasonable grounds without waiting for a cell. */
export const occasions = {
  operation: { fr: 'une opération de police ou de gendarmerie', en: 'a police or gendarmerie operation' },
  inspection: { fr: 'un contrôle de l’inspection du travail', en: 'a check by the labour inspection' },
  hearing: { fr: 'une audition', en: 'a hearing' },
  other: { fr: 'une autre occasion', en: 'another occasion' }
} as const satisfies Record<string, Bilingual>

export const groundsElements = {
  recruited: { fr: 'acte : recruter', en: 'act: recruiting' },
  moved: { fr: 'acte : transporter ou transférer', en: 'act: transporting or transferring' },
  harboured: { fr: 'acte : héberger ou accueillir', en: 'act: harbouring or receiving' },
  forced: {
    fr: 'moyen : menace, contrainte, violence ou tromperie',
    en: 'means: threat, coercion, violence or deception'
  },
  authority: {
    fr: 'moyen : ascendant ou autorité dont on abuse',
    en: 'means: abuse of ascendancy or authority'
  },
  vulnerability: {
    fr: 'moyen : vulnérabilité dont on abuse',
    en: 'means: abuse of vulnerability'
  },
  paid: {
    fr: 'moyen : rémunération ou avantage, donné ou promis',
    en: 'means: payment or benefit, given or promised'
  },
  exploited: { fr: 'but : l’exploitation signalée', en: 'purpose: the exploitation flagged' }
} as const satisfies Record<string, Bilingual>

/** Why what is known does not suffice today; never that the person lied. */
export const insufficiencies = {
  act: {
    fr: 'aucun acte établi (recruter, transporter, héberger…)',
    en: 'no act shown (recruiting, transporting, harbouring…)'
  },
  means: {
    fr: 'aucun moyen établi (contrainte, tromperie, vulnérabilité exploitée…)',
    en: 'no means shown (coercion, deception, abused vulnerability…)'
  },
  purpose: { fr: 'aucun but d’exploitation établi', en: 'no purpose of exploitation shown' },
  contradictory: { fr: 'éléments qui ne concordent pas encore', en: 'elements that do not agree yet' },
  silent: {
    fr: 'la personne n’a pas pu ou pas voulu s’exprimer',
    en: 'the person could not or did not wish to speak'
  },
  other: {
    fr: 'une autre situation, à orienter vers le droit commun',
    en: 'another situation, for the ordinary services'
  }
} as const satisfies Record<string, Bilingual>
