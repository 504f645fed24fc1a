import { houses, roleOfType, roles, type OrgType } from '../../policies/actor.ts'
import type { Bilingual } from '../../workflows/vocabulary.ts'

const anOrganisation: Bilingual = { fr: 'organisation habilitée', en: 'accredited organisation' }

/** What kind of organisation asks. That a shelter asks would say that the person is sheltered. */
export const senderWord = (type: string | undefined): Bilingual => {
  const known = type as OrgType | undefined
  const role = known && !houses(known) ? roleOfType[known] : null
  return role ? roles[role] : anOrganisation
}
