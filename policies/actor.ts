import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'

/** Who acts, by the words of the field. One membership of a person carries one role. */
export const roles = {
  asso: { fr: 'association habilitée', en: 'accredited association' },
  cell_secretary: { fr: 'secrétariat de la cellule', en: 'cell secretariat' },
  cell_member: { fr: 'membre de la cellule', en: 'cell member' },
  prefecture: { fr: 'référent·e TEH de la préfecture', en: 'prefecture THB contact' },
  prosecutor: { fr: 'parquet', en: 'public prosecutor' },
  police: { fr: 'police ou gendarmerie', en: 'police or gendarmerie' },
  labour_inspection: { fr: 'inspection du travail', en: 'labour inspection' },
  acse_desk: { fr: 'coordination Ac.Sé', en: 'Ac.Sé national desk' },
  shelter: { fr: 'structure d’accueil', en: 'shelter' },
  ofii: { fr: 'OFII', en: 'immigration office (OFII)' },
  child_protection: { fr: 'aide sociale à l’enfance', en: 'child protection' },
  juvenile_judge: { fr: 'juge des enfants', en: 'juvenile judge' },
  ad_hoc_guardian: { fr: 'administrateur·rice ad hoc', en: 'ad hoc guardian' },
  health: { fr: 'soin', en: 'health care' },
  psp: { fr: 'parcours de sortie de la prostitution', en: 'exit programme' },
  miprof: { fr: 'suivi national', en: 'national monitoring' },
  admin: { fr: 'administration', en: 'administration' },
  dpo: { fr: 'protection des données', en: 'data protection' },
  /** Answers one referral through a link, without an account. */
  external: { fr: 'destinataire par lien', en: 'recipient by link' },
  system: { fr: 'horloge', en: 'clock' }
} as const satisfies Record<string, Bilingual>

export type Role = keyof typeof roles

/** Each kind of organisation, with the role that its people hold, but for those who also sit in a cell. */
const kindsOfOrganisation = {
  association: 'asso',
  cell: 'cell_secretary',
  prefecture: 'prefecture',
  prosecution: 'prosecutor',
  jirs: 'prosecutor',
  police: 'police',
  labour_inspection: 'labour_inspection',
  acse: 'acse_desk',
  shelter: 'shelter',
  dna_centre: 'shelter',
  ofii: 'ofii',
  ase: 'child_protection',
  juvenile_court: 'juvenile_judge',
  ad_hoc: 'ad_hoc_guardian',
  health: 'health',
  psp: 'psp',
  miprof: 'miprof',
  platform: null,
  external: 'external',
  unknown: null
} as const satisfies Record<string, Role | null>

export type OrgType = keyof typeof kindsOfOrganisation
export const orgTypes = Object.keys(kindsOfOrganisation) as OrgType[]
export const roleOfType: Record<OrgType, Role | null> = kindsOfOrganisation

/** Organisations that house people: their name beside a case says where the person is. */
export const houses = (type: OrgType): boolean => roleOfType[type] === 'shelter'

/** The signed-in person, in one organisation and one role. `accredited` false opens the waiting page and nothing else. */
export type Actor = {
  personId: string
  name: string
  orgId: string
  orgName: string
  orgType: OrgType
  role: Role
  territory: string | null
  accredited: boolean
}

/** The territory of a court of first instance whose people act, by which they name others; null for all others. */
export const courtPlace = ({ orgType, territory }: Pick<Actor, 'orgType' | 'territory'>): string | null =>
  orgType === 'prosecution' || orgType === 'juvenile_court' ? territory : null
