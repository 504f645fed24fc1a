import type { FlagForm } from '#lib/api.types.ts'
import type { Field } from '#lib/form/schema.ts'
import { answered, emptyDraft, flagFields, type Draft } from './answers.ts'
import { allGaps, type Gap } from './review.ts'
import type { Step } from './steps.ts'

// The danger lane: a true flag by five questions, each in the words of the flag. What it does not ask stays unknown.

const questions = ['territory', 'ageGroup', 'localDanger', 'forms']
/** Asked of the few services whose flag is refused without it. */
const demanded = ['site']

/** Four questions and the signs, on one screen. */
export function laneOf(form: Pick<FlagForm, 'dimensions' | 'schema' | 'urgent'>): Step {
  const signs = form.dimensions.flatMap(({ indicators }) => indicators)
  const required = form.schema.required ?? []
  return {
    id: 'danger',
    fields: [...questions, ...demanded.filter((name) => required.includes(name))],
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

export function laneDraft(form: FlagForm, posted: FormData, { key, today }: { key: string; today: string }) {
  return answered({ ...emptyDraft(key), typed: given(today) }, laneOf(form), posted)
}

/** What one more tap has to say. */
export function laneGaps(form: FlagForm, draft: Draft): Gap[] {
  return allGaps([laneOf(form)], flagFields(form), draft)
}

export const laneFields = (form: FlagForm): Field[] => {
  const fields = flagFields(form)
  return laneOf(form).fields.flatMap((name) => fields.get(name) ?? [])
}
