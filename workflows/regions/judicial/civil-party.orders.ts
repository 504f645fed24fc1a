import { rowsOf } from '../../act/command.ts'
import { choice, closed, date } from '../../vocabulary/fields.ts'
import { contestedNotice } from '../residence/contested.ts'

const row = rowsOf('judicial', {
  transition: 'T402',
  records: true,
  evenWhenClosed: true,
  guards: ['civilParty']
})

const day = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'F' })

/** What the investigating judge answers to a complaint with civil-party status. The stage of the procedure stays as it is. */
export const civilPartyOrders = {
  'civil_party.deposit': row({
    label: { fr: 'Enregistrer une ordonnance de consignation', en: 'Record an order to pay a deposit' },
    done: { fr: 'Consignation ordonnée', en: 'Deposit ordered' },
    input: closed({
      on: day('Ordonnance du', 'Order of'),
      payBy: date({
        label: { fr: 'À verser au plus tard le', en: 'To be paid by' },
        hint: {
          fr: 'Le jour que fixe l’ordonnance : passé ce jour, la plainte n’est pas recevable. Rien n’est à verser si l’aide juridictionnelle est obtenue, et le juge peut en dispenser (CPP 88) : demandez-les sans attendre.',
          en: 'The day that the order sets: after it the complaint is inadmissible. Nothing is to be paid where legal aid is obtained, and the judge may exempt (CPP 88): ask for either at once.'
        },
        dataClass: 'F',
        ahead: true
      })
    }),
    basis: ['CPP.88', 'CPP.85'],
    opens: [{ code: 'D-DEPOSIT', endsOn: 'payBy', restarts: true }]
  }),
  'civil_party.deposited': row({
    label: {
      fr: 'Enregistrer la consignation versée, ou ce qui en dispense',
      en: 'Record that the deposit is paid, or what exempts from it'
    },
    done: { fr: 'Consignation versée, ou dispense', en: 'Deposit paid, or exempted' },
    input: closed({
      on: day('Le', 'On'),
      how: choice(
        {
          paid: { fr: 'versée au greffe', en: 'paid at the registry' },
          aid: { fr: 'aide juridictionnelle obtenue', en: 'legal aid obtained' },
          exempted: { fr: 'dispense du juge', en: 'exempted by the judge' }
        },
        { label: { fr: 'Comment', en: 'How' }, dataClass: 'F' }
      )
    }),
    basis: ['CPP.88']
  }),
  'civil_party.refused': row({
    label: {
      fr: 'Enregistrer une ordonnance de refus d’informer, ou d’irrecevabilité',
      en: 'Record an order that refuses to investigate, or finds the complaint inadmissible'
    },
    done: {
      fr: 'Refus d’informer ou irrecevabilité, appel possible',
      en: 'Refusal to investigate or inadmissible, open to appeal'
    },
    input: closed({
      order: choice(
        {
          no_inquiry: { fr: 'refus d’informer', en: 'refusal to investigate' },
          inadmissible: {
            fr: 'constitution de partie civile irrecevable',
            en: 'civil-party status inadmissible'
          }
        },
        { label: { fr: 'Ordonnance', en: 'Order' }, dataClass: 'F' }
      ),
      notifiedOn: date({
        label: {
          fr: 'Notifiée de vive voix le, ou lettre recommandée expédiée le',
          en: 'Told by word of mouth on, or registered letter sent on'
        },
        hint: {
          fr: 'Dix jours pour en appeler (CPP 186), depuis l’expédition et non la réception (CPP 183 ; Crim. 22 mai 2008, n° 07-88.267, lu en commentaire). Le refus d’informer peut inviter à citer directement l’auteur (CPP 86).',
          en: 'Ten days to appeal (CPP 186), from its dispatch and not its receipt (CPP 183; Crim. 22 May 2008, no. 07-88.267, read in commentary). A refusal to investigate may invite a direct summons (CPP 86).'
        },
        dataClass: 'F'
      })
    }),
    basis: ['CPP.186', 'CPP.86', 'CPP.87', 'CPP.183', 'CRIM.07-88267'],
    opens: [{ code: 'D-APPEAL-ORDER', startsOn: 'notifiedOn' }]
  }),
  'civil_party.order_appealed': row({
    label: {
      fr: 'Enregistrer l’appel contre le refus d’informer ou l’irrecevabilité',
      en: 'Record the appeal against the refusal to investigate or the inadmissibility'
    },
    done: {
      fr: 'Refus d’informer ou irrecevabilité : appel formé',
      en: 'Order on the complaint appealed against'
    },
    input: closed({ on: day('Formé le', 'Lodged on'), noticeOn: contestedNotice('F') }),
    basis: ['CPP.186', 'CPP.502']
  })
} as const
