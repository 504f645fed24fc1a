import { describe, expect, it } from 'vitest'
import { localizeSchema, showValue } from '../../../server/views/words.ts'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { notesOf, type FieldNotes } from '../../../workflows/vocabulary/fields.ts'
import { flagged, flagInput, type FlagInput } from '../../../workflows/facts/flag.ts'
import { emergencyForm } from '../../../workflows/case/emergency-access.ts'
import { flagFields, flagInput as bodyOfFlag } from '../../../web/src/lib/flag/answers.ts'
import type { FlagForm } from '../../../web/src/lib/api.types.ts'
import { gapsOf, shownFields, wordsOf } from '../../../web/src/lib/flag/review.ts'
import { stepsOf } from '../../../web/src/lib/flag/steps.ts'
import fr from '../../../web/messages/fr.json' with { type: 'json' }
import en from '../../../web/messages/en.json' with { type: 'json' }
import { empty, fill } from './form.ts'

type Locale = 'fr' | 'en'
const messages: Record<Locale, Record<string, string>> = { fr, en }

/** The flag as this server writes its form and the pages read it. */
const flagIn = (locale: Locale) => {
  const form = {
    schema: localizeSchema(flagInput, locale),
    dimensions: [],
    territories: [],
    languages: [],
    urgent: [],
    minorBands: []
  } as unknown as FlagForm
  return { form, steps: stepsOf(form), fields: flagFields(form) }
}

/** What one answer of a screen says: to whoever ticks it, whoever reads it back, and whoever reads the record. */
const spoken = (locale: Locale, at: string, name: 'localDanger' | 'nominativeConsent') => {
  const { form, steps, fields } = flagIn(locale)
  const step = steps.find(({ id }) => id === at) ?? expect.fail(at)
  const field = fields.get(name) ?? expect.fail(name)
  const answers = field.choices.map(({ value, label }) => {
    const body = bodyOfFlag(form, fill(empty, at, [[name, value]]))
    const words = { yes: 'yes', no: 'no', unknown: 'unknown', date: String }
    return {
      asked: label,
      readBack: wordsOf(field, [value], words),
      recorded: body[name],
      told: showValue(body[name], flagInput.properties[name], locale)
    }
  })
  expect(step.fields).toContain(name)
  return { question: field.label, hint: messages[locale][`flag.step.${at}.hint`], answers }
}

describe('the question of safety was asked one way and recorded the other', () => {
  it.each(['fr', 'en'] as const)('it asks of danger, and of nothing else, in « %s »', (locale) => {
    const { question } = spoken(locale, 'securite', 'localDanger')
    expect(question).toBe(
      {
        fr: 'La personne est-elle en danger là où elle se trouve ?',
        en: 'Is the person in danger where they are?'
      }[locale]
    )
  })

  it.each([
    [
      'fr',
      /en danger là où elle se trouve.*s’éloigner/,
      /^La personne est en sécurité là où elle se trouve$/,
      /s’éloigner/
    ],
    ['en', /in danger where they are.*get away/, /^They are safe where they are$/, /get away/]
  ] as const)('each answer says whole what is recorded and told in « %s »', (locale, danger, safe, leads) => {
    const { answers, hint } = spoken(locale, 'securite', 'localDanger')
    expect(answers).toEqual([
      {
        asked: expect.stringMatching(danger),
        readBack: [answers[0]?.asked],
        recorded: true,
        told: answers[0]?.asked
      },
      {
        asked: expect.stringMatching(safe),
        readBack: [answers[1]?.asked],
        recorded: false,
        told: answers[1]?.asked
      }
    ])
    // What follows is said of the answer that is recorded as danger.
    expect(hint).toMatch(leads)
  })

  it('is learnt as danger from the answer that says danger alone', () => {
    const learnt = (localDanger?: boolean) =>
      flagged({ indicators: [], ...(localDanger !== undefined && { localDanger }) } as unknown as FlagInput)
        .localDanger
    expect([learnt(true), learnt(false), learnt()]).toEqual([true, false, false])
  })

  it('is asked and answered in the same words of whoever completes the situation', () => {
    const { mayBeUnknown: _, screen: _screen, ...asked } = notesOf(flagInput.properties.localDanger)!
    expect(notesOf(commandRow('facts.complete').input.properties['localDanger']!)).toEqual(asked)
  })
})

