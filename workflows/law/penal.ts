import { from, legi, unread, type LegalBasis } from './origin.ts'

const cpp = from({
  status: 'statute',
  textAsOf: '2024-01-15',
  verified: true,
  source: 'Code de procédure pénale, text of 15 January 2024; later changes not read'
})

/** Offences, procedure and compensation. */
export const penalBases = {
  'CP.223-6': legi('Secours à personne en danger', 'Duty to help a person in danger'),
  'CP.225-4-1': legi('Traite des êtres humains', 'Trafficking in human beings'),
  'CP.225-5': legi('Proxénétisme', 'Procuring'),
  'CP.225-13': legi('Travail sans salaire ou presque', 'Unpaid or underpaid work'),
  'CP.225-14': legi('Travail ou logement indignes', 'Degrading work or housing'),
  'CP.225-14-1': legi('Travail forcé', 'Forced labour'),
  'CP.225-14-2': legi('Réduction en servitude', 'Servitude'),
  'CP.226-13': legi('Secret professionnel', 'Professional secrecy'),
  'CP.226-14': legi('Quand le secret peut être levé', 'When secrecy may be lifted'),
  'CPP.2-22': cpp('Association partie civile', 'Association as civil party'),
  'CPP.10-2': cpp('Droits dits aux victimes', 'Rights told to victims'),
  'CPP.10-5': cpp('Évaluation des besoins de protection', 'Assessment of protection needs'),
  'CPP.D1-3': cpp('Critères de cette évaluation', 'Criteria of that assessment'),
  'CPP.15-3': cpp('Plainte reçue partout, récépissé remis', 'Complaint taken anywhere, receipt given'),
  'CPP.40': cpp('Signalement par les agents publics', 'Report by public officials'),
  'CPP.706-3': cpp('Indemnisation par la CIVI', 'Compensation by the CIVI'),
  'CPP.706-5': cpp('Délais devant la CIVI', 'Time limits before the CIVI'),
  'CPP.706-40-1': cpp('Protection de la victime qui témoigne', 'Protection of the victim who testifies'),
  'CP.122-2': legi('Acte commis sous la contrainte', 'Act done under constraint'),
  'CPP.7': cpp('Prescription des crimes', 'Limitation of crimes'),
  'CPP.8': cpp('Prescription des délits', 'Limitation of offences'),
  'CPP.40-1': cpp('Suites que le parquet peut donner', 'What the prosecutor may decide'),
  'CPP.40-2': cpp('Suites et motifs dits aux victimes', 'Outcome and reasons told to victims'),
  'CPP.40-3': cpp('Recours devant le procureur général', 'Appeal to the chief prosecutor'),
  'CPP.186': unread('Appel contre un non-lieu', 'Appeal against a decision not to prosecute'),
  'CPP.498': unread('Appel contre un jugement', 'Appeal against a judgment'),
  'CPP.706-5-1': cpp('Offre du Fonds de garantie', 'Offer by the guarantee fund'),
  'CPP.706-6': cpp('Provision sur l’indemnité', 'Advance on the compensation'),
  'CPP.706-14': cpp('Indemnité limitée, sous conditions', 'Capped compensation, under conditions'),
  'CPP.706-15-2': cpp('Aide au recouvrement', 'Help in recovering damages'),
  'CPP.R50-24': cpp('Paiement dans le mois', 'Payment within a month'),
  'CPP.706-47': cpp('Infractions commises sur des mineurs', 'Offences against minors'),
  'CPP.706-50': cpp('Administrateur·rice ad hoc, procédure pénale', 'Ad hoc guardian in criminal procedure'),
  'CPP.706-51': cpp('Choix de l’administrateur·rice ad hoc', 'Choice of the ad hoc guardian'),
  'CPP.706-51-1': cpp('Avocat·e du mineur devant le juge', 'The minor’s lawyer before the judge'),
  'CPP.706-52': cpp('Audition du mineur filmée', 'Filmed hearing of the minor'),
  'CPP.706-73': cpp('Criminalité organisée', 'Organised crime'),
  'CPP.706-75': cpp('Juridictions spécialisées (JIRS)', 'Specialised courts (JIRS)'),
  'CPP.D47-12-7': cpp('Ressort des juridictions spécialisées', 'Area of the specialised courts')
} as const satisfies Record<string, LegalBasis>
