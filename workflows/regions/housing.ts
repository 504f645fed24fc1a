import { rowsOf, type Region, type States } from '../command.ts'
import { agreed, choice, closed, date, dateTime, id, longText, nothing, optional, text } from '../fields.ts'
import { housingRefusals, languages } from './words.ts'

const states = {
  unassessed: { label: { fr: 'Besoin non évalué', en: 'Need not assessed' }, tone: 'none' },
  no_need: { label: { fr: 'Sans besoin d’hébergement', en: 'No housing need' }, tone: 'none' },
  emergency_local: { label: { fr: 'Mise à l’abri locale', en: 'Local emergency shelter' }, tone: 'running' },
  placement_requested: { label: { fr: 'Accueil demandé', en: 'Shelter requested' }, tone: 'running' },
  matched: { label: { fr: 'Accord de principe', en: 'Agreement in principle' }, tone: 'running' },
  pre_admission: { label: { fr: 'Pré-accueil', en: 'Pre-admission' }, tone: 'running' },
  housed_acse: { label: { fr: 'Accueillie par Ac.Sé', en: 'Housed by Ac.Sé' }, tone: 'done' },
  housed_dna: { label: { fr: 'Accueillie dans une place d’asile', en: 'Housed in an asylum place' }, tone: 'done' },
  housed_chrs_other: { label: { fr: 'Accueillie ailleurs', en: 'Housed elsewhere' }, tone: 'done' },
  minor_placement: { label: { fr: 'Placement de mineur', en: 'Placement of a minor' }, tone: 'done' },
  moved: { label: { fr: 'Déplacée pour sa sécurité', en: 'Moved for safety' }, tone: 'done' },
  left: { label: { fr: 'Partie', en: 'Left' }, tone: 'none' },
  ended: { label: { fr: 'Accueil terminé', en: 'Stay ended' }, tone: 'done' },
  waiting_list: { label: { fr: 'En liste d’attente', en: 'On the waiting list' }, tone: 'late' },
  refused_by_structure: { label: { fr: 'Refusée, à proposer ailleurs', en: 'Refused, to be offered elsewhere' }, tone: 'late' },
  declined_by_person: { label: { fr: 'Déclinée par la personne', en: 'Declined by the person' }, tone: 'none' },
  absconded: { label: { fr: 'Sans nouvelles', en: 'Whereabouts unknown' }, tone: 'late' },
  security_alert: { label: { fr: 'Alerte de sécurité', en: 'Security alert' }, tone: 'late' }
} as const satisfies States

const row = rowsOf('housing', states)
const housed = ['housed_acse', 'housed_dna', 'housed_chrs_other', 'moved'] as const
const seeking = ['placement_requested', 'waiting_list', 'refused_by_structure'] as const

