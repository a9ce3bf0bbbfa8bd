/** What a part of the page says when it has no figures to show. */
export const status = {
  loading: 'Cargando',
  failed: 'No disponible',
  missing: 'no disponible',
  missingShort: 'n. d.',
  notZero: 'No es un cero.',
  since: '{{what}} no responde desde las {{time}}.',
  retry: 'Reintentar',
  retryLabel: 'Reintentar: {{what}}',
  none: 'Sin casos en este periodo con estos filtros.',
  notFound: 'Esta página no existe.',
  unknownState: 'Ninguna entidad tiene la clave {{code}}.',
  home: 'Ir al panorama',
  broken: 'Esta parte de la página falló al dibujarse.',
  services: {
    children: 'El servicio de niñez',
    placements: 'El servicio de estancias',
    representation: 'El servicio de representación',
    returns: 'El servicio de retornos',
    oversight: 'El servicio de vigilancia',
    gateway: 'El registro',
  },
}
