import type { Actor, Role } from '../actor.ts'
import { enters } from '../features.ts'

type Who = Pick<Actor, 'accredited' | 'role' | 'territory'>

/** Whether somebody asks for releases of the nation's figures, reads them before they are out, and publishes those of others. */
export const preparesReleases = ({ accredited, role }: Who): boolean => accredited && enters(role, 'releases')

/** Roles that read the figures of their own territory, smaller counts than the public's, under the same protection. */
const ofTerritory: readonly Role[] = [
  'cell_secretary',
  'womens_rights',
  'prefecture',
  'asso',
  'prosecutor',
  'child_protection'
]
/** Desks whose trade is the whole country. */
const ofCountry: readonly Role[] = ['acse_desk', 'ofii']

/** Of which territory somebody reads a partner's counts: one, the whole country (null), or of none at all. */
export const partnerOf = ({ accredited, role, territory }: Who): { territory: string | null } | null => {
  if (!accredited) return null
  if (enters(role, 'national') || ofCountry.includes(role)) return { territory: null }
  return ofTerritory.includes(role) && territory !== null ? { territory } : null
}
