/** Countries of Africa and Asia, a line each: alpha-3 alpha-2 | Spanish | English | demonym | other spellings, with INM's long names. */
import type { RegionRows } from './regions.ts'

export const AFRICA_AND_ASIA: RegionRows = {
  AFRICA: `
AGO AO|Angola|Angola|angoleña|angolana
BDI BI|Burundi|Burundi|burundesa|
BEN BJ|Benín|Benin|beninesa|
BFA BF|Burkina Faso|Burkina Faso|burkinesa|Burkina Fasso;burkinabé
BWA BW|Botsuana|Botswana|botsuana|botswanesa
CAF CF|República Centroafricana|Central African Republic|centroafricana|
CIV CI|Costa de Marfil|Côte d'Ivoire|marfileña|Ivory Coast
CMR CM|Camerún|Cameroon|camerunesa|Cameroun
COD CD|República Democrática del Congo|DR Congo||Congo (República Democrática del);RDC;R. D. del Congo;R. D. Congo;Democratic Republic of the Congo;Zaire
COG CG|Congo|Congo||República del Congo;Congo Brazzaville
COM KM|Comoras|Comoros|comorense|
CPV CV|Cabo Verde|Cape Verde|caboverdiana|
DJI DJ|Yibuti|Djibouti|yibutiana|
DZA DZ|Argelia|Algeria|argelina|República Argelina Democrática y Popular
EGY EG|Egipto|Egypt|egipcia|República Árabe de Egipto
ERI ER|Eritrea|Eritrea|eritrea|
ESH EH|Sáhara Occidental|Western Sahara|saharaui|República Árabe Saharaui Democrática
ETH ET|Etiopía|Ethiopia|etíope|
GAB GA|Gabón|Gabon|gabonesa|
GHA GH|Ghana|Ghana|ghanesa|
GIN GN|Guinea|Guinea|guineana|Guinea Conakry
GMB GM|Gambia|Gambia|gambiana|
GNB GW|Guinea-Bisáu|Guinea-Bissau|bisauguineana|Guinea Bissau
GNQ GQ|Guinea Ecuatorial|Equatorial Guinea|ecuatoguineana|
IOT IO|Territorio Británico del Océano Índico|British Indian Ocean Territory||
KEN KE|Kenia|Kenya|keniana|keniata
LBR LR|Liberia|Liberia|liberiana|
LBY LY|Libia|Libya|libia|Jamahiriya Árabe Libia
LSO LS|Lesoto|Lesotho|lesotense|
MAR MA|Marruecos|Morocco|marroquí|
MDG MG|Madagascar|Madagascar|malgache|
MLI ML|Malí|Mali|maliense|
MOZ MZ|Mozambique|Mozambique|mozambiqueña|
MRT MR|Mauritania|Mauritania|mauritana|República Islámica de Mauritania
MUS MU|Mauricio|Mauritius|mauriciana|Isla Mauricio
MWI MW|Malaui|Malawi|malauí|
MYT YT|Mayotte|Mayotte||
NAM NA|Namibia|Namibia|namibia|
NER NE|Níger|Niger|nigerina|
NGA NG|Nigeria|Nigeria|nigeriana|
REU RE|Reunión|Réunion||
RWA RW|Ruanda|Rwanda|ruandesa|
SDN SD|Sudán|Sudan|sudanesa|
SEN SN|Senegal|Senegal|senegalesa|
SHN SH|Santa Elena, Ascensión y Tristán de Acuña|Saint Helena, Ascension and Tristan da Cunha||Santa Elena
SLE SL|Sierra Leona|Sierra Leone|sierraleonesa|
SOM SO|Somalia|Somalia|somalí|
SSD SS|Sudán del Sur|South Sudan|sursudanesa|
STP ST|Santo Tomé y Príncipe|São Tomé and Príncipe|santotomense|
SWZ SZ|Esuatini|Eswatini|suazi|Swazilandia;Suazilandia
SYC SC|Seychelles|Seychelles|seychellense|Seychelles Islas;Islas Seychelles
TCD TD|Chad|Chad|chadiana|
TGO TG|Togo|Togo|togolesa|
TUN TN|Túnez|Tunisia|tunecina|
TZA TZ|Tanzania|Tanzania|tanzana|República Unida de Tanzania;Tanzania (República Unida de)
UGA UG|Uganda|Uganda|ugandesa|
ZAF ZA|Sudáfrica|South Africa|sudafricana|República Sudafricana
ZMB ZM|Zambia|Zambia|zambiana|
ZWE ZW|Zimbabue|Zimbabwe|zimbabuense|`,

  ASIA: `
AFG AF|Afganistán|Afghanistan|afgana|Emirato Islámico de Afganistán
ARE AE|Emiratos Árabes Unidos|United Arab Emirates|emiratí|
ARM AM|Armenia|Armenia|armenia|
AZE AZ|Azerbaiyán|Azerbaijan|azerbaiyana|Azerbaijan;Azerbaidjan
BGD BD|Bangladés|Bangladesh|bangladesí|República Popular de Bangladesh
BHR BH|Baréin|Bahrain|bareiní|Bahrein
BRN BN|Brunéi|Brunei|bruneana|Brunei Darussalam
BTN BT|Bután|Bhutan|butanesa|
CHN CN|China|China|china|República Popular China;República Popular de China
CYP CY|Chipre|Cyprus|chipriota|
GEO GE|Georgia|Georgia|georgiana|
HKG HK|Hong Kong|Hong Kong|hongkonesa|Región Administrativa Especial Hong Kong;Región Administrativa Especial de Hong Kong
IDN ID|Indonesia|Indonesia|indonesia|
IND IN|India|India|india|hindú
IRN IR|Irán|Iran|iraní|República Islámica del Irán;República Islámica de Irán;Irán (República Islámica del)
IRQ IQ|Irak|Iraq|iraquí|
ISR IL|Israel|Israel|israelí|
JOR JO|Jordania|Jordan|jordana|Reino Hachemita de Jordania
JPN JP|Japón|Japan|japonesa|
KAZ KZ|Kazajistán|Kazakhstan|kazaja|Kazajstán;Kazakhstan;Kazakstán
KGZ KG|Kirguistán|Kyrgyzstan|kirguisa|Kirguizistán;Kirguizia
KHM KH|Camboya|Cambodia|camboyana|
KOR KR|Corea del Sur|South Korea|surcoreana|República de Corea;Corea (República de);sudcoreana
KWT KW|Kuwait|Kuwait|kuwaití|
LAO LA|Laos|Laos|laosiana|República Democrática Popular Lao;República Democrática Popular de Lao
LBN LB|Líbano|Lebanon|libanesa|El Líbano;República Libanesa
LKA LK|Sri Lanka|Sri Lanka|ceilanesa|esrilanquesa;República Democrática Socialista de Sri Lanka
MAC MO|Macao|Macao||Región Administrativa Especial de Macao
MDV MV|Maldivas|Maldives|maldiva|Islas Maldivas
MMR MM|Myanmar|Myanmar|birmana|Birmania
MNG MN|Mongolia|Mongolia|mongola|
MYS MY|Malasia|Malaysia|malasia|
NPL NP|Nepal|Nepal|nepalesa|República Federal Democrática de Nepal;nepalí
OMN OM|Omán|Oman|omaní|
PAK PK|Pakistán|Pakistan|pakistaní|República Islámica de Pakistán
PHL PH|Filipinas|Philippines|filipina|
PRK KP|Corea del Norte|North Korea|norcoreana|República Popular Democrática de Corea;Corea (República Popular Democrática de)
PSE PS|Palestina|Palestine|palestina|Territorios Palestinos;Estado de Palestina
QAT QA|Catar|Qatar|catarí|
SAU SA|Arabia Saudita|Saudi Arabia|saudí|Arabia Saudí;Reino de Arabia Saudita
SGP SG|Singapur|Singapore|singapurense|
SYR SY|Siria|Syria|siria|República Árabe de Siria;República Árabe Siria
THA TH|Tailandia|Thailand|tailandesa|
TJK TJ|Tayikistán|Tajikistan|tayika|
TKM TM|Turkmenistán|Turkmenistan|turcomana|
TLS TL|Timor Oriental|Timor-Leste|timorense|Timor Leste
TUR TR|Turquía|Turkey|turca|Türkiye
TWN TW|Taiwán|Taiwan|taiwanesa|Taiwan (Provincia de China);República de China;Taiwán, Provincia de China
UZB UZ|Uzbekistán|Uzbekistan|uzbeka|
VNM VN|Vietnam|Vietnam|vietnamita|Viet Nam;República Socialista de Vietnam
YEM YE|Yemen|Yemen|yemení|`,
}
