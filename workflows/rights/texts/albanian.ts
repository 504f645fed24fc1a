import { authors, type RightsText } from '../sentences.ts'

export const albanian = {
  language: 'sq',
  tag: 'sq',
  name: 'Shqip',
  direction: 'ltr',
  status: 'provisional',
  translator: authors,
  from: '2026-11-28',
  code: 'd2wg',
  sentences: {
    title: 'Të drejtat tuaja',
    choice: 'Mund të thoni po, jo ose jo tani. Edhe nëse thoni jo, do t’ju ndihmojmë.',
    change: 'Mund të ndryshoni mendim në çdo kohë.',
    secret:
      'Ne nuk e japim emrin tuaj pa pëlqimin tuaj. Përveç kur e kërkon ligji, ose kur dikush është në rrezik të madh.',
    interpreter: 'Mund të kërkoni një përkthyes. Është falas.',
    help: 'Një shoqatë mund t’ju ndihmojë. Nuk keni nevojë të bëni kallëzim për të marrë ndihmë.',
    shelter: 'Mund të kërkoni një vend të sigurt për të fjetur.',
    care: 'Mund të kërkoni të shihni një mjek, edhe pa dokumente.',
    complaint: 'Mund të bëni kallëzim. Mund edhe të mos e bëni.',
    lawyer: 'Mund të keni një avokat. Nëse keni pak para, shteti mund ta paguajë.',
    compensation: 'Mund të kërkoni para për të keqen që ju kanë bërë.',
    danger: 'Në rrezik tani: telefononi 17 ose 112. Mund të dërgoni edhe një SMS në 114.',
    child: 'Nëse jeni nën 18 vjeç, keni të drejtë për mbrojtje. Ju pyesin edhe për mendimin tuaj.',
    foreign: 'Nëse nuk keni shtetësinë e një vendi të Bashkimit Evropian:',
    reflection:
      'Mund të kërkoni 30 ditë për t’u menduar. Gjatë këtyre 30 ditëve nuk mund t’ju detyrojnë të largoheni nga Franca.',
    receipt: '30 ditët fillojnë kur prefektura ju jep një dokument. Me këtë dokument mund të punoni.',
    stopping: null,
    permit:
      'Mund të kërkoni një leje qëndrimi nëse bëni kallëzim ose nëse dëshmoni. Nuk duhet të keni më lidhje me këta persona.',
    asylum: 'Nëse keni frikë të ktheheni në vendin tuaj, mund të kërkoni azil.',
    return: 'Mund të kërkoni ndihmë për t’u kthyer në vendin tuaj, vetëm nëse dëshironi.',
    data: 'Atë që thoni e shkruajmë në një dosje të mbrojtur. Mund të kërkoni ta lexoni dhe ta korrigjoni.',
    agrees: 'Pëlqimi juaj',
    wishes: 'A doni t’i kërkoni këto 30 ditë për t’u menduar?',
    yes: 'Po',
    no: 'Jo',
    later: 'Jo tani',
    consents: {
      A: null,
      B: null,
      C: 'A mund ta japim emrin tuaj për të kërkuar një strehim larg nga këtu (Ac.Sé)?',
      D: 'A mund t’ia japim emrin tuaj OFII-së, për një strehim për azilkërkues?',
      E: 'A mund t’ia japim emrin tuaj prefekturës, për dokumentet tuaja?',
      F: 'A doni të takoni policinë, xhandarmërinë ose inspektoratin e punës? Ata do ta kenë emrin tuaj.',
      G: 'A mund t’ia japim emrin tuaj një qendre shëndetësore?',
      H: 'A mund t’ia japim emrin tuaj një shërbimi në një vend tjetër?',
      J: 'A mund ta japim emrin tuaj për të kërkuar një strehim të zakonshëm (SIAO, 115, CHRS)?'
    }
  }
} as const satisfies RightsText
