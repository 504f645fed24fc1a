import { isTerritory, territory } from '../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { roleOfType, roles, type OrgType } from '../../policies/actor.ts'
import { keptTypes } from '../../policies/organisations.ts'
import type { Locale } from '../locale.ts'
import type { OrganisationRow } from './store.ts'

/** What kinds of organisations are called: by the role of their people, but for those that have none of their own. */
const typeWords: Partial<Record<OrgType, Bilingual>> = {
  association: { fr: 'association', en: 'association' },
  platform: { fr: 'administration de la plateforme', en: 'administration of the platform' },
  jirs: { fr: 'juridiction interrégionale (JIRS)', en: 'interregional court (JIRS)' },
  dna_centre: { fr: 'centre du dispositif national d’asile', en: 'centre of the asylum scheme' },
  miprof: { fr: 'MIPROF', en: 'MIPROF' },
  juvenile_court: { fr: 'tribunal pour enfants', en: 'juvenile court' },
  prefecture: { fr: 'préfecture', en: 'prefecture' },
  cell: { fr: 'cellule départementale', en: 'local cell' }
}
const roleWord = (type: OrgType): Bilingual | undefined => {
  const role = roleOfType[type]
  return role === null ? undefined : roles[role]
}
export const typeLabel = (type: OrgType, locale: Locale): string =>
  (typeWords[type] ?? roleWord(type))?.[locale] ?? type

/** The kinds that pages make, by their names. */
export const kindChoices = (locale: Locale) =>
  keptTypes
    .map((code) => ({ code, label: typeLabel(code, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))

export const placeLabel = ({ territory: code, region }: Pick<OrganisationRow, 'territory' | 'region'>) =>
  code !== null && isTerritory(code) ? `${territory(code).name} (${code})` : region
