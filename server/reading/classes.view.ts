import { accessTo } from '../../policies/data-classes.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { GlassClass } from '../../workflows/case/emergency-access.ts'
import {
  consentScopes,
  dataClasses,
  type Bilingual,
  type DataClass
} from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../http/locale.ts'
import type { CaseView } from '../views/schemas.ts'
import type { CaseRow } from '../cases/store.ts'

const shownClasses: readonly DataClass[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'K']

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

type Sighted = {
  capacity: Capacity
  /** She is housed, or a decision says where a child is taken. */
  somewhere: boolean
  opened: ReadonlyMap<GlassClass, Date>
  locale: Locale
}

/** What this reader may see of each class, and why it may not: by its capacity, or by an emergency access. */
export const classViews = (
  row: CaseRow,
  { capacity, somewhere, opened, locale }: Sighted
): CaseView['classes'] =>
  shownClasses.map((dataClass) => {
    const byRight = accessTo(dataClass, capacity, row.facts)
    const broken = byRight.access === 'closed' && opened.has(dataClass as GlassClass)
    const { access, opensWith: scope } = broken ? { access: 'masked' as const, opensWith: null } : byRight
    const label = dataClasses[dataClass][locale]
    if (dataClass === 'A' && access === 'masked' && !somewhere)
      return { class: dataClass, label, access: 'closed', why: why.noStay[locale] }
    if (broken) return { class: dataClass, label, access, why: inEmergency[locale] }
    return { class: dataClass, label, access, why: scope ? opensWith(scope, locale) : why[access][locale] }
  })
