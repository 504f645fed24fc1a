import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { CountedDimension } from '../table/counted.ts'
import { columns, type DimensionId } from '../person/person.ts'
import { valuesOf, type Words } from '../person/column.ts'

/** Of persons flagged in the year: whoever is followed since another stands in the tables of that one. */
export type FixedTable = { label: Bilingual; dimensions: readonly DimensionId[] }

const table = (fr: string, en: string, ...dimensions: FixedTable['dimensions']): FixedTable => ({
  label: { fr, en },
  dimensions
})

/**
 * All that is ever counted: three dimensions at most, a département beside one other. That nobody may ask for another crossing
 * is a protection of its own.
 */
export const fixedTables = {
  territory_form: table('Département et forme', 'Département and form', 'territory', 'forms'),
  territory_sex: table('Département et sexe', 'Département and sex', 'territory', 'sex'),
  territory_age: table('Département et âge', 'Département and age', 'territory', 'age'),
  territory_outcome: table('Département et suite', 'Département and outcome', 'territory', 'outcome'),
  territory_wait: table('Département et attente', 'Département and wait', 'territory', 'match_span'),
  territory_refusal: table('Département et refus', 'Département and refusals', 'territory', 'refusals'),
  territory_reflection: table(
    'Département et délai de réflexion',
    'Département and reflection period',
    'territory',
    'reflection'
  ),
  territory_decision: table('Département et avis', 'Département and opinion', 'territory', 'decision'),
  territory_residence: table('Département et séjour', 'Département and residence', 'territory', 'residence'),
  territory_judicial: table(
    'Département et procédure pénale',
    'Département and criminal procedure',
    'territory',
    'judicial'
  ),
  territory_compensation: table(
    'Département et indemnisation',
    'Département and compensation',
    'territory',
    'compensation'
  ),
  found_minors: table(
    'Mineurs : lieu et protection',
    'Minors: where found and protection',
    'found',
    'minor_path'
  ),
  form_age_sex: table('Forme, âge et sexe', 'Form, age and sex', 'forms', 'age', 'sex'),
  zone_sex_form: table('Nationalité, sexe et forme', 'Nationality, sex and form', 'zone', 'sex', 'forms'),
  citizenship: table('Pays de citoyenneté', 'Country of citizenship', 'citizenship'),
  majority: table(
    'Minorité à trois dates',
    'Minor at three dates',
    'age_at_start',
    'age_at_registration',
    'age_at_reporting'
  ),
  identification_age: table(
    'Minorité et reconnaissance',
    'Minor and recognition',
    'age_at_identification',
    'status'
  ),
  channel_status: table('Canal et reconnaissance', 'Channel and recognition', 'channel', 'status'),
  registrar_status: table(
    'Qui signale et reconnaissance',
    'Who flags and recognition',
    'registrar_role',
    'status'
  ),
  status_sex_form: table(
    'Reconnaissance, sexe et forme',
    'Recognition, sex and form',
    'status',
    'sex',
    'forms'
  ),
  // As the Union asks for registered victims: by age and sex, and by citizenship.
  status_age_sex: table('Reconnaissance, âge et sexe', 'Recognition, age and sex', 'status', 'age', 'sex'),
  status_zone_sex: table(
    'Reconnaissance, nationalité et sexe',
    'Recognition, nationality and sex',
    'status',
    'zone',
    'sex'
  ),
  need_age: table('Besoin d’une place et âge', 'Need for a place and age', 'need', 'age_at_registration'),
  refusal_age: table(
    'Refus d’une place et âge',
    'Refusals of a place and age',
    'refusals',
    'age_at_registration'
  ),
  residence_zone: table('Séjour et nationalité', 'Residence and nationality', 'residence', 'zone'),
  reflection_zone: table(
    'Délai de réflexion et nationalité',
    'Reflection period and nationality',
    'reflection',
    'zone'
  ),
  judicial_form: table('Procédure pénale et forme', 'Criminal procedure and form', 'judicial', 'forms'),
  complaint_compensation: table(
    'Plainte et indemnisation',
    'Complaint and compensation',
    'complaint',
    'compensation'
  ),
  referrals: table('Orientations et réponses', 'Referrals and answers', 'referrals'),
  answers: table('Orientations et délais de réponse', 'Referrals and times to answer', 'answers'),
  clocks: table('Délais tenus et dépassés', 'Time limits kept and missed', 'clocks'),
  decisions: table('Avis des cellules', 'Opinions of the cells', 'decision', 'opinion_span'),
  formal: table('Identification formelle', 'Formal identification', 'formal_span', 'status'),
  bed: table('Délai jusqu’au lit d’Ac.Sé', 'Time to the Ac.Sé bed', 'bed_span'),
  receipt: table('Délai jusqu’au récépissé', 'Time to the receipt', 'receipt_span'),
  closing: table('Délai jusqu’à la clôture', 'Time to closure', 'closed_span'),
  quarter_form: table('Trimestre et forme', 'Quarter and form', 'quarter', 'forms'),
  closure_outcome: table('Clôture et suite', 'Closure and outcome', 'closure', 'outcome'),
  sector: table('Secteur', 'Sector', 'sector', 'sex'),
  exploiter: table('Logement par qui exploite', 'Housed by the exploiter', 'housed_by_exploiter'),
  recruitment: table('Recrutement', 'Recruitment', 'recruited_how'),
  place: table('Lieu de l’exploitation', 'Place of exploitation', 'exploited_in', 'forms'),
  finer_forms: table('Formes plus précises', 'Finer forms', 'finer_forms')
} as const satisfies Record<string, FixedTable>

export type TableId = keyof typeof fixedTables
export const tableIds = Object.keys(fixedTables) as TableId[]
export const fixedTable = (id: TableId): FixedTable => fixedTables[id]

/** What a dimension and each of its values are called. */
export const wordsOf = (id: DimensionId): { label: Bilingual; words: Words } => columns[id]

export const dimensionsOf = (id: TableId): CountedDimension[] =>
  fixedTable(id).dimensions.map((name) => {
    const { kind, words } = columns[name]
    return { name, values: valuesOf(words), several: kind === 'codes' }
  })
