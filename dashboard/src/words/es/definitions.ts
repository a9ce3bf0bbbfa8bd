/** How each figure is counted, and what the law, a court, a protocol or Vigía itself says of it. */
export const definitions = {
  cohort: {
    what: 'Personas, por el día local de su primera detección y la entidad en que ocurrió. Se sigue a cada una hasta hoy.',
    numerator:
      'NNA que llegaron a cada paso: aviso a la PPNNA, expediente abierto, BID decidida por la Procuraduría y plan de restitución emitido. Quien llegó a un paso cuenta también en los anteriores, aunque no consten.',
    denominator: 'Todos los NNA detectados por primera vez en el periodo.',
    law: 'Ley de Migración, arts. 95, 98 y 112 (aviso y entrega inmediatos); LGDNNA, arts. 122 y 123 (expediente, BID y plan).',
    vigia:
      'Qué fue de quien no siguió, en este orden: retornado, si consta un retorno posterior y nadie lo detectó de nuevo otro día; se fue, si se le perdió de vista (abandonó, continuó su ruta o no fue localizado) y nada consta después; en espera, si tiene estancia o expediente abierto; se desconoce, si no consta nada. Quien tiene plan cuenta como tal, también si fue retornado o se fue después. Las cohortes anteriores han tenido más tiempo. Cada porcentaje se redondea por sí solo: los de un renglón pueden sumar 99 o 101.',
  },
  held: {
    what: 'NNA que a esta hora están en un centro de canalización, una estación o estancia migratoria, un lugar habilitado, una oficina o un punto de revisión del INM. Los centros de canalización no existen en la ley y nunca se restan de la detención.',
    numerator:
      'NNA con una estancia cuyo egreso nadie ha informado, en lugares que la ley prohíbe o no conoce, en la entidad del lugar.',
    denominator: 'Ninguno: es un conteo. La ley no admite a nadie.',
    law: 'Ley de Migración, art. 99 ¶3: nunca en estaciones ni lugares habilitados; art. 112 I: entrega al DIF «de inmediato»; art. 68: ninguna presentación pasa de 36 horas.',
    court: 'SCJN, AR 388/2022: nadie puede estar detenido más de 36 horas.',
    vigia:
      'Ámbar desde 3 horas y roja desde 24. Crítica desde 36 horas, o al ingreso donde la ley lo prohíbe. Las horas son las del lugar en que está; la alerta A02 suma las de otros lugares del INM de los que fue trasladado. Las de los archivos se leen con el reloj del centro del país.',
  },
  unprocessed: {
    what: 'NNA con aviso recibido por la Procuraduría de Protección, a quienes no se había abierto expediente a la fecha del dato.',
    numerator:
      'NNA avisados sin expediente, en la entidad de la detección que dio el primer aviso. Solo salen de la cuenta cuando se abre; quien ya tuvo uno, aunque esté cerrado, no vuelve a contar.',
    denominator: 'Ninguno: es un conteo. Cada NNA cuenta una vez.',
    law: 'LGDNNA, arts. 122 y 123: representar, determinar y restituir. La ley no fija días.',
    vigia:
      'Ámbar desde 24 horas, roja desde 72 horas, crítica después de 5 días hábiles. Quien cumple 18 años sin expediente sigue contando.',
  },
  returns: {
    what: 'NNA que salieron de México por un acto de autoridad sin una determinación del interés superior (BID) anterior a la salida que lo permitiera.',
    numerator:
      'Retornos sin BID, con BID posterior, con uno que ya permitió un retorno anterior, con BID en contra o de una autoridad que no es la Procuraduría, por el día local de la salida y la entidad que los ejecutó. Quien fue retornado dos veces cuenta dos.',
    denominator: 'Retornos asistidos, deportaciones, rechazos en frontera y expulsiones de NNA en el periodo.',
    law: 'LGDNNA, arts. 96 y 97; Ley de Migración, arts. 20 IV, 74, 112 III y 120 (ningún NNA puede ser deportado).',
    vigia:
      'Crítica con el primero. De una BID sin hora, del mismo día de la salida, no consta que sea anterior. La semana se cuenta de lunes a domingo.',
  },
  detected: {
    what: 'Personas detectadas por primera vez en el periodo, por el INM u otra autoridad, en la entidad de esa detección.',
    numerator: 'NNA detectados. Quien fue detectado varias veces cuenta una.',
    denominator:
      'Para la tasa: población total de la entidad, Censo 2020 del INEGI. La población de 0 a 17 años por entidad aún no está cargada.',
    law: 'Ley de Migración, arts. 95, 97, 98 y 112; LGDNNA, art. 99.',
    vigia: 'Las clases del mapa son fijas: una clase significa lo mismo mañana.',
  },
  hours: {
    what: 'Horas que lleva el NNA que más tiempo ha estado retenido, de los que siguen retenidos ahora.',
    numerator: 'Horas desde el ingreso de la estancia abierta más antigua.',
    denominator: 'Ninguno: es una duración.',
    law: 'Ley de Migración, art. 112 I: entrega al DIF «de inmediato».',
    court: 'SCJN, AR 388/2022: 36 horas como máximo; por eso la última clase es la violación.',
    vigia: 'Los cortes de 3, 12 y 24 horas son de Vigía.',
  },
  table: {
    what: 'Las mismas cifras de la página, por entidad. Los puntos de los conteos están en escala logarítmica: cada marca es diez veces la anterior.',
    numerator: 'Fuentes al corriente: las que entregaron a tiempo.',
    denominator: 'Las fuentes que deben entregar datos de la entidad.',
    law: 'LGDNNA, art. 99 ¶2: la información se envía «en el momento en que se genere»; art. 111 II.',
    vigia: 'Con retraso o en silencio según el plazo de cada fuente. De 1 a 4 se escribe 1–\u20604.',
  },
  trend: {
    what: 'NNA detectados por primera vez y NNA a quienes se abrió su primer expediente en la semana, de lunes a domingo. No son los mismos NNA: un expediente puede abrirse semanas después.',
    numerator:
      'NNA de cada semana cerrada: por su primera detección, y por su primer expediente, en la entidad de la detección que dio el primer aviso o, sin ella, en la del expediente.',
    denominator: 'Ninguno: son conteos.',
    law: 'Ley de Migración, arts. 95, 98 y 112; LGDNNA, arts. 122 y 123.',
    vigia: 'La semana en curso no se dibuja.',
  },
  authority: {
    what: 'Sumas de las tablas operativas diarias del INM, de todas las edades, según una compilación no oficial. Son afirmaciones de la autoridad; no se suman a lo que el registro sabe.',
    numerator: 'Personas que el INM cuenta como rescatadas, presentadas, canalizadas, retornadas o deportadas.',
    denominator: 'Para «sin lugar»: todas las personas canalizadas según la misma tabla.',
    law: 'LGDNNA, arts. 99 y 100: el SNDIF y el INM guardan los datos del alojamiento de NNA; Ley de Migración, art. 112 I: acta de canalización.',
    vigia:
      'Lugar que nadie anotó: OTRO, OTRO LUGAR, SIN REGISTRO o vacío. Las contradicciones se muestran, no se corrigen.',
  },
  facilities: {
    what: 'Lugares de la entidad con NNA a esta hora, según lo que la ley dice de cada tipo de lugar.',
    numerator: 'NNA con una estancia abierta en el lugar.',
    denominator: 'Para la ocupación: la capacidad registrada. Por encima de ella hay sobrecupo.',
    law: 'Ley de Migración, art. 99 ¶3 (prohibidos); LGDNNA, arts. 4 II y 107 a 112 (CAS, último recurso y por el menor tiempo posible).',
    court: 'SCJN, AR 388/2022: 36 horas como máximo.',
    vigia: 'Sin base legal: lugares que ninguna ley conoce. Un año en un CAS se marca en rojo.',
  },
  duties: {
    what: 'Lo que una autoridad debe por ley a NNA de la entidad y no consta que haya hecho.',
    numerator:
      'NNA a quienes se les debe. Los retornos y las deportaciones se cuentan uno por uno: quien fue retornado dos veces cuenta dos.',
    denominator: 'Ninguno: son conteos.',
    law: 'El artículo de cada renglón.',
    vigia: 'Donde la ley no fija un plazo, el plazo es de Vigía y así se dice.',
  },
}
