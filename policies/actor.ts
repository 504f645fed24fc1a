import {
  byRecipient,
  type RecipientRole,
  type RecipientType
} from '../workflows/referral/kinds/recipients.ts'
import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'

/** Those who flag, follow, watch or keep; the roles of recipients stand in the recipients' rows. */
const ours = {
  asso: { fr: 'association habilitée', en: 'accredited association' },
  cell_member: { fr: 'membre de la cellule', en: 'cell member' },
  school: { fr: 'école ou service scolaire', en: 'school or education service' },
  school_mediation: {
    fr: 'médiation scolaire en lieu de vie informel',
    en: 'school mediation in informal settlements'
  },
  prison: { fr: 'établissement pénitentiaire', en: 'prison' },
  probation: { fr: 'insertion et probation (SPIP)', en: 'probation service (SPIP)' },
  helpline: { fr: 'ligne d’écoute', en: 'helpline' },
  womens_rights: { fr: 'délégation aux droits des femmes', en: 'women’s rights delegate' },
  oversight: { fr: 'contrôle et évaluation', en: 'oversight' },
  miprof: { fr: 'suivi national', en: 'national monitoring' },
  admin: { fr: 'administration', en: 'administration' },
  dpo: { fr: 'protection des données', en: 'data protection' },
  system: { fr: 'délai échu', en: 'time limit' }
} as const satisfies Record<string, Bilingual>

export type Role = keyof typeof ours | RecipientRole

/** Who acts, by the words of the field. One membership of a person carries one role. */
export const roles: Record<Role, Bilingual> = {
  ...ours,
  ...byRecipient(({ role }) => [role.id, role])
}

const ownTypes = {
  association: 'asso',
  jirs: 'prosecutor',
  school: 'school',
  school_mediation: 'school_mediation',
  prison: 'prison',
  probation: 'probation',
  helpline: 'helpline',
  womens_rights: 'womens_rights',
  oversight: 'oversight',
  miprof: 'miprof',
  platform: null,
  unknown: null
} as const satisfies Record<string, Role | null>

export type OrgType = keyof typeof ownTypes | RecipientType

/** The role that the people of each kind of organisation hold, but for those who also sit in a cell. */
export const roleOfType: Record<OrgType, Role | null> = {
  ...ownTypes,
  ...byRecipient(({ recipient, role }) => [recipient, role.id])
}

export const orgTypes = Object.keys(roleOfType) as OrgType[]

/** Organisations that house people: their name beside a case says where the person is. */
export const houses = (type: OrgType): boolean => roleOfType[type] === 'shelter' || type === 'chrs'

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
  /** Says which colleagues have access. */
  manager?: boolean
  /** Organisations that became theirs: what these entered is in the journal under their names, and theirs. */
  formerly?: readonly string[]
}

/** Whether an organisation of the journal is theirs by now. */
export const isHouseOf = (
  { orgId, formerly = [] }: Pick<Actor, 'orgId' | 'formerly'>,
  house: string | null
): boolean => house !== null && (house === orgId || formerly.includes(house))

/** The territory of a court of first instance whose people act, by which they name others; null for all others. */
export const courtPlace = ({ orgType, territory }: Pick<Actor, 'orgType' | 'territory'>): string | null =>
  orgType === 'prosecution' || orgType === 'juvenile_court' ? territory : null
