import { rowsOf } from '../act/command.ts'
import { courtLabels } from '../calendar/jurisdictions.ts'
import { choice, closed, optional, text } from '../vocabulary/fields.ts'

const row = rowsOf(null)

/** The case is moved from one version of the configuration to another, or back; its state and facts stay as they are. */
export const configurationMoves = {
  // Whoever opened the file was met in a département; in whose district, only the cell that knows its courts can say.
  'district.name': row({
    transition: 'T807',
    label: {
      fr: 'Dire le ressort du tribunal (protocole local)',
      en: 'Say the court’s district (local protocol)'
    },
    done: { fr: 'Ressort du tribunal indiqué', en: 'Court’s district said' },
    input: closed({
      district: optional(
        choice(courtLabels, {
          list: 'courts',
          label: {
            fr: 'Tribunal judiciaire du lieu où la personne a été rencontrée',
            en: 'Court of the place where the person was met'
          },
          hint: {
            fr: 'Le dossier passe au protocole signé pour ce ressort, à défaut à celui du département : ses délais se comptent alors par lui. Sans protocole signé dans ce ressort, le tribunal nommé est gardé : le passage sera proposé quand il y en aura un. Laissé vide : aucun ressort, protocole du département. Un tribunal nommé par erreur se corrige ici.',
            en: 'The case goes under the protocol signed for this district, failing that under that of the département: its time limits then count by it. Where none is signed in it, the court that is named is kept: the change is offered once there is one. Left empty: no district, protocol of the département. A court named by mistake is put right here.'
          },
          origin: true
        })
      )
    }),
    guards: ['metAmongCourts'],
    checks: ['districtOfMet'],
    basis: ['MNIO.CONFIGURATION'],
    effects: [{ type: 'pinToDistrict' }]
  }),
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
