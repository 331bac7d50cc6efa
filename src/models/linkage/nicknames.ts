/** Forms of one given name, English and Czech, folded; a form may stand for several names. */
const groups = `
alexander alex al alec sandy xander lex sasa alexandr
alexandra alex alexa sandra sandy lexi sasa
andrew andy drew andrej ondrej ondra
anthony tony ant anton antonin tonda
barbara barb babs bara barca barbora
benjamin ben benny benji
catherine cathy kate katie kathy cat kat katherine kathryn katharine kitty katerina katka kaca
charles charlie chuck chas karel kaja
christina chris tina chrissy kristyna kristina tyna
christopher chris kit topher krystof
daniel dan danny dana
david dave davy davey
deborah deb debbie debra
donald don donnie
dorothy dot dolly dottie dorota
edward ed eddie ted ned eda eduard
elizabeth liz beth betty eliza lizzie libby bess lisa elisabeth eliska bozena alzbeta betka
frances fran frankie francis frantiska
francis frank fran frankie frantisek franta
frederick fred freddie rick bedrich
gabriel gabe
gabriela gabi gabina
george jiri jirka jura
gerald gerry jerry
gregory greg rehor
hana hanka hanicka hannah
helen nell nellie ellen helena lenka eleanor
henry harry hank hal jindrich jindra
isabella bella izzy isabel isabelle izabela
jacob jake jakub kuba
james jim jimmy jamie jem
jan honza jenda john johnny jack jon
jane janie jana janicka
jaroslav jarda slavek jara
jaroslava jarka slavka jarmila
jennifer jen jenny jenn
jessica jess jessie
joan joanna jo johana
jonathan jon jonny nathan
joseph joe joey jo josef pepa pepik
joshua josh
judith judy judita
kenneth ken kenny
lawrence larry laurie vavrinec
leonard leo len lenny
lucie lucka lucy lucia
magdalena magda madlenka
margaret maggie meg peggy marge margie madge rita greta marketa
marie maruska marenka mary maria mara molly polly
martin marty
martina marta
matthew matt matty matous mates matej
michael mike mick mickey micky michal misa michala
michaela misa misha michala
miroslav mirek mira
miroslava mirka
nathaniel nat nate nathan
nicholas nick nicky nico mikulas
patricia pat patty tricia trish patsy patricie
patrick pat paddy patrik
paul pavel pavlik
pavla pavlina
peter pete petr petricek
philip phil pip filip
rebecca becky becca
richard rick dick rich ricky rik ricardo risa
robert bob bobby rob robbie bert bobek
ronald ron ronnie
samantha sam sammy
samuel sam sammy
stanislav standa stanley stan
stephen steve steven stevie stepan
stephanie steph stepanka
susan sue suzie susie suzanne susanna zuzana zuzka
theodore ted teddy theo teodor
theresa terry tess tessa tereza terka teresa
thomas tom tommy tomas tomik
timothy tim timmy timotej
valerie val
vaclav vasek venca wenceslas
veronika verca veronica ronnie
victoria vicky tori vicki viktorie
vincent vince vinnie
vladimir vlada volodya
vojtech vojta adalbert
walter walt wally
william will bill billy willy liam vilem
zachary zach zack zak`

const names = new Map<string, number[]>()
for (const [group, line] of groups.trim().split('\n').entries())
  for (const name of line.split(' ')) names.set(name, [...(names.get(name) ?? []), group])

/** Whether two folded given names may be forms of one: Bob and Robert, Honza and Jan. */
export function areNicknames(a: string, b: string): boolean {
  const groupsOfA = names.get(a)
  if (groupsOfA === undefined || a === b) return false
  const groupsOfB = names.get(b)
  return groupsOfB !== undefined && groupsOfA.some(group => groupsOfB.includes(group))
}
