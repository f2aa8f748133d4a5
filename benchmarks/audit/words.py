"""The words of the papers: the social area as committees read it. Places and people are invented."""

MUNICIPALITIES = (
    "Lindeby", "Havrup", "Vestermose", "Nørreskov", "Strandløkke", "Egedam", "Klintholt", "Søbanke", "Østerhede",
    "Ravnsgård", "Birkelunde", "Tangesø",
)  # fmt: skip

MEASURES = (
    "Øget opfølgning på længevarende botilbud og forhandling af takster",
    "Hjemtagelse af borgere fra eksterne botilbud",
    "Overgang fra midlertidigt botilbud til egen bolig",
    "STU, systematisk opfølgning",
    "Omlægning af bostøtte efter § 85",
    "Tilpasning af serviceniveau på §§ 103 og 104",
    "Forebyggelse og tidlig indsats efter § 82",
    "Øget brug af digital støtte",
    "Genforhandling af priser hos private leverandører",
    "Særlig opfølgningsindsats for unge med handicap",
    "Samlokalisering af støttecentre",
    "Mestringsstøtte og tilpasning af aflastning",
    "Lederreduktion i bo- og dagtilbud",
    "Optimeret kørsel til aktivitets- og samværstilbud",
    "Ophør af krisetelefonen",
    "Færre døgnbehandlingspladser på misbrugsområdet",
    "Omstilling af familieplejeområdet",
    "Styrket visitation til forsorgshjem (§ 110)",
    "Ny indkøbsaftale på bostøtte",
    "Reduktion af vikarforbrug på egne botilbud",
    "Øget salg af pladser til andre kommuner",
    "Revisitering af ledsageordning (§ 97)",
    "Opgangsfællesskab for borgere med udviklingshandicap",
    "Lavere gennemsnitspris på købte pladser (§§ 107 og 108)",
    "Kortere forløb i midlertidige botilbud",
    "Velfærdsteknologi om natten",
    "Alternative aflastningsformer",
    "Helhedsorienteret sagsbehandling af hjælpemidler",
    "Fast kontaktperson i socialpsykiatrien",
    "Tættere opfølgning på mellemkommunale takster",
)

SHORT_MEASURES = (
    "Taksttjek", "Bostøtte", "Kørsel", "Indkøb", "Vikarer", "STU", "Aflastning", "Hjemtagelser", "Digital støtte",
    "Administration", "Nattevagter", "Dagtilbud", "Ledsagelse", "Kompetenceudvikling",
)  # fmt: skip

SERVICE_SAVINGS = (
    "Færre døgnpladser, §§ 107 og 108", "Besparelse på køb af botilbudspladser", "Kortere anbringelsesforløb",
    "Besparelser på hjælpemidler", "Reduceret aflastning", "Lavere enhedspris på bostøtte", "Husleje",
    "Synergier i ledelse", "Mindre tid til kørsel og koordinering", "Reduceret vikarforbrug",
    "Færre køb af eksterne dagtilbud", "Generel besparelse på egne døgn- og dagtilbud til borgere med handicap",
)  # fmt: skip
SERVICE_COSTS = (
    "Sagsbehandler", "Socialrådgiver, 1 årsværk", "Koordinationstimer", "Frivilligkoordinator", "Ungevisitator",
    "Gruppeforløb", "Tabt statsrefusion", "Frikøb af 2 jobkonsulenter", "Støtte i egen bolig efter § 85",
)  # fmt: skip
TRANSFER_LINES = (
    "Besparelse på overførsler (kontanthjælp, sygedagpenge mv.)", "Færre udgifter til forsørgelse",
    "Færre udgifter til aktivering",
)  # fmt: skip
IMPLEMENTATION = (
    "Tilrettelæggelse af indsats", "Fælles kompetenceudviklingsforløb", "Projektledelse", "Anskaffelse af udstyr",
    "Konsulentbistand", "Oplæring af medarbejdere",
)  # fmt: skip
CAPITAL = ("Indretning af lokaler", "Ombygning af fællesarealer", "Etablering af boliger")

PROPOSALS = (
    "Helhedsorienteret sagsbehandling", "Tilpasning af døgnbehandling", "Særlig opfølgningsindsats for unge",
    "Sammenlægning af internt og eksternt dagtilbud", "Driftseffektivisering i hjemmeplejen",
    "Reduktion af myndighedsrammen", "Administrativ besparelse i centralforvaltningen",
    "Budgetreduktion på det samlede område", "Styrket forebyggende indsats for sårbare unge",
    "Systematisk koordinering af indsatsen for de yngste", "Samlokalisering af centerfællesskaber",
    "Servicereduktion på aktivitets- og samværstilbud", "Flytning af sundhedstilbud",
    "Prisindhentning og fastlagt serviceniveau på hjælpemidler", "Omstilling af familieplejeområdet",
    "Investeringsforslag: Styrket koordinering på krisecentre", "Investeringsforslag: Helhedsorienteret ungeindsats",
    "Tilpasning af serviceniveau på bo- og dagtilbud til borgere med handicap",
)  # fmt: skip

