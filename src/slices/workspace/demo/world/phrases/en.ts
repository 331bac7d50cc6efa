import { readPhrases } from './phrases.ts'

export const en = readPhrases(`
# question
Is {product} dimmable? | Hi, could you tell me whether {product} works with an ordinary dimmer? Ours is about ten years old.
{product} in another colour | Do you plan to have {product} in dark green? I have the wall, now I only need the rest.
Washing {product} | Can {product} go in the machine at 40 degrees or should I wash it by hand?
Delivery before Saturday? | If I order {product} today, is there a chance it comes before Saturday? It is a present.
Showroom | Is {product} on show in your showroom? I would like to see it lit before I decide.
# questionAnswer
Thank you for asking. {product} works with any LED dimmer, older ones sometimes hum a little. If it does, we take it back.
Good question. We have it in stock and it leaves here the same day when you order before two.
It can go in the machine at 40 degrees on a gentle cycle. Leave it to dry flat and it keeps its shape.
Yes, it stands right by the window in the showroom. Come by, the coffee is on us.
# quote
Quote for 24 rooms | We are refitting 24 rooms this spring and would like a price for {product}, two a room, delivered in May.
Price for larger quantities | What would 40 pieces of {product} cost, with delivery and on an invoice payable within 30 days?
# quoteAnswer
The quote is attached. It holds for six weeks; from 30 pieces the delivery is free.
Thank you for your interest. I have put 12% off the list price in and reserved the stock until Friday week.
# whereIsIt
Where is my order {order}? | It said Tuesday, now it is Friday. I need it for a birthday. Could you find out where {order} is?
Order {order} | The tracking of {order} has not moved for three days. Is everything all right?
Change of address for {order} | I have moved since I ordered. Can {order} still go to the new address?
# whereIsItAnswer
I have just spoken to the courier: {order} is on the van for tomorrow morning. I will check again at noon.
You are right to ask. The parcel was missorted; it is on its way again and should reach you on Thursday.
Done, {order} goes to your new address.
# thanks
Thank you | Just a quick line: {product} is even nicer than in the pictures. Thank you for packing it so carefully.
A happy customer | My mother cried a little when she unwrapped {product}. Worth every penny.
# thanksAnswer
What a lovely message, it is on our wall now. Thank you.
You have just made the warehouse very happy.
# late delivery
{order} came a week late | The birthday was on Saturday and {order} came on the Wednesday after. Nobody told me anything.
# damaged in transit
{product} arrived broken | The box looked fine but the shade of {product} is cracked all along one side. Pictures attached.
Damaged parcel | {order} was soaking wet and {product} has a stain that does not come out.
# wrong item
Not what I ordered | I ordered {product} and got something completely different. Please send the right one.
# defective
{product} flickers | {product} has been flickering since the second week, with three different bulbs. It cannot be the bulbs.
Seam coming apart | After two washes the seam of {product} is coming apart. I expected more at this price.
# wrong invoice
Invoice of {order} | The invoice of {order} shows the full price although 12% off was agreed. Our accountant sends it back.
# apology
I am sorry, that is not how it should be. I am looking into it now and will write again today.
Thank you for telling us, and for the pictures. This is our mistake and we will put it right.
# refunded
Refunded in full, and a voucher for the trouble.
Part of the price refunded; the customer keeps the item.
# replaced
A new one left today by express, the old one is collected.
Replaced from the showroom stock and delivered by hand.
# explained
Explained what happened; the customer is content with the answer.
Corrected and confirmed in writing.
# delighted
{product} changed the whole room. Warm light, beautiful finish, and it came in two days.
Fast and kind. I had a question on Sunday evening and got a real answer.
Third time I order here and it will not be the last.
Heavier and better made than I expected. {product} looks twice its price.
# mixed
Nice, but {product} is smaller than it looks in the pictures.
Good quality. The delivery took longer than promised, though.
# upset
Waited three weeks and got the wrong colour. Then silence.
{product} broke after a month and I had to write three times.
`)
