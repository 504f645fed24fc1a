import { rowsOf } from '../act/command.ts'
import { choice, choices, closed, date, id, nothing, optional, text } from '../vocabulary/fields.ts'
import { acsePlaces, asylumPlaces } from './housing/ways.ts'
import { actsCounted, actsDated, undated } from './judicial/time.ts'
import { completed } from '../facts/flag.ts'
import { particulars } from '../facts/particulars.ts'
import { indicatorWords } from '../vocabulary/indicators.ts'
import { splitInput } from '../vocabulary/split.ts'
import { learntOfAge } from './minor/age.ts'
import { ageGroups, dangers, sources } from '../vocabulary/words.ts'

const row = rowsOf('identification', { transition: 'T101' })

/** Acts that teach the case something without moving it: who accompanies the person, what is known of them, who they are. */
export const situation = {
  'referent.name': row({
    transition: 'T102',
    label: { fr: 'Nommer l’association référente', en: 'Name the referring association' },
    done: { fr: 'Association référente nommée', en: 'Referring association named' },
    input: closed({
      orgId: id({
        label: { fr: 'Association', en: 'Association' },
        hint: {
          fr: 'Habilitée à signaler, et où quelqu’un a un accès aujourd’hui. S’il n’y en a pas ici, l’administration en habilite une, ou y invite quelqu’un.',
          en: 'Accredited to flag, and in which somebody has access today. Where there is none here, the administration accredits one, or invites somebody there.'
        },
        lookup: 'associations'
      })
    }),
    basis: ['MNIO.TRIAGE', 'MNIO.HABILITATION'],
    requires: ['unaccompanied'],
    effects: [{ type: 'relieveReferent' }, { type: 'invite', capacity: 'referent', who: 'namedReferent' }]
  }),
  // The other association has accepted: who takes part is settled where it answers, since it names the two.
  'referent.handed': row({
    transition: 'T102',
    label: { fr: 'Une autre association reprend l’accompagnement', en: 'Another association takes over' },
    done: { fr: 'Accompagnement repris par une autre association', en: 'Taken over by another association' },
    input: nothing,
    basis: ['MNIO.CONSENT', 'MNIO.HABILITATION'],
    offered: false
  }),
  'facts.complete': row({
    label: { fr: 'Compléter la situation', en: 'Complete the situation' },
    done: { fr: 'Situation complétée', en: 'Situation completed' },
    input: closed({
      danger: optional(choice(dangers, { label: { fr: 'Danger', en: 'Danger' } })),
      ...completed,
      ageGroup: optional(
        choice(ageGroups, {
          label: { fr: 'Majorité', en: 'Age group' },
          hint: {
            fr: 'En cas de doute, la personne est traitée comme mineure.',
            en: 'In doubt, the person is treated as a minor.'
          }
        })
      ),
      ...actsDated
    }),
    requires: ['ageKept', 'somethingNew', 'saidByOthers'],
    checks: ['ageFits'],
    basis: ['MNIO.FLAG'],
    notes: true,
    opens: [
      { code: 'MNIO-IP', when: 'concernDue', newly: true },
      { code: 'MNIO-EMG', when: 'unsheltered', whenInput: { field: 'danger', is: 'immediate' } },
      { code: 'MNIO-SIGNALEMENT', when: 'signalementDue', newly: true },
      { code: 'MNIO-MINOR-VICTIM', when: 'childKnownToPolice', newly: true },
      ...actsCounted
    ],
    effects: [
      { type: 'withdrawReferrals', kinds: acsePlaces, when: 'minorUnhoused' },
      { type: 'withdrawReferrals', kinds: asylumPlaces, when: 'minorWithoutAsylumPlace' },
      { type: 'releaseStay', when: 'adultUnhoused' },
      { type: 'endMinorSharing', when: 'adult' }
    ],
    apply: (facts, input) => ({ ...undated(input), ...learntOfAge(facts, input) })
  }),
  'facts.detail': row({
    label: {
      fr: 'Préciser pour les chiffres et les partenaires',
      en: 'Add details for figures and partners'
    },
    done: { fr: 'Précisions ajoutées', en: 'Details added' },
    input: particulars,
    requires: ['somethingNew'],
    checks: ['yearsInOrder', 'yearFitsAge'],
    basis: ['MNIO.FLAG'],
    notes: true,
    duty: 'detailsLost',
    apply: ({ detailsLost }, input) => {
      const { open, sealed } = splitInput(particulars, input)
      // What was lost is of what is sealed: another answer leaves it to be asked again.
      const again = detailsLost && Object.keys(sealed).length > 0
      return { ...open, ...(again && { detailsLost: false }) }
    }
  }),
  'indicators.add': row({
    label: { fr: 'Ajouter des indices', en: 'Add signs' },
    done: { fr: 'Indices ajoutés', en: 'Signs added' },
    input: closed({
      indicators: choices(indicatorWords, {
        list: 'indicators',
        label: { fr: 'Ce qui a été vu ou entendu', en: 'What was seen or heard' },
        dataClass: 'D'
      }),
      source: choice(sources, {
        label: { fr: 'D’où cela est su', en: 'How this is known' },
        dataClass: 'D'
      })
    }),
    basis: ['MNIO.FLAG'],
    sees: 'D',
    apply: (facts, { indicators }) => ({ indicators: [...new Set([...facts.indicators, ...indicators])] })
  }),
  'identity.record': row({
    label: { fr: 'Enregistrer l’identité', en: 'Record identity' },
    done: { fr: 'Identité enregistrée', en: 'Identity recorded' },
    input: closed({
      name: optional(text({ label: { fr: 'Nom et prénom', en: 'Name' }, dataClass: 'B' })),
      birthDate: optional(date({ label: { fr: 'Date de naissance', en: 'Date of birth' }, dataClass: 'B' })),
      contact: optional(
        text({
          label: { fr: 'Contact sûr', en: 'Safe contact' },
          hint: {
            fr: 'un moyen que l’exploiteur ne peut pas lire',
            en: 'a way that the exploiter cannot read'
          },
          dataClass: 'B'
        })
      ),
      alias: optional(text({ label: { fr: 'Autres noms', en: 'Other names' }, dataClass: 'B' }))
    }),
    consent: 'A',
    requires: ['protectionKept'],
    checks: ['bornSo'],
    basis: ['MNIO.CONSENT', 'GDPR.13'],
    sees: 'B',
    opens: [
      { code: 'D-MAJORITY-PREPARED', when: 'underProtection', startsOn: 'birthDate', restarts: true },
      { code: 'D-MAJORITY', when: 'underProtection', startsOn: 'birthDate', restarts: true }
    ]
  })
}
