/** The page for partners. Its figures are those that the code goes by. */
export const partners = {
  title: 'Para sistemas aliados',
  lead: 'Un sistema aliado recibe las alertas de su convenio en cuanto se levantan, de sus entidades y tipos y mientras dura: qué obligación se incumple, con qué gravedad y por qué artículo; nunca, de quién se trata.',
  contents: 'En esta página',
  copy: 'Copiar',
  copied: 'Copiado',
  copyOf: (name: string) => `Copiar ${name}`,
  failed: 'No se pudo copiar: seleccione el texto.',
  sandbox: {
    title: 'Probarlo aquí',
    what: 'Donde Vigía corre con las cuentas que trae (npm start) hay un sistema aliado de prueba, con convenio en Chiapas y Tabasco. Esto lee su clave y sigue sus alertas, desde la carpeta de Vigía:',
    not: 'En producción esa clave no existe: la suya la da, por credenciales de cliente, el emisor que su convenio nombra.',
    name: 'la clave de prueba',
  },
  subscribe: {
    title: 'Suscribirse en diez líneas',
    what: 'Los tres toman de su entorno la dirección (VIGIA), su clave (KEY, como id:secreto), la dirección en la que su emisor da tokens por ella (TOKENS, si no es el que trae Vigía) y el último cursor recibido (CURSOR), e imprimen cada alerta en un renglón. Están en gateway/examples; las pruebas de Vigía los ejecutan tal como se ven. En producción se contesta lo que ellos preguntan y lo que está escrito en gateway/questions, tal cual; cualquier otra pregunta es DOCUMENT_NOT_TRUSTED mientras quien opera el registro no la admita.',
    forEver: (minutes: number) =>
      `Un token vale ${minutes} minutos y con él termina la conexión. Lo que un programa en uso necesita además: pedir otro y volver solo adonde estaba, también tras un corte de la red, sin perder nada.`,
  },
  receives: {
    title: 'Qué recibe, y qué no',
    fields: 'Lo que puede pedir de una alerta',
    field: 'Campo',
    what: 'Qué es',
    rows: {
      id: 'Un seudónimo de la alerta: la misma palabra en todo lo que usted recibe, otra para cualquier otro aliado. alert(id: …) la acepta.',
      childRef:
        'Un seudónimo de la niña, niño o adolescente, el mismo que en overstays. Nulo si la alerta es de un lugar o una entidad, y donde distinguir a una persona diría que pidió asilo, corre peligro o tiene abogado, o cómo se le cuida.',
      'kind number': 'Qué obligación es: su nombre en el grafo y su número, A01 a A38; E, de este registro.',
      severity: 'AMBER, RED o CRITICAL, según su plazo.',
      'citation article articles':
        'El artículo que se incumple, como se cita; su texto; y todo aquello en que se funda.',
      'state { code name }': 'La entidad en la que se debe cumplir: siempre una de su convenio.',
      'openedAt resolvedAt': 'La hora en la que el registro la levantó y supo que terminó, sin minutos.',
      step: 'Qué acaba de pasarle. Sin pedir otra cosa se avisa de estos pasos; filter { steps } elige otros:',
      cursor: 'Desde dónde seguir después. Vale solo para usted.',
    },
    never: 'Nunca recibe',
    nevers: [
      'el nombre, el folio ni número alguno de una persona, ni un identificador que sirva fuera de lo que usted recibe;',
      'en qué lugar está, ni el minuto en que algo pasó;',
      'su expediente, su familia, su salud, su asilo ni sus riesgos;',
      'conteos, ni alertas de entidades o tipos fuera de su convenio.',
    ],
    why: 'Dos aliados que comparen lo que reciben no encuentran palabra en común: cada uno lee con sus propios seudónimos.',
  },
  guarantee: {
    title: 'Garantía y límites',
    delivery: 'Entrega',
    deliveryIs:
      'Al menos una vez. Tras un corte puede repetirse lo que ya llegó: descártelo por su cursor, que es siempre el mismo para el mismo paso.',
    order: 'Orden',
    orderIs: 'En el orden en que pasó, sin huecos: de una misma persona nunca llega lo último antes que lo primero.',
    cursor: 'Cursor',
    cursorIs: (days: number) =>
      `Vale ${days} días y solo para quien lo recibió. Como Last-Event-ID o after: primero llega lo perdido, después lo nuevo.`,
    expired:
      'El cursor es más antiguo: la respuesta dice en extensions.missed cuántos pasos se perdieron. Pregunte por alerts { … } y siga desde ahora.',
    slow: (waiting: string) =>
      `Más de ${waiting} alertas esperan a que las lea: la conexión se cierra (WebSocket, 4408; SSE, con este código en su último mensaje). Vuelva con el último cursor; nada se pierde.`,
    invalid:
      'Ese cursor no se le dio a usted, o desde entonces el registro se instaló de nuevo: pida las alertas por consulta y siga sin cursor.',
    heartbeat: 'Latido',
    heartbeatIs: (seconds: number) =>
      `Cada ${seconds} segundos sin noticias llega un latido con el cursor de ese momento. Si faltan tres, la conexión ha muerto: vuelva con el último cursor. Con graphql-ws corte el WebSocket mismo, como hace el ejemplo: terminate() de su cliente tira alertas que ya habían llegado.`,
    key: 'Token',
    keyIs: (minutes: number) =>
      `Vale ${minutes} minutos; al terminar se cierra la conexión (WebSocket, 4403 TOKEN_EXPIRED; SSE, su fin). Vuelva con otro y con el último cursor: nada se pierde. Una revocación la cierra en cinco segundos (4403 SESSION_ENDED), y lo que se dio antes ya no deja entrar (4401). Al terminar su convenio toda pregunta recibe 403 AGREEMENT_ENDED y la conexión se cierra (4403 AGREEMENT_ENDED).`,
    away: 'Algo aquí no responde, como mientras una base de datos arranca: la conexión se cierra (WebSocket, 1013; SSE, con un código en su último mensaje). Vuelva con el último cursor; nada se pierde.',
    putBack:
      'La base de datos volvió a un respaldo y ya no tiene lo último que se le dijo: la conexión se cierra (WebSocket, 1013; SSE, con este código en su último mensaje). Vuelva con el último cursor y pida alerts { … }: lo que se le dijo terminado puede seguir abierto, y lo que se le dijo desde el respaldo puede no existir. A un webhook no se le avisa: se lo dice quien opera el registro.',
    limits: 'Límites',
    limitsAre: (streams: number, sockets: number, each: number, rate: number, atOnce: number) =>
      `${streams} conexiones SSE; ${sockets} WebSockets con ${each} suscripciones cada uno; ${rate} solicitudes por minuto según su costo, y ${atOnce} en curso a la vez (429 y Retry-After, si no se configuró otra cosa).`,
  },
  webhooks: {
    title: 'Verificar un webhook',
    what: 'Cada mensaje va firmado según Standard Webhooks. Se firma webhook-id, punto, webhook-timestamp, punto y los bytes del cuerpo tal como llegan. v1a es ed25519, con la clave pública de su punto de entrega (whpk_…); v1 es HMAC-SHA256, con su secreto (whsec_…).',
    rules:
      'Su punto de entrega se da de alta con createWebhookEndpoint y se activa con enableWebhookEndpoint, una vez que devuelve el reto que recibe. Rechace lo que ninguna firma avale y lo que tenga más de cinco minutos; descarte lo repetido por webhook-id. Conteste 2xx en cuanto lo guarde: lo demás se vuelve a intentar, con pausas crecientes, y 410 lo detiene todo. Con envelope: CLOUD_EVENTS cada tipo empieza por «mx.vigia.», también el del reto. El cuerpo nombra la alerta por su seudónimo y dice en isOpen si sigue abierta al enviarse, pues lo que se reenvía puede llegar después de su fin; el resto se pregunta con alert(id: …).',
    promises: [
      'Cada mensaje se intenta diez veces en unas 75 horas: al momento y, si falla, 5 segundos, 5 y 30 minutos, 2, 5, 10, 14, 20 y 24 horas después, con un quinto de holgura. Retry-After se respeta hasta una hora.',
      'Cada intento espera 15 segundos. Una redirección es un fallo; 429, 502 y 504 espacian los envíos; tras cinco fallos seguidos se prueba un mensaje por minuto hasta que se reciba uno.',
      'De una misma niña, niño o adolescente, el mensaje siguiente espera a que el anterior se entregue o se dé por perdido. Entre personas no hay orden.',
      'Lo que diez intentos no entregan queda a la vista en webhookDeliveries(state: DEAD), se avisa a «contact», y redeliverWebhooks lo envía otra vez, con el mismo webhook-id.',
      'rotateWebhookSecret da otra clave; la anterior firma 24 horas más, junto a la nueva. updateWebhookEndpoint cambia dirección, forma y filtros; otra dirección se prueba de nuevo.',
      'Quien registra receiptKey puede firmar de recibido «receipt.<webhook-id>.<webhook-timestamp>» en la cabecera webhook-receipt: así consta que lo sabe.',
    ],
  },
  kinds: {
    title: 'Qué significa cada alerta',
    what: 'Se levantan, se agravan y terminan por hechos y por tiempo, nunca por falta de datos: mientras calla la oficina que informaría de su fin siguen abiertas. Los plazos con cita son de la ley, de una sentencia o de un protocolo; los demás son criterio de Vigía, que a nadie obliga, y la Secretaría Ejecutiva federal puede cambiarlos.',
    number: 'Núm.',
    name: 'Qué pasa',
    when: 'Plazo',
    article: 'Artículo',
    holder: 'Quién debe',
    ends: 'Qué la termina',
    byTheAct: 'Según el caso',
    atOnce: 'de inmediato',
    onAct: 'en el caso descrito',
    sinceRequest: 'desde la solicitud',
    units: {
      HOURS: (amount: number) => `a las ${amount} h`,
      DAYS: (amount: number) => `a los ${amount} días`,
      WORKING_DAYS: (amount: number) => `a los ${amount} días hábiles`,
      DAYS_BEFORE: (amount: number) => `${amount} días antes`,
      HOURS_WITHIN: (amount: number) => `dentro de ${amount} h`,
      PERCENT: (amount: number) => `desde ${amount} %`,
      CHILDREN: (amount: number) => `desde ${amount}`,
    },
    ofAll: {
      FEWEST: (amount: number) => `con menos de ${amount} una semana antes no se dice nada`,
      SILENCE: (amount: number) => `con ${amount} días de silencio de una oficina, queda como está`,
    },
  },
}
