import type { Bilingual } from './terms.ts'

// What figures and partners ask for, in the codes of the Human Trafficking Case Data Standard (IOM, 2.0) where it has one.

type Words = Record<string, Bilingual>

const unknown = { fr: 'non connu', en: 'not known' } as const

export const birthYearSources = {
  document: { fr: 'd’après un document', en: 'from a document' },
  said: { fr: 'd’après la personne', en: 'as the person says' },
  estimated: { fr: 'estimée', en: 'estimated' },
  unknown
} as const satisfies Words

/** Sections of the French nomenclature of activities (NAF), which are those of ISIC. */
export const sectors = {
  A: { fr: 'agriculture, sylviculture et pêche', en: 'agriculture, forestry and fishing' },
  B: { fr: 'industries extractives', en: 'mining and quarrying' },
  C: { fr: 'industrie manufacturière', en: 'manufacturing' },
  D: { fr: 'électricité, gaz, vapeur', en: 'electricity, gas, steam' },
  E: { fr: 'eau, déchets, dépollution', en: 'water supply, waste' },
  F: { fr: 'construction', en: 'construction' },
  G: { fr: 'commerce, réparation d’automobiles', en: 'trade, repair of motor vehicles' },
  H: { fr: 'transports et entreposage', en: 'transport and storage' },
  I: { fr: 'hébergement et restauration', en: 'accommodation and food service' },
  J: { fr: 'information et communication', en: 'information and communication' },
  K: { fr: 'finance et assurance', en: 'finance and insurance' },
  L: { fr: 'immobilier', en: 'real estate' },
  M: { fr: 'activités scientifiques et techniques', en: 'professional and technical' },
  N: {
    fr: 'services administratifs, nettoyage, intérim',
    en: 'administrative services, cleaning, agency work'
  },
  O: { fr: 'administration publique', en: 'public administration' },
  P: { fr: 'enseignement', en: 'education' },
  Q: { fr: 'santé et action sociale', en: 'health and social work' },
  R: { fr: 'arts, spectacles, sport', en: 'arts, entertainment, sport' },
  S: {
    fr: 'autres services : coiffure, onglerie, blanchisserie',
    en: 'other services: hair, nails, laundry'
  },
  T: { fr: 'chez un particulier', en: 'in a private household' },
  U: { fr: 'ambassade, organisation internationale', en: 'embassy, international body' },
  unknown
} as const satisfies Words

export const sexualKinds = {
  street: { fr: 'prostitution dans la rue', en: 'prostitution in the street' },
  indoor: { fr: 'prostitution en appartement ou à l’hôtel', en: 'prostitution in a flat or hotel' },
  venue: { fr: 'bar, salon de massage ou autre lieu', en: 'bar, massage parlour or other venue' },
  private: { fr: 'au service d’une seule personne', en: 'for one private person' },
  pornography: { fr: 'pornographie', en: 'pornography' },
  remote: { fr: 'à distance, devant une caméra', en: 'remote, before a camera' },
  unknown
} as const satisfies Words

/** What ties the person to somebody who recruited or exploits them. */
export const ties = {
  partner: { fr: 'conjoint ou petit ami', en: 'partner or boyfriend' },
  family: { fr: 'famille', en: 'family' },
  friend: { fr: 'ami ou connaissance', en: 'friend or acquaintance' },
  employer: { fr: 'employeur', en: 'employer' },
  agency: { fr: 'agence ou intermédiaire', en: 'agency or go-between' },
  group: { fr: 'réseau ou groupe organisé', en: 'network or organised group' },
  stranger: { fr: 'aucun lien auparavant', en: 'no tie before' },
  other: { fr: 'autre lien', en: 'another tie' },
  unknown
} as const satisfies Words

export const recruitments = {
  workplace: { fr: 'au travail ou dans un commerce', en: 'at work or at a place of business' },
  school: { fr: 'à l’école ou en formation', en: 'at school or in training' },
  networks: { fr: 'par les réseaux sociaux', en: 'through online social networks' },
  online_advert: { fr: 'par une annonce en ligne', en: 'through an online advert' },
  advert: {
    fr: 'par une annonce à la télévision ou dans un journal',
    en: 'through a television or newspaper advert'
  },
  family: { fr: 'par la famille', en: 'through family' },
  friends: { fr: 'par des amis', en: 'through friends' },
  other: { fr: 'autrement', en: 'another way' },
  unknown
} as const satisfies Words

export const controls = {
  debt: { fr: 'dette', en: 'debt bondage' },
  earnings: { fr: 'gains pris', en: 'earnings taken' },
  money: { fr: 'accès à l’argent restreint', en: 'access to money restricted' },
  threats: { fr: 'menaces de violence', en: 'threats of violence' },
  threats_relatives: {
    fr: 'menaces contre les enfants ou les proches',
    en: 'threats against children or relatives'
  },
  threats_law: { fr: 'menaces de dénonciation', en: 'threats of being reported' },
  psychological: { fr: 'violences psychologiques', en: 'psychological abuse' },
  physical: { fr: 'violences physiques', en: 'physical abuse' },
  sexual: { fr: 'violences sexuelles', en: 'sexual abuse' },
  promises: { fr: 'fausses promesses', en: 'false promises' },
  substances: { fr: 'drogue, alcool ou médicaments', en: 'drugs, alcohol or medicines' },
  movement: { fr: 'déplacements contrôlés', en: 'movement restricted' },
  care: { fr: 'soins empêchés', en: 'medical care restricted' },
  hours: { fr: 'temps de travail excessif', en: 'excessive working hours' },
  necessities: { fr: 'privation de nourriture, de sommeil ou d’hygiène', en: 'necessities withheld' },
  documents: { fr: 'papiers confisqués', en: 'documents withheld' },
  other: { fr: 'autre moyen', en: 'another means' },
  unknown
} as const satisfies Words

/** Forms that article 225-4-1 of the penal code holds or a partner counts, finer than those of the flag. */
export const finerForms = {
  forced_marriage: { fr: 'mariage forcé', en: 'forced marriage' },
  organs: { fr: 'prélèvement d’organes', en: 'organ removal' },
  adoption: { fr: 'adoption illégale', en: 'illegal adoption' },
  surrogacy: { fr: 'gestation pour autrui contrainte', en: 'forced surrogacy' },
  servitude: { fr: 'servitude', en: 'servitude' },
  slavery: { fr: 'réduction en esclavage', en: 'slavery' },
  armed_group: { fr: 'enrôlement par un groupe armé', en: 'enlisted by an armed group' },
  unknown
} as const satisfies Words

export const reached = {
  self: { fr: 'de sa propre démarche', en: 'by themselves' },
  relative: { fr: 'par un proche', en: 'through a relative or friend' },
  peer: { fr: 'par une autre personne accompagnée', en: 'through another person supported' },
  client: { fr: 'par un client ou un voisin', en: 'through a client or neighbour' },
  association: { fr: 'par une association', en: 'through an association' },
  helpline: { fr: 'par une ligne d’écoute', en: 'through a helpline' },
  police: { fr: 'par la police ou la gendarmerie', en: 'through police' },
  justice: { fr: 'par la justice', en: 'through justice' },
  health: { fr: 'par un soignant', en: 'through care' },
  social: { fr: 'par un service social ou de l’enfance', en: 'through social or child services' },
  labour: { fr: 'par l’inspection du travail', en: 'through the labour inspection' },
  asylum: { fr: 'par l’asile', en: 'through asylum' },
  outreach: { fr: 'par une maraude', en: 'through outreach' },
  other: { fr: 'autrement', en: 'another way' },
  unknown
} as const satisfies Words