TARGET_GROUPS = (
    "Borgere med handicap", "Borgere med sindslidelse", "Udsatte voksne", "Hjemmepleje",
    "Børnefamilier med særlige behov", "Tværgående forslag", "Borgere med misbrug",
)  # fmt: skip
GROUP_CODES = {
    "Borgere med handicap": "HA", "Borgere med sindslidelse": "SI", "Udsatte voksne": "UD", "Hjemmepleje": "HJ",
    "Børnefamilier med særlige behov": "BU", "Tværgående forslag": "TV", "Borgere med misbrug": "MI",
}  # fmt: skip

COMMITTEES = (
    "Socialudvalget", "Beskæftigelses- og Integrationsudvalget", "Sundheds- og Omsorgsudvalget",
    "Børne- og Ungdomsudvalget", "Kultur- og Fritidsudvalget",
)  # fmt: skip

SECTIONS = (
    ("§ 85", "Socialpædagogisk støtte"), ("§ 95", "Borgerstyret personlig assistance"),
    ("§ 101", "Misbrugsbehandling"), ("§ 103", "Beskyttet beskæftigelse"),
    ("§ 104", "Aktivitets- og samværstilbud"), ("§ 107", "Midlertidige botilbud"),
    ("§ 108", "Længerevarende botilbud"), ("§ 109", "Kvindekrisecentre"), ("§ 110", "Forsorgshjem"),
    ("§ 97", "Ledsageordning"), ("ABL § 105", "Støtte i almene boliger"),
)  # fmt: skip
PARTS = (
    "heraf køb af pladser i andre kommuner", "heraf egne tilbud", "heraf private leverandører", "- heraf unge 18-24 år",
    "heraf udgifter til refusionssager",
)  # fmt: skip

AREAS = (
    "Botilbud", "Bostøtte jf. § 85", "Dagtilbud", "Misbrug", "Forsorgshjem", "Krisecentre", "STU", "Aflastning",
    "Merudgifter", "Socialpsykiatri", "Handicap, køb af pladser", "Myndighed", "Hjælpemidler", "Kørsel",
)  # fmt: skip
DAY_CENTRES = (
    "Kløverhuset", "Åværkstedet", "Det Grønne Sted", "Birkegården", "Café Lygten", "Spinderiet", "Havehuset",
    "Teglgården", "Musikværket",
)  # fmt: skip
PRICED = (
    "Køb af døgnbehandlingspladser", "Midlertidigt botilbud, § 107", "Bostøttetimer", "Aktivitets- og samværspladser",
    "Længerevarende botilbud, § 108", "Aflastningsdøgn", "Koordinator", "Kørsel med lift",
)  # fmt: skip

STATUS = (
    "Arbejdet følger planen. Der er i årets løb gennemgået bevillinger og forhandlet priser med leverandørerne.",
    "Indsatsen er forsinket, fordi ansættelsen af en medarbejder først faldt på plads efter sommerferien.",
    "Der er indgået aftale om nye takster pr. 1. juli. Helårseffekten ses i næste år.",
    "Det har ikke været muligt at hente besparelsen. Der arbejdes videre med alternative løsninger.",
    "I alt 13 borgere er flyttet i egen bolig. Heraf modtager 7 borgere støtte efter § 85.",
    "Målet er nået. Praksis fortsætter.",
    "Delvist realiseret; resten forventes indhentet ved 2. budgetopfølgning.",
)

INTRO = (
    "Udvalget får hermed status på arbejdet med at bringe området i økonomisk balance.",
    "Notatet beskriver de tiltag, som forvaltningen foreslår, og den økonomi, der knytter sig til dem.",
    "Forvaltningen har gennemgået samtlige bevillinger på området og drøftet muligheder med tilbuddenes ledere.",
    "Det specialiserede voksenområde har gennem flere år været presset af tilgang og stigende enhedspriser.",
)
FILLER = (
    "Tallene er opgjort på grundlag af bevillinger i fagsystemet og bogført forbrug.",
    "Der visiteres efter det politisk vedtagne serviceniveau, og alle bevillinger på § 107 tages op hvert andet år.",
    "Forslaget kan gennemføres ved årets begyndelse, når høringen er afsluttet.",
    "Der er 7 borgere på forsorgshjem, og 3 af dem står på akutlisten til en bolig.",
    "Det forudsættes, at flere borgere opnår større selvstændighed, og at støtten tilpasses løbende.",
    "Der er ikke taget højde for afledte udgifter på andre udvalgs områder.",
    "Risikoen vurderes som lav, idet der er gode erfaringer fra nabokommunerne.",
    "Der følges op i den almindelige økonomiopfølgning pr. 31. marts, 30. juni og 30. september.",
)
CRITERIA = (
    ("Flere borgere bor i egen bolig", "Antal fraflytninger opgøres kvartalsvis", "Afdelingslederen", "Hvert kvartal"),
    ("Lavere gennemsnitspris", "Udtræk fra fagsystemet", "Controllerteamet", "Ved budgetopfølgning"),
    ("Kortere ophold på krisecentre", "Datatræk fra tilbuddet", "Centerchefen", "Halvårligt"),
    ("Færre klagesager", "Optælling i journalsystemet", "Myndighedschefen", "Årligt"),
)
STARRED = (
    "* Der arbejdes løbende på at opnå årets besparelser.",
    "* Der er afsat 2,5 mio. kr. i en central pulje, som modsvares af en forventet tilgang af nye sager.",
    "* Beløbet er indregnet i budgettet.",
    "*Opgjort ekskl. moms.",
)
