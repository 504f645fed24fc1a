import type { Bilingual } from './vocabulary.ts'

// Lists of words of housing. Codes are public: they are stored, exported and counted.

/** How far from here the person needs to be. */
export const distances = {
  department: { fr: 'un autre département suffit', en: 'another département is enough' },
  region: { fr: 'une autre région', en: 'another region' },
  far: { fr: 'une région qui ne touche pas celle-ci', en: 'a region that does not border this one' }
} as const satisfies Record<string, Bilingual>

/** Who asks Ac.Sé: whoever met the person, a partner of the scheme or not. */
export const acseAskers = {
  partner: { fr: 'partenaire du dispositif Ac.Sé', en: 'a partner of the Ac.Sé scheme' },
  other: {
    fr: 'hors du réseau : un partenaire sera associé',
    en: 'outside the network: a partner will be brought in'
  }
} as const satisfies Record<string, Bilingual>

/** How the person, the scheme and whoever accompanies her meet. */
export const meetingMeans = {
  video: { fr: 'par visioconférence', en: 'by video' },
  telephone: { fr: 'par téléphone', en: 'by telephone' },
  in_person: { fr: 'en présence', en: 'in person' }
} as const satisfies Record<string, Bilingual>

/** What the joint assessment comes to. It closes nothing: a place is still sought, or another answer is. */
export const assessments = {
  agreed: {
    fr: 'accord de principe pour un accueil Ac.Sé',
    en: 'agreement in principle to an Ac.Sé shelter'
  },
  reserved: { fr: 'à approfondir avec la personne', en: 'to be gone into with the person' },
  elsewhere: { fr: 'une autre réponse convient mieux', en: 'another answer suits better' }
} as const satisfies Record<string, Bilingual>

/** Why a desk offers a place that does not answer a need which may be met otherwise. Kept with the offer. */
export const offeredDespite = {
  person: { fr: 'la personne le sait et l’accepte', en: 'the person knows and agrees' },
  arranged: { fr: 'la structure aménage la place', en: 'the structure adapts the place' },
  meanwhile: { fr: 'en attendant mieux, faute d’autre place', en: 'meanwhile, for want of another place' }
} as const satisfies Record<string, Bilingual>

export const emergencyShelters = {
  '115': { fr: '115', en: '115' },
  '119': { fr: '119, pour un enfant', en: '119, for a child' },
  '17': { fr: '17 ou 112', en: '17 or 112' },
  association: { fr: 'hébergement d’une association', en: 'an association’s shelter' }
} as const satisfies Record<string, Bilingual>

/** Why a place that was held for her is not the one. */
export const placeDeclines = {
  distance: { fr: 'trop loin, ou pas assez', en: 'too far, or not far enough' },
  shared: { fr: 'vie en collectivité', en: 'shared living' },
  children: { fr: 'ne convient pas aux enfants', en: 'does not suit the children' },
  rules: { fr: 'règles de la maison', en: 'rules of the house' },
  absent: { fr: 'la personne n’est pas venue', en: 'they did not come' },
  other: { fr: 'autre', en: 'other' }
} as const satisfies Record<string, Bilingual>

export const holdReasons = {
  travel: { fr: 'le voyage se prépare', en: 'the journey is being prepared' },
  children: { fr: 'scolarité ou garde des enfants', en: 'the children’s school or care' },
  health: { fr: 'rendez-vous médical avant le départ', en: 'health appointment before leaving' },
  procedure: { fr: 'audition ou convocation avant le départ', en: 'hearing or summons before leaving' },
  reflection: { fr: 'la personne demande un temps de réflexion', en: 'the person asks for time to think' }
} as const satisfies Record<string, Bilingual>

export const incidents = {
  located: { fr: 'le lieu a été repéré', en: 'the place has been located' },
  contact: { fr: 'l’exploiteur a repris contact', en: 'the exploiter made contact' },
  threat: { fr: 'menace', en: 'threat' },
  other: { fr: 'autre', en: 'other' }
} as const satisfies Record<string, Bilingual>

export const stayOutcomes = {
  goes_on: { fr: 'l’accueil continue', en: 'the stay goes on' },
  change: { fr: 'un autre lieu est à chercher', en: 'another place is to be found' },
  ends: { fr: 'la sortie se prépare', en: 'the way out is being prepared' }
} as const satisfies Record<string, Bilingual>

export const centreKinds = {
  cada: {
    fr: 'centre d’accueil pour demandeurs d’asile (CADA)',
    en: 'reception centre for asylum seekers (CADA)'
  },
  huda: {
    fr: 'hébergement d’urgence pour demandeurs d’asile (HUDA)',
    en: 'emergency housing for asylum seekers (HUDA)'
  },
  cph: {
    fr: 'centre provisoire d’hébergement, avec une protection (CPH)',
    en: 'provisional housing centre, once protected (CPH)'
  }
} as const satisfies Record<string, Bilingual>

export const asylumTitles = {
  attestation: { fr: 'attestation de demande d’asile', en: 'certificate of asylum application' },
  protection: { fr: 'protection accordée', en: 'protection granted' },
  lodging: { fr: 'demande en cours d’enregistrement', en: 'application being registered' }
} as const satisfies Record<string, Bilingual>

export const otherShelters = {
  chrs: { fr: 'CHRS', en: 'social reintegration housing (CHRS)' },
  relatives: { fr: 'proches', en: 'relatives' },
  ordinary: { fr: 'logement ordinaire', en: 'ordinary housing' },
  hotel: { fr: 'hôtel ou hébergement d’urgence', en: 'hotel or emergency housing' },
  other: { fr: 'autre', en: 'other' }
} as const satisfies Record<string, Bilingual>

export const roofsWanted = {
  tonight: { fr: 'un toit dès ce soir', en: 'a roof tonight' },
  stay: { fr: 'un hébergement qui dure', en: 'housing that lasts' }
} as const satisfies Record<string, Bilingual>

export const households = {
  alone: { fr: 'une personne seule', en: 'one person alone' },
  couple: { fr: 'un couple', en: 'a couple' },
  children: { fr: 'une personne ou un couple avec enfants', en: 'one person or a couple with children' }
} as const satisfies Record<string, Bilingual>

export const noNeeds = {
  housed: { fr: 'la personne a déjà un logement sûr', en: 'they already have safe housing' },
  wishes: { fr: 'la personne n’en veut pas', en: 'they do not want one' }
} as const satisfies Record<string, Bilingual>

export const recontacts = {
  safe: { fr: 'la personne va bien et est en sécurité', en: 'they are well and safe' },
  help: { fr: 'la personne demande de l’aide', en: 'they ask for help' },
  danger: { fr: 'la personne est en danger', en: 'they are in danger' }
} as const satisfies Record<string, Bilingual>

/** Why a place cannot be offered for a time. */
export const outReasons = {
  works: { fr: 'travaux', en: 'building works' },
  damage: { fr: 'dégât des eaux ou sinistre', en: 'water damage or other damage' },
  staff: { fr: 'personnel absent', en: 'staff absent' },
  located: { fr: 'lieu repéré', en: 'the place was located' },
  closing: { fr: 'fermeture de la place', en: 'the place is closing' },
  other: { fr: 'autre', en: 'other' }
} as const satisfies Record<string, Bilingual>
