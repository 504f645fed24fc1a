import type { TSchema } from 'typebox'
import type { CommandType } from '../case/commands.ts'
import { commandRow } from '../case/commands.ts'
import { notesOf, type FieldNotes } from '../vocabulary/fields.ts'
import { indicatorCodes, indicatorWords } from '../vocabulary/indicators.ts'
import { sources } from '../vocabulary/words.ts'
import { isTerritory, territory } from '../calendar/territories.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

// Running files of an association, one a line: what each column of the spreadsheet says, in the fields of the acts that a case
// is made of anyway. A column asks nothing that an act does not ask.

/** Where what a column says goes: fields of acts, `identity.name` inside; one that two acts ask is written once. */
type Row = {
  into: readonly { act: CommandType; field: string }[]
  /** What is written there, for the first line of the template. */
  example: string
  /** Words of its own, where those of the field say too little beside no form. */
  label?: Bilingual
}

const flag = (field: string, example: string, label?: Bilingual): Row => ({
  into: [{ act: 'case.flag', field }],
  example,
  ...(label && { label })
})
const of = (act: CommandType, field: string, label?: Bilingual, example = ''): Row => ({
  into: [{ act, field }],
  example,
  ...(label && { label })
})
const inThatTalk = (field: string): Row['into'] =>
  (['person.inform', 'consent.record'] as const).map((act) => ({ act, field }))

/** In the order in which the acts are written: each follows those before it. */
export const takeoverActs = [
  'case.flag',
  'person.inform',
  'consent.record',
  'grounds.record',
  'complaint.file',
  'receipt.handed',
  'permit.apply',
  'permit.receipt',
  'permit.issue'
] as const satisfies readonly CommandType[]

export const takeoverColumns = {
  departement: flag('territory', '69'),
  rencontre_le: flag('metOn', '12/03/2026'),
  rencontre_par: flag('channel', 'accueil ou permanence'),
  danger: flag('danger', 'pas de danger connu'),
  age: flag('ageGroup', 'personne majeure'),
  tranche_age: flag('ageBand', '25 à 34 ans'),
  sexe: flag('sex', 'femme'),
  nationalite: flag('nationality', 'autre pays'),
  sejour: flag('stay', 'sans titre'),
  formes: flag('forms', 'exploitation sexuelle'),
  enfants: flag('children', '0'),
  langue: flag('language', 'anglais'),
  demande_asile: flag('asylumClaim', 'non'),
  indices: flag('indicators', indicatorCodes.slice(0, 2).join(' | '), {
    fr: 'Indices relevés, par leurs codes',
    en: 'Signs that were noted, by their codes'
  }),
  indices_source: flag('indicators.source', 'la personne l’a dit', {
    fr: 'D’où vous les savez',
    en: 'How you know them'
  }),
  accord_identite: flag('nominativeConsent', 'non'),
  nom: flag('identity.name', ''),
  autres_noms: flag('identity.alias', ''),
  naissance: flag('identity.birthDate', ''),
  contact: flag('identity.contact', ''),
  information_le: of('person.inform', 'on', {
    fr: 'Personne informée de ses droits le',
    en: 'Person informed of their rights on'
  }),
  information_langue: { into: inThatTalk('language'), example: '' },
  information_moyen: { into: inThatTalk('means'), example: '' },
  interprete: { into: inThatTalk('interpreter'), example: '' },
  aide_sans_accord: of('person.inform', 'helpWithoutConsent'),
  accords: of('consent.record', 'scopes'),
  motifs_le: of('grounds.record', 'on', {
    fr: 'Motifs raisonnables constatés par un service le',
    en: 'Reasonable grounds established by a service on'
  }),
  motifs_service: of('grounds.record', 'unit', {
    fr: 'Service qui les a constatés',
    en: 'Service that established them'
  }),
  plainte_le: of('complaint.file', 'on', { fr: 'Plainte déposée le', en: 'Complaint filed on' }),
  plainte_service: of('complaint.file', 'unit'),
  plainte_recepisse: of('complaint.file', 'receipt'),
  plainte_infractions: of('complaint.file', 'offences'),
  derniers_faits_le: of('complaint.file', 'lastFactsOn'),
  reflexion_recepisse_le: of('receipt.handed', 'handedOn', {
    fr: 'Récépissé du délai de réflexion remis le',
    en: 'Receipt of the reflection period handed over on'
  }),
  reflexion_recepisse_numero: of('receipt.handed', 'number'),
  titre_demande_le: of('permit.apply', 'on', {
    fr: 'Titre de séjour (L425-1) demandé le',
    en: 'Residence permit (L425-1) applied for on'
  }),
  titre_piece: of('permit.apply', 'proof'),
  liens_rompus: of('permit.apply', 'tiesBroken'),
  domiciliation: of('permit.apply', 'domiciliation'),
  titre_recepisse_le: of('permit.receipt', 'issuedOn', {
    fr: 'Récépissé de cette demande délivré le',
    en: 'Receipt of that application issued on'
  }),
  titre_recepisse_document: of('permit.receipt', 'kind'),
  titre_recepisse_numero: of('permit.receipt', 'number'),
  titre_recepisse_fin: of('permit.receipt', 'validUntil'),
  titre_recepisse_travail: of('permit.receipt', 'work'),
  sans_attestation_asile: of('permit.receipt', 'noAsylumCertificate'),
  titre_delivre_le: of('permit.issue', 'issuedOn', {
    fr: 'Titre de séjour (L425-1) délivré le',
    en: 'Residence permit (L425-1) issued on'
  }),
  titre_numero: of('permit.issue', 'number')
} as const satisfies Record<string, Row>

