import { rowsOf } from '../../act/command.ts'
import { isMinor, type Facts } from '../../facts/facts.ts'
import { agreed, choice, choices, closed, date, nothing, optional } from '../../vocabulary/fields.ts'
import { declaredAdult, noticeOfRefusal } from './child-appeal.ts'
import { on } from './fields.ts'
import { placed } from './justice.ts'
import { ageDecisions, ageDoubts, ageEvidence, preparations } from '../../vocabulary/words.minor.ts'

/** Every state in which the person is protected as a child. */
const everyMinor = [
  'presumed_minor',
  'age_disputed',
  'information_preoccupante',
  'signalement',
  'opp_issued',
  'je_seized',
  'measure_ordered',
  ...placed,
  'runaway'
] as const

const row = rowsOf('minor', { transition: 'T609', from: everyMinor })

/** Once a prosecutor or a judge has decided on protection, the age is decided there and disputed no more. */
export const disputable = ['presumed_minor', 'information_preoccupante', 'signalement'] as const

/** Protection as a child ends by a birthday or a judge's word, and with it what rested on no consent. */
const grownUp = [
  { type: 'releaseStay', when: 'adultUnhoused' },
  { type: 'endMinorSharing', when: 'adult' }
] as const

/**
 * What a changed age group makes void: a return that was weighed under the other rules; and, once the person is an
 * adult, the age band of a child and the search for a missing child.
 */
export const learntOfAge = (
  facts: Facts,
  { ageGroup, ageBand }: Partial<Pick<Facts, 'ageGroup' | 'ageBand'>>
): Partial<Facts> => {
  if (ageGroup === undefined || isMinor({ ageGroup }) === isMinor(facts)) return {}
  return { returnAssessed: false, ...(ageGroup === 'adult' && { ageBand: ageBand ?? null, missing: false }) }
}

export const age = {
  'majority.prepare': row({
    label: {
      fr: 'Enregistrer l’entretien d’autonomie (17 ans)',
      en: 'Record the independence interview (at 17)'
    },
    done: { fr: 'Entretien d’autonomie tenu', en: 'Independence interview held' },
    input: closed({
      on: date({ label: { fr: 'Entretien tenu le', en: 'Interview held on' } }),
      prepared: choices(preparations, {
        label: { fr: 'Ce qui est prêt ou lancé', en: 'What is ready or under way' }
      })
    }),
    guards: ['majorityNear'],
    // Of class C as its clock, from which a birthday can be read.
    sees: 'C',
    basis: ['CASF.L222-5-1', 'CESEDA.R425-5', 'CPP.706-5'],
    evenWhenClosed: true,
    apply: () => ({ majorityPrepared: true })
  }),
  // What she agreed to as a child binds no adult: she is informed and asked anew.
  'majority.reached': row({
    to: 'majority_reached',
    label: { fr: 'Majorité atteinte', en: 'Majority reached' },
    done: { fr: 'Dix-huit ans : accords à recueillir', en: 'Eighteen: consents to be asked' },
    input: nothing,
    basis: ['CC.388', 'CC.414'],
    aloud: { word: { fr: 'Dix-huit ans', en: 'Eighteen' } },
    opens: [
      { code: 'MNIO-INFO' },
      { code: 'D-SUPPORT-21' },
      { code: 'D-YOUNG-PERMIT', when: 'thirdCountry' },
      { code: 'D-YOUNG-PERMIT-16', when: 'thirdCountry' },
      { code: 'D-LIMIT-MINOR', when: 'listedOnMinor' },
      { code: 'D-LIMIT-CRIME-MINOR', when: 'listedCrimeOnMinor' }
    ],
    effects: grownUp,
    evenWhenClosed: true,
    offered: false,
    // The band of a child is replaced: wherever needs are shown it would go on saying that she is fifteen.
    apply: () => ({
      ageGroup: 'adult',
      ageBand: '18-24',
      informed: false,
      consents: [],
      returnAssessed: false,
      missing: false
    })
  }),
  'age.dispute': row({
    transition: 'T610',
    from: disputable,
    to: 'age_disputed',
    label: { fr: 'Noter que l’âge est contesté', en: 'Record that the age is disputed' },
    done: { fr: 'Âge contesté : la protection continue', en: 'Age disputed: protection goes on' },
    input: closed({
      on,
      doubts: choices(ageDoubts, { label: { fr: 'Ce qui est contesté', en: 'What is disputed' } }),
      protectionGoesOn: agreed({
        label: {
          fr: 'En attendant la décision, la personne est protégée comme mineure',
          en: 'Until the decision they are protected as a minor'
        }
      })
    }),
    guards: ['minorOrDoubt'],
    basis: ['CC.388', 'COE197.10', 'CASF.L221-2-4'],
    aloud: { word: { fr: 'Âge contesté', en: 'Age disputed' } },
    apply: (_facts, _input, _by, from) => ({
      ageGroup: 'doubt',
      ageDecision: 'disputed',
      minorBefore: from.minor
    })
  }),
  'age.decide': row({
    records: true,
    thread: { of: 'age', day: 'on' },
    transition: 'T610',
    label: { fr: 'Enregistrer la décision sur la minorité', en: 'Record the decision on age' },
    done: { fr: 'Âge décidé', en: 'Age decided' },
    input: closed({
      on,
      decision: choice(ageDecisions, {
        label: { fr: 'Décision', en: 'Decision' },
        hint: { fr: 'Le doute profite à la personne.', en: 'The person has the benefit of the doubt.' }
      }),
      decidedBy: optional(
        choice(
          {
            judge: { fr: 'le juge des enfants', en: 'the juvenile judge' },
            prosecutor: { fr: 'le procureur', en: 'the prosecutor' },
            departement: { fr: 'le département', en: 'the département' }
          },
          {
            label: { fr: 'Qui a décidé', en: 'Who decided' },
            hint: {
              fr: 'La décision du juge peut être contestée par l’enfant lui-même, en quinze jours (CPC 1191) ; celle du procureur ou du département ne s’y conteste pas : l’enfant peut saisir lui-même le juge des enfants (C. civ. 375).',
              en: 'The child themselves may appeal against the decision of the judge, within fifteen days (CPC 1191); that of the prosecutor or of the département is not contested so: the child may go to the juvenile judge themselves (Civil Code 375).'
            },
            dataClass: 'F'
          }
        )
      ),
      ...noticeOfRefusal,
      evidence: choices(ageEvidence, { label: { fr: 'Au vu de', en: 'In view of' } }),
      noBonesAlone: agreed({
        label: {
          fr: 'Aucun examen osseux seul ne fonde cette décision',
          en: 'No bone test alone founds this decision'
        },
        answers: {
          true: { fr: 'Aucun examen osseux seul ne fonde la décision', en: 'No bone test alone founds it' },
          false: { fr: 'Un examen osseux seul fonde la décision', en: 'A bone test alone founds it' }
        }
      })
    }),
    guards: ['minorOrDoubt'],
    basis: ['CC.388', 'COE197.10', 'CPC.1190', 'CPC.1191', 'CPC.680', 'CC.375'],
    opens: declaredAdult,
    aloud: { word: { fr: 'Âge décidé', en: 'Age decided' } },
    effects: grownUp,
    apply: (_facts, { decision }) =>
      decision === 'adult'
        ? { ageGroup: 'adult', ageDecision: 'adult', ageBand: null, returnAssessed: false, missing: false }
        : { ageGroup: 'minor', ageDecision: 'minor' }
  })
}
