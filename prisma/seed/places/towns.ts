/** Municipalities where children are found, by state, most frequent first: the twin's own choice of real places. */
import type { StateCode } from '@vigia/law/states'

// biome-ignore format: one line a state
const TOWNS: Readonly<Record<StateCode, string>> = {
  '01': 'Aguascalientes', '02': 'Tijuana|Mexicali|Tecate', '03': 'La Paz|Los Cabos', '04': 'Escárcega|Carmen|Campeche',
  '05': 'Piedras Negras|Acuña|Saltillo|Torreón', '06': 'Manzanillo|Colima',
  '07': 'Tapachula|Suchiate|Huixtla|Tuxtla Gutiérrez|Palenque|Frontera Comalapa|Comitán de Domínguez|Arriaga|Pijijiapan',
  '08': 'Juárez|Janos|Chihuahua|Ojinaga', '09': 'Iztapalapa|Venustiano Carranza|Tláhuac|Cuauhtémoc', '10': 'Gómez Palacio|Durango',
  '11': 'Celaya|Irapuato|León', '12': 'Acapulco de Juárez|Chilpancingo de los Bravo', '13': 'Huichapan|Pachuca de Soto|Tula de Allende',
  '14': 'Guadalajara|Lagos de Moreno|El Salto', '15': 'Huehuetoca|Tultitlán|Ecatepec de Morelos', '16': 'Lázaro Cárdenas|Morelia',
  '17': 'Cuernavaca|Cuautla', '18': 'Tepic|Acaponeta', '19': 'Monterrey|Apodaca|China|Escobedo',
  '20': 'San Pedro Tapanatepec|Juchitán de Zaragoza|Oaxaca de Juárez|Salina Cruz', '21': 'Puebla|Tehuacán|San Martín Texmelucan',
  '22': 'San Juan del Río|Querétaro', '23': 'Benito Juárez|Othón P. Blanco|Solidaridad', '24': 'Matehuala|San Luis Potosí|Ciudad Valles',
  '25': 'Mazatlán|Culiacán|Ahome', '26': 'Hermosillo|Nogales|Caborca|Benjamín Hill', '27': 'Tenosique|Centro|Huimanguillo|Macuspana|Cárdenas',
  '28': 'Reynosa|Nuevo Laredo|Matamoros|Tampico', '29': 'Apizaco|Tlaxcala', '30': 'Acayucan|Coatzacoalcos|Veracruz|Xalapa|Cosoleacaque',
  '31': 'Mérida|Progreso', '32': 'Zacatecas|Fresnillo|Concepción del Oro',
}

/** The towns of a state, most frequent first. */
export function townsIn(state: StateCode): readonly string[] {
  return TOWNS[state].split('|')
}
