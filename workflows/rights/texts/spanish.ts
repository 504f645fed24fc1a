import { authors, type RightsText } from '../sentences.ts'

export const spanish = {
  language: 'es',
  tag: 'es',
  name: 'Español',
  direction: 'ltr',
  status: 'provisional',
  translator: authors,
  from: '2026-11-28',
  code: 'c3rv',
  sentences: {
    title: 'Sus derechos',
    choice: 'Puede decir sí, no o ahora no. Si dice no, recibe ayuda igualmente.',
    change: 'Puede cambiar de opinión en cualquier momento.',
    secret: 'No damos su nombre sin su acuerdo. Salvo si la ley lo exige o si alguien está en grave peligro.',
    interpreter: 'Puede pedir un intérprete. Es gratis.',
    help: 'Una asociación puede ayudarle. No necesita denunciar para recibir ayuda.',
    shelter: 'Puede pedir un lugar seguro para dormir.',
    care: 'Puede pedir ver a un médico, aunque no tenga papeles.',
    complaint: 'Puede denunciar. También puede no hacerlo.',
    lawyer: 'Puede tener un abogado. Si tiene poco dinero, el Estado puede pagarlo.',
    compensation: 'Puede pedir dinero por el daño que le han hecho.',
    danger: 'En peligro ahora: llame al 17 o al 112. También puede enviar un SMS al 114.',
    child: 'Si tiene menos de 18 años, deben protegerle. También le preguntan su opinión.',
    foreign: 'Si no tiene la nacionalidad de un país de la Unión Europea:',
    reflection:
      'Puede pedir 30 días para reflexionar. Durante esos 30 días, no pueden obligarle a salir de Francia.',
    receipt:
      'Los 30 días empiezan cuando la prefectura le da un documento. Con ese documento puede trabajar.',
    stopping:
      'La prefectura puede parar los 30 días: si vuelve por voluntad propia con las personas que le hicieron daño, o en caso de amenaza grave para el orden público.',
    permit:
      'Puede pedir un permiso de residencia si denuncia o si declara como testigo. No debe tener ya ninguna relación con esas personas.',
    asylum: 'Si tiene miedo de volver a su país, puede pedir asilo.',
    return: 'Puede pedir ayuda para volver a su país, solo si usted quiere.',
    data: 'Escribimos lo que usted dice en un expediente protegido. Puede pedir leerlo y corregirlo.',
    agrees: 'Su acuerdo',
    wishes: '¿Quiere pedir esos 30 días para reflexionar?',
    yes: 'Sí',
    no: 'No',
    later: 'Ahora no',
    consents: {
      A: '¿Podemos dar su nombre al servicio que recibe el aviso y a su abogado?',
      B: '¿Podemos dar su nombre a la célula del departamento? Son servicios que estudian juntos su situación.',
      C: '¿Podemos dar su nombre para buscar un alojamiento lejos de aquí (Ac.Sé)?',
      D: '¿Podemos dar su nombre a la OFII, para un alojamiento de solicitantes de asilo?',
      E: '¿Podemos dar su nombre a la prefectura, para sus papeles?',
      F: '¿Quiere hablar con la policía, la gendarmería o la inspección de trabajo? Tendrán su nombre.',
      G: '¿Podemos dar su nombre a un centro de salud?',
      H: '¿Podemos dar su nombre a un servicio de otro país?',
      J: '¿Podemos dar su nombre para buscar un alojamiento ordinario (SIAO, 115, CHRS)?'
    }
  }
} as const satisfies RightsText
