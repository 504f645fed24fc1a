/**
 * What people of the field write short, and the words that the register has for it, in French and in English: letters and figures
 * alone, without accents, as a search compares them. The acronym itself is not looked for, being letters of other words
 * as well. One that the register writes needs no line.
 */
export const acronyms: Readonly<Record<string, readonly string[]>> = {
  oqtf: ['obligationdequitter', 'obligationtoleave'],
  irtf: ['interdictionderetour', 'returnban'],
  itf: ['interdictionduterritoire', 'interdictionderetour', 'returnban'],
  ddv: ['departvolontaire', 'voluntarydeparture', 'obligationdequitter', 'obligationtoleave'],
  cra: ['retention', 'detention'],
  za: ['zonedattente', 'waitingzone'],
  jld: ['retention', 'zonedattente', 'detention', 'waitingzone'],
  aps: ['autorisationprovisoire', 'provisionalpermit', 'provisionalresidence', 'temporarypermit'],
  cst: ['titredesejour', 'residencepermit', 'applyforthepermit'],
  sarvi: ['recouvrement', 'recovering'],
  cnda: ['cnda', 'asylumcourt'],
  je: ['jugedesenfants', 'assistanceeducative', 'juvenilejudge', 'childrensjudge'],
  jda: ['jugedesenfants', 'juvenilejudge'],
  ase: ['aidesocialealenfance', 'protectiondelenfance', 'childprotection'],
  opp: ['placementprovisoire', 'provisionalplacement'],
  aah: ['administrateuradhoc', 'adhocguardian'],
  tj: ['tribunaljudiciaire', 'judicialcourt'],
  ta: ['tribunaladministratif', 'administrativecourt', 'codedejusticeadministrative', 'cja'],
  caa: ['courdappel', 'appel', 'appeal'],
  cph: ['prudhom', 'labourcourt'],
  aj: ['aidejuridictionnelle', 'legalaid'],
  psp: ['parcoursdesortie', 'exitprogramme']
}
