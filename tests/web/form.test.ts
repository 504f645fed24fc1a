import { describe, expect, test } from 'vitest'
import { fieldName, namedErrors, nameOn, sortErrors } from '../../web/src/lib/form/errors.ts'
import { bodyOf, defaultsOf, missingIn, typedFrom } from '../../web/src/lib/form/parse.ts'
import type { JsonForm } from '../../web/src/lib/api.types.ts'
import { courtsOf, fieldsOf, nearFirst } from '../../web/src/lib/form/schema.ts'
import { instantOf } from '../../web/src/lib/form/zone.ts'

const words = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ const: `c${n}`, title: `Choice ${n}` }))

const schema: JsonForm = {
  required: ['on', 'decision', 'interpreter', 'rights'],
  properties: {
    on: { type: 'string', format: 'date', title: 'Date', description: 'When it was handed' },
    at: { type: 'string', format: 'date-time', title: 'Meeting' },
    decision: { type: 'string', oneOf: words(3), title: 'Decision' },
    language: { type: 'string', oneOf: words(9), title: 'Language' },
    rights: { type: 'array', items: { type: 'string', oneOf: words(4) }, minItems: 1, title: 'Rights' },
    children: { type: 'integer', minimum: 0, maximum: 12, title: 'Children' },
    interpreter: { type: 'boolean', title: 'With an interpreter' },
    urgent: { type: 'boolean', title: 'Urgent' },
    note: { type: 'string', maxLength: 200, title: 'Note' },
    story: { type: 'string', maxLength: 4000, title: 'Story', 'x-class': 'C' },
    step: {
      oneOf: [
        { const: 1, title: 'One' },
        { const: 2, title: 'Two' }
      ],
      title: 'Step'
    }
  }
}
const fields = fieldsOf(schema)
const typed = (entries: Record<string, string | string[]>) => {
  const form = new FormData()
  for (const [name, values] of Object.entries(entries))
    for (const value of [values].flat()) form.append(name, value)
  return typedFrom(form, fields)
}
const body = (entries: Record<string, string | string[]>) => bodyOf(schema, fields, typed(entries))

describe('the fields of a schema', () => {
  test('each kind of property is drawn by the control that suits it', () => {
    expect(Object.fromEntries(fields.map(({ name, kind }) => [name, kind]))).toEqual({
      on: 'date',
      at: 'moment',
      decision: 'radio',
      language: 'select',
      rights: 'checks',
      children: 'number',
      interpreter: 'yesno',
      urgent: 'tick',
      note: 'text',
      story: 'paragraph',
      step: 'radio'
    })
  })

  test('label, hint, limits and data class are carried along', () => {
    expect(fields[0]).toMatchObject({ label: 'Date', hint: 'When it was handed', required: true })
    expect(fields.find(({ name }) => name === 'children')).toMatchObject({
      minimum: 0,
      maximum: 12,
      required: false
    })
    expect(fields.find(({ name }) => name === 'story')).toMatchObject({ maxLength: 4000, dataClass: 'C' })
  })

  test('an enumeration without words shows its values, and a null is no choice', () => {
    const [field] = fieldsOf({
      properties: { kind: { anyOf: [{ const: 'a' }, { type: 'string', const: null }] } }
    })
    expect(field?.choices).toEqual([{ value: 'a', label: 'a' }])
  })

  test('a list that is empty today is still a list', () => {
    expect(fieldsOf({ properties: { placeId: { type: 'string', oneOf: [] } } })[0]?.kind).toBe('select')
  })

  test('an empty schema has no field', () => {
    expect(fieldsOf({})).toEqual([])
  })
})

describe('defaults', () => {
  test('nothing is ticked beforehand, but for what the schema says and for a choice that is none', () => {
    const own = fieldsOf({
      required: ['only', 'rights'],
      properties: {
        only: { oneOf: words(1) },
        rights: { type: 'array', items: { oneOf: words(1) } },
        means: { oneOf: words(2), default: 'c1' },
        again: { type: 'boolean', default: true },
        never: { type: 'boolean', default: false }
      }
    })
    expect(defaultsOf(own)).toEqual({ only: ['c0'], rights: [], means: ['c1'], again: ['true'], never: [] })
  })
})

describe('the body of a command', () => {
  test('numbers, booleans, lists and constants get their type back', () => {
    expect(
      body({
        on: '2026-11-24',
        children: '2',
        interpreter: 'true',
        urgent: 'true',
        rights: ['c0', 'c3'],
        step: '2'
      })
    ).toEqual({
      on: '2026-11-24',
      children: 2,
      interpreter: true,
      urgent: true,
      rights: ['c0', 'c3'],
      step: 2
    })
  })

  test('what was left empty is left out', () => {
    expect(body({ on: '', note: '   ', children: '', language: '', at: '' })).toEqual({ rights: [] })
  })

  test('"no" is said, not left out', () => {
    expect(body({ interpreter: 'false' })).toMatchObject({ interpreter: false })
    expect(body({})).not.toHaveProperty('interpreter')
  })

  test('a list sent twice is kept once', () => {
    expect(body({ rights: ['c1', 'c1'] })).toMatchObject({ rights: ['c1'] })
  })

  test('what is not a number is left to the API to refuse', () => {
    expect(body({ children: 'two' })).toMatchObject({ children: 'two' })
  })

  test('words keep their inner spaces and lose the outer ones', () => {
    expect(body({ note: '  a  b ' })).toMatchObject({ note: 'a  b' })
  })

  test('an unknown field of the request never reaches the body', () => {
    expect(body({ role: 'admin', on: '2026-11-24' })).toEqual({ on: '2026-11-24', rights: [] })
  })

  test('a wall-clock time becomes the instant it is in Paris', () => {
    expect(body({ at: '2026-11-24T16:30' })).toMatchObject({ at: '2026-11-24T15:30:00.000Z' })
  })
})

