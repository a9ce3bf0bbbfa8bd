/** The frame of every page: where to go, when the figures were true, how they come. */
export const frame = {
  product: 'Vigía',
  synthetic: 'Datos sintéticos',
  syntheticNote: 'Ninguna cifra describe a una persona real.',
  skip: 'Ir al contenido',
  nav: { label: 'Páginas', panorama: 'Panorama', estado: 'Entidad', alertas: 'Alertas', informe: 'Informe' },
  title: { panorama: 'Panorama', estado: '{{place}}', informe: 'Informe ejecutivo' },
  theme: { toDark: 'Tema oscuro', toLight: 'Tema claro' },
  language: { other: 'English' },
  asOf: 'Datos al',
  old: 'de hace {{span}}',
  live: {
    on: 'En vivo',
    connecting: 'Conectando',
    off: 'Sin conexión en vivo desde las {{time}}; se vuelve a intentar',
    paused: 'En pausa',
    pause: 'Pausar',
    resume: 'Reanudar',
    pauseLabel: 'Pausar las actualizaciones',
    resumeLabel: 'Reanudar las actualizaciones',
  },
  feeds: '{{on}} de {{of}} entidades al corriente',
  changed: '{{name}}: {{now}}, antes {{before}}.',
  footer: {
    map: 'Mapa: Natural Earth. Límites aproximados, sin valor oficial.',
    small: '1–\u20604: cifra reservada por ser pequeña; ≥5: reservada para que otra no se deduzca.',
    letters:
      'NNA: niñas, niños y adolescentes. PPNNA: Procuraduría de Protección de NNA. BID: determinación del interés superior. INM: Instituto Nacional de Migración. DIF: Sistema para el Desarrollo Integral de la Familia. CAS: centro de asistencia social. COMAR: Comisión Mexicana de Ayuda a Refugiados. LM: Ley de Migración. LGDNNA: Ley General de los Derechos de NNA. SCJN: Suprema Corte de Justicia de la Nación.',
    explorer: 'Explorador del grafo',
    partners: 'Para sistemas aliados',
    persons: 'Se cuentan personas, no eventos, salvo donde se diga.',
  },
}
