import { readPhrases } from './phrases.ts'

export const de = readPhrases(`
# question
Ist {product} dimmbar? | Guten Tag, funktioniert {product} mit einem gewöhnlichen Dimmer? Unserer ist etwa zehn Jahre alt.
{product} in einer anderen Farbe | Wird es {product} auch in Dunkelgrün geben? Die Wand habe ich schon, jetzt fehlt nur der Rest.
Waschen | Kann {product} bei 40 Grad in die Maschine oder lieber Handwäsche?
Noch vor Samstag? | Wenn ich heute bestelle, kommt {product} noch vor Samstag? Es ist ein Geschenk.
Ausstellung | Steht {product} bei Ihnen im Showroom? Ich würde es gern eingeschaltet sehen.
# questionAnswer
Danke für Ihre Frage. Ja, mit jedem LED-Dimmer; ältere brummen manchmal leise. In dem Fall nehmen wir die Ware zurück.
Wir haben es auf Lager. Was bis 14 Uhr bestellt wird, geht am selben Tag raus.
Schonwaschgang bei 40 Grad, liegend trocknen, dann bleibt es jahrelang in Form.
Ja, gleich am Fenster. Kommen Sie vorbei, der Kaffee geht auf uns.
# quote
Angebot für 24 Zimmer | Wir renovieren im Frühjahr 24 Zimmer und hätten gern einen Preis für {product}, zwei je Zimmer, Lieferung im Mai.
Preis bei größerer Menge | Was kosten 40 Stück {product} mit Lieferung, zahlbar innerhalb von 30 Tagen?
# quoteAnswer
Das Angebot liegt bei und gilt sechs Wochen. Ab 30 Stück liefern wir frei Haus.
Vielen Dank für Ihr Interesse. 12 % Nachlass sind eingerechnet, die Ware ist bis übernächsten Freitag reserviert.
# whereIsIt
Wo ist meine Bestellung {order}? | Angekündigt war Dienstag, jetzt ist Freitag, und ich brauche es für einen Geburtstag. Wo ist {order}?
Bestellung {order} | Die Sendungsverfolgung von {order} steht seit drei Tagen still. Ist alles in Ordnung?
Neue Adresse für {order} | Ich bin inzwischen umgezogen. Kann {order} noch an die neue Adresse gehen?
# whereIsItAnswer
Ich habe gerade mit dem Paketdienst gesprochen: {order} ist für morgen früh auf dem Wagen. Mittags sehe ich noch einmal nach.
Sie fragen zu Recht. Das Paket war falsch sortiert, ist jetzt wieder unterwegs und sollte am Donnerstag ankommen.
Erledigt, {order} geht an die neue Adresse.
# thanks
Danke | Nur kurz: {product} ist noch schöner als auf den Bildern. Und danke für das sorgfältige Einpacken.
Eine zufriedene Kundin | Meine Mutter hatte beim Auspacken Tränen in den Augen. Jeden Cent wert.
# thanksAnswer
Was für eine schöne Nachricht, sie hängt jetzt bei uns an der Wand. Danke!
Damit haben Sie dem ganzen Lager eine Freude gemacht.
# late delivery
{order} kam eine Woche zu spät | Der Geburtstag war am Samstag, {order} kam am Mittwoch darauf. Niemand hat Bescheid gesagt.
# damaged in transit
{product} kam kaputt an | Der Karton sah gut aus, aber der Schirm von {product} ist auf einer Seite gesprungen. Bilder anbei.
Beschädigtes Paket | {order} war völlig durchnässt und der Fleck geht nicht mehr raus.
# wrong item
Falsche Ware | Bestellt hatte ich {product}, bekommen habe ich etwas ganz anderes. Bitte schicken Sie das Richtige.
# defective
{product} flackert | {product} flackert seit der zweiten Woche, mit drei verschiedenen Leuchtmitteln. Daran liegt es also nicht.
Naht geht auf | Nach zweimal Waschen geht bei {product} die Naht auf. Zu diesem Preis hatte ich mehr erwartet.
# wrong invoice
Rechnung zu {order} | Auf der Rechnung zu {order} steht der volle Preis, vereinbart waren 12 % Nachlass. Die Buchhaltung schickt sie zurück.
# apology
Das tut mir leid, so soll es nicht sein. Ich kläre das sofort und melde mich heute noch.
Danke für Ihre Nachricht und die Bilder. Der Fehler liegt bei uns, wir bringen das in Ordnung.
# refunded
Voll erstattet, dazu ein Gutschein für den Ärger.
Einen Teil des Preises erstattet, die Kundin behält die Ware.
# replaced
Ersatz ging heute per Express raus, das alte Stück wird abgeholt.
Aus dem Showroom ersetzt und persönlich gebracht.
# explained
Erklärt, was passiert ist; der Kunde ist mit der Antwort zufrieden.
Korrigiert und schriftlich bestätigt.
# delighted
{product} hat das ganze Zimmer verändert. Warmes Licht, schön verarbeitet, und nach zwei Tagen da.
Schnell und freundlich. Sonntagabend gefragt und eine richtige Antwort bekommen.
Meine dritte Bestellung und sicher nicht die letzte.
Schwerer und besser verarbeitet als gedacht. {product} sieht doppelt so teuer aus.
# mixed
Schön, aber {product} ist kleiner, als es auf den Bildern wirkt.
Gute Qualität, nur hat die Lieferung länger gedauert als versprochen.
# upset
Drei Wochen gewartet und dann die falsche Farbe. Danach Funkstille.
{product} war nach einem Monat kaputt und ich musste dreimal schreiben.
`)
