// Long: a line for each row, made by scripts/reference-data. By tabs:
// code, numeric, exponent, symbol_tr, symbol_en, name_tr, name_en.
enum CurrencyData {
    // swift-format-ignore
    static var text: StaticString {
        """
        AED	784	2	AED	AED	BAE dirhemi	UAE dirham
        AFN	971	2	AFN	AFN	Afganistan afganisi	Afghan Afghani
        ALL	008	2	ALL	ALL	Arnavutluk leki	Albanian lek
        AMD	051	2	AMD	AMD	Ermenistan dramı	Armenian dram
        ANG	532	2	ANG	ANG	Hollanda Antilleri guldeni	Netherlands Antillean guilder
        AOA	973	2	AOA	AOA	Angola kvanzası	Angolan kwanza
        ARS	032	2	ARS	ARS	Arjantin pesosu	Argentine peso
        AUD	036	2	AU$	A$	Avustralya doları	Australian dollar
        AWG	533	2	AWG	AWG	Aruba florini	Aruban florin
        AZN	944	2	AZN	AZN	Azerbaycan manatı	Azerbaijani manat
        BAM	977	2	BAM	BAM	Konvertibl Bosna Hersek markı	Bosnia-Herzegovina convertible mark
        BBD	052	2	BBD	BBD	Barbados doları	Barbadian dollar
        BDT	050	2	BDT	BDT	Bangladeş takası	Bangladeshi taka
        BGN	975	2	BGN	BGN	Bulgar levası	Bulgarian lev
        BHD	048	3	BHD	BHD	Bahreyn dinarı	Bahraini dinar
        BIF	108	0	BIF	BIF	Burundi frangı	Burundian franc
        BMD	060	2	BMD	BMD	Bermuda doları	Bermudan dollar
        BND	096	2	BND	BND	Brunei doları	Brunei dollar
        BOB	068	2	BOB	BOB	Bolivya bolivyanosu	Bolivian boliviano
        BOV	984	2	BOV	BOV	Bolivya Mvdolu	Bolivian mvdol
        BRL	986	2	R$	R$	Brezilya reali	Brazilian real
        BSD	044	2	BSD	BSD	Bahama doları	Bahamian dollar
        BTN	064	2	BTN	BTN	Butan ngultrumu	Bhutanese ngultrum
        BWP	072	2	BWP	BWP	Botsvana pulası	Botswanan pula
        BYN	933	2	BYN	BYN	Belarus rublesi	Belarusian ruble
        BZD	084	2	BZD	BZD	Belize doları	Belize dollar
        CAD	124	2	CA$	CA$	Kanada doları	Canadian dollar
        CDF	976	2	CDF	CDF	Kongo frangı	Congolese franc
        CHE	947	2	CHE	CHE	WIR Avrosu	WIR euro
        CHF	756	2	CHF	CHF	İsviçre frangı	Swiss franc
        CHW	948	2	CHW	CHW	WIR Frangı	WIR franc
        CLP	152	0	CLP	CLP	Şili pesosu	Chilean peso
        CNY	156	2	CN¥	CN¥	Çin yuanı	Chinese yuan
        COP	170	2	COP	COP	Kolombiya pesosu	Colombian peso
        COU	970	2	COU	COU	Unidad de Valor Real	Colombian real value unit
        CRC	188	2	CRC	CRC	Kosta Rika kolonu	Costa Rican colón
        CUP	192	2	CUP	CUP	Küba pesosu	Cuban peso
        CVE	132	2	CVE	CVE	Cape Verde esküdosu	Cape Verdean escudo
        CZK	203	2	CZK	CZK	Çek korunası	Czech koruna
        DJF	262	0	DJF	DJF	Cibuti frangı	Djiboutian franc
        DKK	208	2	DKK	DKK	Danimarka kronu	Danish krone
        DOP	214	2	DOP	DOP	Dominik pesosu	Dominican peso
        DZD	012	2	DZD	DZD	Cezayir dinarı	Algerian dinar
        EGP	818	2	EGP	EGP	Mısır lirası	Egyptian pound
        ERN	232	2	ERN	ERN	Eritre nakfası	Eritrean nakfa
        ETB	230	2	ETB	ETB	Etiyopya birri	Ethiopian birr
        EUR	978	2	€	€	Euro	euro
        FJD	242	2	FJD	FJD	Fiji doları	Fijian dollar
        FKP	238	2	FKP	FKP	Falkland Adaları lirası	Falkland Islands pound
        GBP	826	2	£	£	İngiliz sterlini	British pound
        GEL	981	2	GEL	GEL	Gürcistan larisi	Georgian lari
        GHS	936	2	GHS	GHS	Gana sedisi	Ghanaian cedi
        GIP	292	2	GIP	GIP	Cebelitarık lirası	Gibraltar pound
        GMD	270	2	GMD	GMD	Gambiya dalasisi	Gambian dalasi
        GNF	324	0	GNF	GNF	Gine frangı	Guinean franc
        GTQ	320	2	GTQ	GTQ	Guatemala quetzalı	Guatemalan quetzal
        GYD	328	2	GYD	GYD	Guyana doları	Guyanaese dollar
        HKD	344	2	HK$	HK$	Hong Kong doları	Hong Kong dollar
        HNL	340	2	HNL	HNL	Honduras lempirası	Honduran lempira
        HTG	332	2	HTG	HTG	Haiti gurdu	Haitian gourde
        HUF	348	2	HUF	HUF	Macar forinti	Hungarian forint
        IDR	360	2	IDR	IDR	Endonezya rupisi	Indonesian rupiah
        ILS	376	2	₪	₪	Yeni İsrail şekeli	Israeli new shekel
        INR	356	2	₹	₹	Hindistan rupisi	Indian rupee
        IQD	368	3	IQD	IQD	Irak dinarı	Iraqi dinar
        IRR	364	2	IRR	IRR	İran riyali	Iranian rial
        ISK	352	0	ISK	ISK	İzlanda kronu	Icelandic króna
        JMD	388	2	JMD	JMD	Jamaika doları	Jamaican dollar
        JOD	400	3	JOD	JOD	Ürdün dinarı	Jordanian dinar
        JPY	392	0	¥	¥	Japon yeni	Japanese yen
        KES	404	2	KES	KES	Kenya şilini	Kenyan shilling
        KGS	417	2	KGS	KGS	Kırgızistan somu	Kyrgystani som
        KHR	116	2	KHR	KHR	Kamboçya rieli	Cambodian riel
        KMF	174	0	KMF	KMF	Komorlar frangı	Comorian franc
        KPW	408	2	KPW	KPW	Kuzey Kore wonu	North Korean won
        KRW	410	0	₩	₩	Güney Kore wonu	South Korean won
        KWD	414	3	KWD	KWD	Kuveyt dinarı	Kuwaiti dinar
        KYD	136	2	KYD	KYD	Cayman Adaları doları	Cayman Islands dollar
        KZT	398	2	KZT	KZT	Kazakistan tengesi	Kazakhstani tenge
        LAK	418	2	LAK	LAK	Laos kipi	Laotian kip
        LBP	422	2	LBP	LBP	Lübnan lirası	Lebanese pound
        LKR	144	2	LKR	LKR	Sri Lanka rupisi	Sri Lankan rupee
        LRD	430	2	LRD	LRD	Liberya doları	Liberian dollar
        LSL	426	2	LSL	LSL	Lesotho lotisi	Lesotho loti
        LYD	434	3	LYD	LYD	Libya dinarı	Libyan dinar
        MAD	504	2	MAD	MAD	Fas dirhemi	Moroccan dirham
        MDL	498	2	MDL	MDL	Moldova leyi	Moldovan leu
        MGA	969	2	MGA	MGA	Madagaskar ariarisi	Malagasy ariary
        MKD	807	2	MKD	MKD	Makedonya dinarı	Macedonian denar
        MMK	104	2	MMK	MMK	Myanmar kyatı	Myanmar kyat
        MNT	496	2	MNT	MNT	Moğolistan tugriki	Mongolian tugrik
        MOP	446	2	MOP	MOP	Makao patakası	Macanese pataca
        MRU	929	2	MRU	MRU	Moritanya ugiyası	Mauritanian ouguiya
        MUR	480	2	MUR	MUR	Mauritius rupisi	Mauritian rupee
        MVR	462	2	MVR	MVR	Maldiv rufiyaası	Maldivian rufiyaa
        MWK	454	2	MWK	MWK	Malavi kvaçası	Malawian kwacha
        MXN	484	2	MX$	MX$	Meksika pesosu	Mexican peso
        MXV	979	2	MXV	MXV	Meksika Unidad de Inversion (UDI)	Mexican investment unit
        MYR	458	2	MYR	MYR	Malezya ringgiti	Malaysian ringgit
        MZN	943	2	MZN	MZN	Mozambik metikali	Mozambican metical
        NAD	516	2	NAD	NAD	Namibya doları	Namibian dollar
        NGN	566	2	NGN	NGN	Nijerya nairası	Nigerian naira
        NIO	558	2	NIO	NIO	Nikaragua kordobası	Nicaraguan córdoba
        NOK	578	2	NOK	NOK	Norveç kronu	Norwegian krone
        NPR	524	2	NPR	NPR	Nepal rupisi	Nepalese rupee
        NZD	554	2	NZ$	NZ$	Yeni Zelanda doları	New Zealand dollar
        OMR	512	3	OMR	OMR	Umman riyali	Omani rial
        PAB	590	2	PAB	PAB	Panama balboası	Panamanian balboa
        PEN	604	2	PEN	PEN	Peru solü	Peruvian sol
        PGK	598	2	PGK	PGK	Papua Yeni Gine kinası	Papua New Guinean kina
        PHP	608	2	PHP	₱	Filipinler pesosu	Philippine peso
        PKR	586	2	PKR	PKR	Pakistan rupisi	Pakistani rupee
        PLN	985	2	PLN	PLN	Polonya zlotisi	Polish zloty
        PYG	600	0	PYG	PYG	Paraguay guaranisi	Paraguayan guarani
        QAR	634	2	QAR	QAR	Katar riyali	Qatari riyal
        RON	946	2	RON	RON	Romen leyi	Romanian leu
        RSD	941	2	RSD	RSD	Sırp dinarı	Serbian dinar
        RUB	643	2	RUB	RUB	Rus rublesi	Russian ruble
        RWF	646	0	RWF	RWF	Ruanda frangı	Rwandan franc
        SAR	682	2	SAR	SAR	Suudi Arabistan riyali	Saudi riyal
        SBD	090	2	SBD	SBD	Solomon Adaları doları	Solomon Islands dollar
        SCR	690	2	SCR	SCR	Seyşeller rupisi	Seychellois rupee
        SDG	938	2	SDG	SDG	Sudan lirası	Sudanese pound
        SEK	752	2	SEK	SEK	İsveç kronu	Swedish krona
        SGD	702	2	SGD	SGD	Singapur doları	Singapore dollar
        SHP	654	2	SHP	SHP	Saint Helena lirası	St. Helena pound
        SLE	925	2	SLE	SLE	Sierra Leone Leonesi	Sierra Leonean Leone
        SOS	706	2	SOS	SOS	Somali şilini	Somali shilling
        SRD	968	2	SRD	SRD	Surinam doları	Surinamese dollar
        SSP	728	2	SSP	SSP	Güney Sudan lirası	South Sudanese pound
        STN	930	2	STN	STN	Sao Tome ve Principe dobrası	São Tomé & Príncipe dobra
        SVC	222	2	SVC	SVC	El Salvador Kolonu	Salvadoran colón
        SYP	760	2	SYP	SYP	Suriye lirası	Syrian pound
        SZL	748	2	SZL	SZL	Svaziland lilangenisi	Swazi lilangeni
        THB	764	2	฿	THB	Tayland bahtı	Thai baht
        TJS	972	2	TJS	TJS	Tacikistan somonisi	Tajikistani somoni
        TMT	934	2	TMT	TMT	Türkmenistan manatı	Turkmenistani manat
        TND	788	3	TND	TND	Tunus dinarı	Tunisian dinar
        TOP	776	2	TOP	TOP	Tonga paʻangası	Tongan paʻanga
        TRY	949	2	₺	₺	Türk lirası	Turkish lira
        TTD	780	2	TTD	TTD	Trinidad ve Tobago doları	Trinidad & Tobago dollar
        TWD	901	2	NT$	NT$	Yeni Tayvan doları	New Taiwan dollar
        TZS	834	2	TZS	TZS	Tanzanya şilini	Tanzanian shilling
        UAH	980	2	UAH	UAH	Ukrayna grivnası	Ukrainian hryvnia
        UGX	800	0	UGX	UGX	Uganda şilini	Ugandan shilling
        USD	840	2	$	$	ABD doları	US dollar
        USN	997	2	USN	USN	ABD Doları (Ertesi gün)	US dollar (next day)
        UYI	940	0	UYI	UYI	Uruguay Peso en Unidades Indexadas	Uruguayan peso (indexed units)
        UYU	858	2	UYU	UYU	Uruguay pesosu	Uruguayan peso
        UZS	860	2	UZS	UZS	Özbekistan somu	Uzbekistani som
        VED	926	2	VED	VED	Venezuela Dijital Bolivarı	Venezuelan Digital Bolívar
        VES	928	2	VES	VES	Venezuela bolivarı	Venezuelan bolívar
        VND	704	0	₫	₫	Vietnam dongu	Vietnamese dong
        VUV	548	0	VUV	VUV	Vanuatu vatusu	Vanuatu vatu
        WST	882	2	WST	WST	Samoa talası	Samoan tala
        XAF	950	0	FCFA	FCFA	Orta Afrika CFA frangı	Central African CFA franc
        XCD	951	2	EC$	EC$	Doğu Karayip doları	East Caribbean dollar
        XOF	952	0	F CFA	F CFA	Batı Afrika CFA frangı	West African CFA franc
        XPF	953	0	CFPF	CFPF	CFP frangı	CFP franc
        YER	886	2	YER	YER	Yemen riyali	Yemeni rial
        ZAR	710	2	ZAR	ZAR	Güney Afrika randı	South African rand
        ZMW	967	2	ZMW	ZMW	Zambiya kvaçası	Zambian kwacha
        ZWG	924	2	ZWG	ZWG	Zimbabve Altını	Zimbabwe Gold
        """
    }
}
