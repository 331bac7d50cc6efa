import { readPhrases } from './phrases.ts'

export const pl = readPhrases(`
# question
{product} i ściemniacz | Dzień dobry, czy {product} działa ze zwykłym ściemniaczem? Nasz ma już z dziesięć lat.
{product} w innym kolorze | Czy planują Państwo {product} w ciemnej zieleni? Ścianę już mam, brakuje tylko reszty.
Pranie | Czy {product} można prać w pralce w 40 stopniach, czy lepiej ręcznie?
Czy zdąży do soboty? | Jeśli zamówię dzisiaj, czy {product} dotrze do soboty? To prezent.
Salon | Czy {product} można zobaczyć w salonie? Chciałbym zobaczyć zapalone światło, zanim się zdecyduję.
# questionAnswer
Dziękujemy za pytanie. Tak, z każdym ściemniaczem LED; starsze czasem lekko brzęczą. Wtedy przyjmiemy zwrot.
Mamy na stanie. Zamówienia złożone do 14 wychodzą tego samego dnia.
W pralce w 40 stopniach, program delikatny, suszyć na płasko. Będzie służyć latami.
Tak, stoi zaraz przy oknie. Zapraszamy, kawa na nasz koszt.
# quote
Zapytanie o 24 pokoje | Wiosną odnawiamy 24 pokoje i prosimy o cenę za {product}, po dwie sztuki na pokój, dostawa w maju.
Cena przy większej ilości | Ile kosztowałoby 40 sztuk {product} z dostawą i fakturą płatną w 30 dni?
# quoteAnswer
Oferta w załączniku, ważna sześć tygodni. Od 30 sztuk dostawa gratis.
Dziękuję za zainteresowanie. Uwzględniłam 12% rabatu i zarezerwowałam towar do przyszłego piątku.
# whereIsIt
Gdzie jest zamówienie {order}? | Miało być we wtorek, a jest piątek. Potrzebuję na urodziny. Czy wiadomo, gdzie jest {order}?
Zamówienie {order} | Śledzenie przesyłki {order} stoi od trzech dni. Czy wszystko w porządku?
Zmiana adresu, {order} | W międzyczasie się przeprowadziłam. Czy {order} może jeszcze pojechać na nowy adres?
# whereIsItAnswer
Właśnie rozmawiałam z kurierem: {order} jest na jutro rano. W południe sprawdzę jeszcze raz.
Słusznie Pani pyta. Paczka trafiła do złej sortowni, jest już w drodze i powinna dotrzeć w czwartek.
Gotowe, {order} jedzie na nowy adres.
# thanks
Dziękuję | Krótko: {product} jest jeszcze ładniejsze niż na zdjęciach. I dziękuję za staranne zapakowanie.
Zadowolona klientka | Mama aż się wzruszyła przy rozpakowywaniu. Warte każdej złotówki.
# thanksAnswer
Jaka piękna wiadomość, wisi już u nas na ścianie. Dziękujemy.
Sprawiła Pani radość całemu magazynowi.
# late delivery
{order} przyszło tydzień za późno | Urodziny były w sobotę, a {order} przyszło w środę po nich. Nikt nie dał znać.
# damaged in transit
{product} dotarło stłuczone | Karton wyglądał dobrze, ale {product} jest pęknięte z jednej strony. Zdjęcia w załączniku.
Uszkodzona paczka | Paczka {order} była przemoczona, a plama nie schodzi.
# wrong item
To nie to zamówienie | Zamówiłam {product}, a dostałam coś zupełnie innego. Proszę przysłać właściwy produkt.
# defective
{product} miga | {product} miga od drugiego tygodnia, z trzema różnymi żarówkami. To nie wina żarówki.
Szew się rozchodzi | Po dwóch praniach w {product} rozchodzi się szew. Za tę cenę oczekiwałam więcej.
# wrong invoice
Faktura do {order} | Na fakturze do {order} jest pełna cena, a umówiony był rabat 12%. Księgowość ją odsyła.
# apology
Przepraszam, tak nie powinno być. Już to sprawdzam i odezwę się jeszcze dzisiaj.
Dziękujemy za wiadomość i zdjęcia. To nasz błąd i naprawimy go.
# refunded
Zwrócono całość i dodano bon za kłopot.
Zwrócono część ceny, towar zostaje u klientki.
# replaced
Nowa sztuka wyszła dziś ekspresem, stara zostanie odebrana.
Wymieniono z zapasów salonu i dostarczono osobiście.
# explained
Wyjaśniono, co się stało; klient jest zadowolony z odpowiedzi.
Poprawiono i potwierdzono na piśmie.
# delighted
{product} odmieniło cały pokój. Ciepłe światło, piękne wykonanie i dwa dni czekania.
Szybko i miło. Napisałam w niedzielę wieczorem i dostałam prawdziwą odpowiedź.
Zamawiam trzeci raz i na pewno nie ostatni.
Solidniejsze, niż myślałem. {product} wygląda na dwa razy droższe.
# mixed
Ładne, ale {product} jest mniejsze, niż wygląda na zdjęciach.
Dobra jakość, tylko dostawa trwała dłużej, niż obiecano.
# upset
Trzy tygodnie czekania i zły kolor. A potem cisza.
{product} zepsuło się po miesiącu i musiałam pisać trzy razy.
`)
