/** Given names and surnames of Spanish America for invented children. No list of real people was used. */
// biome-ignore format: lists read best as lines
export const GIRLS: readonly string[] = [
  'María', 'Ana', 'Daniela', 'Sofía', 'Valentina', 'Camila', 'Génesis', 'Ashly', 'Nicole', 'Dayana', 'Yulissa', 'Kimberly',
  'Heidy', 'Karla', 'Wendy', 'Fátima', 'Luz', 'Rosa', 'Emely', 'Gabriela', 'Paola', 'Alejandra', 'Nohemí', 'Marisol',
  'Ximena', 'Zoé', 'Yaretzi', 'Antonella', 'Mía', 'Angely', 'Estefanía', 'Joselyn', 'Brenda', 'Dulce', 'Esmeralda', 'Abigail',
]
// biome-ignore format: lists read best as lines
export const BOYS: readonly string[] = [
  'José', 'Juan', 'Carlos', 'Kevin', 'Brayan', 'Cristian', 'Daniel', 'Diego', 'Ángel', 'Josué', 'Wilmer', 'Elmer',
  'Darwin', 'Jonathan', 'Samuel', 'Mateo', 'Santiago', 'Sebastián', 'Franklin', 'Edwin', 'Óscar', 'Selvin', 'Héctor', 'Milton',
  'Isaac', 'Emanuel', 'Fernando', 'Anderson', 'Jefferson', 'Yeison', 'Marlon', 'Nelson', 'Gerson', 'Obed', 'Elías', 'Luis',
]
/** Two names that are one, and how else they are written. */
export const COMPOUND_GIRLS: readonly (readonly string[])[] = [
  ['María de los Ángeles', 'Ma. de los Angeles', 'Maria Angeles'],
  ['María José', 'Ma. José', 'Maria Jose'],
  ['María del Carmen', 'Ma. del Carmen', 'Maria Carmen'],
  ['Ana Lucía', 'Analucia', 'Ana Lucia'],
  ['Luz Marina', 'Luzmarina', 'Luz Marina'],
]
export const COMPOUND_BOYS: readonly (readonly string[])[] = [
  ['José Luis', 'J. Luis', 'Jose Luis'],
  ['Juan Carlos', 'J. Carlos', 'Juan Carlos'],
  ['Luis Ángel', 'Luisangel', 'Luis Angel'],
  ['José de Jesús', 'J. Jesús', 'Jose de Jesus'],
  ['Miguel Ángel', 'Miguelangel', 'Miguel Angel'],
]
// biome-ignore format: lists read best as lines
export const SURNAMES: readonly string[] = [
  'Hernández', 'López', 'Martínez', 'García', 'Rodríguez', 'Pérez', 'González', 'Ramírez', 'Flores', 'Cruz', 'Mejía', 'Zelaya',
  'Reyes', 'Morales', 'Castillo', 'Gómez', 'Vásquez', 'Velásquez', 'Aguilar', 'Ortiz', 'Alvarado', 'Pineda', 'Rivera', 'Orellana',
  'Mendoza', 'Chávez', 'Guzmán', 'Romero', 'Herrera', 'Medina', 'Santos', 'Lara', 'Bonilla', 'Escobar', 'Portillo', 'Maldonado',
  'Ayala', 'Barahona', 'Cáceres', 'Discua', 'Euceda', 'Fúnez', 'Girón', 'Interiano', 'Lemus', 'Madrid', 'Núñez', 'Oseguera',
  'Paz', 'Quintanilla', 'Rápalo', 'Sorto', 'Tábora', 'Umanzor', 'Varela', 'Zúniga', 'Benítez', 'Contreras', 'Duarte', 'Figueroa',
]
// biome-ignore format: lists read best as lines
export const MAYA_SURNAMES: readonly string[] = [
  'Caal', 'Chub', 'Xol', 'Pop', 'Choc', 'Coc', 'Tiul', 'Ical', 'Cuc', 'Tzul', 'Ajanel', 'Batz', 'Chitay', 'Xicay', 'Tzoc',
  'Bámaca', 'Chilel', 'Jerónimo', 'Sacalxot', 'Us', 'Ixcoy', 'Quiej', 'Coj', 'Mó', 'Tot', 'Yat',
]
