/** Short and pet forms, each line one name in its ways. */
const groups = `
alexander alexandra alex sasha sascha lex xander sandra ale alejandro alejandra
andrew andreas andrea andy drew andi
anthony antonio anton tony toni antoine
barbara barb babs barbora bara
benjamin ben benny benji
catherine katherine katharina katarzyna ekaterina kate katie kathy cathy kat katja katya kasia kati
charles charlotte charlie chuck carl karl lotte
christian christina christine christopher chris christy tina kris krzysztof
daniel daniela dan danny dani
david dave davy
deborah debra debbie deb
dmitri dmitry dima mitya
edward eduard ed eddie ted ned
eleanor eleonora ellie nora nell
elizabeth elisabeth liz lizzy lizzie beth betty liza lisa elsie
emily emilia em emmy
francis francisco francesca frances frank fran franz paco pancho
frederick friedrich fred freddy fritz
gabriel gabriela gabby gabi gabe
george georg jorge giorgio
gregory greg
guadalupe lupe
henry heinrich harry hank heinz
ignacio nacho
ivan vanya
jacob jakob jake kuba
james jim jimmy jamie
jennifer jen jenny
jessica jess jessie
johannes john jonathan jon johnny hans jan juan ivan
jose josef joseph joe joey pepe beppe giuseppe sepp
joanna johanna jo hanna asia
joshua josh
kenneth ken kenny
lawrence laurence larry
leonard leonardo leo lenny
magdalena magda lena magdalene maddie
malgorzata margaret margarita margarethe maggie meg peggy greta gosia rita
maria marie mary mia mariana
matthew matthias matteo matt mathias teo
michael michaela mike mick mickey micha michal misha
nicholas nikolaus nikolai nick nicky klaus niko kolya
olga olya
patricia patrick pat patty trish
pamela pam
peter petra pete piotr pedro
philip philipp phil
rebecca becky becca
richard ricardo rick ricky dick rich richie
robert roberto rob robbie bob bobby bert
ronald ron ronnie
samuel samantha sam sammy
sebastian seb basti bastian
sergei sergey seryozha
stanislaw stas staszek
stephen steven stefan stefanie stephanie steve steph steffi
susan susanne susanna sue susie susi
svetlana sveta
tatiana tanya tania
theodore theo teddy
thomas tom tommy tomasz
timothy tim timmy
tobias tobi toby
ulrich ulrike uli ulli
valentina valya vale
victoria vicky vika tori
vladimir vova volodya
walter wally walt
wilhelm william bill billy will willy liam guillermo
wolfgang wolf wolfi
zachary zach zack
`;

const families = new Map<string, string[]>();
for (const line of groups.trim().split('\n')) {
  const names = line.split(' ');
  for (const name of names) families.set(name, [...(families.get(name) ?? []), ...names]);
}

/** Other forms of a folded first name; empty for most. */
export function nicknamesOf(folded: string): readonly string[] {
  return families.get(folded) ?? [];
}
