import type { CivilDate } from './civil-date.ts'
import type { LegalCode } from '../law/register.ts'
import type { TerritoryCode } from './territories.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

export type Holiday = {
  id: string
  label: Bilingual
  /** A fixed MM-DD, or days after Easter Sunday. */
  falls: string | number
  /** Absent: everywhere in France. */
  territories?: readonly TerritoryCode[]
  from?: CivilDate
  to?: CivilDate
  /** Kept in some communes only: never skipped, so that a deadline is not longer than it may be. */
  partial?: true
  /** Null for the local codes of the Pacific, which were not read (press and almanacs only). */
  basis: LegalCode | null
}

const national = (id: string, falls: string | number, label: Bilingual): Holiday => ({
  id,
  label,
  falls,
  basis: 'CTRAV.L3133-1'
})

const abolition = (falls: string, ...territories: TerritoryCode[]): Holiday => ({
  id: `abolition_${territories.join('_')}`,
  label: { fr: 'abolition de l’esclavage', en: 'abolition of slavery' },
  falls,
  territories,
  from: '2018-01-01',
  basis: 'CTRAV.L3422-2'
})

const pacific = (
  id: string,
  falls: string | number,
  territory: TerritoryCode,
  label: Bilingual
): Holiday => ({
  id,
  label,
  falls,
  territories: [territory],
  basis: null
})

const alsaceMoselle = { territories: ['57', '67', '68'], basis: 'CTRAV.L3134-13' } as const

/** Source: Code du travail, npm @socialgouv/legi-data 2.513.0; Pacific: tahiti-infos.com, nc-eco.nc, sagapedia.com. */
export const holidays: readonly Holiday[] = [
  national('new_year', '01-01', { fr: 'jour de l’An', en: 'New Year’s Day' }),
  national('easter_monday', 1, { fr: 'lundi de Pâques', en: 'Easter Monday' }),
  national('labour_day', '05-01', { fr: 'fête du Travail', en: 'Labour Day' }),
  national('victory_1945', '05-08', { fr: 'victoire de 1945', en: 'Victory in Europe Day' }),
  national('ascension', 39, { fr: 'Ascension', en: 'Ascension Day' }),
  national('whit_monday', 50, { fr: 'lundi de Pentecôte', en: 'Whit Monday' }),
  national('national_day', '07-14', { fr: 'fête nationale', en: 'National Day' }),
  national('assumption', '08-15', { fr: 'Assomption', en: 'Assumption' }),
  national('all_saints', '11-01', { fr: 'Toussaint', en: 'All Saints’ Day' }),
  national('armistice_1918', '11-11', { fr: 'armistice de 1918', en: 'Armistice Day' }),
  national('christmas', '12-25', { fr: 'Noël', en: 'Christmas Day' }),
  {
    ...alsaceMoselle,
    id: 'good_friday_57_67_68',
    falls: -2,
    partial: true,
    label: { fr: 'Vendredi saint', en: 'Good Friday' }
  },
  {
    ...alsaceMoselle,
    id: 'st_stephen',
    falls: '12-26',
    label: { fr: 'Saint-Étienne', en: 'St Stephen’s Day' }
  },
  abolition('04-27', '976'),
  abolition('05-22', '972'),
  abolition('05-27', '971', '978'),
  abolition('06-10', '973'),
  abolition('10-09', '977'),
  abolition('12-20', '974'),
  pacific('nc_citizenship', '09-24', '988', { fr: 'fête de la Citoyenneté', en: 'New Caledonia Day' }),
  pacific('pf_gospel', '03-05', '987', { fr: 'arrivée de l’Évangile', en: 'Arrival of the Gospel' }),
  pacific('pf_good_friday', -2, '987', { fr: 'Vendredi saint', en: 'Good Friday' }),
  {
    ...pacific('pf_autonomy', '06-29', '987', { fr: 'fête de l’Autonomie', en: 'Autonomy Day' }),
    to: '2024-12-31'
  },
  { ...pacific('pf_matarii', '11-20', '987', { fr: 'Matari’i', en: 'Matari’i' }), from: '2025-05-06' },
  pacific('wf_st_pierre_chanel', '04-28', '986', { fr: 'saint Pierre Chanel', en: 'Saint Peter Chanel' }),
  pacific('wf_territory', '07-29', '986', { fr: 'fête du Territoire', en: 'Territory Day' })
]

const labels = new Map(holidays.map(({ id, label }) => [id, label]))

export const holidayLabel = (id: string): Bilingual => {
  const label = labels.get(id)
  if (label === undefined) throw new RangeError(`Unknown holiday ${id}`)
  return label
}
