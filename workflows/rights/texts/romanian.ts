import { authors, type RightsText } from '../sentences.ts'

export const romanian = {
  language: 'ro',
  tag: 'ro',
  name: 'Română',
  direction: 'ltr',
  status: 'provisional',
  translator: authors,
  from: '2026-11-28',
  code: 't5ka',
  sentences: {
    title: 'Drepturile dumneavoastră',
    choice: 'Puteți spune da, nu sau nu acum. Dacă spuneți nu, primiți ajutor oricum.',
    change: 'Vă puteți răzgândi oricând.',
    secret:
      'Nu dăm numele dumneavoastră fără acordul dumneavoastră. Excepție: dacă legea o cere sau dacă cineva este în pericol grav.',
    interpreter: 'Puteți cere un interpret. Este gratuit.',
    help: 'O asociație vă poate ajuta. Nu trebuie să depuneți plângere ca să primiți ajutor.',
    shelter: 'Puteți cere un loc sigur unde să dormiți.',
    care: 'Puteți cere să vedeți un medic, chiar și fără acte.',
    complaint: 'Puteți depune plângere. Puteți și să nu o faceți.',
    lawyer: 'Puteți avea un avocat. Dacă aveți puțini bani, statul îl poate plăti.',
    compensation: 'Puteți cere bani pentru răul care vi s-a făcut.',
    danger: 'În pericol acum: sunați la 17 sau la 112. Puteți trimite și un SMS la 114.',
    child: 'Dacă aveți mai puțin de 18 ani, aveți dreptul la protecție. Vi se cere și părerea.',
    foreign: 'Dacă nu aveți cetățenia unei țări din Uniunea Europeană:',
    reflection:
      'Puteți cere 30 de zile de gândire. În aceste 30 de zile, nimeni nu vă poate obliga să părăsiți Franța.',
    receipt: 'Cele 30 de zile încep când prefectura vă dă un document. Cu acest document puteți lucra.',
    stopping:
      'Prefectura poate opri cele 30 de zile: dacă vă întoarceți din proprie voință la persoanele care v-au făcut rău sau în caz de amenințare gravă la adresa ordinii publice.',
    permit:
      'Puteți cere un permis de ședere dacă depuneți plângere sau dacă depuneți mărturie. Trebuie să nu mai aveți nicio legătură cu aceste persoane.',
    asylum: 'Dacă vă este frică să vă întoarceți în țara dumneavoastră, puteți cere azil.',
    return: 'Puteți cere ajutor ca să vă întoarceți în țara dumneavoastră, numai dacă doriți.',
    data: 'Scriem ce spuneți într-un dosar protejat. Puteți cere să îl citiți și să îl corectați.',
    agrees: 'Acordul dumneavoastră',
    wishes: 'Doriți să cereți aceste 30 de zile de gândire?',
    yes: 'Da',
    no: 'Nu',
    later: 'Nu acum',
    consents: {
      A: 'Putem da numele dumneavoastră serviciului care primește semnalarea și avocatului dumneavoastră?',
      B: 'Putem da numele dumneavoastră celulei departamentului? Sunt servicii care studiază împreună situația dumneavoastră.',
      C: 'Putem da numele dumneavoastră pentru a căuta o cazare departe de aici (Ac.Sé)?',
      D: 'Putem da numele dumneavoastră la OFII, pentru o cazare pentru solicitanți de azil?',
      E: 'Putem da numele dumneavoastră prefecturii, pentru actele dumneavoastră?',
      F: 'Doriți să vorbiți cu poliția, cu jandarmeria sau cu inspecția muncii? Vor avea numele dumneavoastră.',
      G: 'Putem da numele dumneavoastră unui loc de îngrijire medicală?',
      H: 'Putem da numele dumneavoastră unui serviciu dintr-o altă țară?',
      J: 'Putem da numele dumneavoastră pentru a căuta o cazare obișnuită (SIAO, 115, CHRS)?'
    }
  }
} as const satisfies RightsText
