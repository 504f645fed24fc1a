import { rowsOf } from '../../act/command.ts'
import { choice, closed, date, longText, optional } from '../../vocabulary/fields.ts'
import { bedKept, promised, release, seeking } from './ways.ts'
import { inDanger } from '../../vocabulary/words.danger.ts'
import { emergencyShelters, noNeeds, otherShelters, recontacts } from '../../vocabulary/words.housing.ts'

const row = rowsOf('housing', { transition: 'T211' })

const settled = ['unassessed', 'left', 'ended', 'declined_by_person', 'absconded'] as const

/** Roofs for which no place of the mechanism is held: emergency shelter, others, none needed; and news after a departure. */
export const elsewhere = {
  'danger.immediate': row({
    transition: 'T201',
    from: [...settled, 'no_need', ...seeking],
    to: 'emergency_local',
    label: { fr: 'Mettre à l’abri en urgence', en: 'Give emergency shelter' },
    done: { fr: 'Mise à l’abri en urgence', en: 'Emergency shelter given' },
    input: closed({
      called: choice(emergencyShelters, { label: { fr: 'Qui a été appelé', en: 'Who was called' } }),
      facts: longText({ label: { fr: 'Le danger', en: 'The danger' }, dataClass: 'C' }),
      until: optional(
        date({ label: { fr: 'À l’abri jusqu’au', en: 'Sheltered until' }, ahead: true, dataClass: 'K' })
      )
    }),
    basis: ['CP.223-6', 'MNIO.EMERGENCY'],
    opens: [{ code: 'MNIO-SIGNALEMENT', when: 'signalementDue' }],
    apply: (facts, input, by, from) => ({
      danger: 'immediate',
      localDanger: true,
      ...bedKept(facts, input, by, from)
    }),
    aloud: { word: inDanger },
    duty: 'unsheltered'
  }),
  'housing.other': row({
    from: [...settled, 'no_need', 'emergency_local', ...seeking, ...promised, 'security_alert'],
    to: 'housed_chrs_other',
    label: {
      fr: 'Noter un accueil ailleurs : CHRS, proches',
      en: 'Record shelter elsewhere: CHRS, relatives'
    },
    done: { fr: 'Accueil ailleurs', en: 'Housed elsewhere' },
    input: closed({
      where: choice(otherShelters, { label: { fr: 'Où', en: 'Where' }, dataClass: 'K' }),
      on: date({ label: { fr: 'Depuis le', en: 'Since' } })
    }),
    guards: ['adultHousing'],
    basis: ['COE197.12', 'MNIO.STAY'],
    effects: release,
    // An asylum place is told to few: that she has a roof is told to the others by this act.
    duty: 'roofUntold',
    apply: () => ({ host: null, bed: null })
  }),
  'housing.no_need': row({
    from: [...settled, 'emergency_local'],
    to: 'no_need',
    label: { fr: 'Noter qu’aucun hébergement n’est nécessaire', en: 'Record that no housing is needed' },
    done: { fr: 'Aucun besoin d’hébergement', en: 'No housing needed' },
    input: closed({
      because: choice(noNeeds, {
        label: { fr: 'Pourquoi aucun hébergement n’est nécessaire', en: 'Why no housing is needed' },
        dataClass: 'K'
      })
    }),
    basis: ['COE197.12', 'MNIO.STAY']
  }),
  'housing.recontacted': row({
    transition: 'T210',
    from: ['left', 'absconded'],
    label: { fr: 'Enregistrer une reprise de contact', en: 'Record a renewed contact' },
    done: { fr: 'Contact repris', en: 'In touch again' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      news: choice(recontacts, { label: { fr: 'Nouvelles', en: 'News' }, dataClass: 'K' })
    }),
    basis: ['MNIO.RECONTACT'],
    opens: [{ code: 'MNIO-EMG', when: 'unsheltered', whenInput: { field: 'news', is: 'danger' } }],
    aloud: { word: inDanger, when: { field: 'news', is: 'danger' } },
    apply: (_facts, { news }) => (news === 'danger' ? { danger: 'immediate' } : {})
  })
}
