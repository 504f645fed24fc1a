import fc from 'fast-check'
import { countries } from '../../../workflows/vocabulary/countries.ts'
import { finerForms, recruitments, sectors } from '../../../workflows/vocabulary/words.particulars.ts'
import { formsOrUnknown, languagesOrUnknown, sexes } from '../../../workflows/vocabulary/words.ts'
import {
  htcdsFields,
  htcdsRecord,
  type HtcdsField,
  type HtcdsRecord
} from '../../../workflows/exchange/htcds/fields.ts'
import type { Told } from '../../../workflows/exchange/htcds/outward.ts'

const of = <T extends object>(words: T) => fc.constantFrom(...(Object.keys(words) as (keyof T & string)[]))
const some = <T extends object>(words: T) => fc.uniqueArray(of(words), { maxLength: 6 })
const year = (from: number, to: number) => fc.option(fc.integer({ min: from, max: to }))

/** Any case, as far as the standard has words for it. */
export const told = fc.record({
  facts: fc.record({
    sex: of(sexes),
    language: of(languagesOrUnknown),
    forms: some(formsOrUnknown),
    finerForms: some(finerForms),
    sector: fc.option(of(sectors)),
    recruitedHow: some(recruitments),
    citizenship: fc.option(of(countries)),
    exploitedIn: some(countries),
    exploitedFrom: year(1990, 2026),
    children: fc.option(fc.nat(5)),
    localDanger: fc.boolean()
  }),
  identification: fc.constantFrom(
    'flagged',
    'presumed',
    'insufficient_elements',
    'formally_identified',
    'court_recognised'
  ),
  closure: fc.constantFrom('open', 'closed_inserted', 'closed_transferred_abroad')
}) as unknown as fc.Arbitrary<Told>

/** Any value that the standard allows in a field, from the closed schema itself. */
const valueOf = (name: HtcdsField): fc.Arbitrary<unknown> => {
  type Schema = { type: string; enum?: string[]; pattern?: string; items?: { enum?: string[] } }
  const schema = htcdsRecord.properties[name] as unknown as Schema
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.items)
    return fc.uniqueArray(fc.constantFrom(...(schema.items.enum ?? ['FR', 'NG', 'RO'])), {
      minLength: 1,
      maxLength: 4
    })
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'number') return fc.integer({ min: 0, max: 90 })
  if (schema.pattern?.startsWith('^\\d{4}')) return fc.constantFrom('2012-03-01', '1994-12-31')
  if (schema.pattern === '^[a-z]{3}$') return fc.constantFrom('fra', 'yor', 'zza', 'bin')
  return schema.pattern
    ? fc.constant('+33600000000')
    : fc.constantFrom('texte', 'Une phrase, avec « guillemets ».')
}
/** Any record that the standard allows. */
export const record = fc.record(Object.fromEntries(htcdsFields.map((name) => [name, valueOf(name)])), {
  requiredKeys: []
}) as fc.Arbitrary<HtcdsRecord>