describe('the agreement to be named', () => {
  it.each(['fr', 'en'] as const)('is answered and told in the same words in « %s »', (locale) => {
    const { answers } = spoken(locale, 'accord', 'nominativeConsent')
    expect(answers.map(({ asked, told, recorded }) => [recorded, told === asked])).toEqual([
      [true, true],
      [false, true]
    ])
  })
})

describe('a bare « oui » or « non »', () => {
  const forms = [
    ...commandTypes.map((type) => ({ at: type as string, input: commandRow(type).input })),
    { at: 'glass', input: emergencyForm }
  ]
  const yesOrNo = forms.flatMap(({ at, input }) =>
    Object.entries(input.properties)
      .filter(([, schema]) => (schema as { type?: string }).type === 'boolean')
      .map(([field, schema]) => ({ at: `${at} ${field}`, notes: notesOf(schema)! }))
  )
  const asks = /\?\s*$/
  const denies = /(^|\s)(ne|n’\S+|pas|aucune?|sans|non|no|not|never|without)(\s|$)/i
  /** Under these a bare no can be taken for the opposite of what it records. */
  const twoWays = ({ label }: Pick<FieldNotes, 'label'>) =>
    [label.fr, label.en].some((words) => asks.test(words) || denies.test(words))

  it('stands under nothing but a plain statement: a question or a negation is answered in whole sentences', () => {
    expect(yesOrNo.filter(({ notes }) => twoWays(notes) && !notes.answers).map(({ at }) => at)).toEqual([])
  })

  it('is looked for: some questions and some negations are found, and most are plain statements', () => {
    const found = yesOrNo.filter(({ notes }) => twoWays(notes)).map(({ at }) => at)
    expect(found).toEqual(
      expect.arrayContaining([
        'case.flag localDanger',
        'case.flag nominativeConsent',
        'permit.receipt noAsylumCertificate',
        'age.decide noBonesAlone'
      ])
    )
    expect(yesOrNo.length).toBeGreaterThan(found.length + 20)
  })

  it.each(['fr', 'en'] as const)('and no two answers read alike in « %s »', (locale) => {
    for (const { notes } of yesOrNo.filter(({ notes }) => notes.answers))
      expect(notes.answers!.true[locale]).not.toBe(notes.answers!.false[locale])
  })
})

describe('the stay and an asylum claim', () => {
  const { form, steps, fields } = flagIn('fr')
  const step = steps.find(({ id }) => id === 'situation') ?? expect.fail()
  const told = (nationality: string) =>
    fill(empty, 'situation', [
      ['nationality', nationality],
      ['stay', 'irregular'],
      ['asylumClaim', 'true'],
      ['asylumLink', 'unknown'],
      ['language', 'fr']
    ])
  const unanswered = (nationality: string) =>
    gapsOf(step, fields, fill(empty, 'situation', [['nationality', nationality]])).map(({ field }) => field)

  it('are two questions: neither answer says anything of the other', () => {
    expect(fields.get('stay')?.choices.map(({ value }) => value)).toEqual(['irregular', 'regular', 'unknown'])
    expect(bodyOfFlag(form, told('third_country'))).toMatchObject({ stay: 'irregular', asylumClaim: true })
  })

  it.each(['french', 'eu'])('are asked of nobody %s, and nothing is missing without them', (nationality) => {
    const body = bodyOfFlag(form, told(nationality))
    for (const name of ['stay', 'asylumClaim']) {
      expect(body).not.toHaveProperty(name)
      expect(shownFields(step, told(nationality))).not.toContain(name)
      expect(unanswered(nationality)).not.toContain(name)
    }
    expect(unanswered(nationality)).toContain('language')
  })

  it('force no answer: passed over, neither is told, and a yes still is', () => {
    expect(unanswered('third_country')).toEqual(['language'])
    expect(bodyOfFlag(form, fill(empty, 'situation', [['nationality', 'third_country']]))).toEqual({
      nationality: 'third_country',
      forms: [],
      indicators: []
    })
    expect(fields.get('asylumLink')).toMatchObject({ kind: 'yesno', mayBeUnknown: true, required: false })
  })
})
