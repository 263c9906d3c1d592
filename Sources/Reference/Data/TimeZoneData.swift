// Long: a line for each row, made by scripts/reference-data. By tabs:
// name, country, city_tr, city_en, name_tr, name_en.
enum TimeZoneData {
    // swift-format-ignore
    static var text: StaticString {
        """
        UTC		UTC	UTC	Eş Güdümlü Evrensel Zaman	Coordinated Universal Time
        Africa/Abidjan	CI	Abidjan	Abidjan	Greenwich Ortalama Saati	Greenwich Mean Time
        Africa/Accra	GH	Akra	Accra	Greenwich Ortalama Saati	Greenwich Mean Time
        Africa/Addis_Ababa	ET	Addis Ababa	Addis Ababa	Doğu Afrika Saati	East Africa Time
        Africa/Algiers	DZ	Cezayir	Algiers	Batı Avrupa Standart Saati	Western European Standard Time
        Africa/Asmara	ER	Asmara	Asmara	Doğu Afrika Saati	East Africa Time
        Africa/Bamako	ML	Bamako	Bamako	Greenwich Ortalama Saati	Greenwich Mean Time
        Africa/Bangui	CF	Bangui	Bangui	Batı Afrika Standart Saati	West Africa Standard Time
        Africa/Banjul	GM	Banjul	Banjul	Greenwich Ortalama Saati	Greenwich Mean Time
        Africa/Bissau	GW	Bissau	Bissau	Gine-Bissau Saati	Guinea-Bissau Time
        Africa/Blantyre	MW	Blantyre	Blantyre	Orta Afrika Saati	Central Africa Time
        Africa/Brazzaville	CG	Brazzavil	Brazzaville	Batı Afrika Standart Saati	West Africa Standard Time
        Africa/Bujumbura	BI	Bujumbura	Bujumbura	Orta Afrika Saati	Central Africa Time
        Africa/Cairo	EG	Kahire	Cairo	Doğu Avrupa Saati	Eastern European Time
        Africa/Casablanca	MA	Kazablanka	Casablanca	Batı Avrupa Standart Saati	Western European Standard Time
        Africa/Ceuta	ES	Septe	Ceuta	Batı Avrupa Standart Saati	Western European Standard Time
        Africa/Conakry	GN	Konakri	Conakry	Greenwich Ortalama Saati	Greenwich Mean Time
        Africa/Dakar	SN	Dakar	Dakar	Greenwich Ortalama Saati	Greenwich Mean Time
        Africa/Dar_es_Salaam	TZ	Darüsselam	Dar es Salaam	Doğu Afrika Saati	East Africa Time
        Africa/Djibouti	DJ	Cibuti	Djibouti	Doğu Afrika Saati	East Africa Time
        Africa/Douala	CM	Douala	Douala	Batı Afrika Standart Saati	West Africa Standard Time
        Africa/El_Aaiun	EH	Layun	El Aaiun	Batı Sahra Saati	Western Sahara Time
        Africa/Freetown	SL	Freetown	Freetown	Greenwich Ortalama Saati	Greenwich Mean Time
        Africa/Gaborone	BW	Gaborone	Gaborone	Orta Afrika Saati	Central Africa Time
        Africa/Harare	ZW	Harare	Harare	Orta Afrika Saati	Central Africa Time
        Africa/Johannesburg	ZA	Johannesburg	Johannesburg	Güney Afrika Standart Saati	South Africa Standard Time
        Africa/Juba	SS	Cuba	Juba	Güney Sudan Saati	South Sudan Time
        Africa/Kampala	UG	Kampala	Kampala	Doğu Afrika Saati	East Africa Time
        Africa/Khartoum	SD	Hartum	Khartoum	Sudan Saati	Sudan Time
        Africa/Kigali	RW	Kigali	Kigali	Orta Afrika Saati	Central Africa Time
        Africa/Kinshasa	CD	Kinşasa	Kinshasa	Batı Afrika Standart Saati	West Africa Standard Time
        Africa/Lagos	NG	Lagos	Lagos	Batı Afrika Standart Saati	West Africa Standard Time
        Africa/Libreville	GA	Librevil	Libreville	Batı Afrika Standart Saati	West Africa Standard Time
        Africa/Lome	TG	Lome	Lome	Greenwich Ortalama Saati	Greenwich Mean Time
        Africa/Luanda	AO	Luanda	Luanda	Batı Afrika Standart Saati	West Africa Standard Time
        Africa/Lubumbashi	CD	Lubumbashi	Lubumbashi	Orta Afrika Saati	Central Africa Time
        Africa/Lusaka	ZM	Lusaka	Lusaka	Orta Afrika Saati	Central Africa Time
        Africa/Malabo	GQ	Malabo	Malabo	Batı Afrika Standart Saati	West Africa Standard Time
        Africa/Maputo	MZ	Maputo	Maputo	Orta Afrika Saati	Central Africa Time
        Africa/Maseru	LS	Maseru	Maseru	Güney Afrika Standart Saati	South Africa Standard Time
        Africa/Mbabane	SZ	Mbabane	Mbabane	Güney Afrika Standart Saati	South Africa Standard Time
        Africa/Mogadishu	SO	Mogadişu	Mogadishu	Doğu Afrika Saati	East Africa Time
        Africa/Monrovia	LR	Monrovia	Monrovia	Liberya Saati	Liberia Time
        Africa/Nairobi	KE	Nairobi	Nairobi	Doğu Afrika Saati	East Africa Time
        Africa/Ndjamena	TD	Ndjamena	Ndjamena	Batı Afrika Standart Saati	West Africa Standard Time
        Africa/Niamey	NE	Niamey	Niamey	Batı Afrika Standart Saati	West Africa Standard Time
        Africa/Nouakchott	MR	Nouakchott	Nouakchott	Greenwich Ortalama Saati	Greenwich Mean Time
        Africa/Ouagadougou	BF	Ouagadougou	Ouagadougou	Greenwich Ortalama Saati	Greenwich Mean Time
        Africa/Porto-Novo	BJ	Porto-Novo	Porto-Novo	Batı Afrika Standart Saati	West Africa Standard Time
        Africa/Sao_Tome	ST	Sao Tome	São Tomé	Greenwich Ortalama Saati	Greenwich Mean Time
        Africa/Tripoli	LY	Trablus	Tripoli	Doğu Avrupa Standart Saati	Eastern European Standard Time
        Africa/Tunis	TN	Tunus	Tunis	Orta Avrupa Standart Saati	Central European Standard Time
        Africa/Windhoek	NA	Windhoek	Windhoek	Güney Afrika Standart Saati	South Africa Standard Time
        America/Adak	US	Adak	Adak	Adak Saati	Adak Time
        America/Anchorage	US	Anchorage	Anchorage	Anchorage Saati	Anchorage Time
        America/Anguilla	AI	Anguilla	Anguilla	Atlantik Standart Saati	Atlantic Standard Time
        America/Antigua	AG	Antigua	Antigua	Atlantik Standart Saati	Atlantic Standard Time
        America/Araguaina	BR	Araguaina	Araguaina	Brasilia Standart Saati	Brasilia Standard Time
        America/Argentina/Buenos_Aires	AR	Buenos Aires	Buenos Aires	Arjantin Standart Saati	Argentina Standard Time
        America/Argentina/Catamarca	AR	Catamarca	Catamarca	Arjantin Standart Saati	Argentina Standard Time
        America/Argentina/Cordoba	AR	Cordoba	Cordoba	Arjantin Standart Saati	Argentina Standard Time
        America/Argentina/Jujuy	AR	Jujuy	Jujuy	Arjantin Standart Saati	Argentina Standard Time
        America/Argentina/La_Rioja	AR	La Rioja	La Rioja	Arjantin Standart Saati	Argentina Standard Time
        America/Argentina/Mendoza	AR	Mendoza	Mendoza	Arjantin Standart Saati	Argentina Standard Time
        America/Argentina/Rio_Gallegos	AR	Rio Gallegos	Rio Gallegos	Arjantin Standart Saati	Argentina Standard Time
        America/Argentina/Salta	AR	Salta	Salta	Arjantin Standart Saati	Argentina Standard Time
        America/Argentina/San_Juan	AR	San Juan	San Juan	Arjantin Standart Saati	Argentina Standard Time
        America/Argentina/San_Luis	AR	San Luis	San Luis	Arjantin Standart Saati	Argentina Standard Time
        America/Argentina/Tucuman	AR	Tucuman	Tucuman	Arjantin Standart Saati	Argentina Standard Time
        America/Argentina/Ushuaia	AR	Ushuaia	Ushuaia	Arjantin Standart Saati	Argentina Standard Time
        America/Aruba	AW	Aruba	Aruba	Atlantik Standart Saati	Atlantic Standard Time
        America/Asuncion	PY	Asunción	Asunción	Paraguay Standart Saati	Paraguay Standard Time
        America/Atikokan	CA	Atikokan	Atikokan	Kuzey Amerika Doğu Standart Saati	Eastern Standard Time
        America/Bahia	BR	Bahia	Bahia	Brasilia Standart Saati	Brasilia Standard Time
        America/Bahia_Banderas	MX	Bahia Banderas	Bahia Banderas	Kuzey Amerika Pasifik Standart Saati	Pacific Standard Time
        America/Barbados	BB	Barbados	Barbados	Atlantik Standart Saati	Atlantic Standard Time
        America/Belem	BR	Belem	Belem	Brasilia Standart Saati	Brasilia Standard Time
        America/Belize	BZ	Belize	Belize	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Blanc-Sablon	CA	Blanc-Sablon	Blanc-Sablon	Atlantik Standart Saati	Atlantic Standard Time
        America/Boa_Vista	BR	Boa Vista	Boa Vista	Amazon Standart Saati	Amazon Standard Time
        America/Bogota	CO	Bogota	Bogota	Kolombiya Standart Saati	Colombia Standard Time
        America/Boise	US	Boise	Boise	Kuzey Amerika Dağ Saati	Mountain Time
        America/Cambridge_Bay	CA	Cambridge Bay	Cambridge Bay	Kuzey Amerika Dağ Standart Saati	Mountain Standard Time
        America/Campo_Grande	BR	Campo Grande	Campo Grande	Amazon Standart Saati	Amazon Standard Time
        America/Cancun	MX	Cancun	Cancun	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Caracas	VE	Caracas	Caracas	Venezuela Saati	Venezuela Time
        America/Cayenne	GF	Cayenne	Cayenne	Fransız Guyanası Saati	French Guiana Time
        America/Cayman	KY	Cayman	Cayman	Kuzey Amerika Doğu Standart Saati	Eastern Standard Time
        America/Chicago	US	Chicago	Chicago	Kuzey Amerika Merkezi Saati	Central Time
        America/Chihuahua	MX	Chihuahua	Chihuahua	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Costa_Rica	CR	Kosta Rika	Costa Rica	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Creston	CA	Creston	Creston	Kuzey Amerika Dağ Standart Saati	Mountain Standard Time
        America/Cuiaba	BR	Cuiaba	Cuiaba	Amazon Standart Saati	Amazon Standard Time
        America/Curacao	CW	Curaçao	Curaçao	Atlantik Standart Saati	Atlantic Standard Time
        America/Danmarkshavn	GL	Danmarkshavn	Danmarkshavn	Batı Grönland Standart Saati	West Greenland Standard Time
        America/Dawson	CA	Dawson	Dawson	Dawson Saati	Dawson Time
        America/Dawson_Creek	CA	Dawson Creek	Dawson Creek	Kuzey Amerika Pasifik Saati	Pacific Time
        America/Denver	US	Denver	Denver	Kuzey Amerika Dağ Saati	Mountain Time
        America/Detroit	US	Detroit	Detroit	Kuzey Amerika Doğu Standart Saati	Eastern Standard Time
        America/Dominica	DM	Dominika	Dominica	Atlantik Standart Saati	Atlantic Standard Time
        America/Edmonton	CA	Edmonton	Edmonton	Kuzey Amerika Dağ Standart Saati	Mountain Standard Time
        America/Eirunepe	BR	Eirunepe	Eirunepe	Acre Standart Saati	Acre Standard Time
        America/El_Salvador	SV	El Salvador	El Salvador	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Fort_Nelson	CA	Fort Nelson	Fort Nelson	Kuzey Amerika Pasifik Saati	Pacific Time
        America/Fortaleza	BR	Fortaleza	Fortaleza	Brasilia Standart Saati	Brasilia Standard Time
        America/Glace_Bay	CA	Glace Bay	Glace Bay	Atlantik Standart Saati	Atlantic Standard Time
        America/Goose_Bay	CA	Goose Bay	Goose Bay	Atlantik Saati	Atlantic Time
        America/Grand_Turk	TC	Grand Turk	Grand Turk	Kuzey Amerika Doğu Standart Saati	Eastern Standard Time
        America/Grenada	GD	Grenada	Grenada	Atlantik Standart Saati	Atlantic Standard Time
        America/Guadeloupe	GP	Guadeloupe	Guadeloupe	Atlantik Standart Saati	Atlantic Standard Time
        America/Guatemala	GT	Guatemala	Guatemala	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Guayaquil	EC	Guayaquil	Guayaquil	Ekvador Saati	Ecuador Time
        America/Guyana	GY	Guyana	Guyana	Guyana Saati	Guyana Time
        America/Halifax	CA	Halifax	Halifax	Atlantik Saati	Atlantic Time
        America/Havana	CU	Havana	Havana	Küba Saati	Cuba Time
        America/Hermosillo	MX	Hermosillo	Hermosillo	Kuzey Amerika Pasifik Standart Saati	Pacific Standard Time
        America/Indiana/Indianapolis	US	Indianapolis	Indianapolis	Kuzey Amerika Doğu Saati	Eastern Time
        America/Indiana/Knox	US	Knox, Indiana	Knox, Indiana	Kuzey Amerika Merkezi Saati	Central Time
        America/Indiana/Marengo	US	Marengo, Indiana	Marengo, Indiana	Kuzey Amerika Doğu Saati	Eastern Time
        America/Indiana/Petersburg	US	Petersburg, Indiana	Petersburg, Indiana	Kuzey Amerika Merkezi Saati	Central Time
        America/Indiana/Tell_City	US	Tell City, Indiana	Tell City, Indiana	Kuzey Amerika Doğu Saati	Eastern Time
        America/Indiana/Vevay	US	Vevay, Indiana	Vevay, Indiana	Kuzey Amerika Doğu Saati	Eastern Time
        America/Indiana/Vincennes	US	Vincennes, Indiana	Vincennes, Indiana	Kuzey Amerika Doğu Saati	Eastern Time
        America/Indiana/Winamac	US	Winamac, Indiana	Winamac, Indiana	Kuzey Amerika Doğu Saati	Eastern Time
        America/Inuvik	CA	Inuvik	Inuvik	Kuzey Amerika Pasifik Standart Saati	Pacific Standard Time
        America/Iqaluit	CA	Iqaluit	Iqaluit	Kuzey Amerika Doğu Standart Saati	Eastern Standard Time
        America/Jamaica	JM	Jamaika	Jamaica	Kuzey Amerika Doğu Standart Saati	Eastern Standard Time
        America/Juneau	US	Juneau	Juneau	Kuzey Amerika Pasifik Saati	Pacific Time
        America/Kentucky/Louisville	US	Louisville	Louisville	Kuzey Amerika Doğu Saati	Eastern Time
        America/Kentucky/Monticello	US	Monticello, Kentucky	Monticello, Kentucky	Kuzey Amerika Merkezi Saati	Central Time
        America/Kralendijk	BQ	Kralendijk	Kralendijk	Atlantik Standart Saati	Atlantic Standard Time
        America/La_Paz	BO	La Paz	La Paz	Bolivya Saati	Bolivia Time
        America/Lima	PE	Lima	Lima	Peru Standart Saati	Peru Standard Time
        America/Los_Angeles	US	Los Angeles	Los Angeles	Kuzey Amerika Pasifik Saati	Pacific Time
        America/Lower_Princes	SX	Lower Prince’s Quarter	Lower Prince’s Quarter	Atlantik Standart Saati	Atlantic Standard Time
        America/Maceio	BR	Maceio	Maceio	Brasilia Standart Saati	Brasilia Standard Time
        America/Managua	NI	Managua	Managua	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Manaus	BR	Manaus	Manaus	Amazon Standart Saati	Amazon Standard Time
        America/Marigot	MF	Marigot	Marigot	Atlantik Standart Saati	Atlantic Standard Time
        America/Martinique	MQ	Martinique	Martinique	Atlantik Standart Saati	Atlantic Standard Time
        America/Matamoros	MX	Matamoros	Matamoros	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Mazatlan	MX	Mazatlan	Mazatlan	Kuzey Amerika Pasifik Standart Saati	Pacific Standard Time
        America/Menominee	US	Menominee	Menominee	Kuzey Amerika Doğu Standart Saati	Eastern Standard Time
        America/Merida	MX	Merida	Merida	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Metlakatla	US	Metlakatla	Metlakatla	Kuzey Amerika Pasifik Saati	Pacific Time
        America/Mexico_City	MX	Mexico City	Mexico City	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Miquelon	PM	Miquelon	Miquelon	Atlantik Standart Saati	Atlantic Standard Time
        America/Moncton	CA	Moncton	Moncton	Atlantik Saati	Atlantic Time
        America/Monterrey	MX	Monterrey	Monterrey	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Montevideo	UY	Montevideo	Montevideo	Uruguay Saati	Uruguay Time
        America/Montserrat	MS	Montserrat	Montserrat	Atlantik Standart Saati	Atlantic Standard Time
        America/Nassau	BS	Nassau	Nassau	Kuzey Amerika Doğu Saati	Eastern Time
        America/New_York	US	New York	New York	Kuzey Amerika Doğu Saati	Eastern Time
        America/Nome	US	Nome	Nome	Nome Saati	Nome Time
        America/Noronha	BR	Noronha	Noronha	Fernando de Noronha Standart Saati	Fernando de Noronha Standard Time
        America/North_Dakota/Beulah	US	Beulah, Kuzey Dakota	Beulah, North Dakota	Kuzey Amerika Dağ Saati	Mountain Time
        America/North_Dakota/Center	US	Merkez, Kuzey Dakota	Center, North Dakota	Kuzey Amerika Dağ Saati	Mountain Time
        America/North_Dakota/New_Salem	US	New Salem, Kuzey Dakota	New Salem, North Dakota	Kuzey Amerika Dağ Saati	Mountain Time
        America/Nuuk	GL	Nuuk	Nuuk	Batı Grönland Standart Saati	West Greenland Standard Time
        America/Ojinaga	MX	Ojinaga	Ojinaga	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Panama	PA	Panama	Panama	Kuzey Amerika Doğu Standart Saati	Eastern Standard Time
        America/Paramaribo	SR	Paramaribo	Paramaribo	Surinam Saati	Suriname Time
        America/Phoenix	US	Phoenix	Phoenix	Kuzey Amerika Dağ Standart Saati	Mountain Standard Time
        America/Port-au-Prince	HT	Port-au-Prince	Port-au-Prince	Kuzey Amerika Doğu Standart Saati	Eastern Standard Time
        America/Port_of_Spain	TT	Port of Spain	Port of Spain	Atlantik Standart Saati	Atlantic Standard Time
        America/Porto_Velho	BR	Porto Velho	Porto Velho	Amazon Standart Saati	Amazon Standard Time
        America/Puerto_Rico	PR	Porto Riko	Puerto Rico	Atlantik Standart Saati	Atlantic Standard Time
        America/Punta_Arenas	CL	Punta Arenas	Punta Arenas	Şili Saati	Chile Time
        America/Rankin_Inlet	CA	Rankin Inlet	Rankin Inlet	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Recife	BR	Recife	Recife	Brasilia Standart Saati	Brasilia Standard Time
        America/Regina	CA	Regina	Regina	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Resolute	CA	Resolute	Resolute	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Rio_Branco	BR	Rio Branco	Rio Branco	Acre Standart Saati	Acre Standard Time
        America/Santarem	BR	Santarem	Santarem	Amazon Standart Saati	Amazon Standard Time
        America/Santiago	CL	Santiago	Santiago	Şili Saati	Chile Time
        America/Santo_Domingo	DO	Santo Domingo	Santo Domingo	Dominik Cumhuriyeti Saati	Dominican Republic Time
        America/Sao_Paulo	BR	Sao Paulo	Sao Paulo	Brasilia Standart Saati	Brasilia Standard Time
        America/Scoresbysund	GL	Ittoqqortoormiit	Ittoqqortoormiit	Ittoqqortoormiit Saati	Ittoqqortoormiit Time
        America/Sitka	US	Sitka	Sitka	Kuzey Amerika Pasifik Saati	Pacific Time
        America/St_Barthelemy	BL	Saint Barthelemy	St. Barthélemy	Atlantik Standart Saati	Atlantic Standard Time
        America/St_Johns	CA	St. John’s	St. John’s	Newfoundland Saati	Newfoundland Time
        America/St_Kitts	KN	St. Kitts	St. Kitts	Atlantik Standart Saati	Atlantic Standard Time
        America/St_Lucia	LC	St. Lucia	St. Lucia	Atlantik Standart Saati	Atlantic Standard Time
        America/St_Thomas	VI	St. Thomas	St. Thomas	Atlantik Standart Saati	Atlantic Standard Time
        America/St_Vincent	VC	St. Vincent	St. Vincent	Atlantik Standart Saati	Atlantic Standard Time
        America/Swift_Current	CA	Swift Current	Swift Current	Kuzey Amerika Dağ Standart Saati	Mountain Standard Time
        America/Tegucigalpa	HN	Tegucigalpa	Tegucigalpa	Kuzey Amerika Merkezi Standart Saati	Central Standard Time
        America/Thule	GL	Thule	Thule	Atlantik Standart Saati	Atlantic Standard Time
        America/Tijuana	MX	Tijuana	Tijuana	Kuzey Amerika Pasifik Standart Saati	Pacific Standard Time
        America/Toronto	CA	Toronto	Toronto	Kuzey Amerika Doğu Saati	Eastern Time
        America/Tortola	VG	Tortola	Tortola	Atlantik Standart Saati	Atlantic Standard Time
        America/Vancouver	CA	Vancouver	Vancouver	Kuzey Amerika Pasifik Saati	Pacific Time
        America/Whitehorse	CA	Whitehorse	Whitehorse	Kuzey Amerika Pasifik Standart Saati	Pacific Standard Time
        America/Winnipeg	CA	Winnipeg	Winnipeg	Kuzey Amerika Merkezi Saati	Central Time
        America/Yakutat	US	Yakutat	Yakutat	Yakutat Saati	Yakutat Time
        Antarctica/Casey	AQ	Casey	Casey	Batı Avustralya Standart Saati	Australian Western Standard Time
        Antarctica/Davis	AQ	Davis	Davis	Davis Saati	Davis Time
        Antarctica/DumontDUrville	AQ	Dumont d’Urville	Dumont d’Urville	Dumont-d’Urville Saati	Dumont-d’Urville Time
        Antarctica/Macquarie	AU	Macquarie	Macquarie	Doğu Avustralya Saati (Macquarie)	Eastern Australia Time (Macquarie)
        Antarctica/Mawson	AQ	Mawson	Mawson	Mawson Saati	Mawson Time
        Antarctica/McMurdo	AQ	McMurdo	McMurdo	Yeni Zelanda Standart Saati	New Zealand Standard Time
        Antarctica/Palmer	AQ	Palmer	Palmer	Arjantin Standart Saati	Argentina Standard Time
        Antarctica/Rothera	AQ	Rothera	Rothera	Rothera Saati	Rothera Time
        Antarctica/Syowa	AQ	Showa	Syowa	Showa Saati	Syowa Time
        Antarctica/Troll	AQ	Troll	Troll	Greenwich Ortalama Saati	Greenwich Mean Time
        Antarctica/Vostok	AQ	Vostok	Vostok	Vostok Saati	Vostok Time
        Arctic/Longyearbyen	SJ	Longyearbyen	Longyearbyen	Orta Avrupa Standart Saati	Central European Standard Time
        Asia/Aden	YE	Aden	Aden	Arabistan Standart Saati	Arabian Standard Time
        Asia/Almaty	KZ	Almatı	Almaty	Almatı Standart Saati	Almaty Standard Time
        Asia/Amman	JO	Amman	Amman	Doğu Avrupa Standart Saati	Eastern European Standard Time
        Asia/Anadyr	RU	Anadır	Anadyr	Anadır Standart Saati	Anadyr Standard Time
        Asia/Aqtau	KZ	Aktav	Aqtau	Aktav Saati	Aqtau Time
        Asia/Aqtobe	KZ	Aktöbe	Aqtobe	Aktöbe Saati	Aqtobe Time
        Asia/Ashgabat	TM	Aşkabat	Ashgabat	Türkmenistan Saati	Turkmenistan Time
        Asia/Atyrau	KZ	Atırav	Atyrau	Atırav Saati	Atyrau Time
        Asia/Baghdad	IQ	Bağdat	Baghdad	Arabistan Standart Saati	Arabian Standard Time
        Asia/Bahrain	BH	Bahreyn	Bahrain	Körfez Saati	Gulf Standard Time
        Asia/Baku	AZ	Bakü	Baku	Azerbaycan Saati	Azerbaijan Time
        Asia/Bangkok	TH	Bangkok	Bangkok	Hindiçin Saati	Indochina Time
        Asia/Barnaul	RU	Barnaul	Barnaul	Barnaul Saati	Barnaul Time
        Asia/Beirut	LB	Beyrut	Beirut	Doğu Avrupa Standart Saati	Eastern European Standard Time
        Asia/Bishkek	KG	Bişkek	Bishkek	Kırgızistan Saati	Kyrgyzstan Time
        Asia/Brunei	BN	Brunei	Brunei	Brunei Darü’s-Selam Saati	Brunei Darussalam Time
        Asia/Chita	RU	Çita	Chita	Yakutsk Standart Saati	Yakutsk Standard Time
        Asia/Colombo	LK	Kolombo	Colombo	Hindistan Standart Saati	India Standard Time
        Asia/Damascus	SY	Şam	Damascus	Doğu Avrupa Saati	Eastern European Time
        Asia/Dhaka	BD	Dakka	Dhaka	Bangladeş Saati	Bangladesh Time
        Asia/Dili	TL	Dili	Dili	Doğu Timor Saati	East Timor Time
        Asia/Dubai	AE	Dubai	Dubai	Körfez Saati	Gulf Standard Time
        Asia/Dushanbe	TJ	Duşanbe	Dushanbe	Tacikistan Saati	Tajikistan Time
        Asia/Famagusta	CY	Gazimağusa	Famagusta	Doğu Avrupa Standart Saati	Eastern European Standard Time
        Asia/Gaza	PS	Gazze	Gaza	İsrail Standart Saati	Israel Standard Time
        Asia/Hebron	PS	El Halil	Hebron	İsrail Standart Saati	Israel Standard Time
        Asia/Ho_Chi_Minh	VN	Ho Chi Minh Kenti	Ho Chi Minh City	Vietnam Saati	Vietnam Time
        Asia/Hong_Kong	HK	Hong Kong	Hong Kong	Hong Kong Saati	Hong Kong Time
        Asia/Hovd	MN	Hovd	Hovd	Hovd Standart Saati	Hovd Standard Time
        Asia/Irkutsk	RU	İrkutsk	Irkutsk	İrkutsk Standart Saati	Irkutsk Standard Time
        Asia/Jakarta	ID	Cakarta	Jakarta	Batı Endonezya Saati	Western Indonesia Time
        Asia/Jayapura	ID	Jayapura	Jayapura	Doğu Endonezya Saati	Eastern Indonesia Time
        Asia/Jerusalem	IL	Kudüs	Jerusalem	İsrail Standart Saati	Israel Standard Time
        Asia/Kabul	AF	Kabil	Kabul	Afganistan Saati	Afghanistan Time
        Asia/Kamchatka	RU	Kamçatka	Kamchatka	Petropavlovsk-Kamçatski Standart Saati	Petropavlovsk-Kamchatski Standard Time
        Asia/Karachi	PK	Karaçi	Karachi	Pakistan Saati	Pakistan Time
        Asia/Kathmandu	NP	Katmandu	Kathmandu	Nepal Saati	Nepal Time
        Asia/Khandyga	RU	Handiga	Khandyga	Yakutsk Standart Saati	Yakutsk Standard Time
        Asia/Kolkata	IN	Kalküta	Kolkata	Hindistan Standart Saati	India Standard Time
        Asia/Krasnoyarsk	RU	Krasnoyarsk	Krasnoyarsk	Krasnoyarsk Standart Saati	Krasnoyarsk Standard Time
        Asia/Kuala_Lumpur	MY	Kuala Lumpur	Kuala Lumpur	Malezya Saati	Malaysia Time
        Asia/Kuching	MY	Kuçing	Kuching	Kuçing Saati	Kuching Time
        Asia/Kuwait	KW	Kuveyt	Kuwait	Arabistan Standart Saati	Arabian Standard Time
        Asia/Macau	MO	Makao	Macao	Makao Saati	Macao Time
        Asia/Magadan	RU	Magadan	Magadan	Magadan Standart Saati	Magadan Standard Time
        Asia/Makassar	ID	Makassar	Makassar	Orta Endonezya Saati	Central Indonesia Time
        Asia/Manila	PH	Manila	Manila	Filipinler Standart Saati	Philippine Standard Time
        Asia/Muscat	OM	Maskat	Muscat	Körfez Saati	Gulf Standard Time
        Asia/Nicosia	CY	Lefkoşa	Nicosia	Doğu Avrupa Standart Saati	Eastern European Standard Time
        Asia/Novokuznetsk	RU	Novokuznetsk	Novokuznetsk	Krasnoyarsk Standart Saati	Krasnoyarsk Standard Time
        Asia/Novosibirsk	RU	Novosibirsk	Novosibirsk	Novosibirsk Standart Saati	Novosibirsk Standard Time
        Asia/Omsk	RU	Omsk	Omsk	Omsk Standart Saati	Omsk Standard Time
        Asia/Oral	KZ	Oral	Oral	Oral Saati	Oral Time
        Asia/Phnom_Penh	KH	Phnom Penh	Phnom Penh	Hindiçin Saati	Indochina Time
        Asia/Pontianak	ID	Pontianak	Pontianak	Orta Endonezya Saati	Central Indonesia Time
        Asia/Pyongyang	KP	Pyongyang	Pyongyang	Kore Standart Saati	Korean Standard Time
        Asia/Qatar	QA	Katar	Qatar	Körfez Saati	Gulf Standard Time
        Asia/Qostanay	KZ	Kostanay	Kostanay	Kostanay Saati	Kostanay Time
        Asia/Qyzylorda	KZ	Kızılorda	Qyzylorda	Kızılorda Saati	Qyzylorda Time
        Asia/Riyadh	SA	Riyad	Riyadh	Arabistan Standart Saati	Arabian Standard Time
        Asia/Sakhalin	RU	Sahalin	Sakhalin	Sahalin Standart Saati	Sakhalin Standard Time
        Asia/Samarkand	UZ	Semerkand	Samarkand	Semerkand Saati	Samarkand Time
        Asia/Seoul	KR	Seul	Seoul	Kore Standart Saati	Korean Standard Time
        Asia/Shanghai	CN	Şanghay	Shanghai	Çin Standart Saati	China Standard Time
        Asia/Singapore	SG	Singapur	Singapore	Singapur Standart Saati	Singapore Standard Time
        Asia/Srednekolymsk	RU	Srednekolymsk	Srednekolymsk	Magadan Standart Saati	Magadan Standard Time
        Asia/Taipei	TW	Taipei	Taipei	Taipei Standart Saati	Taipei Standard Time
        Asia/Tashkent	UZ	Taşkent	Tashkent	Özbekistan Saati	Uzbekistan Time
        Asia/Tbilisi	GE	Tiflis	Tbilisi	Gürcistan Saati	Georgia Time
        Asia/Tehran	IR	Tahran	Tehran	İran Standart Saati	Iran Standard Time
        Asia/Thimphu	BT	Thimphu	Thimphu	Hindistan Standart Saati	India Standard Time
        Asia/Tokyo	JP	Tokyo	Tokyo	Japonya Standart Saati	Japan Standard Time
        Asia/Tomsk	RU	Tomsk	Tomsk	Tomsk Saati	Tomsk Time
        Asia/Ulaanbaatar	MN	Ulan Batur	Ulaanbaatar	Ulan Batur Standart Saati	Ulaanbaatar Standard Time
        Asia/Urumqi	CN	Urumçi	Urumqi	Urumçi Saati	Urumqi Time
        Asia/Ust-Nera	RU	Ust-Nera	Ust-Nera	Yakutsk Standart Saati	Yakutsk Standard Time
        Asia/Vientiane	LA	Vientiane	Vientiane	Hindiçin Saati	Indochina Time
        Asia/Vladivostok	RU	Vladivostok	Vladivostok	Vladivostok Standart Saati	Vladivostok Standard Time
        Asia/Yakutsk	RU	Yakutsk	Yakutsk	Yakutsk Standart Saati	Yakutsk Standard Time
        Asia/Yangon	MM	Yangon	Yangon	Myanmar Saati	Myanmar Time
        Asia/Yekaterinburg	RU	Yekaterinburg	Yekaterinburg	Yekaterinburg Saati	Yekaterinburg Time
        Asia/Yerevan	AM	Erivan	Yerevan	Ermenistan Saati	Armenia Time
        Atlantic/Azores	PT	Azor Adaları	Azores	Azorlar Standart Saati	Azores Standard Time
        Atlantic/Bermuda	BM	Bermuda	Bermuda	Atlantik Standart Saati	Atlantic Standard Time
        Atlantic/Canary	ES	Kanarya Adaları	Canary	Batı Avrupa Standart Saati	Western European Standard Time
        Atlantic/Cape_Verde	CV	Cape Verde	Cape Verde	Cape Verde Standart Saati	Cape Verde Standard Time
        Atlantic/Faroe	FO	Faroe	Faroe	Batı Avrupa Standart Saati	Western European Standard Time
        Atlantic/Madeira	PT	Madeira Adaları	Madeira	Batı Avrupa Standart Saati	Western European Standard Time
        Atlantic/Reykjavik	IS	Reykjavik	Reykjavik	Greenwich Ortalama Saati	Greenwich Mean Time
        Atlantic/South_Georgia	GS	Güney Georgia	South Georgia	Güney Georgia Saati	South Georgia Time
        Atlantic/St_Helena	SH	St. Helena	St. Helena	Greenwich Ortalama Saati	Greenwich Mean Time
        Atlantic/Stanley	FK	Stanley	Stanley	Falkland Adaları Standart Saati	Falkland Islands Standard Time
        Australia/Adelaide	AU	Adelaide	Adelaide	Orta Avustralya Standart Saati	Australian Central Standard Time
        Australia/Brisbane	AU	Brisbane	Brisbane	Doğu Avustralya Standart Saati	Australian Eastern Standard Time
        Australia/Broken_Hill	AU	Broken Hill	Broken Hill	Orta Avustralya Standart Saati	Australian Central Standard Time
        Australia/Darwin	AU	Darwin	Darwin	Orta Avustralya Standart Saati	Australian Central Standard Time
        Australia/Eucla	AU	Eucla	Eucla	İç Batı Avustralya Standart Saati	Australian Central Western Standard Time
        Australia/Hobart	AU	Hobart	Hobart	Doğu Avustralya Saati (Hobart)	Eastern Australia Time (Hobart)
        Australia/Lindeman	AU	Lindeman	Lindeman	Doğu Avustralya Standart Saati	Australian Eastern Standard Time
        Australia/Lord_Howe	AU	Lord Howe	Lord Howe	Doğu Avustralya Standart Saati	Australian Eastern Standard Time
        Australia/Melbourne	AU	Melbourne	Melbourne	Doğu Avustralya Standart Saati	Australian Eastern Standard Time
        Australia/Perth	AU	Perth	Perth	Batı Avustralya Standart Saati	Australian Western Standard Time
        Australia/Sydney	AU	Sidney	Sydney	Doğu Avustralya Standart Saati	Australian Eastern Standard Time
        Europe/Amsterdam	NL	Amsterdam	Amsterdam	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Andorra	AD	Andorra	Andorra	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Astrakhan	RU	Astrahan	Astrakhan	Astrahan Saati	Astrakhan Time
        Europe/Athens	GR	Atina	Athens	Doğu Avrupa Standart Saati	Eastern European Standard Time
        Europe/Belgrade	RS	Belgrad	Belgrade	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Berlin	DE	Berlin	Berlin	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Bratislava	SK	Bratislava	Bratislava	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Brussels	BE	Brüksel	Brussels	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Bucharest	RO	Bükreş	Bucharest	Doğu Avrupa Standart Saati	Eastern European Standard Time
        Europe/Budapest	HU	Budapeşte	Budapest	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Busingen	DE	Büsingen	Busingen	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Chisinau	MD	Kişinev	Chisinau	Moskova Standart Saati	Moscow Standard Time
        Europe/Copenhagen	DK	Kopenhag	Copenhagen	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Dublin	IE	Dublin	Dublin	İrlanda Saati	Ireland Time
        Europe/Gibraltar	GI	Cebelitarık	Gibraltar	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Guernsey	GG	Guernsey	Guernsey	Guernsey Saati	Guernsey Time
        Europe/Helsinki	FI	Helsinki	Helsinki	Doğu Avrupa Standart Saati	Eastern European Standard Time
        Europe/Isle_of_Man	IM	Man Adası	Isle of Man	Man Adası Saati	Isle of Man Time
        Europe/Istanbul	TR	İstanbul	Istanbul	Doğu Avrupa Standart Saati	Eastern European Standard Time
        Europe/Jersey	JE	Jersey	Jersey	Jersey Saati	Jersey Time
        Europe/Kaliningrad	RU	Kaliningrad	Kaliningrad	Moskova Standart Saati	Moscow Standard Time
        Europe/Kirov	RU	Kirov	Kirov	Kirov Saati	Kirov Time
        Europe/Kyiv	UA	Kiev	Kyiv	Moskova Standart Saati	Moscow Standard Time
        Europe/Lisbon	PT	Lizbon	Lisbon	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Ljubljana	SI	Ljubljana	Ljubljana	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/London	GB	Londra	London	Birleşik Krallık Saati	United Kingdom Time
        Europe/Luxembourg	LU	Lüksemburg	Luxembourg	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Madrid	ES	Madrid	Madrid	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Malta	MT	Malta	Malta	Orta Avrupa Saati	Central European Time
        Europe/Mariehamn	AX	Mariehamn	Mariehamn	Doğu Avrupa Standart Saati	Eastern European Standard Time
        Europe/Minsk	BY	Minsk	Minsk	Moskova Standart Saati	Moscow Standard Time
        Europe/Monaco	MC	Monako	Monaco	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Moscow	RU	Moskova	Moscow	Moskova Standart Saati	Moscow Standard Time
        Europe/Oslo	NO	Oslo	Oslo	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Paris	FR	Paris	Paris	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Podgorica	ME	Podgorica	Podgorica	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Prague	CZ	Prag	Prague	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Riga	LV	Riga	Riga	Moskova Standart Saati	Moscow Standard Time
        Europe/Rome	IT	Roma	Rome	Orta Avrupa Saati	Central European Time
        Europe/Samara	RU	Samara	Samara	Samara Saati	Samara Time
        Europe/San_Marino	SM	San Marino	San Marino	Orta Avrupa Saati	Central European Time
        Europe/Sarajevo	BA	Saraybosna	Sarajevo	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Saratov	RU	Saratov	Saratov	Saratov Saati	Saratov Time
        Europe/Simferopol	UA	Simferopol	Simferopol	Moskova Standart Saati	Moscow Standard Time
        Europe/Skopje	MK	Üsküp	Skopje	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Sofia	BG	Sofya	Sofia	Doğu Avrupa Standart Saati	Eastern European Standard Time
        Europe/Stockholm	SE	Stokholm	Stockholm	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Tallinn	EE	Tallinn	Tallinn	Moskova Standart Saati	Moscow Standard Time
        Europe/Tirane	AL	Tiran	Tirane	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Ulyanovsk	RU	Ulyanovsk	Ulyanovsk	Ulyanovsk Saati	Ulyanovsk Time
        Europe/Vaduz	LI	Vaduz	Vaduz	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Vatican	VA	Vatikan	Vatican	Orta Avrupa Saati	Central European Time
        Europe/Vienna	AT	Viyana	Vienna	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Vilnius	LT	Vilnius	Vilnius	Moskova Standart Saati	Moscow Standard Time
        Europe/Volgograd	RU	Volgograd	Volgograd	Volgograd Standart Saati	Volgograd Standard Time
        Europe/Warsaw	PL	Varşova	Warsaw	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Zagreb	HR	Zagreb	Zagreb	Orta Avrupa Standart Saati	Central European Standard Time
        Europe/Zurich	CH	Zürih	Zurich	Orta Avrupa Standart Saati	Central European Standard Time
        Indian/Antananarivo	MG	Antananarivo	Antananarivo	Doğu Afrika Saati	East Africa Time
        Indian/Chagos	IO	Chagos	Chagos	Hint Okyanusu Saati	Indian Ocean Time
        Indian/Christmas	CX	Christmas	Christmas	Christmas Adası Saati	Christmas Island Time
        Indian/Cocos	CC	Cocos	Cocos	Cocos Adaları Saati	Cocos Islands Time
        Indian/Comoro	KM	Komor	Comoro	Doğu Afrika Saati	East Africa Time
        Indian/Kerguelen	TF	Kerguelen	Kerguelen	Fransız Güney ve Antarktika Saati	French Southern & Antarctic Time
        Indian/Mahe	SC	Mahe	Mahe	Seyşeller Saati	Seychelles Time
        Indian/Maldives	MV	Maldivler	Maldives	Maldivler Saati	Maldives Time
        Indian/Mauritius	MU	Mauritius	Mauritius	Mauritius Standart Saati	Mauritius Standard Time
        Indian/Mayotte	YT	Mayotte	Mayotte	Doğu Afrika Saati	East Africa Time
        Indian/Reunion	RE	Reunion	Réunion	Reunion Saati	Réunion Time
        Pacific/Apia	WS	Apia	Apia	Apia Standart Saati	Apia Standard Time
        Pacific/Auckland	NZ	Auckland	Auckland	Yeni Zelanda Standart Saati	New Zealand Standard Time
        Pacific/Bougainville	PG	Bougainville	Bougainville	Papua Yeni Gine Saati	Papua New Guinea Time
        Pacific/Chatham	NZ	Chatham	Chatham	Chatham Standart Saati	Chatham Standard Time
        Pacific/Chuuk	FM	Chuuk	Chuuk	Chuuk Saati	Chuuk Time
        Pacific/Easter	CL	Paskalya Adası	Easter	Paskalya Adası Saati	Easter Island Time
        Pacific/Efate	VU	Efate	Efate	Vanuatu Standart Saati	Vanuatu Standard Time
        Pacific/Fakaofo	TK	Fakaofo	Fakaofo	Tokelau Saati	Tokelau Time
        Pacific/Fiji	FJ	Fiji	Fiji	Fiji Standart Saati	Fiji Standard Time
        Pacific/Funafuti	TV	Funafuti	Funafuti	Tuvalu Saati	Tuvalu Time
        Pacific/Galapagos	EC	Galapagos	Galapagos	Ekvador Saati	Ecuador Time
        Pacific/Gambier	PF	Gambier	Gambier	Gambier Saati	Gambier Time
        Pacific/Guadalcanal	SB	Guadalcanal	Guadalcanal	Solomon Adaları Saati	Solomon Islands Time
        Pacific/Guam	GU	Guam	Guam	Guam Saati	Guam Time
        Pacific/Honolulu	US	Honolulu	Honolulu	Honolulu Saati	Honolulu Time
        Pacific/Kanton	KI	Enderbury	Enderbury	Phoenix Adaları Saati	Phoenix Islands Time
        Pacific/Kiritimati	KI	Kiritimati	Kiritimati	Line Adaları Saati	Line Islands Time
        Pacific/Kosrae	FM	Kosrae	Kosrae	Kosrae Saati	Kosrae Time
        Pacific/Kwajalein	MH	Kwajalein	Kwajalein	Kwajalein Saati	Kwajalein Time
        Pacific/Majuro	MH	Majuro	Majuro	Marshall Adaları Saati	Marshall Islands Time
        Pacific/Marquesas	PF	Markiz Adaları	Marquesas	Markiz Adaları Saati	Marquesas Time
        Pacific/Midway	UM	Midway	Midway	Midway Saati	Midway Time
        Pacific/Nauru	NR	Nauru	Nauru	Nauru Saati	Nauru Time
        Pacific/Niue	NU	Niue	Niue	Niue Saati	Niue Time
        Pacific/Norfolk	NF	Norfolk	Norfolk	Norfolk Adası Standart Saati	Norfolk Island Standard Time
        Pacific/Noumea	NC	Noumea	Noumea	Yeni Kaledonya Standart Saati	New Caledonia Standard Time
        Pacific/Pago_Pago	AS	Pago Pago	Pago Pago	Amerikan Samoası Saati	American Samoa Time
        Pacific/Palau	PW	Palau	Palau	Palau Saati	Palau Time
        Pacific/Pitcairn	PN	Pitcairn	Pitcairn	Pitcairn Saati	Pitcairn Time
        Pacific/Pohnpei	FM	Pohnpei	Pohnpei	Ponape Saati	Ponape Time
        Pacific/Port_Moresby	PG	Port Moresby	Port Moresby	Papua Yeni Gine Saati	Papua New Guinea Time
        Pacific/Rarotonga	CK	Rarotonga	Rarotonga	Cook Adaları Standart Saati	Cook Islands Standard Time
        Pacific/Saipan	MP	Saipan	Saipan	Kuzey Mariana Adaları Saati	Northern Mariana Islands Time
        Pacific/Tahiti	PF	Tahiti	Tahiti	Tahiti Saati	Tahiti Time
        Pacific/Tarawa	KI	Tarawa	Tarawa	Gilbert Adaları Saati	Gilbert Islands Time
        Pacific/Tongatapu	TO	Tongatapu	Tongatapu	Tonga Standart Saati	Tonga Standard Time
        Pacific/Wake	UM	Wake	Wake	Wake Adası Saati	Wake Island Time
        Pacific/Wallis	WF	Wallis	Wallis	Wallis ve Futuna Saati	Wallis & Futuna Time
        """
    }
}
