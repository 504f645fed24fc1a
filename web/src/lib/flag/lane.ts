import type { FlagForm } from '#lib/api.types.ts'
import { textsOf } from '#lib/form/parse.ts'
import type { Field } from '#lib/form/schema.ts'
import { answered, emptyDraft, flagFields, metIn, type Draft } from './answers.ts'
import { allGaps, type Gap } from './review.ts'
import type { Step } from './steps.ts'

// The danger lane: a true flag by five questions, each in the words of the flag. What it does not ask stays unknown.

const questions = ['ageGroup', 'localDanger', 'forms']
/** One question of two answers for the few services whose flag is refused without the second; a place that they keep gives both. */
const whereMet = ['territory', 'site']

/** A place where the reader's own organisation works. */
export type LivingPlace = { id: string; label: string; commune: string; territory: string }

export const asksSite = ({ schema }: Pick<FlagForm, 'schema'>): boolean =>
  (schema.required ?? []).includes('site')

/** Four questions and the signs, on one screen. */
export function laneOf(form: Pick<FlagForm, 'dimensions' | 'schema' | 'urgent'>): Step {
  const signs = form.dimensions.flatMap(({ indicators }) => indicators)
  return {
    id: 'danger',
    fields: [...whereMet.filter((name) => name !== 'site' || asksSite(form)), ...questions],
    dimension: {
      id: 'urgent',
      label: form.schema.properties?.['indicators']?.title ?? '',
      indicators: form.urgent.flatMap((code) => signs.find((sign) => sign.code === code) ?? [])
    }
  }
}

/** What whoever comes here says by coming, and what nobody was asked. */
const given = (today: string): Draft['typed'] => ({
  danger: ['immediate'],
  metOn: [today],
  channel: ['unknown'],
  sex: ['unknown'],
  nationality: ['unknown'],
  language: ['und'],
  children: ['unknown'],
  nominativeConsent: ['unknown']
})

/** The place of theirs that was chosen, if it is one. */
export const settlementIn = (posted: FormData, places: readonly LivingPlace[]) =>
  places.find(({ id }) => id === posted.get('settlement'))

type Posting = { key: string; today: string; places?: readonly LivingPlace[] }

export function laneDraft(form: FlagForm, posted: FormData, { key, today, places = [] }: Posting): Draft {
  const draft = answered({ ...emptyDraft(key), typed: given(today) }, laneOf(form), posted)
  const met = settlementIn(posted, places)
  const settlement = textsOf(posted, 'settlement')
  return { ...draft, typed: { ...draft.typed, settlement, ...(met && metIn(key, met).typed) } }
}

/** What one more tap has to say. */
export function laneGaps(form: FlagForm, draft: Draft): Gap[] {
  return allGaps([laneOf(form)], flagFields(form), draft)
}

export const laneFields = (form: FlagForm): Field[] => {
  const fields = flagFields(form)
  return laneOf(form).fields.flatMap((name) => fields.get(name) ?? [])
}

/** Those of the one question where, if it is asked as one; and all that are asked by themselves. */
export function laneQuestions(fields: readonly Field[]): { where: Field[]; each: Field[] } {
  const both = fields.filter(({ name }) => whereMet.includes(name))
  const where = both.length === whereMet.length ? both : []
  return { where, each: fields.filter((one) => !where.includes(one)) }
}
