import { rowsOf } from '../act/command.ts'
import { addressee, agreed, choices, closed, text } from '../vocabulary/fields.ts'
import { live } from './closure.return.ts'

const row = rowsOf('closure', { transition: 'T809', from: live, sees: 'C' })

/** Referring a case to the mechanism of another State. It is no return: the person may stay here, or be there already. */
export const abroad = {
  'abroad.refer': row({
    label: {
      fr: 'Orienter vers le point focal d’un autre État',
      en: 'Refer to the focal point of another State'
    },
    done: { fr: 'Orientation transfrontière demandée', en: 'Cross-border referral asked for' },
    input: closed({
      country: text({ label: { fr: 'État', en: 'State' }, dataClass: 'C' }),
      travels: choices(
        {
          needs: { fr: 'besoins d’assistance', en: 'needs of help' },
          safety: { fr: 'dangers et précautions', en: 'dangers and precautions' },
          follow_up: { fr: 'suites pénales à y notifier', en: 'criminal follow-up to be notified there' },
          family: { fr: 'enfants ou proches à protéger', en: 'children or close persons to protect' }
        },
        {
          label: { fr: 'Ce que la personne accepte de transmettre', en: 'What the person agrees to share' },
          hint: {
            fr: 'Le mécanisme n’envoie rien d’autre qu’un lien de réponse : le reste se transmet de personne à personne, et se limite à ceci.',
            en: 'The mechanism sends nothing but a link to answer: the rest is shared from person to person, and is limited to this.'
          }
        }
      ),
      notReturn: agreed({
        label: {
          fr: 'La personne sait qu’un retour se pèse et se demande à part de cette orientation',
          en: 'The person knows that a return is weighed and asked for apart from this referral'
        }
      }),
      address: addressee({
        label: { fr: 'Adresse électronique du point focal', en: 'Focal point’s e-mail address' }
      })
    }),
    consent: 'H',
    basis: ['EU.2011-36.11', 'EU.2024-1712', 'COE.197'],
    effects: [{ type: 'openReferral', kind: 'focal_point' }]
  })
}
