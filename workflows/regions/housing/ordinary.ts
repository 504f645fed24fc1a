import { rowsOf } from '../../act/command.ts'
import { choice, closed, id, optional } from '../../vocabulary/fields.ts'
import { households, roofsWanted } from '../../vocabulary/words.housing.ts'
import { wanted } from './fields.ts'

const row = rowsOf('housing', { transition: 'T211', consent: 'J' })

/** What a desk of the ordinary schemes weighs: neither who comes with her by name, nor where she is. */
const asked = {
  wanted: choice(roofsWanted, {
    label: { fr: 'Ce qui est demandé', en: 'What is asked for' },
    dataClass: 'K'
  }),
  household: choice(households, { label: { fr: 'Pour qui', en: 'For whom' }, dataClass: 'K' }),
  accessible: wanted.accessible
}
const service = id({ label: { fr: 'Service', en: 'Service' }, lookup: 'recipients' })

/**
 * A roof of the ordinary schemes, asked for beside any search of Ac.Sé: the answer moves nothing, and where she then sleeps is
 * written down by whoever accompanies her.
 */
export const ordinary = {
  'siao.request': row({
    label: { fr: 'Demander un hébergement au SIAO ou au 115', en: 'Ask the SIAO or the 115 for housing' },
    done: { fr: 'Hébergement demandé au SIAO', en: 'Housing asked of the SIAO' },
    input: closed({ ...asked, recipientId: optional(service) }),
    guards: ['adultHousing'],
    basis: ['COE197.12', 'MNIO.STAY'],
    effects: [{ type: 'openReferral', kind: 'siao' }]
  }),
  'chrs.request': row({
    label: { fr: 'Demander une place en CHRS', en: 'Ask a CHRS for a place' },
    done: { fr: 'Place demandée en CHRS', en: 'Place asked of a CHRS' },
    // Asked by its name: a house that nobody chose would tell where she lives.
    input: closed({ ...asked, recipientId: service }),
    guards: ['adultHousing'],
    basis: ['CESEDA.R425-8', 'COE197.12', 'MNIO.STAY'],
    effects: [{ type: 'openReferral', kind: 'chrs' }]
  })
}
