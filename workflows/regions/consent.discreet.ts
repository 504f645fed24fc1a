import type { Facts } from '../facts.ts'
import { asylumScope, type ConsentScope } from '../vocabulary.ts'
import type { RegionState, Regions } from './states.ts'

type Stands = RegionState<'consent'>

const told = (scopes: readonly ConsentScope[]) => scopes.filter((scope) => scope !== asylumScope)

/** Where what she agreed to, or took back, decides the word. */
const ofConsents: readonly Stands[] = ['consent_recorded', 'consent_modified', 'consent_withdrawn']

/** The word of the consents to whoever may not know of the one to an asylum place: as if she had never been asked for it. */
export const discreetConsent = ({ toldConsent }: Pick<Facts, 'toldConsent'>, consent: Stands): Stands =>
  ofConsents.includes(consent) ? (toldConsent ?? consent) : consent

/** What goes on being told once these were given, or ended: what is of asylum alone moves nothing. */
export const toldOf = (
  facts: Facts,
  { consent }: Readonly<Regions>,
  { scopes, ends }: { scopes: readonly ConsentScope[]; ends: boolean }
): Pick<Facts, 'toldConsent'> => {
  const moved = told(scopes)
  if (moved.length === 0) return { toldConsent: discreetConsent(facts, consent) }
  if (!ends) return { toldConsent: 'consent_recorded' }
  const left = told(facts.consents).some((scope) => !moved.includes(scope))
  return { toldConsent: left ? 'consent_modified' : 'consent_withdrawn' }
}
