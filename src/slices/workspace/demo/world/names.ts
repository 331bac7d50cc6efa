import type { CountryCode } from './countries.ts'

/** A name as it is written, and in letters that fit into an e-mail address where those differ. */
export interface Name {
  native: string
  latin: string
}

export interface NameList {
  female: Name[]
  male: Name[]
  /** Last names: of women, of men. */
  lastFemale: Name[]
  lastMale: Name[]
  /** Family name first, as in Japanese. */
  isFamilyFirst: boolean
}

/** Reads `Jana Marie …`, `佐藤|sato …`; a last name `Novák/Nováková` has a form for each. */
function list(female: string, male: string, last: string, isFamilyFirst = false): NameList {
  const read = (text: string): Name[] =>
    text.split(' ').map(entry => {
      const [native, latin = native] = entry.replaceAll('_', ' ').split('|') as [string, string?]
      return { native, latin }
    })
  const forms = last.split(' ').map(entry => entry.split('/'))
  return {
    female: read(female),
    male: read(male),
    lastFemale: read(forms.map(form => form[1] ?? form[0]!).join(' ')),
    lastMale: read(forms.map(form => form[0]!).join(' ')),
    isFamilyFirst,
  }
}

const german = list(
  'Anna Lena Katharina Johanna Sabine Petra Claudia Heike Birgit Franziska Theresa Antonia Greta Frieda Ayşe Elif Ingrid Monika Nele Paula Marlene Ulrike Judith Clara',
  'Thomas Michael Stefan Andreas Jürgen Klaus Matthias Florian Sebastian Felix Jonas Lukas Moritz Emre Mehmet Uwe Dieter Björn Tobias Philipp Maximilian Jakob Ralf Oskar',
  'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Krause Lehmann Köhler Maier Yılmaz Kaya Vogel Böhm Groß Pfeiffer Jäger Seidel Brandt Haas Schreiber Kühn',
)
const english = list(
  'Olivia Amelia Grace Charlotte Emily Sophie Harriet Beatrice Alice Priya Aisha Niamh Eleanor Hannah Rachel Megan Lauren Victoria Zoe Imogen Chloe Ruth Abigail Maya',
  'Oliver George Harry James William Thomas Edward Samuel Daniel Arjun Mohammed Callum Rhys Benjamin Matthew Simon Patrick Nathan Luke Adam Theodore Henry Isaac Owen',
  'Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Khan Lewis Turner Hill Cooper Ward Morris Moore Clark Baker Harrison Campbell Mitchell Kelly Begum O’Connor Fraser Whitfield Ashworth',
)

