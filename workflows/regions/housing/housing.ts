import { rowsOf, type Region } from '../../act/command.ts'
import { agreed, choice, closed, date, nothing, optional } from '../../vocabulary/fields.ts'
import { answers } from './answers.ts'
import { arrival } from './arrival.ts'
import { declined } from './declined.ts'
import { elsewhere } from './elsewhere.ts'
import { holding } from './held.ts'
import { offered, wanted } from './fields.ts'
import { ordinary } from './ordinary.ts'
import { bedKept, searching, seeking } from './ways.ts'
import { minorPlacement } from './minor.placement.ts'
import { housingStates as states } from '../../vocabulary/states.housing.ts'
import { acseAskers, assessments, meetingMeans } from '../../vocabulary/words.housing.ts'
import { stay } from './stay.ts'

const row = rowsOf('housing', { transition: 'T203', consent: 'C' })

/** The search of a place by the Ac.Sé desk, and every other roof but those of the asylum scheme. */
const commands = {
  ...elsewhere,
  ...holding,
  ...ordinary,
  'acse.request': row({
    transition: 'T202',
    from: [
      'unassessed',
      'no_need',
      'emergency_local',
      ...seeking,
      'housed_chrs_other',
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
      askedBy: optional(
        choice(acseAskers, {
          label: { fr: 'Qui demande', en: 'Who asks' },
          hint: {
            fr: 'Ac.Sé reçoit la demande de toute structure, partenaire ou non. La cellule en est informée, et n’est pas attendue.',
            en: 'Ac.Sé takes the request of any structure, a partner or not. The cell is told, and not waited for.'
          },
          dataClass: 'K'
        })
      ),
      ...wanted
    }),
    // Ac.Sé is asked directly: what the cell has weighed is said with the request, and no request waits for it.
    guards: ['adultForAcse', 'localDanger'],
    warns: ['presumed'],
    requires: ['soughtByReferent', 'noneHeld'],
    basis: ['CESEDA.R425-8', 'MNIO.ACSE'],
    // A new search ends the desk's earlier one; a shelter that still houses the person keeps its part until she has moved.
    effects: [
      { type: 'withdrawReferrals', kinds: ['acse'] },
      { type: 'openReferral', kind: 'acse' }
    ],
    answersWhile: 'placeUnsafe',
    apply: bedKept
  }),
  'acse.assessed': row({
    transition: 'T202',
    from: searching,
    label: { fr: 'Enregistrer l’évaluation conjointe Ac.Sé', en: 'Record the joint Ac.Sé assessment' },
    done: { fr: 'Évaluation conjointe Ac.Sé tenue', en: 'Joint Ac.Sé assessment held' },
    input: closed({
      on: date({ label: { fr: 'Évaluation tenue le', en: 'Assessment held on' } }),
      by: choice(meetingMeans, { label: { fr: 'Comment', en: 'How' }, dataClass: 'K' }),
      outcome: choice(assessments, { label: { fr: 'Issue', en: 'Outcome' }, dataClass: 'K' })
    }),
    guards: ['adultForAcse'],
    basis: ['MNIO.EVALUATION', 'MNIO.ACSE']
  }),
  'acse.offer': row({
    from: searching,
    to: 'placement_requested',
    label: { fr: 'Proposer une place à une structure', en: 'Offer a place to a structure' },
    done: { fr: 'Place proposée à une structure', en: 'Place offered to a structure' },
    input: closed(offered),
    guards: ['adultForAcse'],
    basis: ['MNIO.ACSE', 'MNIO.PLACES', 'CESEDA.L441-8'],
    effects: [{ type: 'openReferral', kind: 'acse_place' }],
    duty: true
  }),
  'acse.matched': row({
    from: searching,
    to: 'matched',
    label: { fr: 'Accord de principe d’une structure', en: 'A structure agrees in principle' },
    done: { fr: 'Une structure donne son accord de principe', en: 'A structure agrees in principle' },
    input: nothing,
    guards: ['adultForAcse'],
    basis: ['MNIO.ACSE'],
    opens: [{ code: 'MNIO-MATCH' }, { code: 'MNIO-HOLD' }],
    effects: [{ type: 'reserveStay' }],
    apply: () => ({ host: 'acse', holdExtended: false }),
    offered: false
  }),
  ...answers,
  ...arrival,
  ...declined,
  ...stay,
  ...minorPlacement
}

// A person who turns out to be a minor, or may be one, is never sent to Ac.Sé: child protection takes over (I-08).
const neverAMinor = [{ to: 'unassessed', when: 'minorOrDoubt' }] as const
const always = {
  placement_requested: neverAMinor,
  waiting_list: neverAMinor,
  refused_by_structure: neverAMinor,
  matched: neverAMinor,
  pre_admission: neverAMinor,
  // Of age by a birthday or a decision: where the person lives is a new question.
  minor_placement: [{ to: 'unassessed', when: 'ofAge' }] as const
}

export const housing = { initial: 'unassessed', states, always, commands } as const satisfies Region
