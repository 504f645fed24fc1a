/**
 * What people of the field write short, and the words that the register has for it, in French and in English: letters and figures
 * alone, without accents, as a search compares them. An acronym that the register writes itself needs no line.
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
  cst: ['cartedesejour', 'residencepermit'],
  cs: ['cartedesejour', 'residencepermit'],
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
  psp: ['parcoursdesortie', 'exitprogramme'],
  ad: ['demandedasile', 'asylum']
}
