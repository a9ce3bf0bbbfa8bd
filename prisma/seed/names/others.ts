/** Given names and surnames for invented children from elsewhere, by the language their papers are written in. */
export interface NameList {
  readonly girls: readonly string[]
  readonly boys: readonly string[]
  readonly surnames: readonly string[]
  readonly language: string
}

const words = (text: string): readonly string[] => text.split(' ')

export const HAITIAN: NameList = {
  girls: words('Widelene Fabiola Nadège Guerline Esther Roselaure Lovely Djenny Marie-Ange Micheline Naïka Sherline'),
  boys: words('Wilson Jean-Pierre Stevenson Widson Peterson Jameson Ricardo Frantz Evens Djimy Kervens Mackenson'),
  surnames: words(
    'Jean Pierre Joseph Louis Charles Saint-Louis Baptiste Michel Dorvil François Estimé Toussaint Noël Augustin',
  ),
  language: 'Kreyòl',
}

const BRAZILIAN: NameList = {
  girls: words('Ana Beatriz Larissa Júlia Letícia Vitória Yasmin Isabela Emanuelly Rafaela'),
  boys: words('João Gabriel Lucas Thiago Guilherme Vinícius Davi Caio Murilo Enzo'),
  surnames: words('Silva Souza Oliveira Pereira Lima Ferreira Gonçalves Ribeiro Araújo Barbosa Conceição Moraes'),
  language: 'Portugués',
}

const ENGLISH: NameList = {
  girls: words('Emily Ashley Madison Brittany Kayla Hailey Jasmine Chloe'),
  boys: words('Kevin Jason Tyler Justin Ethan Logan Dylan Jordan'),
  surnames: words('Hernandez Lopez Garcia Flores Smith Usher Castillo Reyes Young Martinez'),
  language: 'Inglés',
}

const FRENCH_AFRICAN: NameList = {
  girls: words('Aminata Fatou Mariama Awa Khady Aïssatou Ndeye Bintou'),
  boys: words('Mamadou Ousmane Ibrahima Cheikh Moussa Abdoulaye Alassane Modou'),
  surnames: words('Diallo Ndiaye Diop Barry Sow Camara Bah Traoré Ba Keita Mbaye'),
  language: 'Francés',
}

const ENGLISH_AFRICAN: NameList = {
  girls: words('Abena Akosua Esi Grace Blessing Mercy Adwoa Joy'),
  boys: words('Kwame Kofi Emmanuel Yaw Kwabena Samuel Isaac Kojo'),
  surnames: words('Mensah Owusu Boateng Asante Ngwa Tabe Appiah Osei Nkeng'),
  language: 'Inglés',
}

const PORTUGUESE_AFRICAN: NameList = {
  girls: words('Esperança Domingas Teresa Luzia Conceição Marta'),
  boys: words('Domingos Manuel Pedro Adão Mateus Joaquim'),
  surnames: words('Domingos Sebastião Miguel Kiala Nzinga Panzo Francisco Mateus'),
  language: 'Portugués',
}

const CENTRAL_ASIAN: NameList = {
  girls: words('Zahra Maryam Fatima Parwana Madina Nilufar Sabrina Laylo Zeynep Elif'),
  boys: words('Ahmad Mohammad Farid Omid Jasur Bekzod Sardor Amir Emre Yusuf'),
  surnames: words('Ahmadi Rahimi Haidari Noori Karimov Rakhimov Yusupov Yilmaz Demir Sharifi'),
  language: 'Dari',
}

const SLAVIC: NameList = {
  girls: words('Anastasia Polina Daria Alisa Ksenia'),
  boys: words('Artem Maksim Timur Ilya Kirill'),
  surnames: words('Ivanov Petrov Smirnov Volkov Magomedov Sokolov'),
  language: 'Ruso',
}

const SOUTH_ASIAN: NameList = {
  girls: words('Priya Anjali Simran Nisha Sita Nusrat'),
  boys: words('Arjun Harpreet Rahul Suraj Bikash Rakib'),
  surnames: words('Singh Patel Kumar Thapa Gurung Hossain Rahman Kaur'),
  language: 'Hindi',
}

const CHINESE: NameList = {
  girls: words('Xinyi Yuxi Zihan Meiling Jiayi Ruoxi'),
  boys: words('Haoran Zixuan Yichen Junjie Wei Bohan'),
  surnames: words('Wang Li Zhang Liu Chen Lin Huang Zheng Wu'),
  language: 'Mandarín',
}

const BY_COUNTRY: Readonly<Record<string, NameList>> = {
  ...{ HTI: HAITIAN, BRA: BRAZILIAN, USA: ENGLISH, BLZ: ENGLISH, SEN: FRENCH_AFRICAN, MRT: FRENCH_AFRICAN },
  ...{ GIN: FRENCH_AFRICAN, COD: FRENCH_AFRICAN, CMR: ENGLISH_AFRICAN, GHA: ENGLISH_AFRICAN, AGO: PORTUGUESE_AFRICAN },
  ...{ AFG: CENTRAL_ASIAN, UZB: CENTRAL_ASIAN, TUR: CENTRAL_ASIAN, RUS: SLAVIC, CHN: CHINESE },
  ...{ IND: SOUTH_ASIAN, BGD: SOUTH_ASIAN, NPL: SOUTH_ASIAN },
}

/** Undefined where names are Spanish. */
export function foreignNames(nationality: string): NameList | undefined {
  return BY_COUNTRY[nationality]
}
