import { rowsOf, type Region } from '../act/command.ts'
import { agreedTo, type Facts } from '../facts/facts.ts'
import { agreed, choice, choices, closed, date, longText, optional, yes } from '../vocabulary/fields.ts'
import { rightsTextWords } from '../rights/texts.ts'
import { consentClocks, consentScopes, scopesOf, type ConsentScope } from '../vocabulary/vocabulary.ts'
import { languages, means } from '../vocabulary/words.ts'
import { consentStates as states } from '../vocabulary/states.ts'

const row = rowsOf('consent', { transition: 'T703' })
const informed = ['informed', 'heard'] as const
const always = ['not_informed', ...informed] as const

const how = {
  language: choice(languages, { label: { fr: 'Dans quelle langue', en: 'In which language' } }),
  means: choice(means, { label: { fr: 'Par quel moyen', en: 'By which means' } }),
  interpreter: optional(yes({ label: { fr: 'Avec interprète', en: 'With an interpreter' } }))
}

/** Where they are written down later than they were said; of what was recorded before days were asked, the act's own counts. */
const on = optional(
  date({
    label: { fr: 'Le', en: 'On' },
    hint: {
      fr: 'Sans réponse : le jour de l’enregistrement.',
      en: 'Without an answer: the day of recording.'
    }
  })
)

const clocks = Object.keys(consentClocks) as (keyof typeof consentClocks)[]

/** A no to being followed after a return is kept: of a child nothing else would tell it from what was never asked. */
const declined = (scopes: readonly ConsentScope[], said: boolean): Partial<Facts> =>
  scopes.includes('H') ? { newsDeclined: said } : {}

/** A move asked of another cell rested on scope B, and ends with it. */
const ended = (facts: Facts, scopes: readonly ConsentScope[]): Partial<Facts> => ({
  consents: facts.consents.filter((scope) => !scopes.includes(scope)),
  ...(agreedTo(facts, 'B') && scopes.includes('B') && { transfer: null })
})

/** What was sent rested on an agreement that had ended: given anew, the prefecture is asked anew. */
const sentBefore = (facts: Facts, scopes: readonly ConsentScope[]): Partial<Facts> =>
  facts.prefectureSent && scopes.includes('E') && !agreedTo(facts, 'E') ? { prefectureSent: false } : {}

