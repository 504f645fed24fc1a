import { consentScopes, dataClasses, type Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import type { Locale } from '../locale.ts'
import type { CaseView } from '../views/schemas.ts'

const why = {
  open: { fr: 'Visible ici.', en: 'Shown here.' },
  masked: {
    fr: 'Masqué : s’affiche à votre demande, et la lecture est notée.',
    en: 'Masked: shown when you ask, and the reading is recorded.'
  },
  closed: { fr: 'N’est pas communiqué à votre rôle.', en: 'Not shared with your role.' },
  noStay: { fr: 'Aucun accueil en cours.', en: 'No shelter for now.' }
} as const satisfies Record<string, Bilingual>

const opensWith = (scope: keyof typeof consentScopes, locale: Locale) =>
  locale === 'fr'
    ? `S’ouvre avec l’accord de la personne : ${consentScopes[scope].fr}.`
    : `Opens with the person’s consent: ${consentScopes[scope].en}.`

const inEmergency = {
  fr: 'Ouvert par votre accès d’urgence : chaque lecture est notée.',
  en: 'Open by your emergency access: each reading is recorded.'
} as const

/** What this reader may see of each class, and why it may not: by its capacities, or by an emergency access. */
export const classViews = ({ classes, reader: { locale } }: DisclosedCase): CaseView['classes'] =>
  classes.map(({ dataClass, access, opensWith: scope, broken, empty }) => {
    const shown = { class: dataClass, label: dataClasses[dataClass][locale], access }
    if (empty) return { ...shown, why: why.noStay[locale] }
    if (broken) return { ...shown, why: inEmergency[locale] }
    return { ...shown, why: scope ? opensWith(scope, locale) : why[access][locale] }
  })
