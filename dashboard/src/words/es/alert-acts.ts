/** What may be done about an alert: what each button, dialog and outcome says. */
export const acts = {
  acknowledge: {
    do: 'Acusar',
    done: 'Con acuse: {{name}}.',
    title: 'Acusar recibo',
    note: 'Usted se hace cargo hasta el día que elija. Si la alerta se agrava antes, vuelve a quedar abierta.',
    words: 'Qué se hará, y por qué puede esperar',
    until: 'Hasta cuándo',
    days_one: 'un día, hasta el {{when}}',
    days_other: '{{count}} días, hasta el {{when}}',
  },
  release: {
    do: 'Retirar el acuse',
    done: 'Acuse retirado: {{name}}.',
    title: 'Retirar el acuse',
    note: 'La alerta vuelve a quedar abierta, sin nadie que se haga cargo de ella.',
    words: 'Por qué se retira',
  },
  assign: {
    do: 'Asignar',
    done: 'Asignada: {{name}}.',
    title: 'Asignar a una oficina',
    note: 'La oficina la verá entre las suyas. Se puede volver a asignar.',
    office: 'A qué oficina',
  },
  comment: {
    do: 'Comentar',
    done: 'Comentario guardado: {{name}}.',
    title: 'Comentar',
    note: 'Lo lee quien ve la alerta. Queda en su historia y no se borra.',
    words: 'Qué quiere decir',
  },
  answer: {
    do: 'Contestar',
    done: 'Respuesta guardada: {{name}}.',
    title: 'Contestar como autoridad',
    note: 'Lo lee quien vigila. La alerta sigue abierta hasta que un hecho la termine.',
    words: 'Qué contesta',
  },
  close: {
    do: 'Cerrar la alerta',
    done: 'Cerrada: {{name}}.',
    title: 'Cerrar aunque su causa siga',
    note: 'Se sigue contando, como cerrada por una persona, y quien vigila lo ve. Si se agrava vuelve a abrirse. No se puede deshacer.',
    words: 'Por qué se cierra',
  },
}
