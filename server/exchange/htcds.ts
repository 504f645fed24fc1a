import { abilityFor } from '../../policies/abilities.ts'
import { exchangeScope, exports } from '../../policies/exchange/htcds.ts'
import { attribution, type HtcdsFile } from '../../workflows/exchange/htcds/fields.ts'
import { fromHtcds } from '../../workflows/exchange/htcds/inward.ts'
import { reasons, type Left } from '../../workflows/exchange/htcds/left.ts'
import { exchanged, toHtcds, type Told } from '../../workflows/exchange/htcds/outward.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { agreedTo } from '../../workflows/facts/facts.ts'
import { flagInput } from '../../workflows/facts/flag.ts'
import { particulars } from '../../workflows/facts/particulars.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { audit } from '../acts/audit.ts'
import type { Tx } from '../db/context.ts'
import { discloseCase, type DisclosedCase } from '../disclosure/door.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotAllowed, NotFound, RuleRefused } from '../errors.ts'
import type { Locale } from '../locale.ts'
import { showValue } from '../views/words.ts'
import type { HtcdsExport, HtcdsPreview } from '../views/acts/htcds.ts'

const forms = [flagInput, particulars]

const propertyOf = (field: string) =>
  forms.map((form) => (form.properties as Record<string, object>)[field]).find((one) => one !== undefined)

const labelOf = (field: string, locale: Locale): string | null => {
  const property = propertyOf(field)
  return (property && notesOf(property as never)?.label[locale]) ?? null
}

const leftIn = (left: readonly Left[], locale: Locale): HtcdsExport['left'] =>
  left.map(({ field, value, why }) => ({
    field,
    label: labelOf(field, locale),
    value,
    why: reasons[why][locale]
  }))

/** A region as this reader is told it; a word that stands for several states says nothing here. */
const stateOf = (told: DisclosedCase, region: 'identification' | 'closure') =>
  told.regions.find((one) => one.id === region)?.state ?? null

const noConsent = {
  fr: 'La personne n’a pas donné son accord pour une transmission à l’étranger : rien ne part sans lui. Entre services en France, un dossier s’oriente.',
  en: 'The person has not consented to sharing across borders: nothing leaves without it. Between services in France a case is referred.'
}

const toldOf = (told: DisclosedCase): Told => ({
  facts: Object.fromEntries(exchanged.map((fact) => [fact, told.facts[fact]])),
  identification: stateOf(told, 'identification') as Told['identification'],
  closure: stateOf(told, 'closure') as Told['closure']
})

/**
 * One case for a system abroad, by whoever accompanies the person and where they agreed to it; each is written down, with the fields
 * that left. @throws NotFound for everybody else
 */
export const exportCase = async (tx: Tx, reader: Reader, id: string): Promise<HtcdsExport> => {
  const { actor, locale, now } = reader
  const told = await discloseCase(tx, id, reader, { lines: 0, holds: () => true })
  if (!exports(told.held)) throw new NotFound('only who accompanies the person')
  if (!agreedTo({ consents: told.facts.consents ?? [] }, exchangeScope))
    throw new RuleRefused('no consent to share abroad', noConsent)
  const { record, left } = toHtcds(toldOf(told))
  const detail = Object.keys(record).sort().join(',')
  const object = `case:${id}`
  await audit(tx, actor, now, { chain: object, action: 'exchange.export', object, detail })
  return {
    file: { standard: 'HTCDS', version: '2.0', attribution, record },
    left: leftIn(left, locale)
  }
}

const answered = (values: object, locale: Locale): HtcdsPreview['answers'] =>
  Object.entries(values).map(([field, value]: [string, unknown]) => ({
    field,
    label: labelOf(field, locale) ?? field,
    values: [value].flat().map(String),
    shown: showValue(value, propertyOf(field) as never, locale)
  }))

const noneConsented = {
  fr: 'Ce fichier ne dit pas que la personne consent à cet échange (con_Consent) : il n’est pas repris.',
  en: 'This file does not say that the person consents to the exchange (con_Consent): it is not taken over.'
}

/** What a record of another system would begin a flag with. Nothing is written. @throws NotAllowed for whoever does not flag */
export const previewRecord = (
  { actor, locale, now }: Reader,
  { record }: Pick<HtcdsFile, 'record'>
): HtcdsPreview => {
  if (!abilityFor(actor).can('case.flag', 'Case')) throw new NotAllowed('only those who flag')
  if (record.con_Consent !== true) throw new RuleRefused('no consent in the file', noneConsented)
  const { answers, later, left } = fromHtcds(record, civilDate(now, 'Europe/Paris'))
  return {
    answers: answered(answers, locale),
    later: answered(later, locale),
    left: leftIn(left, locale)
  }
}
