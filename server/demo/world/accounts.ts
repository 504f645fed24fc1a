import type { OrgType, Role } from '../../../policies/actor.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'

/**
 * Who may be tried in the demonstration. Every name is invented; `org` is the key the world's seeder knows. The first
 * person of an organisation is the one of its stories.
 */
export type DemoAccount = {
  login: string
  given: string
  family: string
  role: Role | null
  org: { key: string; name: string; type: OrgType; territory: string | null }
}

type DemoWorld = { key: string; label: Bilingual; accounts: readonly DemoAccount[] }

type Name = readonly [given: string, family: string]
type Org = readonly [key: string, name: string, type: OrgType, territory: string | null]

const account = (login: string, [given, family]: Name, role: Role | null, org: Org): DemoAccount => ({
  login,
  given,
  family,
  role,
  org: { key: org[0], name: org[1], type: org[2], territory: org[3] }
})

const cell69: Org = ['cell-69', 'Cellule départementale du Rhône', 'cell', '69']
const police69: Org = ['police-69', 'Police judiciaire du Rhône', 'police', '69']
const ase69: Org = ['ase-69', 'Aide sociale à l’enfance du Rhône', 'ase', '69']
const soin69: Org = ['soin-69', 'Centre du psychotraumatisme de Lyon', 'health', '69']

export const demoWorlds: readonly DemoWorld[] = [
  {
    key: 'associations',
    label: { fr: 'Associations', en: 'Associations' },
    accounts: [
      account('asso.rhone', ['Nadia', 'Perrin'], 'asso', [
        'asso-rhone',
        'Association du Rhône',
        'association',
        '69'
      ]),
      account('asso.paris', ['Camille', 'Lefort'], 'asso', [
        'asso-paris',
        'Association de Paris',
        'association',
        '75'
      ])
    ]
  },
  {
    key: 'cells',
    label: { fr: 'Cellules', en: 'Local cells' },
    accounts: [
      account('cellule.69', ['Hélène', 'Marchand'], 'cell_secretary', cell69),
      account('cellule.69.bis', ['Bruno', 'Chevalier'], 'cell_secretary', cell69),
      account('membre.69', ['Idris', 'Benali'], 'cell_member', [
        'avr-69',
        'Aide aux victimes du Rhône',
        'association',
        '69'
      ]),
      account('cellule.75', ['Thomas', 'Auvray'], 'cell_secretary', [
        'cell-75',
        'Cellule de Paris',
        'cell',
        '75'
      ]),
      account('cellule.976', ['Zaïna', 'Madi'], 'cell_secretary', [
        'cell-976',
        'Cellule de Mayotte',
        'cell',
        '976'
      ])
    ]
  },
  {
    key: 'state',
    label: { fr: 'Services de l’État', en: 'State services' },
    accounts: [
      account('prefecture.69', ['Sylvie', 'Gauthier'], 'prefecture', [
        'pref-69',
        'Préfecture du Rhône',
        'prefecture',
        '69'
      ]),
      account('prefecture.75', ['Marc', 'Delaunay'], 'prefecture', [
        'pref-75',
        'Préfecture de police de Paris',
        'prefecture',
        '75'
      ]),
      account('police.69', ['Julien', 'Roche'], 'police', police69),
      account('membre.69.police', ['Romain', 'Sorel'], 'cell_member', police69),
      account('travail.69', ['Inès', 'Caron'], 'labour_inspection', [
        'work-69',
        'Inspection du travail du Rhône',
        'labour_inspection',
        '69'
      ]),
      account('ofii', ['Lucie', 'Hamel'], 'ofii', ['ofii', 'OFII', 'ofii', null])
    ]
  },
  {
    key: 'justice',
    label: { fr: 'Justice', en: 'Justice' },
    accounts: [
      account('parquet.lyon', ['Antoine', 'Mercier'], 'prosecutor', [
        'parquet-lyon',
        'Parquet de Lyon',
        'prosecution',
        '69'
      ]),
      account('parquet.paris', ['Hugo', 'Lacroix'], 'prosecutor', [
        'parquet-75',
        'Parquet de Paris',
        'prosecution',
        '75'
      ]),
      account('jirs.lyon', ['Claire', 'Vasseur'], 'prosecutor', ['jirs-lyon', 'JIRS de Lyon', 'jirs', '69']),
      account('juge.69', ['Élodie', 'Arnaud'], 'juvenile_judge', [
        'juge-69',
        'Tribunal pour enfants de Lyon',
        'juvenile_court',
        '69'
      ])
    ]
  },
  {
    key: 'shelters',
    label: { fr: 'Accueil', en: 'Shelters' },
    accounts: [
      account('foyer.azur', ['Paula', 'Costa'], 'shelter', ['foyer-azur', 'Foyer Azur', 'shelter', null]),
      account('foyer.ouest', ['Yann', 'Le Goff'], 'shelter', [
        'foyer-ouest',
        'Foyer de l’Ouest',
        'shelter',
        null
      ]),
      account('centre.dna', ['Amina', 'Sow'], 'shelter', [
        'centre-dna',
        'Centre du dispositif national d’asile',
        'dna_centre',
        null
      ])
    ]
  },
  {
    key: 'health',
    label: { fr: 'Soin et protection', en: 'Health and protection' },
    accounts: [
      account('soin.69', ['Béatrice', 'Noël'], 'health', soin69),
      account('membre.69.sante', ['Agathe', 'Lemoine'], 'cell_member', soin69),
      account('psp.69', ['Karim', 'Fabre'], 'psp', ['psp-69', 'Parcours de sortie du Rhône', 'psp', '69']),
      account('ase.69', ['Sophie', 'Lambert'], 'child_protection', ase69),
      account('membre.69.ase', ['Emma', 'Rousseau'], 'cell_member', ase69),
      account('adhoc.69', ['Denis', 'Moreau'], 'ad_hoc_guardian', [
        'adhoc-69',
        'Administration ad hoc du Rhône',
        'ad_hoc',
        '69'
      ])
    ]
  },
  {
    key: 'national',
    label: { fr: 'National', en: 'National' },
    accounts: [
      account('acse', ['Florence', 'Brun'], 'acse_desk', ['acse', 'Coordination Ac.Sé', 'acse', null]),
      account('miprof', ['Gabriel', 'Renard'], 'miprof', ['miprof', 'MIPROF', 'miprof', null]),
      account('admin', ['Maud', 'Tessier'], 'admin', [
        'platform',
        'Administration de la plateforme',
        'platform',
        null
      ]),
      account('admin.bis', ['Rémi', 'Daumas'], 'admin', [
        'platform',
        'Administration de la plateforme',
        'platform',
        null
      ]),
      account('dpo', ['Olivier', 'Pons'], 'dpo', [
        'platform',
        'Administration de la plateforme',
        'platform',
        null
      ])
    ]
  },
  {
    key: 'waiting',
    label: { fr: 'Sans habilitation', en: 'Not accredited' },
    accounts: [
      account('inconnue.org', ['Alix', 'Vernier'], null, [
        'inconnue',
        'Organisation inconnue',
        'unknown',
        null
      ])
    ]
  }
]

export const demoAccounts: readonly DemoAccount[] = demoWorlds.flatMap((world) => world.accounts)

/** Persons and memberships of the demonstration, for the seeder of the world. `role` null: no membership. */
export const demoPeople = (issuer: string) =>
  demoAccounts.map(({ login, given, family, role, org }) => ({
    issuer,
    subject: login,
    displayName: `${given} ${family}`,
    role,
    org
  }))
