import { roleOfType, roles, type OrgType } from '../../policies/actor.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

const anOrganisation: Bilingual = { fr: 'organisation habilitée', en: 'accredited organisation' }

/** Who asks of those who may know nothing of where she is, and of whom else is asked: an association, the cell, or one of all others. */
const toldByKind: readonly string[] = ['association', 'cell'] satisfies OrgType[]

export const senderWord = (type: string | undefined): Bilingual => {
  const role = type !== undefined && toldByKind.includes(type) ? roleOfType[type as OrgType] : null
  return role ? roles[role] : anOrganisation
}
