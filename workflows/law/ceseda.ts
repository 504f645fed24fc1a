import { legi, type LegalBasis } from './origin.ts'

/** Residence, asylum and removal: what the law itself says. */
export const cesedaBases = {
  'CESEDA.L110-4': legi(
    'Citoyens de l’Union et assimilés : régis par le livre II',
    'Union citizens and those treated alike: under book II'
  ),
  'CESEDA.L232-1': legi(
    'Citoyens de l’Union : trois premiers mois',
    'Union citizens: the first three months'
  ),
  'CESEDA.L234-1': legi(
    'Citoyens de l’Union : séjour permanent après cinq ans',
    'Union citizens: permanent residence after five years'
  ),
  'CESEDA.L251-1': legi('Citoyens de l’Union : obligation de quitter', 'Union citizens: obligation to leave'),
  'CESEDA.L233-1': legi('Droit au séjour des citoyens de l’Union', 'Residence right of Union citizens'),
  'CESEDA.L411-2': legi(
    'Fin du séjour : à l’expiration du document ; refus ou retrait',
    'End of the stay: as the document expires; a refusal or a withdrawal'
  ),
  'CESEDA.L412-5': legi('Refus pour menace à l’ordre public', 'Refusal on public-order grounds'),
  'CESEDA.L412-7': legi(
    'Engagement envers les principes républicains',
    'Commitment to the principles of the Republic'
  ),
  'CESEDA.L421-35': legi(
    'Titre dès seize ans, qui déclare vouloir travailler',
    'Permit from sixteen on, whoever declares that they want to work'
  ),
  'CESEDA.L423-22': legi('Jeune confié avant seize ans', 'Young person in care before sixteen'),
  'CESEDA.L425-1': legi('Carte d’un an : plainte ou témoignage', 'One-year permit: complaint or testimony'),
  'CESEDA.L425-2': legi('Allocation (ADA) avec la carte', 'Allowance (ADA) with the permit'),
  'CESEDA.L425-3': legi('Carte de dix ans après condamnation', 'Ten-year card after conviction'),
  'CESEDA.L425-4': legi(
    'Autorisation provisoire, sortie de la prostitution',
    'Provisional permit, exit programme'
  ),
  'CESEDA.L425-5': legi(
    'Renvoi au décret : titre, protection, accueil',
    'Left to decree: permit, protection, reception'
  ),
  'CESEDA.L425-11': legi('Carte d’un an : hébergement indigne', 'One-year permit: degrading housing'),
  'CESEDA.L431-2': legi(
    'Demande d’asile : autre titre à demander tôt',
    'Asylum seeker: ask early for another permit'
  ),
  'CESEDA.L432-1': legi(
    'Refus motivé pour menace à l’ordre public',
    'Reasoned refusal on public-order grounds'
  ),
  'CESEDA.L432-1-1': legi(
    'Refus après certaines condamnations ou un faux',
    'Refusal after some convictions or forgery'
  ),
  'CESEDA.L432-2': legi('Refus de renouvellement', 'Refusal to renew'),
  'CESEDA.L432-13': legi('Commission du titre de séjour', 'Residence-permit board', null, {
    paragraph: '1°, 2° et 4°'
  }),
  'CESEDA.L433-5': legi('Pas de carte pluriannuelle ensuite', 'No multi-year card afterwards'),
  'CESEDA.L435-1': legi('Admission exceptionnelle au séjour', 'Exceptional admission to residence'),
  'CESEDA.L435-3': legi(
    'Jeune confié entre seize et dix-huit ans',
    'Young person in care from sixteen to eighteen'
  ),
  'CESEDA.L436-8': legi('Titre sans taxe ni timbre', 'Permit free of tax and stamp duty'),
  'CESEDA.L441-7': legi('Mayotte : pas d’allocation', 'Mayotte: no allowance'),
  'CESEDA.L441-8': legi('Mayotte : titre valable sur place seulement', 'Mayotte: permit valid there only'),
  'CESEDA.L521-9': legi(
    'Administrateur ad hoc, asile d’un mineur',
    'Ad hoc guardian for a minor who seeks asylum'
  ),
  'CESEDA.L522-1': legi('Évaluation de la vulnérabilité par l’OFII', 'Vulnerability assessment by OFII'),
  'CESEDA.L522-3': legi(
    'Victimes de traite parmi les vulnérables',
    'Trafficking victims among the vulnerable'
  ),
  'CESEDA.L522-4': legi('Transmission à l’OFPRA avec accord', 'Sharing with OFPRA on agreement'),
  'CESEDA.L531-10': legi('Examen adapté de la demande d’asile', 'Asylum examined with adapted means'),
  'CESEDA.L551-3': legi('Places adaptées selon la région', 'Suitable places by region'),
  'CESEDA.L552-8': legi('Hébergement proposé par l’OFII', 'Housing offered by OFII'),
  'CESEDA.L611-1': legi('Obligation de quitter le territoire', 'Obligation to leave'),
  'CESEDA.L612-9': legi('Pas d’interdiction de retour', 'No re-entry ban'),
  'CESEDA.L614-1': legi('Recours contre l’obligation de quitter', 'Appeal against the obligation to leave'),
  'CESEDA.L911-1': legi('Recours dans le mois', 'Appeal within a month'),
  'CESEDA.L921-1': legi('Recours dans les sept jours', 'Appeal within seven days'),
  'CESEDA.L921-2': legi('Recours dans les quarante-huit heures', 'Appeal within forty-eight hours')
} as const satisfies Record<string, LegalBasis>
