import { readPhrases } from './phrases.ts'

export const cs = readPhrases(`
# question
{product} a stmívač | Dobrý den, funguje {product} s obyčejným stmívačem? Ten náš už má deset let.
{product} v jiné barvě | Nechystáte {product} v tmavě zelené? Zeď už mám, teď jen ten zbytek.
Praní | Dá se {product} prát v pračce na 40 stupňů, nebo raději v ruce?
Stihne to do soboty? | Když objednám dnes, přijde {product} do soboty? Je to dárek.
Vzorkovna | Máte {product} vystavené ve vzorkovně? Rád bych to viděl rozsvícené, než se rozhodnu.
# questionAnswer
Děkujeme za dotaz. Ano, funguje s každým LED stmívačem, u starších může slabě bzučet. Když bude, vezmeme zboží zpět.
Dobrý den, máme skladem, a co objednáte do dvou odpoledne, odchází ještě týž den.
V pračce na 40 stupňů na šetrný program, sušit naležato. Tak vydrží léta.
Ano, stojí hned u okna. Zastavte se, kávu máte u nás.
# quote
Poptávka pro 24 pokojů | Na jaře obnovujeme 24 pokojů a rádi bychom cenu za {product}, dva kusy na pokoj, dodání v květnu.
Cena při větším odběru | Kolik by stálo 40 kusů {product} s dopravou a fakturou se splatností 30 dní?
# quoteAnswer
Nabídku posílám v příloze, platí šest týdnů. Od třiceti kusů je doprava zdarma.
Děkuji za zájem. Počítám se slevou 12 % a zboží držím do příštího pátku.
# whereIsIt
Kde je objednávka {order}? | Mělo to přijít v úterý a je pátek. Potřebuji to k narozeninám. Zjistíte prosím, kde zásilka {order} je?
Objednávka {order} | Sledování zásilky {order} se tři dny nehnulo. Je všechno v pořádku?
Změna adresy, {order} | Mezitím jsem se přestěhovala. Dá se zásilka {order} ještě poslat na novou adresu?
# whereIsItAnswer
Právě jsem mluvila s dopravcem: zásilka {order} je naložená na zítřejší ráno. V poledne se ještě podívám.
Ptáte se právem. Balík se zatoulal na třídicí lince, už je zase na cestě a měl by dorazit ve čtvrtek.
Hotovo, zásilka {order} jede na novou adresu.
# thanks
Děkuji | Jen krátce: {product} je ještě hezčí než na fotkách. A díky za pečlivé zabalení.
Spokojená zákaznice | Maminka si při rozbalování poplakala. Stálo to za každou korunu.
# thanksAnswer
To je krásná zpráva, visí u nás na nástěnce. Děkujeme.
Udělala jste velkou radost celému skladu.
# late delivery
Zásilka {order} přišla o týden později | Oslava byla v sobotu, zásilka {order} dorazila až ve středu. Nikdo se neozval.
# damaged in transit
{product} přišlo rozbité | Krabice vypadala v pořádku, ale {product} má po celé straně prasklinu. Fotky přikládám.
Poškozený balík | Zásilka {order} byla promočená a na zboží je skvrna, která nejde dolů.
# wrong item
Přišlo něco jiného | Objednala jsem {product} a dostala něco úplně jiného. Pošlete prosím to správné.
# defective
{product} bliká | {product} bliká od druhého týdne, zkoušel jsem tři různé žárovky. Žárovkou to není.
Páře se šev | Po dvou praních se u výrobku {product} páře šev. Za tu cenu jsem čekala víc.
# wrong invoice
Faktura k {order} | Na faktuře k {order} je plná cena, přitom byla dohodnutá sleva 12 %. Účetní ji vrací.
# apology
Omlouvám se, takhle to být nemá. Hned to zjišťuji a ještě dnes se ozvu.
Děkujeme za zprávu i za fotky. Je to naše chyba a napravíme ji.
# refunded
Vrácena celá částka a přidán poukaz za potíže.
Vrácena část ceny, zboží zůstává zákazníkovi.
# replaced
Nový kus odešel dnes expresně, starý vyzvedne dopravce.
Vyměněno ze zásob vzorkovny a doručeno osobně.
# explained
Vysvětleno, zákazník je s odpovědí spokojený.
Opraveno a písemně potvrzeno.
# delighted
{product} proměnilo celý pokoj. Teplé světlo, krásné zpracování a přišlo to za dva dny.
Rychlé a milé jednání. Psala jsem v neděli večer a dostala opravdovou odpověď.
Objednávám potřetí a určitě ne naposledy.
Bytelnější, než jsem čekal. {product} vypadá na dvojnásobek ceny.
# mixed
Hezké, ale {product} je menší, než vypadá na fotkách.
Dobrá kvalita, jen doručení trvalo déle, než slibovali.
# upset
Tři týdny čekání a špatná barva. A pak ticho.
{product} se po měsíci rozbilo a musela jsem psát třikrát.
`)
