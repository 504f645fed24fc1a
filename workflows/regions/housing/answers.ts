import { rowsOf } from '../../act/command.ts'
import { choice, closed, nothing } from '../../vocabulary/fields.ts'
import { seeking } from './ways.ts'
import { inDanger } from '../../vocabulary/words.danger.ts'
import { housingRefusals } from '../../vocabulary/words.ts'

const row = rowsOf('housing', { transition: 'T206' })

const reason = choice(housingRefusals, { label: { fr: 'Motif', en: 'Reason' } })

/** What a desk that was asked for a place answers, and how a search of Ac.Sé that finds no place goes on. */
export const answers = {
  'acse.refused': row({
    from: ['placement_requested', 'waiting_list'],
    to: 'refused_by_structure',
    label: { fr: 'Refus d’une structure ou du dispositif', en: 'Refused by a structure or by the scheme' },
    done: { fr: 'Demande refusée, à proposer ailleurs', en: 'Request refused, to be offered elsewhere' },
    input: closed({ reason }),
    basis: ['MNIO.ACSE'],
    opens: [{ code: 'MNIO-RESEARCH' }],
    offered: false
  }),
  // A scheme that offers places is no emergency shelter: who cannot wait is sheltered here and now, and the search goes on.
  'acse.too_urgent': row({
    from: seeking,
    to: 'refused_by_structure',
    label: { fr: 'Trop urgent pour attendre une place', en: 'Too urgent to wait for a place' },
    done: { fr: 'Trop urgent pour attendre : mise à l’abri due', en: 'Too urgent to wait: shelter is due' },
    input: closed({ reason }),
    basis: ['MNIO.ACSE', 'CP.223-6'],
    opens: [{ code: 'MNIO-RESEARCH' }, { code: 'MNIO-EMG' }],
    aloud: { word: inDanger },
    apply: () => ({ danger: 'immediate' as const }),
    offered: false
  }),
  'acse.no_place': row({
    from: seeking,
    to: 'waiting_list',
    label: { fr: 'Inscrire sur la liste d’attente', en: 'Put on the waiting list' },
    done: { fr: 'Inscription sur la liste d’attente', en: 'Put on the waiting list' },
    input: closed({ reason }),
    basis: ['MNIO.ACSE', 'MNIO.PLACES'],
    opens: [{ code: 'MNIO-RESEARCH', restarts: true }]
  }),
  'acse.withdrawn': row({
    transition: 'T202',
    from: seeking,
    to: 'unassessed',
    label: { fr: 'Demande d’accueil retirée', en: 'Shelter request withdrawn' },
    input: nothing,
    basis: ['MNIO.ACSE'],
    effects: [{ type: 'withdrawReferrals', kinds: ['acse_place'] }],
    offered: false
  })
}
