/** Countries of Europe and Oceania, a line each: alpha-3 alpha-2 | Spanish | English | demonym | other spellings, with INM's long names. */
import type { RegionRows } from './regions.ts'

export const EUROPE_AND_OCEANIA: RegionRows = {
  EUROPE: `
ALA AX|Islas Åland|Åland Islands||
ALB AL|Albania|Albania|albanesa|
AND AD|Andorra|Andorra|andorrana|Principado de Andorra
AUT AT|Austria|Austria|austriaca|
BEL BE|Bélgica|Belgium|belga|
BGR BG|Bulgaria|Bulgaria|búlgara|
BIH BA|Bosnia y Herzegovina|Bosnia and Herzegovina|bosnia|Bosnia Herzegovina;Bosnia
BLR BY|Bielorrusia|Belarus|bielorrusa|Belarús
CHE CH|Suiza|Switzerland|suiza|Confederación Suiza
CZE CZ|Chequia|Czechia|checa|República Checa
DEU DE|Alemania|Germany|alemana|República Federal de Alemania
DNK DK|Dinamarca|Denmark|danesa|
ESP ES|España|Spain|española|
EST EE|Estonia|Estonia|estonia|
FIN FI|Finlandia|Finland|finlandesa|
FRA FR|Francia|France|francesa|República Francesa
FRO FO|Islas Feroe|Faroe Islands|feroesa|
GBR GB|Reino Unido|United Kingdom|británica|Reino Unido de Gran Bretaña e Irlanda del Norte;Reino Unido de la Gran Bretaña e Irlanda del Norte;Gran Bretaña;Inglaterra;Escocia;inglesa;UK
GGY GG|Guernesey|Guernsey||
GIB GI|Gibraltar|Gibraltar|gibraltareña|
GRC GR|Grecia|Greece|griega|República Helénica
HRV HR|Croacia|Croatia|croata|
HUN HU|Hungría|Hungary|húngara|
IMN IM|Isla de Man|Isle of Man||
IRL IE|Irlanda|Ireland|irlandesa|
ISL IS|Islandia|Iceland|islandesa|
ITA IT|Italia|Italy|italiana|República Italiana
JEY JE|Jersey|Jersey||
LIE LI|Liechtenstein|Liechtenstein|liechtensteiniana|
LTU LT|Lituania|Lithuania|lituana|
LUX LU|Luxemburgo|Luxembourg|luxemburguesa|Gran Ducado de Luxemburgo
LVA LV|Letonia|Latvia|letona|
MCO MC|Mónaco|Monaco|monegasca|Principado de Mónaco
MDA MD|Moldavia|Moldova|moldava|República de Moldova;Moldova (República de)
MKD MK|Macedonia del Norte|North Macedonia|macedonia|Macedonia;Ex República Yugoslava de Macedonia;La ex República Yugoslava de Macedonia
MLT MT|Malta|Malta|maltesa|
MNE ME|Montenegro|Montenegro|montenegrina|
NLD NL|Países Bajos|Netherlands|neerlandesa|Holanda;holandesa;Reino de los Países Bajos
NOR NO|Noruega|Norway|noruega|
POL PL|Polonia|Poland|polaca|
PRT PT|Portugal|Portugal|portuguesa|República Portuguesa
ROU RO|Rumania|Romania|rumana|Rumanía
RUS RU|Rusia|Russia|rusa|Federación de Rusia;Federación Rusa
SJM SJ|Svalbard y Jan Mayen|Svalbard and Jan Mayen||
SMR SM|San Marino|San Marino|sanmarinense|Serenísima República de San Marino
SRB RS|Serbia|Serbia|serbia|Yugoslavia;Serbia y Montenegro
SVK SK|Eslovaquia|Slovakia|eslovaca|República Eslovaca
SVN SI|Eslovenia|Slovenia|eslovena|
SWE SE|Suecia|Sweden|sueca|
UKR UA|Ucrania|Ukraine|ucraniana|
VAT VA|Ciudad del Vaticano|Vatican City|vaticana|Santa Sede;Vaticano
XKX XK|Kosovo|Kosovo|kosovar|`,

  OCEANIA: `
ASM AS|Samoa Americana|American Samoa||
ATA AQ|Antártida|Antarctica||
ATF TF|Tierras Australes Francesas|French Southern Territories||
AUS AU|Australia|Australia|australiana|
BVT BV|Isla Bouvet|Bouvet Island||
CCK CC|Islas Cocos|Cocos (Keeling) Islands||
COK CK|Islas Cook|Cook Islands||
CXR CX|Isla de Navidad|Christmas Island||
FJI FJ|Fiyi|Fiji|fiyiana|Fidji;Fidyi
FSM FM|Micronesia|Micronesia|micronesia|Estados Federados de Micronesia;Micronesia (Estados Federados de)
GUM GU|Guam|Guam|guameña|
HMD HM|Islas Heard y McDonald|Heard and McDonald Islands||
KIR KI|Kiribati|Kiribati|kiribatiana|
MHL MH|Islas Marshall|Marshall Islands|marshalesa|
MNP MP|Islas Marianas del Norte|Northern Mariana Islands||
NCL NC|Nueva Caledonia|New Caledonia||
NFK NF|Isla Norfolk|Norfolk Island||
NIU NU|Niue|Niue||
NRU NR|Nauru|Nauru|nauruana|
NZL NZ|Nueva Zelanda|New Zealand|neozelandesa|Nueva Zelandia
PCN PN|Islas Pitcairn|Pitcairn Islands||
PLW PW|Palaos|Palau|palauana|
PNG PG|Papúa Nueva Guinea|Papua New Guinea|papú|
PYF PF|Polinesia Francesa|French Polynesia||
SLB SB|Islas Salomón|Solomon Islands|salomonense|
TKL TK|Tokelau|Tokelau||
TON TO|Tonga|Tonga|tongana|
TUV TV|Tuvalu|Tuvalu|tuvaluana|
UMI UM|Islas menores alejadas de los Estados Unidos|United States Minor Outlying Islands||
VUT VU|Vanuatu|Vanuatu|vanuatuense|
WLF WF|Wallis y Futuna|Wallis and Futuna||
WSM WS|Samoa|Samoa|samoana|`,
}
