import { cpp, excerpt, type LegalBasis } from './origin.ts'

/**
 * The copy of the code is of January 2024 and says two months; the law of 24 June 2024 changed the article. Its first two paragraphs
 * were read as the agency quotes them. The first day of the six months was read nowhere, nor whether they hold for a time that ran then.
 */
const paidOfAssets = excerpt({
  level: 'law',
  textAsOf: '2024-07-02',
  source: {
    fr: 'Alinéas cités par l’AGRASC, agrasc.gouv.fr/vos-questions-nos-reponses, page du 2 juillet 2024, après la loi n° 2024-582 du 24 juin 2024 ; deux mois avant elle (texte du 15 janvier 2024). Ni le jour d’entrée en vigueur, ni l’application des six mois aux délais en cours ce jour-là, ni la suite n’ont été lus',
    en: 'Paragraphs quoted by AGRASC, agrasc.gouv.fr/vos-questions-nos-reponses, page of 2 July 2024, after law no. 2024-582 of 24 June 2024; two months before it (text of 15 January 2024). Neither the day of entry into force, nor whether the six months hold for times that ran on that day, nor later changes were read'
  }
})

/** Criminal procedure, protection of those who testify, and compensation: what the law itself says. */
export const procedureBases = {
  'CPP.2-22': cpp('Association partie civile', 'Association as civil party'),
  'CPP.7': cpp('Prescription des crimes', 'Limitation of crimes'),
  'CPP.8': cpp('Prescription des délits', 'Limitation of offences'),
  'CPP.9-1': cpp(
    'Infraction occulte ou dissimulée : du jour où elle apparaît',
    'Hidden or concealed offence: from the day it comes to light'
  ),
  'CPP.9-2': cpp('Actes qui interrompent la prescription', 'Acts that interrupt limitation'),
  'CPP.10-2': cpp('Droits dits aux victimes', 'Rights told to victims'),
  'CPP.10-3': cpp('Interprète pour la partie civile', 'Interpreter given to the civil party'),
  'CPP.10-4': cpp('Victime accompagnée, avec un avocat', 'Victim accompanied, with a lawyer'),
  'CPP.10-5': cpp('Évaluation des besoins de protection', 'Assessment of protection needs'),
  'CPP.10-6': cpp('Échanges après un fait à nombreuses victimes', 'Sharing after an event with many victims'),
  'CPP.15-3': cpp('Plainte reçue partout, récépissé remis', 'Complaint taken anywhere, receipt given'),
  'CPP.40': cpp('Signalement par les agents publics', 'Report by public officials', null, {
    paragraph: 'al. 2'
  }),
  'CPP.40-1': cpp('Suites que le parquet peut donner', 'What the prosecutor may decide'),
  'CPP.40-2': cpp('Suites et motifs dits aux victimes', 'Outcome and reasons told to victims'),
  'CPP.40-3': cpp('Recours devant le procureur général', 'Appeal to the chief prosecutor'),
  'CPP.40-4-1': cpp('Partie civile : adresse chez un tiers', 'Civil party: address at a third person’s'),
  'CPP.41': cpp('Association agréée saisie par le parquet', 'Approved association asked by the prosecutor'),
  'CPP.85': cpp('Plainte avec constitution de partie civile', 'Complaint with civil-party status'),
  'CPP.183': cpp(
    'Ordonnances notifiées, de vive voix ou par lettre',
    'Orders told by word of mouth or by registered letter'
  ),
  'CPP.217': cpp('Arrêts de la chambre de l’instruction : notification', 'Rulings of the chamber: notice'),
  'CPP.567': cpp('Pourvoi en cassation', 'Appeal on points of law'),
  'CPP.568': cpp('Délai du pourvoi : cinq jours francs', 'Time to appeal on points of law: five clear days'),
  'CPP.186': cpp('Appel contre un non-lieu', 'Appeal against a decision not to prosecute'),
  'CPP.372': cpp(
    'Assises : réparation en cas d’acquittement',
    'Assizes: damages where there is an acquittal'
  ),
  'CPP.380-2': cpp('Qui peut appeler d’un arrêt d’assises', 'Who may appeal against an assize judgment'),
  'CPP.380-9': cpp('Délai d’appel aux assises', 'Time to appeal against an assize judgment'),
  'CPP.380-10': cpp(
    'Cinq jours de plus après un appel, aux assises',
    'Five days more after an appeal, assizes'
  ),
  'CPP.421': cpp(
    'Partie civile à l’audience : jusqu’aux réquisitions',
    'Civil party at the hearing: until the prosecution has spoken'
  ),
  'CPP.464': cpp(
    'Action civile : renvoi à une audience ultérieure',
    'Civil claim: put off to a later hearing'
  ),
  'CPP.470-1': cpp(
    'Réparation après une relaxe : infraction non intentionnelle',
    'Damages after an acquittal: unintentional offence'
  ),
  'CPP.497': cpp('Qui peut appeler d’un jugement', 'Who may appeal against a judgment'),
  'CPP.498': cpp('Délai d’appel contre un jugement', 'Time to appeal against a judgment', null, {
    paragraph: 'al. 1 et 2, 1°'
  }),
  'CPP.500': cpp('Cinq jours de plus après un appel', 'Five days more after an appeal'),
  'CPP.505': cpp(
    'Appel du procureur général : vingt jours, cinq de plus aux autres',
    'Appeal by the chief prosecutor: twenty days, five more for the others'
  ),
  'CPP.846': cpp(
    'Ces cinq jours, hors de l’île du tribunal : quinze',
    'Those five days, off the island of the court: fifteen'
  ),
  'CPP.706-3': cpp('Indemnisation par la CIVI', 'Compensation by the CIVI'),
  'CPP.706-4': cpp('Une CIVI dans chaque tribunal judiciaire', 'A CIVI in each judicial court'),
  'CPP.706-5': cpp('Délais devant la CIVI', 'Time limits before the CIVI', null, { paragraph: 'al. 1 et 2' }),
  'CPP.706-5-1': cpp('Offre du Fonds de garantie', 'Offer by the guarantee fund'),
  'CPP.706-6': cpp('Provision sur l’indemnité', 'Advance on the compensation'),
  'CPP.706-8': cpp(
    'Complément d’indemnité : un an après la décision civile définitive',
    'Further compensation: one year after the final civil decision'
  ),
  'CPP.706-14': cpp('Indemnité limitée, sous conditions', 'Capped compensation, under conditions'),
  'CPP.706-15': cpp('Information sur la CIVI et le Fonds', 'Information on the CIVI and the fund'),
  'CPP.706-15-1': cpp(
    'Aide au recouvrement : qui la CIVI n’indemnise pas',
    'Help in recovering: whom the CIVI does not compensate'
  ),
  'CPP.706-15-2': cpp('Aide au recouvrement', 'Help in recovering damages'),
  'CPP.706-40-1': cpp('Protection de la victime qui témoigne', 'Protection of the victim who testifies'),
  'CPP.706-47': cpp('Infractions commises sur des mineurs', 'Offences against minors'),
  'CPP.706-50': cpp('Administrateur ad hoc, procédure pénale', 'Ad hoc guardian in criminal procedure'),
  'CPP.706-51': cpp('Choix de l’administrateur ad hoc', 'Choice of the ad hoc guardian'),
  'CPP.706-51-1': cpp('Avocat du mineur devant le juge', 'The minor’s lawyer before the judge'),
  'CPP.706-52': cpp('Audition du mineur filmée', 'Filmed hearing of the minor'),
  'CPP.706-53': cpp('Mineur accompagné devant la justice', 'Minor accompanied before the courts'),
  'CPP.706-57': cpp('Témoin : adresse au service d’enquête', 'Witness: address at the investigators’'),
  'CPP.706-58': cpp('Témoignage sans nom', 'Testimony without a name'),
  'CPP.706-62-1': cpp(
    'Nom du témoin tu en audience publique',
    'Name of the witness kept out of the public hearing'
  ),
  'CPP.706-62-2': cpp('Protection et nom d’emprunt', 'Protection and borrowed name'),
  'CPP.706-63-1': cpp('Commission nationale de protection', 'National commission for protection'),
  'CPP.706-73': cpp('Criminalité organisée', 'Organised crime'),
  'CPP.706-75': cpp('Juridictions spécialisées (JIRS)', 'Specialised courts (JIRS)'),
  'CPP.706-164': paidOfAssets(
    'Dommages et intérêts payés sur les avoirs confisqués (AGRASC)',
    'Damages paid from confiscated assets (AGRASC)',
    null,
    { paragraph: 'al. 1 et 2' }
  ),
  'CPP.801': cpp(
    'Fin de délai un jour chômé : jour ouvrable suivant',
    'Time ending on a day off: next working day'
  )
} as const satisfies Record<string, LegalBasis>

/** What an investigating judge answers to a complaint with civil-party status. */
export const civilPartyBases = {
  'CPP.86': cpp('Refus d’informer', 'Refusal to investigate'),
  'CPP.87': cpp(
    'Partie civile contestée ou irrecevable : ordonnance, appel',
    'Civil party disputed or inadmissible: an order, open to appeal'
  ),
  'CPP.88': cpp(
    'Consignation et son délai, sauf aide juridictionnelle ou dispense',
    'Deposit and its time, save legal aid or an exemption'
  )
} as const satisfies Record<string, LegalBasis>
