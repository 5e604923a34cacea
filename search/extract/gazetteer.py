"""Closed lists about the world: Vietnamese surnames and provinces, given names, places, words that begin no name."""

from __future__ import annotations

SURNAMES = frozenset(
    """
    an au bach ban bang banh be blong bien bui cai cam can cao cha chau che chu co cu cung dam dang danh dao dau
    dinh diep
    doan do dong du duong dien giang giap ha han hau ho hoa hoang hong hua huynh khong khuat khuc khuong kieu kim ksor
    kha khieu khuu la lac lai lam lau le leng leo lieu lo lu luc lung luong luu lu ly ma mac mach mai mau nay
    nghiem ngo nguy nguyen
    nham nhan ninh nong nie ong pham phan phi pho phu phung phuong quach quan rmah ro sam sin siu son sung ta tan tang
    thach thai than thang thao thi thieu thinh tho ti tien tieu to ton tong tra tran trang trieu trinh truong tu tuong
    quang mua bo tong ung uong vang van vi vo vu vuong vien y xa yen
    """.split()
)

# Surnames that are also short English words or syllables of many place names: two more syllables must follow.
SHORT_SURNAMES = frozenset(
    "bo mua quang an ban bang be bien can cha co dam danh do dong du hong hoa la lai lung ma mai may nay nie o pho phu "
    "ro sin son tan tang thang thi thinh tho ti tien tra trang van vi vien xa y yen".split()
)

PROVINCES = (
    "An Giang, Ba Ria-Vung Tau, Bac Giang, Bac Kan, Bac Lieu, Bac Ninh, Ben Tre, Binh Dinh, Binh Duong, Binh Phuoc, "
    "Binh Thuan, Ca Mau, Can Tho, Cao Bang, Da Nang, Dak Lak, Dak Nong, Dien Bien, Dong Nai, Dong Thap, Gia Lai, "
    "Ha Giang, Ha Nam, Ha Tinh, Hai Duong, Hai Phong, Hanoi, Hau Giang, Ho Chi Minh City, Hoa Binh, Hue, Hung Yen, "
    "Khanh Hoa, Kien Giang, Kon Tum, Lai Chau, Lam Dong, Lang Son, Lao Cai, Long An, Nam Dinh, Nghe An, Ninh Binh, "
    "Ninh Thuan, Phu Tho, Phu Yen, Quang Binh, Quang Nam, Quang Ngai, Quang Ninh, Quang Tri, Soc Trang, Son La, "
    "Tay Ninh, Thai Binh, Thai Nguyen, Thanh Hoa, Thua Thien-Hue, Tien Giang, Tra Vinh, Tuyen Quang, Vinh Long, "
    "Vinh Phuc, Yen Bai"
).split(", ")

EPITHETS = {("Uncle", "Ho"): "Ho Chi Minh", ("President", "Ho"): "Ho Chi Minh"}

MUNICIPALITIES = frozenset({"Hanoi", "Ho Chi Minh City", "Hai Phong", "Da Nang", "Can Tho", "Hue"})

PROVINCE_SPELLINGS = {
    "Ha Noi": "Hanoi",
    "HCM City": "Ho Chi Minh City",
    "HCMC": "Ho Chi Minh City",
    "Haiphong": "Hai Phong",
}

