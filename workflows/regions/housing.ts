import { rowsOf, type Region } from '../command.ts'
import { agreed, choice, closed, date, dateTime, id, longText, nothing, optional } from '../fields.ts'
import { housingRefusals, languages } from './words.ts'
import { minorPlacement } from './minor.placement.ts'
import { release, stay } from './stay.ts'
import { housingStates as states } from './states.ts'

const row = rowsOf('housing', states)
const seeking = ['placement_requested', 'waiting_list', 'refused_by_structure'] as const

const commands = {
  'danger.immediate': row({
    transition: 'T201',
    from: ['unassessed', 'no_need', 'left', 'ended', 'declined_by_person', 'absconded'],
    to: 'emergency_local',
    label: { fr: 'Mettre à l’abri en urgence', en: 'Give emergency shelter' },
    done: { fr: 'Mise à l’abri en urgence', en: 'Emergency shelter given' },
    input: closed({
      called: choice(
        {
          '115': { fr: '115', en: '115' },
          '17': { fr: '17 ou 112', en: '17 or 112' },
          association: { fr: 'hébergement d’une association', en: 'an association’s shelter' }
        },
        { label: { fr: 'Qui a été appelé', en: 'Who was called' } }
      ),
      facts: longText({ label: { fr: 'Le danger', en: 'The danger' }, dataClass: 'C' })
    }),
    basis: ['CP.223-6', 'MNIO.EMERGENCY'],
    opens: [{ code: 'MNIO-EMG' }, { code: 'MNIO-SIGNALEMENT', when: 'signalementDue' }],
    learns: () => ({ danger: 'immediate', localDanger: true })
  }),
  'acse.request': row({
    transition: 'T202',
    from: [
      'unassessed',
      'no_need',
      'emergency_local',
      'refused_by_structure',
      'declined_by_person',
      'left',
      'ended',
      'absconded',
      'security_alert'
    ],
    to: 'placement_requested',
    label: { fr: 'Demander un accueil Ac.Sé', en: 'Request an Ac.Sé shelter' },
    done: { fr: 'Accueil Ac.Sé demandé', en: 'Ac.Sé shelter requested' },
    input: closed({
      adhesion: agreed({
        label: {
          fr: 'La personne adhère pleinement à ce départ',
          en: 'The person fully agrees to this move'
        },
        hint: {
          fr: 'Ac.Sé ne prend personne sans son adhésion complète.',
          en: 'Ac.Sé takes nobody without their full agreement.'
        }
      }),
      needs: optional(
        longText({
          label: {
            fr: 'Ce dont elle a besoin (accès, suivi, rythme)',
            en: 'What they need (access, follow-up, pace)'
          },
          hint: { fr: 'Sans diagnostic, sans nom.', en: 'No diagnosis, no name.' }
        })
      )
    }),
    guards: ['adult', 'presumed', 'localDanger'],
    consent: 'C',
    basis: ['CESEDA.R425-8', 'MNIO.ACSE'],
    closes: ['MNIO-EMG', 'MNIO-MOVE', 'MNIO-RECONTACT'],
    // A new search ends the desk's earlier one; a shelter that still houses the person keeps its part until she has moved.
    effects: [
      { type: 'withdrawReferrals', kinds: ['acse'] },
      { type: 'openReferral', kind: 'acse' }
    ]
  }),
  'acse.offer': row({
    transition: 'T203',
    from: seeking,
    to: 'placement_requested',
    label: { fr: 'Proposer une place à une structure', en: 'Offer a place to a structure' },
    done: { fr: 'Place proposée à une structure', en: 'Place offered to a structure' },
    input: closed({ placeId: id({ label: { fr: 'Place', en: 'Place' }, lookup: 'freePlaces' }) }),
    guards: ['adult'],
    consent: 'C',
    basis: ['MNIO.ACSE'],
    closes: ['MNIO-RESEARCH'],
    effects: [{ type: 'openReferral', kind: 'acse_place' }],
    duty: true
  }),
  'acse.matched': row({
    transition: 'T203',
    from: seeking,
    to: 'matched',
    label: { fr: 'Accord de principe d’une structure', en: 'A structure agrees in principle' },
    done: { fr: 'Une structure donne son accord de principe', en: 'A structure agrees in principle' },
    input: nothing,
    guards: ['adult'],
    consent: 'C',
    basis: ['MNIO.ACSE'],
    opens: [{ code: 'MNIO-MATCH' }],
    closes: ['MNIO-RESEARCH'],
    effects: [{ type: 'reserveStay' }],
    offered: false
  }),
  'acse.refused': row({
    transition: 'T206',
    from: ['placement_requested', 'waiting_list'],
    to: 'refused_by_structure',
    label: { fr: 'Refus d’une structure ou du dispositif', en: 'Refused by a structure or by the scheme' },
    done: { fr: 'Demande refusée, à proposer ailleurs', en: 'Request refused, to be offered elsewhere' },
    input: closed({ reason: choice(housingRefusals, { label: { fr: 'Motif', en: 'Reason' } }) }),
    basis: ['MNIO.ACSE'],
    opens: [{ code: 'MNIO-RESEARCH' }],
    offered: false
  }),
  'acse.no_place': row({
    transition: 'T206',
    from: ['placement_requested', 'refused_by_structure'],
    to: 'waiting_list',
    label: { fr: 'Inscrire sur la liste d’attente', en: 'Put on the waiting list' },
    done: { fr: 'Inscrite sur la liste d’attente', en: 'Put on the waiting list' },
    input: closed({ reason: choice(housingRefusals, { label: { fr: 'Motif', en: 'Reason' } }) }),
    basis: ['MNIO.ACSE'],
    opens: [{ code: 'MNIO-RESEARCH' }],
    duty: false
  }),
  'acse.withdrawn': row({
    transition: 'T202',
    from: seeking,
    to: 'unassessed',
    label: { fr: 'Demande d’accueil retirée', en: 'Shelter request withdrawn' },
    done: { fr: 'Demande d’accueil retirée', en: 'Shelter request withdrawn' },
    input: nothing,
    basis: ['MNIO.ACSE'],
    closes: ['MNIO-RESEARCH'],
    effects: [{ type: 'withdrawReferrals', kinds: ['acse_place'] }],
    offered: false
  }),
  'acse.visio': row({
    transition: 'T204',
    from: ['matched'],
    to: 'pre_admission',
    label: { fr: 'Fixer l’entretien de pré-accueil', en: 'Set the pre-admission interview' },
    done: { fr: 'Entretien de pré-accueil fixé', en: 'Pre-admission interview set' },
    input: closed({
      at: dateTime({ label: { fr: 'Date et heure', en: 'Date and time' }, ahead: true }),
      interpreter: optional(choice(languages, { label: { fr: 'Interprète', en: 'Interpreter' } }))
    }),
    basis: ['MNIO.ACSE'],
    closes: ['MNIO-MATCH'],
    duty: true
  }),
  'acse.admission': row({
    transition: 'T205',
    from: ['pre_admission'],
    to: 'housed_acse',
    label: { fr: 'Enregistrer l’arrivée', en: 'Record the arrival' },
    done: { fr: 'Arrivée dans l’accueil', en: 'Arrived at the shelter' },
    input: closed({ on: date({ label: { fr: 'Date d’arrivée', en: 'Date of arrival' } }) }),
    basis: ['CESEDA.R425-8', 'MNIO.ACSE'],
    opens: [{ code: 'MNIO-STAY-REVIEW', startsOn: 'on' }],
    closes: ['MNIO-MOVE'],
    effects: [{ type: 'admitStay' }],
    duty: true
  }),
  'acse.declined_by_person': row({
    transition: 'T206',
    from: ['placement_requested', 'waiting_list', 'refused_by_structure', 'matched', 'pre_admission'],
    to: 'declined_by_person',
    label: { fr: 'La personne ne souhaite plus partir', en: 'The person no longer wishes to move' },
    done: { fr: 'La personne a renoncé à partir', en: 'The person chose not to move' },
    input: nothing,
    basis: ['MNIO.ACSE', 'COE197.12'],
    closes: ['MNIO-RESEARCH', 'MNIO-MATCH', 'MNIO-EVAL'],
    effects: release
  }),
  ...stay,
  ...minorPlacement
}

// A person who turns out to be a minor, or may be one, is never sent to Ac.Sé: child protection takes over (I-08).
const neverAMinor = [{ to: 'unassessed', when: 'minorOrDoubt' }] as const
const settles = {
  placement_requested: neverAMinor,
  waiting_list: neverAMinor,
  refused_by_structure: neverAMinor,
  matched: neverAMinor,
  pre_admission: neverAMinor,
  // Of age by a birthday or a decision: where the person lives is a new question.
  minor_placement: [{ to: 'unassessed', when: 'ofAge' }] as const
}

export const housing = { initial: 'unassessed', states, settles, commands } as const satisfies Region
