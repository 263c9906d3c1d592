// Long: a line for each row, made by scripts/reference-data. By tabs:
// code, alpha3, numeric, dial_code, flag, name_tr, name_en.
enum CountryData {
    // swift-format-ignore
    static var text: StaticString {
        """
        AD	AND	020	376	🇦🇩	Andorra	Andorra
        AE	ARE	784	971	🇦🇪	Birleşik Arap Emirlikleri	United Arab Emirates
        AF	AFG	004	93	🇦🇫	Afganistan	Afghanistan
        AG	ATG	028	1	🇦🇬	Antigua ve Barbuda	Antigua & Barbuda
        AI	AIA	660	1	🇦🇮	Anguilla	Anguilla
        AL	ALB	008	355	🇦🇱	Arnavutluk	Albania
        AM	ARM	051	374	🇦🇲	Ermenistan	Armenia
        AO	AGO	024	244	🇦🇴	Angola	Angola
        AQ	ATA	010		🇦🇶	Antarktika	Antarctica
        AR	ARG	032	54	🇦🇷	Arjantin	Argentina
        AS	ASM	016	1	🇦🇸	Amerikan Samoası	American Samoa
        AT	AUT	040	43	🇦🇹	Avusturya	Austria
        AU	AUS	036	61	🇦🇺	Avustralya	Australia
        AW	ABW	533	297	🇦🇼	Aruba	Aruba
        AX	ALA	248	358	🇦🇽	Åland Adaları	Åland Islands
        AZ	AZE	031	994	🇦🇿	Azerbaycan	Azerbaijan
        BA	BIH	070	387	🇧🇦	Bosna-Hersek	Bosnia & Herzegovina
        BB	BRB	052	1	🇧🇧	Barbados	Barbados
        BD	BGD	050	880	🇧🇩	Bangladeş	Bangladesh
        BE	BEL	056	32	🇧🇪	Belçika	Belgium
        BF	BFA	854	226	🇧🇫	Burkina Faso	Burkina Faso
        BG	BGR	100	359	🇧🇬	Bulgaristan	Bulgaria
        BH	BHR	048	973	🇧🇭	Bahreyn	Bahrain
        BI	BDI	108	257	🇧🇮	Burundi	Burundi
        BJ	BEN	204	229	🇧🇯	Benin	Benin
        BL	BLM	652	590	🇧🇱	Saint Barthelemy	St. Barthélemy
        BM	BMU	060	1	🇧🇲	Bermuda	Bermuda
        BN	BRN	096	673	🇧🇳	Brunei	Brunei
        BO	BOL	068	591	🇧🇴	Bolivya	Bolivia
        BQ	BES	535	599	🇧🇶	Karayip Hollandası	Caribbean Netherlands
        BR	BRA	076	55	🇧🇷	Brezilya	Brazil
        BS	BHS	044	1	🇧🇸	Bahamalar	Bahamas
        BT	BTN	064	975	🇧🇹	Butan	Bhutan
        BV	BVT	074		🇧🇻	Bouvet Adası	Bouvet Island
        BW	BWA	072	267	🇧🇼	Botsvana	Botswana
        BY	BLR	112	375	🇧🇾	Belarus	Belarus
        BZ	BLZ	084	501	🇧🇿	Belize	Belize
        CA	CAN	124	1	🇨🇦	Kanada	Canada
        CC	CCK	166	61	🇨🇨	Cocos (Keeling) Adaları	Cocos (Keeling) Islands
        CD	COD	180	243	🇨🇩	Kongo - Kinşasa	Congo - Kinshasa
        CF	CAF	140	236	🇨🇫	Orta Afrika Cumhuriyeti	Central African Republic
        CG	COG	178	242	🇨🇬	Kongo - Brazavil	Congo - Brazzaville
        CH	CHE	756	41	🇨🇭	İsviçre	Switzerland
        CI	CIV	384	225	🇨🇮	Côte d’Ivoire	Côte d’Ivoire
        CK	COK	184	682	🇨🇰	Cook Adaları	Cook Islands
        CL	CHL	152	56	🇨🇱	Şili	Chile
        CM	CMR	120	237	🇨🇲	Kamerun	Cameroon
        CN	CHN	156	86	🇨🇳	Çin	China
        CO	COL	170	57	🇨🇴	Kolombiya	Colombia
        CR	CRI	188	506	🇨🇷	Kosta Rika	Costa Rica
        CU	CUB	192	53	🇨🇺	Küba	Cuba
        CV	CPV	132	238	🇨🇻	Cape Verde	Cape Verde
        CW	CUW	531	599	🇨🇼	Curaçao	Curaçao
        CX	CXR	162	61	🇨🇽	Christmas Adası	Christmas Island
        CY	CYP	196	357	🇨🇾	Kıbrıs	Cyprus
        CZ	CZE	203	420	🇨🇿	Çekya	Czechia
        DE	DEU	276	49	🇩🇪	Almanya	Germany
        DJ	DJI	262	253	🇩🇯	Cibuti	Djibouti
        DK	DNK	208	45	🇩🇰	Danimarka	Denmark
        DM	DMA	212	1	🇩🇲	Dominika	Dominica
        DO	DOM	214	1	🇩🇴	Dominik Cumhuriyeti	Dominican Republic
        DZ	DZA	012	213	🇩🇿	Cezayir	Algeria
        EC	ECU	218	593	🇪🇨	Ekvador	Ecuador
        EE	EST	233	372	🇪🇪	Estonya	Estonia
        EG	EGY	818	20	🇪🇬	Mısır	Egypt
        EH	ESH	732	212	🇪🇭	Batı Sahra	Western Sahara
        ER	ERI	232	291	🇪🇷	Eritre	Eritrea
        ES	ESP	724	34	🇪🇸	İspanya	Spain
        ET	ETH	231	251	🇪🇹	Etiyopya	Ethiopia
        FI	FIN	246	358	🇫🇮	Finlandiya	Finland
        FJ	FJI	242	679	🇫🇯	Fiji	Fiji
        FK	FLK	238	500	🇫🇰	Falkland Adaları	Falkland Islands
        FM	FSM	583	691	🇫🇲	Mikronezya	Micronesia
        FO	FRO	234	298	🇫🇴	Faroe Adaları	Faroe Islands
        FR	FRA	250	33	🇫🇷	Fransa	France
        GA	GAB	266	241	🇬🇦	Gabon	Gabon
        GB	GBR	826	44	🇬🇧	Birleşik Krallık	United Kingdom
        GD	GRD	308	1	🇬🇩	Grenada	Grenada
        GE	GEO	268	995	🇬🇪	Gürcistan	Georgia
        GF	GUF	254	594	🇬🇫	Fransız Guyanası	French Guiana
        GG	GGY	831	44	🇬🇬	Guernsey	Guernsey
        GH	GHA	288	233	🇬🇭	Gana	Ghana
        GI	GIB	292	350	🇬🇮	Cebelitarık	Gibraltar
        GL	GRL	304	299	🇬🇱	Grönland	Greenland
        GM	GMB	270	220	🇬🇲	Gambiya	Gambia
        GN	GIN	324	224	🇬🇳	Gine	Guinea
        GP	GLP	312	590	🇬🇵	Guadeloupe	Guadeloupe
        GQ	GNQ	226	240	🇬🇶	Ekvator Ginesi	Equatorial Guinea
        GR	GRC	300	30	🇬🇷	Yunanistan	Greece
        GS	SGS	239		🇬🇸	Güney Georgia ve Güney Sandwich Adaları	South Georgia & South Sandwich Islands
        GT	GTM	320	502	🇬🇹	Guatemala	Guatemala
        GU	GUM	316	1	🇬🇺	Guam	Guam
        GW	GNB	624	245	🇬🇼	Gine-Bissau	Guinea-Bissau
        GY	GUY	328	592	🇬🇾	Guyana	Guyana
        HK	HKG	344	852	🇭🇰	Çin Hong Kong ÖİB	Hong Kong SAR China
        HM	HMD	334		🇭🇲	Heard Adası ve McDonald Adaları	Heard & McDonald Islands
        HN	HND	340	504	🇭🇳	Honduras	Honduras
        HR	HRV	191	385	🇭🇷	Hırvatistan	Croatia
        HT	HTI	332	509	🇭🇹	Haiti	Haiti
        HU	HUN	348	36	🇭🇺	Macaristan	Hungary
        ID	IDN	360	62	🇮🇩	Endonezya	Indonesia
        IE	IRL	372	353	🇮🇪	İrlanda	Ireland
        IL	ISR	376	972	🇮🇱	İsrail	Israel
        IM	IMN	833	44	🇮🇲	Man Adası	Isle of Man
        IN	IND	356	91	🇮🇳	Hindistan	India
        IO	IOT	086	246	🇮🇴	Britanya Hint Okyanusu Toprakları	British Indian Ocean Territory
        IQ	IRQ	368	964	🇮🇶	Irak	Iraq
        IR	IRN	364	98	🇮🇷	İran	Iran
        IS	ISL	352	354	🇮🇸	İzlanda	Iceland
        IT	ITA	380	39	🇮🇹	İtalya	Italy
        JE	JEY	832	44	🇯🇪	Jersey	Jersey
        JM	JAM	388	1	🇯🇲	Jamaika	Jamaica
        JO	JOR	400	962	🇯🇴	Ürdün	Jordan
        JP	JPN	392	81	🇯🇵	Japonya	Japan
        KE	KEN	404	254	🇰🇪	Kenya	Kenya
        KG	KGZ	417	996	🇰🇬	Kırgızistan	Kyrgyzstan
        KH	KHM	116	855	🇰🇭	Kamboçya	Cambodia
        KI	KIR	296	686	🇰🇮	Kiribati	Kiribati
        KM	COM	174	269	🇰🇲	Komorlar	Comoros
        KN	KNA	659	1	🇰🇳	Saint Kitts ve Nevis	St. Kitts & Nevis
        KP	PRK	408	850	🇰🇵	Kuzey Kore	North Korea
        KR	KOR	410	82	🇰🇷	Güney Kore	South Korea
        KW	KWT	414	965	🇰🇼	Kuveyt	Kuwait
        KY	CYM	136	1	🇰🇾	Cayman Adaları	Cayman Islands
        KZ	KAZ	398	7	🇰🇿	Kazakistan	Kazakhstan
        LA	LAO	418	856	🇱🇦	Laos	Laos
        LB	LBN	422	961	🇱🇧	Lübnan	Lebanon
        LC	LCA	662	1	🇱🇨	Saint Lucia	St. Lucia
        LI	LIE	438	423	🇱🇮	Liechtenstein	Liechtenstein
        LK	LKA	144	94	🇱🇰	Sri Lanka	Sri Lanka
        LR	LBR	430	231	🇱🇷	Liberya	Liberia
        LS	LSO	426	266	🇱🇸	Lesotho	Lesotho
        LT	LTU	440	370	🇱🇹	Litvanya	Lithuania
        LU	LUX	442	352	🇱🇺	Lüksemburg	Luxembourg
        LV	LVA	428	371	🇱🇻	Letonya	Latvia
        LY	LBY	434	218	🇱🇾	Libya	Libya
        MA	MAR	504	212	🇲🇦	Fas	Morocco
        MC	MCO	492	377	🇲🇨	Monako	Monaco
        MD	MDA	498	373	🇲🇩	Moldova	Moldova
        ME	MNE	499	382	🇲🇪	Karadağ	Montenegro
        MF	MAF	663	590	🇲🇫	Saint Martin	St. Martin
        MG	MDG	450	261	🇲🇬	Madagaskar	Madagascar
        MH	MHL	584	692	🇲🇭	Marshall Adaları	Marshall Islands
        MK	MKD	807	389	🇲🇰	Kuzey Makedonya	North Macedonia
        ML	MLI	466	223	🇲🇱	Mali	Mali
        MM	MMR	104	95	🇲🇲	Myanmar (Burma)	Myanmar (Burma)
        MN	MNG	496	976	🇲🇳	Moğolistan	Mongolia
        MO	MAC	446	853	🇲🇴	Çin Makao ÖİB	Macao SAR China
        MP	MNP	580	1	🇲🇵	Kuzey Mariana Adaları	Northern Mariana Islands
        MQ	MTQ	474	596	🇲🇶	Martinik	Martinique
        MR	MRT	478	222	🇲🇷	Moritanya	Mauritania
        MS	MSR	500	1	🇲🇸	Montserrat	Montserrat
        MT	MLT	470	356	🇲🇹	Malta	Malta
        MU	MUS	480	230	🇲🇺	Mauritius	Mauritius
        MV	MDV	462	960	🇲🇻	Maldivler	Maldives
        MW	MWI	454	265	🇲🇼	Malavi	Malawi
        MX	MEX	484	52	🇲🇽	Meksika	Mexico
        MY	MYS	458	60	🇲🇾	Malezya	Malaysia
        MZ	MOZ	508	258	🇲🇿	Mozambik	Mozambique
        NA	NAM	516	264	🇳🇦	Namibya	Namibia
        NC	NCL	540	687	🇳🇨	Yeni Kaledonya	New Caledonia
        NE	NER	562	227	🇳🇪	Nijer	Niger
        NF	NFK	574	672	🇳🇫	Norfolk Adası	Norfolk Island
        NG	NGA	566	234	🇳🇬	Nijerya	Nigeria
        NI	NIC	558	505	🇳🇮	Nikaragua	Nicaragua
        NL	NLD	528	31	🇳🇱	Hollanda	Netherlands
        NO	NOR	578	47	🇳🇴	Norveç	Norway
        NP	NPL	524	977	🇳🇵	Nepal	Nepal
        NR	NRU	520	674	🇳🇷	Nauru	Nauru
        NU	NIU	570	683	🇳🇺	Niue	Niue
        NZ	NZL	554	64	🇳🇿	Yeni Zelanda	New Zealand
        OM	OMN	512	968	🇴🇲	Umman	Oman
        PA	PAN	591	507	🇵🇦	Panama	Panama
        PE	PER	604	51	🇵🇪	Peru	Peru
        PF	PYF	258	689	🇵🇫	Fransız Polinezyası	French Polynesia
        PG	PNG	598	675	🇵🇬	Papua Yeni Gine	Papua New Guinea
        PH	PHL	608	63	🇵🇭	Filipinler	Philippines
        PK	PAK	586	92	🇵🇰	Pakistan	Pakistan
        PL	POL	616	48	🇵🇱	Polonya	Poland
        PM	SPM	666	508	🇵🇲	Saint Pierre ve Miquelon	St. Pierre & Miquelon
        PN	PCN	612		🇵🇳	Pitcairn Adaları	Pitcairn Islands
        PR	PRI	630	1	🇵🇷	Porto Riko	Puerto Rico
        PS	PSE	275	970	🇵🇸	Filistin Bölgeleri	Palestinian Territories
        PT	PRT	620	351	🇵🇹	Portekiz	Portugal
        PW	PLW	585	680	🇵🇼	Palau	Palau
        PY	PRY	600	595	🇵🇾	Paraguay	Paraguay
        QA	QAT	634	974	🇶🇦	Katar	Qatar
        RE	REU	638	262	🇷🇪	Reunion	Réunion
        RO	ROU	642	40	🇷🇴	Romanya	Romania
        RS	SRB	688	381	🇷🇸	Sırbistan	Serbia
        RU	RUS	643	7	🇷🇺	Rusya	Russia
        RW	RWA	646	250	🇷🇼	Ruanda	Rwanda
        SA	SAU	682	966	🇸🇦	Suudi Arabistan	Saudi Arabia
        SB	SLB	090	677	🇸🇧	Solomon Adaları	Solomon Islands
        SC	SYC	690	248	🇸🇨	Seyşeller	Seychelles
        SD	SDN	729	249	🇸🇩	Sudan	Sudan
        SE	SWE	752	46	🇸🇪	İsveç	Sweden
        SG	SGP	702	65	🇸🇬	Singapur	Singapore
        SH	SHN	654	290	🇸🇭	Saint Helena	St. Helena
        SI	SVN	705	386	🇸🇮	Slovenya	Slovenia
        SJ	SJM	744	47	🇸🇯	Svalbard ve Jan Mayen	Svalbard & Jan Mayen
        SK	SVK	703	421	🇸🇰	Slovakya	Slovakia
        SL	SLE	694	232	🇸🇱	Sierra Leone	Sierra Leone
        SM	SMR	674	378	🇸🇲	San Marino	San Marino
        SN	SEN	686	221	🇸🇳	Senegal	Senegal
        SO	SOM	706	252	🇸🇴	Somali	Somalia
        SR	SUR	740	597	🇸🇷	Surinam	Suriname
        SS	SSD	728	211	🇸🇸	Güney Sudan	South Sudan
        ST	STP	678	239	🇸🇹	Sao Tome ve Principe	São Tomé & Príncipe
        SV	SLV	222	503	🇸🇻	El Salvador	El Salvador
        SX	SXM	534	1	🇸🇽	Sint Maarten	Sint Maarten
        SY	SYR	760	963	🇸🇾	Suriye	Syria
        SZ	SWZ	748	268	🇸🇿	Esvatini	Eswatini
        TC	TCA	796	1	🇹🇨	Turks ve Caicos Adaları	Turks & Caicos Islands
        TD	TCD	148	235	🇹🇩	Çad	Chad
        TF	ATF	260		🇹🇫	Fransız Güney Toprakları	French Southern Territories
        TG	TGO	768	228	🇹🇬	Togo	Togo
        TH	THA	764	66	🇹🇭	Tayland	Thailand
        TJ	TJK	762	992	🇹🇯	Tacikistan	Tajikistan
        TK	TKL	772	690	🇹🇰	Tokelau	Tokelau
        TL	TLS	626	670	🇹🇱	Timor-Leste	Timor-Leste
        TM	TKM	795	993	🇹🇲	Türkmenistan	Turkmenistan
        TN	TUN	788	216	🇹🇳	Tunus	Tunisia
        TO	TON	776	676	🇹🇴	Tonga	Tonga
        TR	TUR	792	90	🇹🇷	Türkiye	Turkey
        TT	TTO	780	1	🇹🇹	Trinidad ve Tobago	Trinidad & Tobago
        TV	TUV	798	688	🇹🇻	Tuvalu	Tuvalu
        TW	TWN	158	886	🇹🇼	Tayvan	Taiwan
        TZ	TZA	834	255	🇹🇿	Tanzanya	Tanzania
        UA	UKR	804	380	🇺🇦	Ukrayna	Ukraine
        UG	UGA	800	256	🇺🇬	Uganda	Uganda
        UM	UMI	581		🇺🇲	ABD Küçük Harici Adaları	U.S. Outlying Islands
        US	USA	840	1	🇺🇸	Amerika Birleşik Devletleri	United States
        UY	URY	858	598	🇺🇾	Uruguay	Uruguay
        UZ	UZB	860	998	🇺🇿	Özbekistan	Uzbekistan
        VA	VAT	336	39	🇻🇦	Vatikan	Vatican City
        VC	VCT	670	1	🇻🇨	Saint Vincent ve Grenadinler	St. Vincent & Grenadines
        VE	VEN	862	58	🇻🇪	Venezuela	Venezuela
        VG	VGB	092	1	🇻🇬	Britanya Virjin Adaları	British Virgin Islands
        VI	VIR	850	1	🇻🇮	ABD Virjin Adaları	U.S. Virgin Islands
        VN	VNM	704	84	🇻🇳	Vietnam	Vietnam
        VU	VUT	548	678	🇻🇺	Vanuatu	Vanuatu
        WF	WLF	876	681	🇼🇫	Wallis ve Futuna	Wallis & Futuna
        WS	WSM	882	685	🇼🇸	Samoa	Samoa
        YE	YEM	887	967	🇾🇪	Yemen	Yemen
        YT	MYT	175	262	🇾🇹	Mayotte	Mayotte
        ZA	ZAF	710	27	🇿🇦	Güney Afrika	South Africa
        ZM	ZMB	894	260	🇿🇲	Zambiya	Zambia
        ZW	ZWE	716	263	🇿🇼	Zimbabve	Zimbabwe
        """
    }
}