export const names: Record<CountryCode, NameList> = {
  CZ: list(
    'Marta Jana Eva Hana Lenka Kateřina Lucie Věra Alena Petra Veronika Jitka Tereza Zuzana Eliška Barbora Kristýna Markéta Květa Ludmila Adéla Simona Ivana Šárka',
    'Jiří Jan Petr Josef Pavel Martin Tomáš Jaroslav Miroslav Zdeněk Václav Michal Karel Lukáš Jakub Ondřej Vojtěch Matěj Filip Radek Aleš Bohumil Řehoř Hynek',
    'Novák/Nováková Svoboda/Svobodová Novotný/Novotná Dvořák/Dvořáková Černý/Černá Procházka/Procházková Kučera/Kučerová Veselý/Veselá Horák/Horáková Němec/Němcová Pokorný/Pokorná Marek/Marková Pospíšil/Pospíšilová Hájek/Hájková Jelínek/Jelínková Král/Králová Růžička/Růžičková Beneš/Benešová Fiala/Fialová Sedláček/Sedláčková Doležal/Doležalová Zeman/Zemanová Kolář/Kolářová Navrátil/Navrátilová Čermák/Čermáková Vaněk/Vaňková Urban/Urbanová Blažek/Blažková Kříž/Křížová Kovář/Kovářová Bartoš/Bartošová Vlček/Vlčková Musil/Musilová Šimek/Šimková Nguyen/Nguyenová Konečný/Konečná Malý/Malá Čech/Čechová Štěpánek/Štěpánková Příhoda/Příhodová',
  ),
  DE: german,
  AT: german,
  GB: english,
  US: list(
    'Emma Madison Abigail Isabella Ashley Jessica Sarah Jennifer Nicole Brooke Savannah Camila Valeria Destiny Naomi Kayla Audrey Hailey Samantha Lillian Mei Aaliyah Tessa June',
    'Liam Noah Ethan Mason Logan Jacob Michael Tyler Brandon Carlos Diego Marcus Jamal Andrew Joshua Christopher Austin Kevin Jason Wyatt Caleb Hunter Wei Elijah',
    'Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Chen',
  ),
  FR: list(
    'Marie Camille Chloé Léa Manon Inès Sophie Isabelle Nathalie Céline Élodie Juliette Amélie Margaux Aurélie Hélène Fatima Yasmine Claire Mathilde Océane Delphine Brigitte Zoé',
    'Jean Pierre Louis Lucas Hugo Nicolas Julien François Mathieu Étienne Antoine Guillaume Thierry Olivier Rémi Karim Mehdi Théo Benoît Gaël Raphaël Sébastien Loïc Cédric',
    'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefèvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard André Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau Blanc Guérin Muller Benali Chevalier Perrin Haddad',
  ),
  PL: list(
    'Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Magdalena Elżbieta Joanna Aleksandra Zofia Julia Natalia Zuzanna Hanna Monika Beata Iwona Dorota Kinga Weronika Oliwia',
    'Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Stanisław Jakub Adam Marek Łukasz Grzegorz Mateusz Wojciech Mariusz Dariusz Zbigniew Kamil Szymon Rafał Bartosz Przemysław',
    'Nowak Kowalski/Kowalska Wiśniewski/Wiśniewska Wójcik Kowalczyk Kamiński/Kamińska Lewandowski/Lewandowska Zieliński/Zielińska Szymański/Szymańska Woźniak Dąbrowski/Dąbrowska Kozłowski/Kozłowska Jankowski/Jankowska Mazur Kwiatkowski/Kwiatkowska Wojciechowski/Wojciechowska Krawczyk Kaczmarek Piotrowski/Piotrowska Grabowski/Grabowska Zając Pawłowski/Pawłowska Michalski/Michalska Król Wieczorek Jabłoński/Jabłońska Wróbel Nowakowski/Nowakowska Majewski/Majewska Olszewski/Olszewska Stępień Malinowski/Malinowska Jaworski/Jaworska Adamczyk Dudek Nowicki/Nowicka Pawlak Górski/Górska Witkowski/Witkowska Sikora',
  ),
  ES: list(
    'María Carmen Lucía Sofía Paula Laura Marta Elena Cristina Ana_Belén Isabel Rocío Nuria Montserrat Inés Alba Noelia Silvia Pilar Begoña Julia Irene Ainhoa Valeria',
    'Antonio José Manuel Francisco David Juan Javier Daniel Carlos Alejandro Miguel Rafael Pablo Sergio Jorge Álvaro Iñaki Andrés Adrián Rubén Hugo Óscar Íñigo Jaume',
    'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Castro Ortega Rubio Marín Iglesias Núñez Garrido Cortés Castillo Ibáñez',
  ),
  JP: list(
    '花子|hanako 陽菜|hina 美咲|misaki さくら|sakura 結衣|yui 葵|aoi 愛|ai 久美子|kumiko 由美|yumi 真理子|mariko 恵子|keiko 千尋|chihiro 彩|aya 麻衣|mai 凛|rin 直美|naomi',
    '太郎|taro 蓮|ren 大翔|hiroto 健太|kenta 翔太|shota 拓海|takumi 誠|makoto 浩|hiroshi 一郎|ichiro 大輔|daisuke 直樹|naoki 隆|takashi 悠真|yuma 亮|ryo 修|osamu 健|ken',
    '佐藤|sato 鈴木|suzuki 高橋|takahashi 田中|tanaka 伊藤|ito 渡辺|watanabe 山本|yamamoto 中村|nakamura 小林|kobayashi 加藤|kato 吉田|yoshida 山田|yamada 佐々木|sasaki 山口|yamaguchi 松本|matsumoto 井上|inoue 木村|kimura 林|hayashi 清水|shimizu 斎藤|saito 森|mori 池田|ikeda 橋本|hashimoto 石川|ishikawa',
    true,
  ),
  UA: list(
    'Олена|olena Наталія|nataliia Оксана|oksana Ірина|iryna Тетяна|tetiana Юлія|yuliia Анна|anna Марія|mariia Катерина|kateryna Софія|sofiia Дарина|daryna Вікторія|viktoriia Людмила|liudmyla Соломія|solomiia Богдана|bohdana Ганна|hanna',
    'Олександр|oleksandr Андрій|andrii Сергій|serhii Володимир|volodymyr Іван|ivan Дмитро|dmytro Михайло|mykhailo Тарас|taras Богдан|bohdan Максим|maksym Юрій|yurii Василь|vasyl Роман|roman Назар|nazar Остап|ostap Ярослав|yaroslav',
    'Шевченко|shevchenko Коваленко|kovalenko Бондаренко|bondarenko Ткаченко|tkachenko Кравченко|kravchenko Олійник|oliinyk Шевчук|shevchuk Коваль|koval Поліщук|polishchuk Мельник|melnyk Бойко|boiko Лисенко|lysenko Мороз|moroz Савченко|savchenko Руденко|rudenko Марченко|marchenko Ковальський|kovalskyi/Ковальська|kovalska Гончар|honchar Клименко|klymenko Павленко|pavlenko Левицький|levytskyi/Левицька|levytska Козак|kozak Яременко|yaremenko Захарченко|zakharchenko',
  ),
}