describe('wall-clock time', () => {
  test.each([
    ['summer', '2026-07-01T08:00', 'Europe/Paris', '2026-07-01T06:00:00.000Z'],
    ['overseas', '2026-07-01T08:00', 'Indian/Mayotte', '2026-07-01T05:00:00.000Z'],
    ['the night the hour is lost', '2026-03-29T03:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['the evening before it is won back', '2026-10-24T23:30', 'Europe/Paris', '2026-10-24T21:30:00.000Z']
  ])('%s', (...[, wall, zone, instant]) => {
    expect(instantOf(wall, zone)).toBe(instant)
  })

  test('what is no time is none', () => {
    expect(instantOf('tomorrow')).toBeNull()
    expect(instantOf('2026-99-99T10:00')).toBeNull()
  })
})

describe('what is missing', () => {
  test('required fields left empty are named in their order; an unticked box is an answer', () => {
    expect(missingIn(fields, typed({ on: ' ', urgent: '' })).map(({ name }) => name)).toEqual([
      'on',
      'decision',
      'rights',
      'interpreter'
    ])
    expect(
      missingIn(fields, typed({ on: '2026-11-24', decision: 'c0', rights: 'c1', interpreter: 'false' }))
    ).toEqual([])
  })
})

test('where nothing may be true, to tick nothing is an answer, and it is sent', () => {
  const schema = {
    required: ['urgent'],
    properties: { urgent: { type: 'array', minItems: 0, items: { oneOf: words(2) } } }
  }
  const own = fieldsOf(schema)
  expect(own[0]).toMatchObject({ kind: 'checks', required: false })
  expect(missingIn(own, {})).toEqual([])
  expect(bodyOf(schema, own, {})).toEqual({ urgent: [] })
})

describe('the errors of a problem', () => {
  test.each([
    ['/children', 'children'],
    ['body/identity/name', 'identity.name'],
    ['#/on', 'on'],
    ['input.note', 'note']
  ])('the path %s names %s', (path, name) => {
    expect(fieldName(path)).toBe(name)
  })

  test('each stands beside its field, the first one wins, and the others stand above the form', () => {
    const sorted = sortErrors(fields, [
      { field: '/on', message: 'too late' },
      { field: 'on', message: 'again' },
      { field: '/rights/0', message: 'unknown right' },
      { field: '', message: 'closed object' }
    ])
    expect(sorted).toEqual({ beside: { on: 'too late', rights: 'unknown right' }, above: ['closed object'] })
  })
})

describe('a list of courts', () => {
  const courts = [
    { value: '01.bourg', label: 'Bourg', group: 'Ain' },
    { value: '69.lyon', label: 'Lyon', group: 'Rhône' },
    { value: '69.villefranche', label: 'Villefranche', group: 'Rhône' },
    { value: '75.paris', label: 'Paris', group: 'Paris' }
  ]

  test('is no list of anything else', () => {
    expect(courtsOf([{ value: '69', label: 'Rhône', group: 'ARA' }], '69')).toEqual([])
  })

  test('names the département of each, those of the case first', () => {
    const shown = courtsOf(courts, '69')
    expect(shown.map(({ group }) => group)).toEqual(['Rhône', 'Ain', 'Paris'])
    expect(shown[0]?.choices.map(({ label }) => label)).toEqual(['Lyon (69)', 'Villefranche (69)'])
    expect(courtsOf(courts, null).map(({ group }) => group)).toEqual(['Ain', 'Paris', 'Rhône'])
  })
})

test('a list begins with the place of the case where it holds it, and is as it was where it does not', () => {
  const places = ['01', '69', '75'].map((value) => ({ value, label: value }))
  for (const near of [null, '976']) expect(nearFirst(places, near)).toBe(places)
  expect(nearFirst(places, '69').map(({ value }) => value)).toEqual(['69', '01', '75'])
})

test('what is typed on several lines comes back as it was typed, whatever the browser sends for their ends', () => {
  const form = new FormData()
  form.set('story', 'One\r\n\r\nTwo')
  expect(typedFrom(form, fieldsOf(schema))['story']).toEqual(['One\n\nTwo'])
})

describe('an error in the summary', () => {
  const leaf = (textContent: string) => ({ textContent })
  const control = (label: object | null, legend: object | null = null) => ({
    labels: label ? [label] : [],
    querySelector: () => legend
  })
  const page = (found: object | null) => ({ getElementById: () => found }) as never
  const field = { querySelector: () => null, firstChild: leaf('Par quel moyen ') }
  const box = { querySelector: () => leaf('Avec interprète'), firstChild: leaf('') }

  test('is named by what its control is called on the page', () => {
    expect(nameOn(page(control(field)), '#means')).toBe('Par quel moyen')
    expect(nameOn(page(control(box)), '#interpreter')).toBe('Avec interprète')
    expect(nameOn(page(control(null, leaf('Signes'))), '#signs')).toBe('Signes')
    expect([nameOn(page(null), '#gone'), nameOn(page(control(null)), '#bare')]).toEqual([null, null])
    const error = { field: '/means', message: 'Choisissez l’une des réponses proposées' }
    const said = (label: string) =>
      namedErrors([error], (name) => (name === 'means' ? label : null))[0]!.message
    expect(said('Par quel moyen')).toBe('Par quel moyen\u00a0: Choisissez l’une des réponses proposées')
    expect(said('L’une des réponses')).toBe(error.message)
  })
})