# Two-syllable places whose first syllable is a surname, and other Vietnamese places often met.
PLACES = frozenset(
    """
    bien hoa|ha long|ha noi|viet nam|dien bien phu|vung tau|nha trang|da lat|buon ma thuot|phu quoc|con dao|sai gon|
    quy nhon|tam ky|vinh yen|phu ly|dong hoi|dong ha|tan an|my tho|cao lanh|rach gia|long xuyen|thu duc|ba dinh|
    hoan kiem|dong da|hai ba trung|cau giay|ly son|mai chau|truong sa|hoang sa|tan son nhat|noi bai|ha dong|
    thu dau mot|di an|thuan an|tan uyen|ben cat|cu chi|can gio|le hong phong|nguyen hue|tran phu|son tay|do son|
    phan thiet|phan rang|cam ranh|chu lai|chau doc|vi thanh|nga bay|pho hien|to lich|dien ban|hoi an|ha tien|mong cai
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)

# After a name these make it the name of a place, a prize or a body: Ho Chi Minh Order, Ho Chi Minh City.
EPONYM_NOUNS = frozenset(
    "city order national academy communist young thought trail mausoleum street road avenue university museum prize "
    "award medal highway park bridge square district province commune town ward school institute hospital airport "
    "stadium youth pioneer pioneers campaign era ideology temple river lake party commission committee people "
    "provincial municipal foundation coalition alliance network initiative fund trust society club association group "
    "union watch forum league institute declaration prison airport square act bill amendment reservoir canal port "
    "airlines shrine church stadium festival lines motors energy foods holdings partners systems solutions services "
    "industries media records studios pictures airways telecom insurance labs brothers software "
    "island islands shoal belt levels peninsula highlands show tower towers markets forces proceedings committees "
    "workers muslims christians llc inc corp plc speech speeches supporter supporters report ministries train".split()
)

PLACE_NOUNS = frozenset(
    "city province district street commune ward town station pumping river dyke bridge canal reservoir lake port "
    "island hamlet village market beach airport".split()
)

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split())

DIRECTIONS = frozenset("north south east west northern southern eastern western asia asian asean european".split())

# Words of geography and nationality: part of a title or a body, never of a person's name.
LANDS = frozenset(
    """
    africa african america american argentina asia asian asean australia australian austria belgium beijing berlin
    brazil
    brazilian britain british brussels bulgaria cambodia cambodian canada canadian china chinese congo croatia cuba
    cuban
    czech denmark dutch east egypt england english ethiopia europe european finland france french geneva german
    germany
    ghana greece greek hanoi havana holland hungary india indian indonesia indonesian iran iraq iraqi ireland irish
    israel
    israeli italian italy japan japanese kenya kong korea korean lao laos london malaysia malaysian mexican mexico
    moscow
    myanmar nepal netherlands nigeria nigerian north norway ottawa pakistan palestine paris philippines
    pyongyang poland
    polish portugal portuguese qatar romania rome russia russian saudi seoul serbia singapore singaporean slovakia
    soviet
    south spain spanish swedish sweden swiss switzerland syria syrian taiwan tehran thailand thai tokyo turkey turkish
    ukraine ukrainian uk un us usa uae venezuela vienna vientiane vietnam vietnamese viet washington west western
    eastern
    northern southern zealand abuja lagos arabia arabian texas florida ohio california iowa virginia carolina
    pennsylvania
    michigan wisconsin arizona nevada georgia colorado hampshire york jersey massachusetts illinois indiana kansas
    missouri minnesota utah chicago boston manhattan brooklyn atlanta dallas houston angeles francisco vegas
    """.split()
)

# Capitalised words of institutions, events and openings of sentences: never part of a person's name.
NO_NAME_WORDS = frozenset(
    """
    the a an this that these those there here it its he his she her they their we our you your i my me in on at by for
    from to of with without and or but nor so yet if as while when where after before since until during among between
    according accordingly addressing additionally also although amid another any both each every few firstly first
    second secondly third thirdly fourth fifth sixth seventh eighth finally furthermore however instead later many
    meanwhile moreover most much nevertheless no not now only other others over photo point regarding several some
    soon speaking such then thus today tomorrow under upon what who why how yesterday yes well vietnamese update
    source article video related news breaking politics world national state states party government central communist
    politburo political bureau committee commission council congress assembly ministry minister department office
    agency board union front secretariat secretary general deputy vice permanent standing acting president prime
    chairman chairwoman chair head chief director governor mayor member members delegate delegates senator
    representative republican republicans democrat democrats democratic house senate court supreme justice
    constitution resolution directive conclusion decision regulation decree notice law conference meeting session
    plenum forum summit workshop seminar ceremony event day year month week new old great high higher highest top late
    former comrade comrades mr mrs ms dr prof professor sir madam lord lady people province provincial city district
    commune town municipal region sea river bank group company corporation university institute academy school
    hospital centre center organisation organization association federation confederation army navy air force police
    security defence defense foreign affairs home public finance health education training labour labor culture sports
    tourism justice trade industry agriculture environment science technology transport construction information
    communications planning investment inspection inspectorate audit court procuracy strategy programme program
    project plan policy theme year's charter statutes platform development country countries nation nations united
    international global economic economy socialist republic executive managing parliamentary taoiseach tanaiste ceann
    comhairle independent liberal conservative socialist tory voter voters federal white street campaign election
    elections lunar times post daily journal review building gazette bulletin chronicle observer herald tribune press
    integrity action transparency watch initiative movement coalition mission agreement treaty accord protocol
    online weekly magazine network radio television website facebook twitter google covid internet hall
    excellency excellencies majesty majesties highness extraordinary plenipotentiary though neither either maybe perhaps
    despite unlike absent rival billionaire supervisor treasurer none whether because unless using electric motors
    """.split()
)

# Given names that show a row of capitals to be a person even without a title.
GIVEN_NAMES = frozenset(
    """
    aaron abdul abraham adam adrian ahmed alan albert alex alexander alexis ali alice allison amanda amy andrea andrew
    andy angela ann anna anne anthony antonio arnold arthur barack barbara barry ben benjamin bernard bernie beth bill
    bob bobby boris brad brandon brenda brian bruce carl carla carlos carly carol caroline catherine charles charlie
    chelsea chris christian christina christine christopher chuck claire cindy clarence corey craig cynthia dan daniel
    danny darrell dave david dean debbie deborah denis dennis derek diana diane dick don donald donna doug douglas
    duncan dwight earl ed eddie edward eleanor elena eli elizabeth ellen emily emma emmanuel eric erica erik
    ernest eva
    evan femi fidel frances francis francois frank franklin fred gabriel gary gavin gene geoffrey george gerald gerry
    gina glenn gloria gordon grace graham greg gregory guy hank hannah harold harry heather hector heidi helen henry
    herbert hillary howard hugh hugo ian igor isaac ivan ivanka jack jackie jacob jake james jamie jan jane
    janet jared
    jason jay jean jeb jeff jeffrey jennifer jenny jeremy jerry jessica jesse jill jim jimmy joan joe joel john johnny
    jon jonathan jordan jorge jose joseph josh joshua joyce juan judith judy julia julian julie justin karen karl kate
    katherine kathleen kathy katie katrina kayleigh keith kellyanne kelly ken kenneth kevin kim kofi kristen kurt kyle
    larry laura lauren lawrence lee leo leon leonard leslie lewis linda lindsey lisa lloyd lou louis louise lucy luis
    luke lyndon lynn madeleine marc marco marcus margaret maria marie marilyn mario mark martha martin mary matt
    matthew
    maureen max megan melania melissa michael michele michelle miguel mike mitch mitt mohammed molly monica muhammadu
    nancy narendra natalie nathan neil nelson newt nicholas nick nicole nicolas nigel noah norman olga oliver olivia
    omar oscar pamela pat patricia patrick paul paula pedro peter phil philip phillip pierre priscilla rachel
    ralph rand
    randy raul ray raymond rebecca reince rex ricardo richard rick rita rob robby robert roberto robin rodney
    roger ron
    ronald rosa ross roy rudy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sergei shannon
    sharon shaun sheila simon sofia sonia sophie stanley stephanie stephen steve steven stuart sue susan suzanne
    sylvia
    tammy ted teresa terry thabo theodore theresa thomas tiffany tim timothy tina todd tom tommy tony tracy trey tyler
    valerie vanessa vernon vicky victor victoria vincent vladimir walter wanda warren wayne wendy wesley will william
    willie winston xavier yasmin yolanda yuri zach zachary
    """.split()
)

# Of these, the names of women, and those that tell nothing.
FEMALE_NAMES = frozenset(
    """
    alice allison amanda amy andrea angela ann anna anne barbara beth brenda carla carol caroline catherine chelsea
    christina christine claire cindy deborah debbie denis diana diane donna eleanor elena elizabeth ellen emily emma
    erica eva gina gloria grace hannah heather heidi hillary ivanka jackie jane janet jennifer jenny jessica jill joan
    joyce judith judy julia julie karen kate katherine kathleen kathy katie katrina kayleigh kellyanne kristen laura
    lauren linda lindsey lisa louise lucy lynn madeleine margaret maria marie marilyn martha mary maureen megan
    melania
    melissa michele michelle molly monica nancy natalie nicole olga olivia pamela patricia paula priscilla rachel
    rebecca rita rosa ruth sally samantha sandra sara sarah shannon sharon sheila sofia sonia sophie stephanie sue
    susan suzanne sylvia tammy teresa theresa tiffany tina valerie vanessa victoria wanda wendy yasmin yolanda
    """.split()
) - {"denis", "lindsey"}
GIVEN_TO_BOTH = frozenset(
    "alexis andrea carol chris frances jackie jamie jan jean jesse jordan kelly kim leslie lindsey lou lynn marie "
    "michele pat robin sam shannon shaun terry tracy trey ali".split()
)

# Family names that come first in Chinese and Korean names, by which such persons are called.
FIRST_FAMILY_NAMES = frozenset(
    """
    xi li wang zhang liu chen yang zhao huang zhou wu xu sun zhu ma hu guo he lin gao luo cai ding zheng liang
    xie song
    tang deng han feng peng zeng xiao tian pan yuan yu dong jiang hua hou mao wei qin yin xue shen lu du qian kang
    park kim lee choi jung moon yoon
    """.split()
)
