import { fieldsOf, type Field } from '../../../web/src/lib/form/schema.ts'
import { expect } from 'vitest'
import { answered, emptyDraft, flagFields, type Draft } from '../../../web/src/lib/flag/answers.ts'
import type { FlagForm } from '../../../web/src/lib/api.types.ts'
import { screensOf } from '../../../web/src/lib/flag/steps.ts'

const yes = (title: string, screen: string) => ({ type: 'boolean', title, 'x-screen': screen })
export const form: FlagForm = {
  onCall: [],
  withoutCell: [],
  unreadCell: [],
  refused: null,
  shelters: true,
  schema: {
    required: ['danger', 'territory', 'metOn', 'localDanger', 'nominativeConsent'],
    properties: {
      danger: {
        title: 'Danger',
        'x-screen': 'maintenant',
        oneOf: [
          { const: 'none', title: 'None' },
          { const: 'immediate', title: 'Now' }
        ]
      },
      dangerFacts: { type: 'string', title: 'Facts', 'x-screen': 'maintenant' },
      territory: { type: 'string', title: 'Where', 'x-screen': 'rencontre' },
      metOn: { type: 'string', format: 'date', title: 'Met on', 'x-screen': 'rencontre' },
      ageGroup: {
        title: 'Age',
        'x-screen': 'age',
        oneOf: [
          { const: 'adult', title: 'Adult' },
          { const: 'doubt', title: 'In doubt' }
        ]
      },
      localDanger: yes('Must leave', 'securite'),
      forbiddenZones: { type: 'array', title: 'Avoid', 'x-screen': 'securite' },
      nominativeConsent: yes('Agrees', 'accord'),
      identity: { type: 'object', properties: { name: { type: 'string', title: 'Name' } } },
      indicators: { type: 'array', title: 'Signs' }
    }
  },
  dimensions: [
    {
      id: 'freedom',
      label: 'Free?',
      indicators: [{ code: 'papers', label: 'Papers taken', leads: ['sexual', 'unknown'] }]
    },
    { id: 'work', label: 'Work?', indicators: [{ code: 'pay', label: 'No pay', leads: ['labour', 'minor'] }] }
  ],
  territories: [{ code: '69', name: 'Rhône', zone: 'Europe/Paris' }],
  languages: [{ code: 'edo', name: 'Edo' }],
  urgent: ['papers'],
  minorBands: ['15-17'],
  basis: []
}
const asked = (screen: string) => ({ 'x-screen': screen })
/** The screens, with questions of which the form above needs no words. */
export const screens = screensOf({
  ...form,
  schema: {
    properties: {
      ...form.schema.properties,
      channel: asked('rencontre'),
      site: asked('rencontre'),
      ageBand: asked('personne'),
      children: asked('personne'),
      forms: asked('exploitation'),
      nationality: asked('situation'),
      stay: asked('situation'),
      asylumClaim: asked('situation')
    }
  }
})
export const steps = screens.flatMap((screen) => screen.steps)
export const fields = flagFields(form)
/** The same fields, where how many children there are is counted. */
export const counting = new Map([
  ...fields,
  [
    'children',
    fieldsOf({
      required: ['children'],
      properties: { children: { type: 'integer', minimum: 0, maximum: 12, title: 'Children' } }
    })[0] as Field
  ]
])
export const step = (id: string) => steps.find((one) => one.id === id) ?? expect.fail(id)
export const fill = (draft: Draft, id: string, entries: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return answered(draft, step(id), data)
}
export const empty = emptyDraft('key-of-the-draft')
