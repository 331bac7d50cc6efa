import { readPhrases } from './phrases.ts'

export const es = readPhrases(`
# question
¿{product} es regulable? | Hola, ¿{product} funciona con un regulador normal? El nuestro tiene unos diez años.
{product} en otro color | ¿Piensan sacar {product} en verde oscuro? La pared ya la tengo, solo falta el resto.
Lavado | ¿Se puede lavar {product} a máquina a 40 grados o mejor a mano?
¿Llega antes del sábado? | Si lo pido hoy, ¿llegaría {product} antes del sábado? Es un regalo.
Tienda | ¿Tienen {product} expuesto en la tienda? Me gustaría verlo encendido antes de decidirme.
# questionAnswer
Gracias por preguntar. Sí, con cualquier regulador LED; los más antiguos a veces zumban un poco. Si pasa, lo recogemos.
Lo tenemos en almacén. Lo que se pide antes de las dos sale el mismo día.
A máquina a 40 grados, programa delicado, y secar en plano. Así dura años.
Sí, está justo junto al escaparate. Pásese, al café invitamos nosotros.
# quote
Presupuesto para 24 habitaciones | Renovamos 24 habitaciones esta primavera y querríamos precio para {product}, dos por habitación, con entrega en mayo.
Precio por cantidad | ¿Cuánto costarían 40 unidades de {product} con transporte y factura a 30 días?
# quoteAnswer
Adjunto el presupuesto, válido seis semanas. A partir de 30 unidades el transporte es gratis.
Gracias por su interés. He aplicado un 12 % de descuento y reservado el género hasta el viernes de la semana que viene.
# whereIsIt
¿Dónde está mi pedido {order}? | Me dijeron martes y ya es viernes. Lo necesito para un cumpleaños. ¿Saben dónde está {order}?
Pedido {order} | El seguimiento de {order} lleva tres días parado. ¿Va todo bien?
Cambio de dirección, {order} | Me he mudado mientras tanto. ¿Puede ir {order} a la dirección nueva?
# whereIsItAnswer
Acabo de hablar con el transportista: {order} sale mañana por la mañana. A mediodía lo vuelvo a mirar.
Hace bien en preguntar. El paquete se clasificó mal; ya va de camino y debería llegar el jueves.
Hecho, {order} va a la dirección nueva.
# thanks
Gracias | Solo un apunte: {product} es aún más bonito que en las fotos. Y gracias por embalarlo con tanto cuidado.
Una clienta contenta | Mi madre se emocionó al abrirlo. Vale cada céntimo.
# thanksAnswer
Qué mensaje tan bonito, ya está colgado en nuestra pared. Gracias.
Ha alegrado el día a todo el almacén.
# late delivery
{order} llegó una semana tarde | El cumpleaños era el sábado y {order} llegó el miércoles siguiente. Nadie avisó.
# damaged in transit
{product} llegó roto | La caja parecía bien, pero {product} está rajado por un lado. Adjunto fotos.
Paquete dañado | El paquete {order} venía empapado y la mancha no sale.
# wrong item
No es lo que pedí | Pedí {product} y me ha llegado otra cosa. Por favor, envíen el correcto.
# defective
{product} parpadea | {product} parpadea desde la segunda semana, con tres bombillas distintas. No es la bombilla.
Se abre la costura | Tras dos lavados se abre la costura de {product}. Por este precio esperaba más.
# wrong invoice
Factura de {order} | La factura de {order} lleva el precio completo y habíamos acordado un 12 % menos. Contabilidad la devuelve.
# apology
Lo siento, esto no debería pasar. Lo estoy mirando ya y le escribo hoy mismo.
Gracias por avisar y por las fotos. El error es nuestro y lo vamos a arreglar.
# refunded
Reembolso completo y un vale por las molestias.
Reembolsada una parte; la clienta se queda el artículo.
# replaced
Hoy ha salido uno nuevo por urgente; recogemos el otro.
Cambiado por el de la tienda y entregado en mano.
# explained
Explicado lo ocurrido; el cliente queda conforme.
Corregido y confirmado por escrito.
# delighted
{product} ha cambiado todo el cuarto. Luz cálida, acabado precioso y llegó en dos días.
Rápidos y amables. Pregunté un domingo por la noche y me respondió una persona.
Es la tercera vez que compro y no será la última.
Más sólido y mejor hecho de lo que esperaba. {product} parece el doble de caro.
# mixed
Bonito, pero {product} es más pequeño de lo que parece.
Buena calidad, aunque la entrega tardó más de lo prometido.
# upset
Tres semanas esperando y el color equivocado. Luego, silencio.
{product} se rompió al mes y tuve que escribir tres veces.
`)
