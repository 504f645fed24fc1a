import { isLive, isUnanswered } from '../../workflows/referral/machine.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { DisclosedReferral } from '../disclosure/referral.ts'

/** What notices say in words of their own: the others say a line of a journal. */
export const words = {
  reminder: { fr: 'Rappel : une réponse est attendue', en: 'Reminder: an answer is awaited' },
  meeting: { fr: 'Réunion de la cellule', en: 'Meeting of the cell' },
  opening: { fr: 'Accès d’urgence', en: 'Emergency access' },
  asleep: {
    fr: 'La structure où la personne dort, ou doit dormir, n’a plus accès à ce site : elle n’y reçoit plus rien. Voyez avec elle, et avec la personne, ce qui reste ouvert.',
    en: 'The house where the person sleeps, or is to, has no access to this site any more: nothing reaches it here. See with it, and with the person, what stays open.'
  },
  unanswered: {
    fr: 'Le service à qui cela est demandé n’a plus accès à ce site : il n’y répondra pas. Demandez à un autre.',
    en: 'The service that is asked has no access to this site any more: it will not answer here. Ask another.'
  },
  left: {
    fr: 'La personne n’est plus accompagnée : l’accès de son association a pris fin. Une autre peut être nommée.',
    en: 'The person is no longer accompanied: the access of their association has ended. Another may be named.'
  },
  unread: {
    fr: 'La cellule n’a plus accès à ce site : tant que personne n’y revient, elle ne lit pas ce dossier. Appelez-la.',
    en: 'The cell has no access to this site any more: until somebody is back there, it does not read this case. Call it.'
  }
} as const satisfies Record<string, Bilingual>

/** What is told of a request without a new line: that it waits, or, until it is over, that the house which holds it is no more here. */
export const withoutLine = (about: 'reminder' | 'fallen', row: Pick<DisclosedReferral, 'state'>) => {
  if (about === 'reminder') return words.reminder
  if (!isLive(row)) return null
  return isUnanswered(row) ? words.unanswered : words.asleep
}
