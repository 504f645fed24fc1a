import { authors, type RightsText } from '../sentences.ts'

export const portuguese = {
  language: 'pt',
  tag: 'pt',
  name: 'Português',
  direction: 'ltr',
  status: 'provisional',
  translator: authors,
  from: '2026-11-28',
  code: 'f8zq',
  sentences: {
    title: 'Os seus direitos',
    choice: 'Pode dizer sim, não ou agora não. Se disser não, recebe ajuda na mesma.',
    change: 'Pode mudar de opinião a qualquer momento.',
    secret:
      'Não damos o seu nome sem o seu acordo. Exceto se a lei o exigir ou se alguém estiver em grave perigo.',
    interpreter: 'Pode pedir um intérprete. É gratuito.',
    help: 'Uma associação pode ajudar. Não precisa de apresentar queixa para receber ajuda.',
    shelter: 'Pode pedir um lugar seguro para dormir.',
    care: 'Pode pedir para ver um médico, mesmo sem documentos.',
    complaint: 'Pode apresentar queixa. Também pode não o fazer.',
    lawyer: 'Pode ter um advogado. Se tiver pouco dinheiro, o Estado pode pagá-lo.',
    compensation: 'Pode pedir dinheiro pelo mal que lhe fizeram.',
    danger: 'Em perigo agora: ligue para o 17 ou o 112. Também pode enviar um SMS para o 114.',
    child: 'Se tem menos de 18 anos, tem direito a proteção. Também lhe perguntam a sua opinião.',
    foreign: 'Se não tem a nacionalidade de um país da União Europeia:',
    reflection:
      'Pode pedir 30 dias para refletir. Durante esses 30 dias, ninguém pode exigir que saia de França.',
    receipt:
      'Os 30 dias começam quando a prefeitura lhe dá um documento. Com esse documento, pode trabalhar.',
    stopping:
      'A prefeitura pode parar os 30 dias: se voltar por sua vontade para as pessoas que lhe fizeram mal, ou em caso de ameaça grave para a ordem pública.',
    permit:
      'Pode pedir uma autorização de residência se apresentar queixa ou se testemunhar. Não pode ter já nenhuma ligação com essas pessoas.',
    asylum: 'Se tem medo de voltar ao seu país, pode pedir asilo.',
    return: 'Pode pedir ajuda para voltar ao seu país, só se quiser.',
    data: 'Escrevemos o que diz num processo protegido. Pode pedir para o ler e para o corrigir.',
    agrees: 'O seu acordo',
    wishes: 'Quer pedir esses 30 dias para refletir?',
    yes: 'Sim',
    no: 'Não',
    later: 'Agora não',
    consents: {
      A: 'Podemos dar o seu nome ao serviço que recebe a sinalização e ao seu advogado?',
      B: 'Podemos dar o seu nome à célula do departamento? São serviços que estudam juntos a sua situação.',
      C: 'Podemos dar o seu nome para procurar um alojamento longe daqui (Ac.Sé)?',
      D: 'Podemos dar o seu nome à OFII, para um alojamento de requerentes de asilo?',
      E: 'Podemos dar o seu nome à prefeitura, para os seus documentos?',
      F: 'Quer falar com a polícia, a gendarmaria ou a inspeção do trabalho? Terão o seu nome.',
      G: 'Podemos dar o seu nome a um local de cuidados de saúde?',
      H: 'Podemos dar o seu nome a um serviço noutro país?',
      J: 'Podemos dar o seu nome para procurar um alojamento comum (SIAO, 115, CHRS)?'
    }
  }
} as const satisfies RightsText
