import { rowsOf } from '../act/command.ts'
import { closed, text } from '../vocabulary/fields.ts'

const row = rowsOf(null)

/** The case is moved from one version of the configuration to another, or back; its state and facts stay as they are. */
export const configurationMoves = {
  'configuration.move': row({
    transition: 'T807',
    label: { fr: 'Passer à une autre version des réglages', en: 'Move to another version of the settings' },
    done: {
      fr: 'Dossier passé à une autre version des réglages',
      en: 'Case moved to another version of the settings'
    },
    input: closed({
      from: text({ label: { fr: 'Version quittée', en: 'Version left' } }),
      to: text({ label: { fr: 'Nouvelle version', en: 'New version' } })
    }),
    basis: ['MNIO.CONFIGURATION'],
    offered: false,
    evenWhenClosed: true
  })
}