// What she agreed to never moves the word: each scope is told by itself, to those who may know of it.
const commands = {
  'person.inform': row({
    transition: 'T701',
    from: ['not_informed', 'heard'],
    to: 'informed',
    label: { fr: 'Informer la personne de ses droits', en: 'Inform the person of their rights' },
    done: { fr: 'Personne informée de ses droits', en: 'Person informed of their rights' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      ...how,
      helpWithoutConsent: agreed({
        label: {
          fr: 'La personne sait que refuser ne lui retire aucune aide',
          en: 'They know that refusing takes no help away'
        },
        answers: {
          true: { fr: 'La personne le sait', en: 'They know it' },
          false: { fr: 'La personne ne le sait pas encore', en: 'They do not know it yet' }
        }
      }),
      shown: optional(
        choice(rightsTextWords, {
          label: { fr: 'Texte montré', en: 'Text shown' },
          computed: 'shown'
        })
      )
    }),
    guards: ['notInformed'],
    basis: ['GDPR.13', 'CESEDA.R425-1'],
    // Nobody is waited for to speak with a child who is searched for.
    duty: 'reachable',
    apply: () => ({ informed: true })
  }),
  'consent.record': row({
    transition: 'T702',
    from: informed,
    label: { fr: 'Enregistrer un accord', en: 'Record a consent' },
    done: { fr: 'Accord donné', en: 'Consent given' },
    input: closed({
      scopes: choices(consentScopes, {
        label: { fr: 'À quoi la personne consent', en: 'What the person consents to' },
        hint: {
          fr: 'Chaque accord est libre et se retire à tout moment. Ce qui est déjà donné reste donné. Pour le prolonger d’un an, cochez ensemble tout ce qui vaut encore.',
          en: 'Each consent is free and can be withdrawn at any time. What is already given stays given. To prolong it for a year, tick together all that still stands.'
        }
      }),
      on,
      ...how
    }),
    requires: ['leftToReferent', 'ownSheet'],
    basis: ['MNIO.CONSENT', 'GDPR.13'],
    opens: clocks.flatMap((code) => {
      const year = { code, ofScopes: scopesOf(code) }
      return [
        { ...year, startsOn: 'on', given: 'on' },
        { ...year, unlessGiven: 'on' }
      ]
    }),
    apply: (facts, input) => ({
      consents: [...new Set([...facts.consents, ...input.scopes])].sort(),
      ...sentBefore(facts, input.scopes),
      ...declined(input.scopes, false)
    })
  }),
  'consent.refuse': row({
    from: informed,
    // Whoever decides on her papers or prosecutes could hold a no against her: it is told to those who hear her.
    sees: 'C',
    label: { fr: 'Enregistrer un refus d’accord', en: 'Record a refusal of consent' },
    done: { fr: 'Accord refusé', en: 'Consent refused' },
    input: closed({
      scopes: choices(consentScopes, {
        label: { fr: 'Ce que la personne refuse', en: 'What the person refuses' },
        hint: {
          fr: 'Refuser ne retire aucune aide et ne ferme aucun droit. La personne peut changer d’avis à tout moment. Ce qu’elle avait accepté prend fin.',
          en: 'Refusing takes no help away and closes no right. The person may change their mind at any time. What they had agreed to ends.'
        }
      }),
      on,
      ...how
    }),
    // Whoever hears a no writes it down: what the cell leaves to an association is asking.
    basis: ['MNIO.CONSENT', 'GDPR.7'],
    effects: [{ type: 'endConsentedSharing' }],
    apply: (facts, { scopes }) => ({ ...ended(facts, scopes), ...declined(scopes, true) })
  }),
  'consent.withdraw': row({
    from: always,
    label: { fr: 'Enregistrer un retrait d’accord', en: 'Record a withdrawal of consent' },
    done: { fr: 'Accord retiré', en: 'Consent withdrawn' },
    input: closed({
      scopes: choices(consentScopes, { label: { fr: 'Accords retirés', en: 'Consents withdrawn' } }),
      on,
      ...how
    }),
    guards: ['someConsent'],
    basis: ['MNIO.CONSENT', 'GDPR.7'],
    effects: [{ type: 'endConsentedSharing' }],
    evenWhenClosed: true,
    apply: (facts, { scopes }) => ({ ...ended(facts, scopes), ...declined(scopes, true) })
  }),
  // Nobody took them back, and nobody confirmed them: the sharing that rests on them ends as after a withdrawal.
  'consent.lapsed': row({
    from: always,
    label: { fr: 'Les accords, non confirmés, prennent fin', en: 'Consents end, unconfirmed' },
    done: { fr: 'Accords non confirmés : ils ont pris fin', en: 'Consents not confirmed: they have ended' },
    input: closed({
      scopes: choices(consentScopes, { label: { fr: 'Accords échus', en: 'Consents that lapsed' } })
    }),
    guards: ['adult', 'someConsent'],
    basis: ['MNIO.CONSENT', 'GDPR.7'],
    effects: [{ type: 'endConsentedSharing' }],
    evenWhenClosed: true,
    offered: false,
    apply: (facts, input) => ended(facts, input.scopes)
  }),
  'child.heard': row({
    transition: 'T704',
    from: informed,
    to: 'heard',
    label: { fr: 'Recueillir la parole de l’enfant', en: 'Record the child’s view' },
    done: { fr: 'Parole de l’enfant recueillie', en: 'Child heard' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      ...how,
      opinion: longText({
        label: { fr: 'Ce qu’en dit l’enfant, en résumé', en: 'What they say, in summary' },
        dataClass: 'C'
      })
    }),
    guards: ['minorOrDoubt'],
    basis: ['CRC.12', 'CC.388-1']
  })
}

// What a child was told and agreed to is not an adult's: at eighteen all of it is asked anew.
const askedAnew = [{ to: 'not_informed', when: 'informAgain' }] as const

export const consent = {
  initial: 'not_informed',
  states,
  always: {
    informed: askedAnew,
    heard: askedAnew
  },
  commands
} as const satisfies Region
