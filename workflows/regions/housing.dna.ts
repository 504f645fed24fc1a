import { rowsOf } from '../command.ts'
import { agreed, choice, closed, date, nothing } from '../fields.ts'
import { offered, wanted } from './housing.fields.ts'
import {
  answeredByRoof,
  answeredBySearch,
  bedKept,
  endOtherSearch,
  searching,
  seeking
} from './housing.ways.ts'
import { housingStates as states } from './housing.states.ts'
import { asylumTitles, centreKinds } from './words.housing.ts'

const row = rowsOf('housing', states)

/** Places of the asylum scheme, which OFII offers: they follow the asylum status, and are reviewed as it changes. */
export const dna = {
  'dna.request': row({
    transition: 'T207',
    sees: 'I',
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
    label: { fr: 'Demander une place d’asile à l’OFII', en: 'Request an asylum place from OFII' },
    done: { fr: 'Place d’asile demandée à l’OFII', en: 'Asylum place requested from OFII' },
    input: closed({
      title: choice(asylumTitles, { label: { fr: 'Titre', en: 'Document' }, dataClass: 'I' }),
      agrees: agreed({
        label: {
          fr: 'Elle accepte que l’OFII connaisse son besoin d’une place protégée',
          en: 'They agree that OFII knows of their need for a protected place'
        }
      }),
      ...wanted
    }),
    guards: ['adultHousing'],
    consent: 'D',
    basis: ['CESEDA.L522-3', 'CESEDA.L552-8'],
    closes: [...answeredBySearch, 'MNIO-REHOUSE'],
    effects: [
      { type: 'needNoHeld' },
      { type: 'withdrawReferrals', kinds: ['dna'] },
      { type: 'openReferral', kind: 'dna' }
    ],
    learns: bedKept
  }),
  'dna.offer': row({
    transition: 'T207',
    sees: 'I',
    from: searching,
    to: 'placement_requested',
    label: { fr: 'Proposer une place à un centre', en: 'Offer a place to a centre' },
    done: { fr: 'Place proposée à un centre', en: 'Place offered to a centre' },
    input: closed(offered),
    guards: ['adultHousing'],
    consent: 'D',
    basis: ['CESEDA.L552-8', 'CESEDA.L551-3', 'CESEDA.L441-8', 'MNIO.PLACES'],
    closes: ['MNIO-RESEARCH'],
    effects: [{ type: 'openReferral', kind: 'dna_place' }],
    duty: true,
    answers: ['MNIO-RESEARCH']
  }),
  'dna.matched': row({
    transition: 'T207',
    sees: 'I',
    from: searching,
    to: 'matched',
    label: { fr: 'Accord d’un centre', en: 'A centre agrees' },
    done: { fr: 'Un centre donne son accord', en: 'A centre agrees' },
    input: nothing,
    guards: ['adultHousing'],
    consent: 'D',
    basis: ['CESEDA.L552-8'],
    opens: [{ code: 'MNIO-MATCH' }, { code: 'MNIO-HOLD' }],
    closes: ['MNIO-RESEARCH'],
    effects: [{ type: 'reserveStay' }],
    learns: () => ({ host: 'dna', holdExtended: false }),
    offered: false
  }),
  'dna.admission': row({
    transition: 'T208',
    sees: 'I',
    from: ['matched'],
    to: 'housed_dna',
    label: { fr: 'Enregistrer l’arrivée au centre', en: 'Record the arrival at the centre' },
    done: { fr: 'Arrivée dans une place d’asile', en: 'Arrived at an asylum place' },
    input: closed({
      on: date({ label: { fr: 'Date d’arrivée', en: 'Date of arrival' } }),
      centre: choice(centreKinds, { label: { fr: 'Centre', en: 'Centre' }, dataClass: 'I' })
    }),
    guards: ['promisedByDna'],
    basis: ['CESEDA.L552-8'],
    opens: [{ code: 'MNIO-STAY-REVIEW', startsOn: 'on', restarts: true }],
    closes: answeredByRoof,
    effects: [{ type: 'admitStay' }, ...endOtherSearch],
    duty: true,
    answers: ['MNIO-MATCH', 'MNIO-HOLD'],
    learns: () => ({ rehousing: false, bed: 'dna' })
  }),
  'housing.review': row({
    transition: 'T208',
    sees: 'I',
    from: ['housed_dna'],
    to: 'same',
    label: {
      fr: 'Noter que le statut d’asile a changé et qu’elle reste',
      en: 'Record that the asylum status changed and they stay'
    },
    done: { fr: 'Place d’asile revue : elle reste', en: 'Asylum place reviewed: they stay' },
    input: closed({
      on: date({ label: { fr: 'Revue le', en: 'Reviewed on' } }),
      centre: choice(centreKinds, { label: { fr: 'Centre', en: 'Centre' }, dataClass: 'I' })
    }),
    basis: ['CESEDA.L552-8'],
    opens: [{ code: 'MNIO-STAY-REVIEW', startsOn: 'on', restarts: true }],
    closes: ['MNIO-REHOUSE', 'MNIO-STAY-REVIEW-LATER'],
    duty: 'placeToReview',
    answers: ['MNIO-REHOUSE'],
    learns: () => ({ rehousing: false })
  }),
  // She sleeps where she is until another place has agreed.
  'housing.rehouse': row({
    transition: 'T208',
    sees: 'I',
    from: ['housed_dna'],
    to: 'placement_requested',
    label: {
      fr: 'Chercher une autre place : le statut d’asile a changé',
      en: 'Seek another place: the asylum status changed'
    },
    done: {
      fr: 'Autre place cherchée : le statut d’asile a changé',
      en: 'Another place sought: asylum status changed'
    },
    input: nothing,
    guards: ['adultHousing'],
    basis: ['CESEDA.L552-8'],
    opens: [{ code: 'MNIO-RESEARCH' }],
    closes: ['MNIO-REHOUSE'],
    duty: 'placeToReview',
    answers: ['MNIO-REHOUSE'],
    learns: () => ({ rehousing: false })
  })
}
