import { worksOnCases } from '../abilities.ts'
import { roleOfType, type Actor, type OrgType } from '../actor.ts'
import { managesAccess } from '../organisations.ts'

/** Kinds of organisations that say what they offer. A safe shelter does not: nobody finds it by searching. */
export const offering = ['health', 'association', 'siao', 'chrs'] as const satisfies readonly OrgType[]

/** The directory of care and accommodation is read by whoever works on cases, and tells nothing of any case. */
export const readsOffers = ({ role, accredited }: Pick<Actor, 'role' | 'accredited'>): boolean =>
  accredited && worksOnCases(role)

/** Said by whoever manages the access of that organisation: what is promised there is promised in its name. */
export const keepsOffer = (actor: Pick<Actor, 'role' | 'accredited' | 'manager' | 'orgType'>): boolean =>
  readsOffers(actor) &&
  (offering as readonly OrgType[]).includes(actor.orgType) &&
  roleOfType[actor.orgType] === actor.role &&
  managesAccess(actor)

/** Said longer ago than this many months, it may have changed. */
export const offerStaleAfter = 6
