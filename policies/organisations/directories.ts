import { sentBy } from '../../workflows/case/commands.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { roles, type Actor, type Role } from '../actor.ts'
import { grants } from '../grants.ts'

type Who = Pick<Actor, 'role' | 'accredited' | 'orgId'>

/** Kinds of centres of the asylum scheme; specialised places are those for women who are victims. */
export const asylumCentres = {
  cada: { fr: 'CADA', en: 'asylum reception centre (CADA)' },
  huda: { fr: 'HUDA', en: 'emergency asylum housing (HUDA)' },
  cph: { fr: 'CPH', en: 'provisional housing centre (CPH)' },
  caes: { fr: 'CAES', en: 'first-assessment centre (CAES)' },
  prahda: { fr: 'PRAHDA', en: 'transit hostel programme (PRAHDA)' },
  specialised: {
    fr: 'places spécialisées, femmes victimes',
    en: 'specialised places, women who are victims'
  }
} as const satisfies Record<string, Bilingual>
export type AsylumCentre = keyof typeof asylumCentres

/** Roles with an account whose people send a referral of this kind. */
const senders = (kind: ReferralKind): Role[] =>
  (Object.keys(roles) as Role[]).filter(
    (role) =>
      role !== 'external' && grants[role].some(({ may }) => may.some((act) => sentBy(act).includes(kind)))
  )

/** Who reads whom to speak to in a prosecution: those who refer to one, and those who keep the directory. PostgreSQL lists the same. */
export const referentReaders: readonly Role[] = [...senders('prosecutor'), 'admin']
export const readsReferents = ({ role, accredited }: Pick<Who, 'role' | 'accredited'>): boolean =>
  accredited && referentReaders.includes(role)

/** The administration keeps them all; a court's own people keep theirs. */
export const keepsReferentsOf = ({ role, accredited, orgId }: Who, courtId: string): boolean =>
  accredited && (role === 'admin' || (role === 'prosecutor' && orgId === courtId))

/** How many months after it was verified a contact is to be verified again: ours. */
export const verifiedMonths = 6

/** Who reads how full the asylum scheme is: those who ask for one of its places, and OFII, which weighs it. PostgreSQL lists the same. */
export const occupancyReaders: readonly Role[] = senders('dna')
export const readsOccupancy = ({ role, accredited }: Pick<Who, 'role' | 'accredited'>): boolean =>
  accredited && occupancyReaders.includes(role)
export const recordsOccupancy = ({ role, accredited }: Pick<Who, 'role' | 'accredited'>): boolean =>
  accredited && role === 'ofii'
