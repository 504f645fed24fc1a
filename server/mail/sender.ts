import { roleOfType, roles, type OrgType } from '../../policies/actor.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

const anOrganisation: Bilingual = { fr: 'organisation habilitée', en: 'accredited organisation' }

/**
 * Kinds of senders that are named to a recipient by link, who may know neither where the person is nor who else is
 * asked. All other senders are called alike.
 */
const toldByKind: readonly string[] = ['association', 'cell'] satisfies OrgType[]

export const senderWord = (type: string | undefined): Bilingual => {
  const role = type !== undefined && toldByKind.includes(type) ? roleOfType[type as OrgType] : null
  return role ? roles[role] : anOrganisation
}