/** Leaving, in whatever way, frees the place in the same transaction. */
const release = [{ type: 'withdrawReferrals', kinds: ['acse', 'acse_place'] }, { type: 'releaseStay' }] as const

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
    opens: [{ code: 'MNIO-EMG' }],
    learns: () => ({ danger: 'immediate', localDanger: true })
  }),
  'acse.request': row({
    transition: 'T202',
    from: ['unassessed', 'no_need', 'emergency_local', 'refused_by_structure', 'declined_by_person', 'left', 'ended', 'absconded', 'security_alert'],
    to: 'placement_requested',
    label: { fr: 'Demander un accueil Ac.Sé', en: 'Request an Ac.Sé shelter' },
    done: { fr: 'Accueil Ac.Sé demandé', en: 'Ac.Sé shelter requested' },
    input: closed({
      adhesion: agreed({
        label: { fr: 'La personne adhère pleinement à ce départ', en: 'The person fully agrees to this move' },
        hint: { fr: 'Ac.Sé ne prend personne sans son adhésion complète.', en: 'Ac.Sé takes nobody without their full agreement.' }
      }),
      needs: optional(
        longText({
          label: { fr: 'Ce dont elle a besoin (accès, suivi, rythme)', en: 'What they need (access, follow-up, pace)' },
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
  'housing.alert': row({
    transition: 'T209',
    from: [...housed, 'pre_admission'],
    to: 'security_alert',
    label: { fr: 'Donner l’alerte de sécurité', en: 'Raise a security alert' },
    done: { fr: 'Alerte de sécurité donnée', en: 'Security alert raised' },
    input: closed({
      incident: choice(
        {
          located: { fr: 'le lieu a été repéré', en: 'the place has been located' },
          contact: { fr: 'l’exploiteur a repris contact', en: 'the exploiter made contact' },
          threat: { fr: 'menace', en: 'threat' },
          other: { fr: 'autre', en: 'other' }
        },
        { label: { fr: 'Ce qui s’est passé', en: 'What happened' } }
      ),
      facts: optional(longText({ label: { fr: 'Précisions', en: 'Details' }, dataClass: 'C' }))
    }),
    basis: ['MNIO.SECURITY'],
    opens: [{ code: 'MNIO-MOVE' }],
    learns: () => ({ danger: 'immediate', localDanger: true })
  }),
  'housing.left': row({
    transition: 'T210',
    from: [...housed, 'security_alert', 'emergency_local'],
    to: 'left',
    label: { fr: 'Enregistrer un départ', en: 'Record a departure' },
    done: { fr: 'Départ enregistré', en: 'Departure recorded' },
    input: closed({
      on: date({ label: { fr: 'Date de départ', en: 'Date of departure' } }),
      next: optional(text({ label: { fr: 'Suite prévue', en: 'What comes next' }, hint: { fr: 'Sans adresse.', en: 'No address.' } }))
    }),
    basis: ['MNIO.ACSE'],
    closes: ['MNIO-STAY-REVIEW', 'MNIO-MOVE', 'MNIO-EMG'],
    opens: [{ code: 'MNIO-RECONTACT' }],
    effects: release
  }),
  'housing.absconded': row({
    transition: 'T210',
    from: [...housed, 'security_alert', 'emergency_local'],
    to: 'absconded',
    label: { fr: 'Signaler une absence sans nouvelles', en: 'Report an unexplained absence' },
    done: { fr: 'Absence sans nouvelles signalée', en: 'Unexplained absence reported' },
    input: closed({ lastSeenOn: date({ label: { fr: 'Vue pour la dernière fois le', en: 'Last seen on' } }) }),
    basis: ['MNIO.ACSE'],
    closes: ['MNIO-STAY-REVIEW', 'MNIO-MOVE', 'MNIO-EMG'],
    opens: [{ code: 'MNIO-RECONTACT' }],
    effects: release
  }),
  'housing.ended': row({
    transition: 'T211',
    from: ['housed_acse', 'moved'],
    to: 'ended',
    label: { fr: 'Terminer l’accueil : le danger est passé', en: 'End the stay: the danger is over' },
    done: { fr: 'Accueil terminé : le danger est passé', en: 'Stay ended: the danger is over' },
    input: closed({
      on: date({ label: { fr: 'Date', en: 'Date' } }),
      next: choice(
        {
          chrs: { fr: 'CHRS', en: 'social reintegration housing (CHRS)' },
          ordinary: { fr: 'logement ordinaire', en: 'ordinary housing' },
          relatives: { fr: 'proches', en: 'relatives' },
          asylum: { fr: 'place d’asile', en: 'asylum place' }
        },
        { label: { fr: 'Logement suivant', en: 'Next housing' } }
      )
    }),
    basis: ['MNIO.ACSE'],
    closes: ['MNIO-STAY-REVIEW'],
    effects: release,
    learns: () => ({ localDanger: false, danger: 'none' })
  })
}

// A person who turns out to be a minor, or may be one, is never sent to Ac.Sé: child protection takes over (I-08).
const neverAMinor = [{ to: 'unassessed', when: 'minorOrDoubt' }] as const
const settles = {
  placement_requested: neverAMinor,
  waiting_list: neverAMinor,
  refused_by_structure: neverAMinor,
  matched: neverAMinor,
  pre_admission: neverAMinor
}

export const housing = { initial: 'unassessed', states, settles, commands } as const satisfies Region