export type TakeoverColumn = keyof typeof takeoverColumns
export const columnIds = Object.keys(takeoverColumns) as TakeoverColumn[]
export const columnRow = (id: TakeoverColumn): Row => takeoverColumns[id]

type Form = { properties: Record<string, TSchema>; required?: readonly string[] }
type Typed = TSchema & {
  type?: string
  format?: string
  maxLength?: number
  enum?: readonly string[]
  items?: { enum?: readonly string[] }
}

/** A column as it is read: its field, its words, whether the act asks it whenever it is written. */
export type ColumnForm = {
  label: Bilingual
  kind: 'text' | 'date' | 'yes' | 'whole' | 'choice' | 'choices'
  values: readonly string[]
  words: Record<string, Bilingual>
  required: boolean
  /** How many characters one cell holds. */
  atMost: number
}

const kindOf = ({ type, format, enum: values }: Typed): ColumnForm['kind'] => {
  if (type === 'array') return 'choices'
  if (type === 'boolean') return 'yes'
  if (type === 'integer') return 'whole'
  if (values) return 'choice'
  return format === 'date' ? 'date' : 'text'
}

const fieldOf = (act: CommandType, path: string) => {
  const form = commandRow(act).input as unknown as Form
  const [head, inner] = path.split('.') as [string, string?]
  const outer = form.properties[head] as Typed & Form
  return {
    field: (inner ? outer.properties[inner] : outer) as Typed,
    required: !inner && (form.required ?? []).includes(head)
  }
}

/** Several signs come from one place: the list of them is not repeated. */
const ofSigns = (id: TakeoverColumn, label: Bilingual): ColumnForm | null => {
  const asked = (kind: ColumnForm['kind'], values: readonly string[], words: ColumnForm['words']) => ({
    ...{ label, kind, values, words, required: true },
    atMost: longest({ kind, values, words })
  })
  if (id === 'indices') return asked('choices', indicatorCodes, indicatorWords)
  return id === 'indices_source' ? asked('choice', Object.keys(sources), sources) : null
}

/** Where a form sets no bound: a day, a number, a yes. */
const shortly = 40
const between = ' | '

/** The longest answer; of several, all of them, each in its longest words. */
const longest = ({ kind, values, words }: Pick<ColumnForm, 'kind' | 'values' | 'words'>): number => {
  const lengths = values.map((code) =>
    Math.max(code.length, words[code]?.fr.length ?? 0, words[code]?.en.length ?? 0)
  )
  if (kind === 'choice') return Math.max(shortly, ...lengths)
  return kind === 'choices' ? lengths.reduce((all, one) => all + one + between.length, 0) : shortly
}

/** Of départements, which a form lists by name and a spreadsheet as well. */
const namesIn = (values: readonly string[]): ColumnForm['words'] =>
  Object.fromEntries(
    values.filter(isTerritory).map((code) => {
      const { name } = territory(code)
      return [code, { fr: name, en: name }]
    })
  )

const formOf = (id: TakeoverColumn): ColumnForm => {
  const { into, label: own } = columnRow(id)
  const special = own && ofSigns(id, own)
  if (special) return special
  const [{ act, field: path }] = into as readonly [Row['into'][number]]
  const { field, required } = fieldOf(act, path)
  const notes: Partial<FieldNotes> = notesOf(field) ?? {}
  const kind = kindOf(field)
  const values = field.items?.enum ?? field.enum ?? []
  const words = notes.choices ?? namesIn(values)
  const label = own ?? notes.label ?? { fr: id, en: id }
  return {
    ...{ label, kind, values, words, required },
    atMost: field.maxLength ?? longest({ kind, values, words })
  }
}

const forms = Object.fromEntries(columnIds.map((id) => [id, formOf(id)])) as Record<
  TakeoverColumn,
  ColumnForm
>
export const columnForm = (id: TakeoverColumn): ColumnForm => forms[id]
