import { rowsOf, type Region } from '../command.ts'
import { agreed, choice, choices, closed, date, longText, nothing, optional, yes } from '../fields.ts'
import { consentScopes } from '../vocabulary.ts'
import { languages, means } from './words.ts'
import { consentStates as states } from './states.ts'

const row = rowsOf('consent', states)
const asked = ['informed', 'heard', 'consent_recorded', 'consent_modified', 'consent_withdrawn'] as const

const how = {
  language: choice(languages, { label: { fr: 'Dans quelle langue', en: 'In which language' } }),
  means: choice(means, { label: { fr: 'Par quel moyen', en: 'By which means' } }),
  interpreter: optional(yes({ label: { fr: 'Avec interprète', en: 'With an interpreter' } }))
}

const commands = {
  'person.inform': row({
    transition: 'T701',
    from: ['not_informed', 'heard', 'consent_withdrawn'],
    to: 'informed',
    label: { fr: 'Informer la personne de ses droits', en: 'Inform the person of their rights' },
    done: { fr: 'Personne informée de ses droits', en: 'Person informed of their rights' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      ...how,
      helpWithoutConsent: agreed({
        label: {
          fr: 'Elle sait que refuser ne lui retire aucune aide',
          en: 'They know that refusing takes no help away'
        },
        answers: {
          true: { fr: 'Elle le sait', en: 'They know it' },
          false: { fr: 'Elle ne le sait pas encore', en: 'They do not know it yet' }
        }
      })
    }),
    guards: ['notInformed'],
    basis: ['GDPR.13', 'CESEDA.R425-1'],
    closes: ['MNIO-INFO'],
    // Nobody is waited for to speak with a child who is searched for.
    duty: 'reachable',
    answers: ['MNIO-INFO'],
    learns: () => ({ informed: true })
  }),
  'consent.record': row({
    transition: 'T702',
    from: asked,
    to: 'consent_recorded',
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
      ...how
    }),
    basis: ['MNIO.CONSENT', 'GDPR.13'],
    opens: [{ code: 'MNIO-CONSENT', restarts: 'consentsConfirmed' }],
    answers: ['MNIO-CONSENT'],
    learns: (facts, input) => ({
      consents: [...new Set([...facts.consents, ...input.scopes])].sort(),
      consentsConfirmed: facts.consents.every((scope) => input.scopes.includes(scope)),
      contactLost: false
    })
  }),
  'consent.withdraw': row({
    transition: 'T703',
    from: ['not_informed', ...asked],
    to: 'consent_modified',
    label: { fr: 'Enregistrer un retrait d’accord', en: 'Record a withdrawal of consent' },
    done: { fr: 'Accord retiré', en: 'Consent withdrawn' },
    input: closed({
      scopes: choices(consentScopes, { label: { fr: 'Accords retirés', en: 'Consents withdrawn' } }),
      ...how
    }),
    guards: ['someConsent'],
    basis: ['MNIO.CONSENT', 'GDPR.7'],
    effects: [{ type: 'endConsentedSharing' }],
    evenWhenClosed: true,
    // A move asked of another cell rested on scope B, and is withdrawn with it.
    learns: (facts, input) => ({
      consents: facts.consents.filter((scope) => !input.scopes.includes(scope)),
      ...(facts.consents.includes('B') && input.scopes.includes('B') && { transfer: null })
    })
  }),
  // Nobody took it back, and nobody confirmed it: the sharing that rests on it ends as after a withdrawal.
  'consent.lapsed': row({
    transition: 'T703',
    from: ['not_informed', ...asked],
    to: 'consent_modified',
    label: { fr: 'Les accords, non confirmés, prennent fin', en: 'Consents end, unconfirmed' },
    done: { fr: 'Accords non confirmés : ils ont pris fin', en: 'Consents not confirmed: they have ended' },
    input: nothing,
    guards: ['adult', 'someConsent'],
    basis: ['MNIO.CONSENT', 'GDPR.7'],
    effects: [{ type: 'endConsentedSharing' }],
    evenWhenClosed: true,
    offered: false,
    // Of consents of which a reader knows nothing, they are not told that these have ended.
    sees: 'H',
    learns: (facts) => ({
      consents: [],
      consentsConfirmed: false,
      ...(facts.consents.includes('B') && { transfer: null })
    })
  }),
  'child.heard': row({
    transition: 'T704',
    from: asked,
    to: 'heard',
    label: { fr: 'Recueillir la parole de l’enfant', en: 'Record the child’s view' },
    done: { fr: 'Parole de l’enfant recueillie', en: 'Child heard' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      ...how,
      opinion: longText({
        label: { fr: 'Ce qu’elle ou il en dit, en résumé', en: 'What they say, in summary' },
        dataClass: 'C'
      })
    }),
    guards: ['minorOrDoubt'],
    basis: ['CRC.12', 'CC.388-1'],
    learns: () => ({ childHeard: true })
  })
}

// What a child was told and agreed to is not an adult's: at eighteen all of it is asked anew.
const askedAnew = [{ to: 'not_informed', when: 'informAgain' }] as const

export const consent = {
  initial: 'not_informed',
  states,
  settles: {
    informed: askedAnew,
    heard: askedAnew,
    consent_recorded: askedAnew,
    consent_modified: [...askedAnew, { to: 'consent_withdrawn', when: 'noConsentLeft' }],
    consent_withdrawn: askedAnew
  },
  commands
} as const satisfies Region
