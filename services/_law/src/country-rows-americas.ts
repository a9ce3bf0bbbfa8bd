/** Countries of the Americas, a line each: alpha-3 alpha-2 | Spanish | English | demonym | other spellings, with INM's long names. */
import type { RegionRows } from './regions.ts'

export const AMERICAS: RegionRows = {
  NORTH_AMERICA: `
BMU BM|Bermudas|Bermuda|bermudeña|Bermuda
CAN CA|Canadá|Canada|canadiense|
GRL GL|Groenlandia|Greenland|groenlandesa|
MEX MX|México|Mexico|mexicana|Estados Unidos Mexicanos
SPM PM|San Pedro y Miquelón|Saint Pierre and Miquelon||
USA US|Estados Unidos|United States|estadounidense|Estados Unidos de América;Estados Unidos de Norteamérica;EUA;EE.UU.;EEUU;E.U.A.;norteamericana;USA;United States of America`,

  CENTRAL_AMERICA: `
BLZ BZ|Belice|Belize|beliceña|
CRI CR|Costa Rica|Costa Rica|costarricense|
GTM GT|Guatemala|Guatemala|guatemalteca|Guat.
HND HN|Honduras|Honduras|hondureña|Hond.
NIC NI|Nicaragua|Nicaragua|nicaragüense|
PAN PA|Panamá|Panama|panameña|
SLV SV|El Salvador|El Salvador|salvadoreña|Salvador;Salv.`,

  CARIBBEAN: `
ABW AW|Aruba|Aruba|arubeña|
AIA AI|Anguila|Anguilla|anguilense|
ATG AG|Antigua y Barbuda|Antigua and Barbuda|antiguana|
BES BQ|Caribe neerlandés|Caribbean Netherlands||Bonaire;Bonaire, San Eustaquio y Saba
BHS BS|Bahamas|Bahamas|bahameña|Las Bahamas;Commonwealth de las Bahamas
BLM BL|San Bartolomé|Saint Barthélemy||
BRB BB|Barbados|Barbados|barbadense|
CUB CU|Cuba|Cuba|cubana|
CUW CW|Curazao|Curaçao|curazoleña|Antillas Holandesas;Antillas Neerlandesas
CYM KY|Islas Caimán|Cayman Islands|caimanesa|Caimán Islas
DMA DM|Dominica|Dominica|dominiquesa|Commonwealth de Dominica;Mancomunidad de Dominica
DOM DO|República Dominicana|Dominican Republic|dominicana|R. Dominicana;Rep. Dominicana
GLP GP|Guadalupe|Guadeloupe|guadalupeña|
GRD GD|Granada|Grenada|granadina|
HTI HT|Haití|Haiti|haitiana|
JAM JM|Jamaica|Jamaica|jamaiquina|jamaicana
KNA KN|San Cristóbal y Nieves|Saint Kitts and Nevis|sancristobaleña|San Cristóbal y Nevis;San Kitts y Nevis;Saint Kitts y Nevis;San Cristóbal y Nieves (Saint Kitts y Nevis)
LCA LC|Santa Lucía|Saint Lucia|santaluciana|
MAF MF|San Martín (parte francesa)|Saint Martin (French part)||San Martín
MSR MS|Montserrat|Montserrat|montserratense|
MTQ MQ|Martinica|Martinique|martiniquesa|
PRI PR|Puerto Rico|Puerto Rico|puertorriqueña|
SXM SX|Sint Maarten|Sint Maarten (Dutch part)||San Martín (parte neerlandesa)
TCA TC|Islas Turcas y Caicos|Turks and Caicos Islands||
TTO TT|Trinidad y Tobago|Trinidad and Tobago|trinitense|trinitaria;Trinidad y Tabago
VCT VC|San Vicente y las Granadinas|Saint Vincent and the Grenadines|sanvicentina|San Vicente
VGB VG|Islas Vírgenes Británicas|British Virgin Islands||Islas Vírgenes (Británicas)
VIR VI|Islas Vírgenes de los Estados Unidos|United States Virgin Islands||Islas Vírgenes Americanas;Islas Vírgenes (EUA)`,

  SOUTH_AMERICA: `
ARG AR|Argentina|Argentina|argentina|República Argentina
BOL BO|Bolivia|Bolivia|boliviana|Estado Plurinacional de Bolivia;Bolivia (Estado Plurinacional de)
BRA BR|Brasil|Brazil|brasileña|República Federativa del Brasil;brasilera
CHL CL|Chile|Chile|chilena|
COL CO|Colombia|Colombia|colombiana|
ECU EC|Ecuador|Ecuador|ecuatoriana|
FLK FK|Islas Malvinas|Falkland Islands|malvinense|Islas Malvinas (Falkland)
GUF GF|Guayana Francesa|French Guiana||Guyana Francesa
GUY GY|Guyana|Guyana|guyanesa|República Cooperativa de Guyana
PER PE|Perú|Peru|peruana|
PRY PY|Paraguay|Paraguay|paraguaya|
SGS GS|Islas Georgias del Sur y Sandwich del Sur|South Georgia and the South Sandwich Islands||
SUR SR|Surinam|Suriname|surinamesa|
URY UY|Uruguay|Uruguay|uruguaya|República Oriental del Uruguay
VEN VE|Venezuela|Venezuela|venezolana|Vzla.;República Bolivariana de Venezuela;Venezuela (República Bolivariana de);Venezuela, República Bolivariana de`,
}
