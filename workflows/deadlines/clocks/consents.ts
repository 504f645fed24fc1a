import { design, type DeadlineRow } from '../row.ts'
import { consentClocks, scopeClass, type Bilingual } from '../../vocabulary/vocabulary.ts'

type ConsentClock = keyof typeof consentClocks

/** Told to whoever is told of the consents that it counts, which are of one class. */
const yearOf = (code: ConsentClock, label: Bilingual) =>
  design({
    endsWithCase: false,
    stopsWhen: {
      begun: ['consent.record'],
      otherwise: {
        fr: 'plus aucun de ces accords en vigueur',
        en: 'none of these consents in force any more'
      }
    },
    dataClass: scopeClass[consentClocks[code][0]],
    label,
    startsOn: { fr: 'l’accord', en: 'the consent' },
    basis: 'MNIO.CONSENT',
    // Two months ahead, as there is somebody to meet.
    alerts: [60, 30],
    fires: 'consent.lapsed',
    // A child's protection rests on none; what was agreed in doubt counts once she is known to be an adult.
    frozenWhile: 'minorOrDoubt'
  })

/** The year after which consents that nobody confirmed lapse. */
export const consentYears = {
  'MNIO-CONSENT': yearOf('MNIO-CONSENT', { fr: 'Accords à confirmer', en: 'Consents to confirm' }),
  'MNIO-CONSENT-ACSE': yearOf('MNIO-CONSENT-ACSE', {
    fr: 'Accord pour un hébergement à confirmer',
    en: 'Consent to housing to confirm'
  }),
  'MNIO-CONSENT-ASYLUM': yearOf('MNIO-CONSENT-ASYLUM', {
    fr: 'Accord pour l’OFII et les places d’asile à confirmer',
    en: 'Consent to OFII and asylum places to confirm'
  }),
  'MNIO-CONSENT-CARE': yearOf('MNIO-CONSENT-CARE', {
    fr: 'Accord pour les soins à confirmer',
    en: 'Consent to a health referral to confirm'
  }),
  'MNIO-CONSENT-ABROAD': yearOf('MNIO-CONSENT-ABROAD', {
    fr: 'Accord pour l’étranger à confirmer',
    en: 'Consent to sharing across borders to confirm'
  })
} as const satisfies Record<ConsentClock, DeadlineRow>
