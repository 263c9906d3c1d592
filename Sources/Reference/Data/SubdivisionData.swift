// Long: a line for each row, made by scripts/reference-data. By tabs:
// code, country, parent, kind, name_tr, name_en.
enum SubdivisionData {
    // swift-format-ignore
    static var text: StaticString {
        """
        AD-02	AD		Parish	Canillo	Canillo
        AD-03	AD		Parish	Encamp	Encamp
        AD-04	AD		Parish	La Massana	La Massana
        AD-05	AD		Parish	Ordino	Ordino
        AD-06	AD		Parish	Sant Julià de Lòria	Sant Julià de Lòria
        AD-07	AD		Parish	Andorra la Vella	Andorra la Vella
        AD-08	AD		Parish	Escaldes-Engordany	Escaldes-Engordany
        AE-AJ	AE		Emirate	‘Ajmān	‘Ajmān
        AE-AZ	AE		Emirate	Abū Z̧aby	Abū Z̧aby
        AE-DU	AE		Emirate	Dubayy	Dubayy
        AE-FU	AE		Emirate	Al Fujayrah	Al Fujayrah
        AE-RK	AE		Emirate	Ra’s al Khaymah	Ra’s al Khaymah
        AE-SH	AE		Emirate	Ash Shāriqah	Ash Shāriqah
        AE-UQ	AE		Emirate	Umm al Qaywayn	Umm al Qaywayn
        AF-BAL	AF		Province	Balkh	Balkh
        AF-BAM	AF		Province	Bāmyān	Bāmyān
        AF-BDG	AF		Province	Bādghīs	Bādghīs
        AF-BDS	AF		Province	Badakhshān	Badakhshān
        AF-BGL	AF		Province	Baghlān	Baghlān
        AF-DAY	AF		Province	Dāykundī	Dāykundī
        AF-FRA	AF		Province	Farāh	Farāh
        AF-FYB	AF		Province	Fāryāb	Fāryāb
        AF-GHA	AF		Province	Ghaznī	Ghaznī
        AF-GHO	AF		Province	Ghōr	Ghōr
        AF-HEL	AF		Province	Helmand	Helmand
        AF-HER	AF		Province	Herāt	Herāt
        AF-JOW	AF		Province	Jowzjān	Jowzjān
        AF-KAB	AF		Province	Kabil	Kābul
        AF-KAN	AF		Province	Kandahār	Kandahār
        AF-KAP	AF		Province	Kāpīsā	Kāpīsā
        AF-KDZ	AF		Province	Kunduz	Kunduz
        AF-KHO	AF		Province	Khōst	Khōst
        AF-KNR	AF		Province	Kunaṟ	Kunaṟ
        AF-LAG	AF		Province	Laghmān	Laghmān
        AF-LOG	AF		Province	Lōgar	Lōgar
        AF-NAN	AF		Province	Nangarhār	Nangarhār
        AF-NIM	AF		Province	Nīmrōz	Nīmrōz
        AF-NUR	AF		Province	Nūristān	Nūristān
        AF-PAN	AF		Province	Panjshayr	Panjshayr
        AF-PAR	AF		Province	Parwān	Parwān
        AF-PIA	AF		Province	Paktiyā	Paktiyā
        AF-PKA	AF		Province	Paktīkā	Paktīkā
        AF-SAM	AF		Province	Samangān	Samangān
        AF-SAR	AF		Province	Sar-e Pul	Sar-e Pul
        AF-TAK	AF		Province	Takhār	Takhār
        AF-URU	AF		Province	Uruzgān	Uruzgān
        AF-WAR	AF		Province	Wardak	Wardak
        AF-ZAB	AF		Province	Zābul	Zābul
        AG-03	AG		Parish	Saint George	Saint George
        AG-04	AG		Parish	Saint John	Saint John
        AG-05	AG		Parish	Saint Mary	Saint Mary
        AG-06	AG		Parish	Saint Paul	Saint Paul
        AG-07	AG		Parish	Saint Peter	Saint Peter
        AG-08	AG		Parish	Saint Philip	Saint Philip
        AG-10	AG		Dependency	Barbuda	Barbuda
        AG-11	AG		Dependency	Redonda	Redonda
        AL-01	AL		County	Berat	Berat
        AL-02	AL		County	Durrës	Durrës
        AL-03	AL		County	Elbasan	Elbasan
        AL-04	AL		County	Fier	Fier
        AL-05	AL		County	Gjirokastër	Gjirokastër
        AL-06	AL		County	Korçë	Korçë
        AL-07	AL		County	Kukës	Kukës
        AL-08	AL		County	Lezhë	Lezhë
        AL-09	AL		County	Dibër	Dibër
        AL-10	AL		County	Shkodër	Shkodër
        AL-11	AL		County	Tiran	Tiranë
        AL-12	AL		County	Vlorë	Vlorë
        AM-AG	AM		Region	Aragac̣otn	Aragac̣otn
        AM-AR	AM		Region	Ararat	Ararat
        AM-AV	AM		Region	Armavir	Armavir
        AM-ER	AM		City	Erivan	Erevan
        AM-GR	AM		Region	Geġark'unik'	Geġark'unik'
        AM-KT	AM		Region	Kotayk	Kotayk'
        AM-LO	AM		Region	Loṙi	Loṙi
        AM-SH	AM		Region	Širak	Širak
        AM-SU	AM		Region	Syunik	Syunik'
        AM-TV	AM		Region	Tavuš	Tavuš
        AM-VD	AM		Region	Vayoć Jor	Vayoć Jor
        AO-BGO	AO		Province	Bengo	Bengo
        AO-BGU	AO		Province	Benguela	Benguela
        AO-BIE	AO		Province	Bie	Bié
        AO-CAB	AO		Province	Cabinda	Cabinda
        AO-CCU	AO		Province	Cuando Cubango	Cuando Cubango
        AO-CNN	AO		Province	Cunene	Cunene
        AO-CNO	AO		Province	Cuanza-Norte	Cuanza-Norte
        AO-CUS	AO		Province	Cuanza-Sul	Cuanza-Sul
        AO-HUA	AO		Province	Huambo	Huambo
        AO-HUI	AO		Province	Huila	Huíla
        AO-LNO	AO		Province	Lunda-Norte	Lunda-Norte
        AO-LSU	AO		Province	Lunda-Sul	Lunda-Sul
        AO-LUA	AO		Province	Luanda	Luanda
        AO-MAL	AO		Province	Malange	Malange
        AO-MOX	AO		Province	Moxico	Moxico
        AO-NAM	AO		Province	Namibe	Namibe
        AO-UIG	AO		Province	Uíge	Uíge
        AO-ZAI	AO		Province	Zaire	Zaire
        AR-A	AR		Province	Salta	Salta
        AR-B	AR		Province	Buenos Aires	Buenos Aires
        AR-C	AR		City	Buenos Aires Özerk Şehri	Ciudad Autónoma de Buenos Aires
        AR-D	AR		Province	San Luis	San Luis
        AR-E	AR		Province	Entre Ríos	Entre Ríos
        AR-F	AR		Province	La Rioja	La Rioja
        AR-G	AR		Province	Santiago del Estero	Santiago del Estero
        AR-H	AR		Province	Chaco	Chaco
        AR-J	AR		Province	San Juan	San Juan
        AR-K	AR		Province	Catamarca	Catamarca
        AR-L	AR		Province	La Pampa	La Pampa
        AR-M	AR		Province	Mendoza	Mendoza
        AR-N	AR		Province	Misiones	Misiones
        AR-P	AR		Province	Formosa	Formosa
        AR-Q	AR		Province	Neuquén	Neuquén
        AR-R	AR		Province	Río Negro	Río Negro
        AR-S	AR		Province	Santa Fe	Santa Fe
        AR-T	AR		Province	Tucumán	Tucumán
        AR-U	AR		Province	Chubut	Chubut
        AR-V	AR		Province	Tierra del Fuego	Tierra del Fuego
        AR-W	AR		Province	Corrientes	Corrientes
        AR-X	AR		Province	Córdoba	Córdoba
        AR-Y	AR		Province	Jujuy	Jujuy
        AR-Z	AR		Province	Santa Cruz	Santa Cruz
        AT-1	AT		State	Burgenland	Burgenland
        AT-2	AT		State	Karnten	Kärnten
        AT-3	AT		State	Niederösterreich	Niederösterreich
        AT-4	AT		State	Oberösterreich	Oberösterreich
        AT-5	AT		State	Salzburg	Salzburg
        AT-6	AT		State	Steiermark	Steiermark
        AT-7	AT		State	Tirol	Tirol
        AT-8	AT		State	Vorarlberg	Vorarlberg
        AT-9	AT		State	Wien	Wien
        AU-ACT	AU		Territory	Avustralya Başkent Bölgesi	Australian Capital Territory
        AU-NSW	AU		State	Yeni Güney Galler	New South Wales
        AU-NT	AU		Territory	Kuzey Bölgesi	Northern Territory
        AU-QLD	AU		State	Queensland	Queensland
        AU-SA	AU		State	Güney Avustralya	South Australia
        AU-TAS	AU		State	Tazmanya	Tasmania
        AU-VIC	AU		State	Victoria	Victoria
        AU-WA	AU		State	Batı Avustralya	Western Australia
        AZ-ABS	AZ		Rayon	Abşeron	Abşeron
        AZ-AGA	AZ		Rayon	Ağstafa	Ağstafa
        AZ-AGC	AZ		Rayon	Ağcabedi	Ağcabədi
        AZ-AGM	AZ		Rayon	Ağdam	Ağdam
        AZ-AGS	AZ		Rayon	Ağdaş	Ağdaş
        AZ-AGU	AZ		Rayon	Ağsu	Ağsu
        AZ-AST	AZ		Rayon	Astara	Astara
        AZ-BA	AZ		Municipality	Bakı	Bakı
        AZ-NX	AZ		Autonomous republic	Naxçıvan	Naxçıvan
        AZ-BAB	AZ	AZ-NX	Rayon	Babək	Babək
        AZ-BAL	AZ		Rayon	Balakən	Balakən
        AZ-BAR	AZ		Rayon	Bərdə	Bərdə
        AZ-BEY	AZ		Rayon	Beyləqan	Beyləqan
        AZ-BIL	AZ		Rayon	Biləsuvar	Biləsuvar
        AZ-CAB	AZ		Rayon	Cəbrayıl	Cəbrayıl
        AZ-CAL	AZ		Rayon	Cəlilabad	Cəlilabad
        AZ-CUL	AZ	AZ-NX	Rayon	Culfa	Culfa
        AZ-DAS	AZ		Rayon	Daşkəsən	Daşkəsən
        AZ-FUZ	AZ		Rayon	Füzuli	Füzuli
        AZ-GA	AZ		Municipality	Gəncə	Gəncə
        AZ-GAD	AZ		Rayon	Gədəbəy	Gədəbəy
        AZ-GOR	AZ		Rayon	Goranboy	Goranboy
        AZ-GOY	AZ		Rayon	Göyçay	Göyçay
        AZ-GYG	AZ		Rayon	Göygöl	Göygöl
        AZ-HAC	AZ		Rayon	Hacıqabul	Hacıqabul
        AZ-IMI	AZ		Rayon	İmişli	İmişli
        AZ-ISM	AZ		Rayon	İsmayıllı	İsmayıllı
        AZ-KAL	AZ		Rayon	Kəlbəcər	Kəlbəcər
        AZ-KAN	AZ	AZ-NX	Rayon	Kǝngǝrli	Kǝngǝrli
        AZ-KUR	AZ		Rayon	Kürdəmir	Kürdəmir
        AZ-LA	AZ		Municipality	Lənkəran	Lənkəran
        AZ-LAC	AZ		Rayon	Laçın	Laçın
        AZ-LAN	AZ		Rayon	Lənkəran	Lənkəran
        AZ-LER	AZ		Rayon	Lerik	Lerik
        AZ-MAS	AZ		Rayon	Masallı	Masallı
        AZ-MI	AZ		Municipality	Mingəçevir	Mingəçevir
        AZ-NA	AZ		Municipality	Naftalan	Naftalan
        AZ-NEF	AZ		Rayon	Neftçala	Neftçala
        AZ-NV	AZ	AZ-NX	Municipality	Naxçıvan	Naxçıvan
        AZ-OGU	AZ		Rayon	Oğuz	Oğuz
        AZ-ORD	AZ	AZ-NX	Rayon	Ordubad	Ordubad
        AZ-QAB	AZ		Rayon	Qəbələ	Qəbələ
        AZ-QAX	AZ		Rayon	Qax	Qax
        AZ-QAZ	AZ		Rayon	Qazax	Qazax
        AZ-QBA	AZ		Rayon	Quba	Quba
        AZ-QBI	AZ		Rayon	Qubadlı	Qubadlı
        AZ-QOB	AZ		Rayon	Qobustan	Qobustan
        AZ-QUS	AZ		Rayon	Qusar	Qusar
        AZ-SA	AZ		Municipality	Şəki	Şəki
        AZ-SAB	AZ		Rayon	Sabirabad	Sabirabad
        AZ-SAD	AZ	AZ-NX	Rayon	Sədərək	Sədərək
        AZ-SAH	AZ	AZ-NX	Rayon	Şahbuz	Şahbuz
        AZ-SAK	AZ		Rayon	Şəki	Şəki
        AZ-SAL	AZ		Rayon	Salyan	Salyan
        AZ-SAR	AZ	AZ-NX	Rayon	Şərur	Şərur
        AZ-SAT	AZ		Rayon	Saatlı	Saatlı
        AZ-SBN	AZ		Rayon	Şabran	Şabran
        AZ-SIY	AZ		Rayon	Siyəzən	Siyəzən
        AZ-SKR	AZ		Rayon	Şəmkir	Şəmkir
        AZ-SM	AZ		Municipality	Sumqayıt	Sumqayıt
        AZ-SMI	AZ		Rayon	Şamaxı	Şamaxı
        AZ-SMX	AZ		Rayon	Samux	Samux
        AZ-SR	AZ		Municipality	Şirvan	Şirvan
        AZ-SUS	AZ		Rayon	Şuşa	Şuşa
        AZ-TAR	AZ		Rayon	Tərtər	Tərtər
        AZ-TOV	AZ		Rayon	Tovuz	Tovuz
        AZ-UCA	AZ		Rayon	Ucar	Ucar
        AZ-XA	AZ		Municipality	Xankəndi	Xankəndi
        AZ-XAC	AZ		Rayon	Xaçmaz	Xaçmaz
        AZ-XCI	AZ		Rayon	Xocalı	Xocalı
        AZ-XIZ	AZ		Rayon	Xızı	Xızı
        AZ-XVD	AZ		Rayon	Xocavənd	Xocavənd
        AZ-YAR	AZ		Rayon	Yardımlı	Yardımlı
        AZ-YE	AZ		Municipality	Yevlax	Yevlax
        AZ-YEV	AZ		Rayon	Yevlax	Yevlax
        AZ-ZAN	AZ		Rayon	Zəngilan	Zəngilan
        AZ-ZAQ	AZ		Rayon	Zaqatala	Zaqatala
        AZ-ZAR	AZ		Rayon	Zərdab	Zərdab
        BA-BIH	BA		Entity	Bosna Hersek Federasyonu	Federacija Bosne i Hercegovine
        BA-BRC	BA		District with special status	Brčko distrikt	Brčko distrikt
        BA-SRP	BA		Entity	Republika Srpska	Republika Srpska
        BB-01	BB		Parish	Christ Church	Christ Church
        BB-02	BB		Parish	Saint Andrew	Saint Andrew
        BB-03	BB		Parish	Saint George	Saint George
        BB-04	BB		Parish	Saint James	Saint James
        BB-05	BB		Parish	Saint John	Saint John
        BB-06	BB		Parish	Saint Joseph	Saint Joseph
        BB-07	BB		Parish	Saint Lucy	Saint Lucy
        BB-08	BB		Parish	Saint Michael	Saint Michael
        BB-09	BB		Parish	Saint Peter	Saint Peter
        BB-10	BB		Parish	Saint Philip	Saint Philip
        BB-11	BB		Parish	Saint Thomas	Saint Thomas
        BD-B	BD		Division	Chattogram	Chattogram
        BD-01	BD	BD-B	District	Bandarban	Bandarban
        BD-A	BD		Division	Barishal	Barishal
        BD-02	BD	BD-A	District	Barguna	Barguna
        BD-E	BD		Division	Rajshahi	Rajshahi
        BD-03	BD	BD-E	District	Bogura	Bogura
        BD-04	BD	BD-B	District	Brahmanbaria	Brahmanbaria
        BD-D	BD		Division	Khulna	Khulna
        BD-05	BD	BD-D	District	Bagerhat	Bagerhat
        BD-06	BD	BD-A	District	Barishal	Barishal
        BD-07	BD	BD-A	District	Bhola	Bhola
        BD-08	BD	BD-B	District	Cumilla	Cumilla
        BD-09	BD	BD-B	District	Chandpur	Chandpur
        BD-10	BD	BD-B	District	Chattogram	Chattogram
        BD-11	BD	BD-B	District	Cox's Bazar	Cox's Bazar
        BD-12	BD	BD-D	District	Chuadanga	Chuadanga
        BD-C	BD		Division	Dakka	Dhaka
        BD-13	BD	BD-C	District	Dakka	Dhaka
        BD-F	BD		Division	Rangpur	Rangpur
        BD-14	BD	BD-F	District	Dinajpur	Dinajpur
        BD-15	BD	BD-C	District	Faridpur	Faridpur
        BD-16	BD	BD-B	District	Feni	Feni
        BD-17	BD	BD-C	District	Gopalganj	Gopalganj
        BD-18	BD	BD-C	District	Gazipur	Gazipur
        BD-19	BD	BD-F	District	Gaibandha	Gaibandha
        BD-G	BD		Division	Sylhet	Sylhet
        BD-20	BD	BD-G	District	Habiganj	Habiganj
        BD-H	BD		Division	Mymensingh	Mymensingh
        BD-21	BD	BD-H	District	Jamalpur	Jamalpur
        BD-22	BD	BD-D	District	Jashore	Jashore
        BD-23	BD	BD-D	District	Jhenaidah	Jhenaidah
        BD-24	BD	BD-E	District	Joypurhat	Joypurhat
        BD-25	BD	BD-A	District	Jhalakathi	Jhalakathi
        BD-26	BD	BD-C	District	Kishoreganj	Kishoreganj
        BD-27	BD	BD-D	District	Khulna	Khulna
        BD-28	BD	BD-F	District	Kurigram	Kurigram
        BD-29	BD	BD-B	District	Khagrachhari	Khagrachhari
        BD-30	BD	BD-D	District	Kushtia	Kushtia
        BD-31	BD	BD-B	District	Lakshmipur	Lakshmipur
        BD-32	BD	BD-F	District	Lalmonirhat	Lalmonirhat
        BD-33	BD	BD-C	District	Manikganj	Manikganj
        BD-34	BD	BD-H	District	Mymensingh	Mymensingh
        BD-35	BD	BD-C	District	Munshiganj	Munshiganj
        BD-36	BD	BD-C	District	Madaripur	Madaripur
        BD-37	BD	BD-D	District	Magura	Magura
        BD-38	BD	BD-G	District	Moulvibazar	Moulvibazar
        BD-39	BD	BD-D	District	Meherpur	Meherpur
        BD-40	BD	BD-C	District	Narayanganj	Narayanganj
        BD-41	BD	BD-H	District	Netrakona	Netrakona
        BD-42	BD	BD-C	District	Narsingdi	Narsingdi
        BD-43	BD	BD-D	District	Narail	Narail
        BD-44	BD	BD-E	District	Natore	Natore
        BD-45	BD	BD-E	District	Chapai Nawabganj	Chapai Nawabganj
        BD-46	BD	BD-F	District	Nilphamari	Nilphamari
        BD-47	BD	BD-B	District	Noakhali	Noakhali
        BD-48	BD	BD-E	District	Naogaon	Naogaon
        BD-49	BD	BD-E	District	Pabna	Pabna
        BD-50	BD	BD-A	District	Pirojpur	Pirojpur
        BD-51	BD	BD-A	District	Patuakhali	Patuakhali
        BD-52	BD	BD-F	District	Panchagarh	Panchagarh
        BD-53	BD	BD-C	District	Rajbari	Rajbari
        BD-54	BD	BD-E	District	Rajshahi	Rajshahi
        BD-55	BD	BD-F	District	Rangpur	Rangpur
        BD-56	BD	BD-B	District	Rangamati	Rangamati
        BD-57	BD	BD-H	District	Sherpur	Sherpur
        BD-58	BD	BD-D	District	Satkhira	Satkhira
        BD-59	BD	BD-E	District	Sirajganj	Sirajganj
        BD-60	BD	BD-G	District	Sylhet	Sylhet
        BD-61	BD	BD-G	District	Sunamganj	Sunamganj
        BD-62	BD	BD-C	District	Shariatpur	Shariatpur
        BD-63	BD	BD-C	District	Tangail	Tangail
        BD-64	BD	BD-F	District	Thakurgaon	Thakurgaon
        BE-BRU	BE		Region	Brussels Hoofdstedelijk Gewest	Brussels Hoofdstedelijk Gewest
        BE-VLG	BE		Region	Vlaams Gewest	Vlaams Gewest
        BE-VAN	BE	BE-VLG	Province	Antwerpen	Antwerpen
        BE-VBR	BE	BE-VLG	Province	Vlaams-Brabant	Vlaams-Brabant
        BE-VLI	BE	BE-VLG	Province	Limburg	Limburg
        BE-VOV	BE	BE-VLG	Province	Oost-Vlaanderen	Oost-Vlaanderen
        BE-VWV	BE	BE-VLG	Province	West-Vlaanderen	West-Vlaanderen
        BE-WAL	BE		Region	wallonne, Région	wallonne, Région
        BE-WBR	BE	BE-WAL	Province	Brabant wallon	Brabant wallon
        BE-WHT	BE	BE-WAL	Province	Hainaut	Hainaut
        BE-WLG	BE	BE-WAL	Province	Liège	Liège
        BE-WLX	BE	BE-WAL	Province	Lüksemburg	Luxembourg
        BE-WNA	BE	BE-WAL	Province	Namur	Namur
        BF-01	BF		Region	Boucle du Mouhoun	Boucle du Mouhoun
        BF-02	BF		Region	Cascades	Cascades
        BF-03	BF		Region	Merkez	Centre
        BF-04	BF		Region	Centre-Est	Centre-Est
        BF-05	BF		Region	Centre-Nord	Centre-Nord
        BF-06	BF		Region	Centre-Ouest	Centre-Ouest
        BF-07	BF		Region	Centre-Sud	Centre-Sud
        BF-08	BF		Region	Est	Est
        BF-09	BF		Region	Hauts-Bassins	Hauts-Bassins
        BF-10	BF		Region	Nord	Nord
        BF-11	BF		Region	Plato-Merkez	Plateau-Central
        BF-12	BF		Region	Sahel	Sahel
        BF-13	BF		Region	Sud-Ouest	Sud-Ouest
        BF-BAL	BF	BF-01	Province	Balé	Balé
        BF-BAM	BF	BF-05	Province	Bam	Bam
        BF-BAN	BF	BF-01	Province	Banwa	Banwa
        BF-BAZ	BF	BF-07	Province	Bazèga	Bazèga
        BF-BGR	BF	BF-13	Province	Bougouriba	Bougouriba
        BF-BLG	BF	BF-04	Province	Boulgou	Boulgou
        BF-BLK	BF	BF-06	Province	Boulkiemdé	Boulkiemdé
        BF-COM	BF	BF-02	Province	Comoé	Comoé
        BF-GAN	BF	BF-11	Province	Ganzourgou	Ganzourgou
        BF-GNA	BF	BF-08	Province	Gnagna	Gnagna
        BF-GOU	BF	BF-08	Province	Gourma	Gourma
        BF-HOU	BF	BF-09	Province	Houet	Houet
        BF-IOB	BF	BF-13	Province	Ioba	Ioba
        BF-KAD	BF	BF-03	Province	Kadiogo	Kadiogo
        BF-KEN	BF	BF-09	Province	Kénédougou	Kénédougou
        BF-KMD	BF	BF-08	Province	Komondjari	Komondjari
        BF-KMP	BF	BF-08	Province	Kompienga	Kompienga
        BF-KOP	BF	BF-04	Province	Koulpélogo	Koulpélogo
        BF-KOS	BF	BF-01	Province	Kossi	Kossi
        BF-KOT	BF	BF-04	Province	Kouritenga	Kouritenga
        BF-KOW	BF	BF-11	Province	Kourwéogo	Kourwéogo
        BF-LER	BF	BF-02	Province	Léraba	Léraba
        BF-LOR	BF	BF-10	Province	Loroum	Loroum
        BF-MOU	BF	BF-01	Province	Mouhoun	Mouhoun
        BF-NAM	BF	BF-05	Province	Namentenga	Namentenga
        BF-NAO	BF	BF-07	Province	Nahouri	Nahouri
        BF-NAY	BF	BF-01	Province	Nayala	Nayala
        BF-NOU	BF	BF-13	Province	Noumbiel	Noumbiel
        BF-OUB	BF	BF-11	Province	Oubritenga	Oubritenga
        BF-OUD	BF	BF-12	Province	Oudalan	Oudalan
        BF-PAS	BF	BF-10	Province	Passoré	Passoré
        BF-PON	BF	BF-13	Province	Poni	Poni
        BF-SEN	BF	BF-12	Province	Séno	Séno
        BF-SIS	BF	BF-06	Province	Sissili	Sissili
        BF-SMT	BF	BF-05	Province	Sanmatenga	Sanmatenga
        BF-SNG	BF	BF-06	Province	Sanguié	Sanguié
        BF-SOM	BF	BF-12	Province	Soum	Soum
        BF-SOR	BF	BF-01	Province	Sourou	Sourou
        BF-TAP	BF	BF-08	Province	Tapoa	Tapoa
        BF-TUI	BF	BF-09	Province	Tuy	Tuy
        BF-YAG	BF	BF-12	Province	Yagha	Yagha
        BF-YAT	BF	BF-10	Province	Yatenga	Yatenga
        BF-ZIR	BF	BF-06	Province	Ziro	Ziro
        BF-ZON	BF	BF-10	Province	Zondoma	Zondoma
        BF-ZOU	BF	BF-07	Province	Zoundwéogo	Zoundwéogo
        BG-01	BG		District	Blagoevgrad	Blagoevgrad
        BG-02	BG		District	Burgas	Burgas
        BG-03	BG		District	Varna	Varna
        BG-04	BG		District	Veliko Tarnovo	Veliko Tarnovo
        BG-05	BG		District	Vidin	Vidin
        BG-06	BG		District	Vratsa	Vratsa
        BG-07	BG		District	Gabrovo	Gabrovo
        BG-08	BG		District	Dobriç	Dobrich
        BG-09	BG		District	Kırcaali	Kardzhali
        BG-10	BG		District	Köstendil	Kyustendil
        BG-11	BG		District	Lofça	Lovech
        BG-12	BG		District	Montana	Montana
        BG-13	BG		District	Pazardzhik	Pazardzhik
        BG-14	BG		District	Pernik	Pernik
        BG-15	BG		District	Plevne	Pleven
        BG-16	BG		District	Plovdiv	Plovdiv
        BG-17	BG		District	Razgrad	Razgrad
        BG-18	BG		District	Ruse	Ruse
        BG-19	BG		District	Silistre	Silistra
        BG-20	BG		District	Sliven	Sliven
        BG-21	BG		District	Smolyan	Smolyan
        BG-22	BG		District	Sofia (stolitsa)	Sofia (stolitsa)
        BG-23	BG		District	Sofya	Sofia
        BG-24	BG		District	Stara Zagora	Stara Zagora
        BG-25	BG		District	Targovishte	Targovishte
        BG-26	BG		District	Haskovo	Haskovo
        BG-27	BG		District	Şumnu	Shumen
        BG-28	BG		District	Yambol	Yambol
        BH-13	BH		Governorate	Al ‘Āşimah	Al ‘Āşimah
        BH-14	BH		Governorate	Al Janūbīyah	Al Janūbīyah
        BH-15	BH		Governorate	Al Muḩarraq	Al Muḩarraq
        BH-17	BH		Governorate	Ash Shamālīyah	Ash Shamālīyah
        BI-BB	BI		Province	Bubanza	Bubanza
        BI-BL	BI		Province	Kırsal Bujumbura	Bujumbura Rural
        BI-BM	BI		Province	Bujumbura Mairie	Bujumbura Mairie
        BI-BR	BI		Province	Bururi	Bururi
        BI-CA	BI		Province	Cankuzo	Cankuzo
        BI-CI	BI		Province	Cibitoke	Cibitoke
        BI-GI	BI		Province	Gitega	Gitega
        BI-KI	BI		Province	Kirundo	Kirundo
        BI-KR	BI		Province	Karuzi	Karuzi
        BI-KY	BI		Province	Kayanza	Kayanza
        BI-MA	BI		Province	Makamba	Makamba
        BI-MU	BI		Province	Muramvya	Muramvya
        BI-MW	BI		Province	Mwaro	Mwaro
        BI-MY	BI		Province	Muyinga	Muyinga
        BI-NG	BI		Province	Ngozi	Ngozi
        BI-RM	BI		Province	Rumonge	Rumonge
        BI-RT	BI		Province	Rutana	Rutana
        BI-RY	BI		Province	Ruyigi	Ruyigi
        BJ-AK	BJ		Department	Atacora	Atacora
        BJ-AL	BJ		Department	Alibori	Alibori
        BJ-AQ	BJ		Department	Atlantique	Atlantique
        BJ-BO	BJ		Department	Borgou	Borgou
        BJ-CO	BJ		Department	Collines	Collines
        BJ-DO	BJ		Department	Donga	Donga
        BJ-KO	BJ		Department	Couffo	Couffo
        BJ-LI	BJ		Department	Littoral	Littoral
        BJ-MO	BJ		Department	Mono	Mono
        BJ-OU	BJ		Department	Ouémé	Ouémé
        BJ-PL	BJ		Department	Plato	Plateau
        BJ-ZO	BJ		Department	Zou	Zou
        BN-BE	BN		District	Belait	Belait
        BN-BM	BN		District	Brunei-Muara	Brunei-Muara
        BN-TE	BN		District	Temburong	Temburong
        BN-TU	BN		District	Tutong	Tutong
        BO-B	BO		Department	El Beni	El Beni
        BO-C	BO		Department	Cochabamba	Cochabamba
        BO-H	BO		Department	Chuquisaca	Chuquisaca
        BO-L	BO		Department	La Paz	La Paz
        BO-N	BO		Department	Pando	Pando
        BO-O	BO		Department	Oruro	Oruro
        BO-P	BO		Department	Potosí	Potosí
        BO-S	BO		Department	Santa Cruz	Santa Cruz
        BO-T	BO		Department	Tarija	Tarija
        BQ-BO	BQ		Special municipality	Bonaire	Bonaire
        BQ-SA	BQ		Special municipality	Saba	Saba
        BQ-SE	BQ		Special municipality	Sint Eustatius	Sint Eustatius
        BR-AC	BR		State	Acre	Acre
        BR-AL	BR		State	Alagoas	Alagoas
        BR-AM	BR		State	Amazonas	Amazonas
        BR-AP	BR		State	Amapá	Amapá
        BR-BA	BR		State	Bahia	Bahia
        BR-CE	BR		State	Ceará	Ceará
        BR-DF	BR		Federal district	Distrito Federal	Distrito Federal
        BR-ES	BR		State	Espírito Santo	Espírito Santo
        BR-GO	BR		State	Goiás	Goiás
        BR-MA	BR		State	Maranhão	Maranhão
        BR-MG	BR		State	Minas Gerais	Minas Gerais
        BR-MS	BR		State	Mato Grosso do Sul	Mato Grosso do Sul
        BR-MT	BR		State	Mato Grosso	Mato Grosso
        BR-PA	BR		State	Pará	Pará
        BR-PB	BR		State	Paraíba	Paraíba
        BR-PE	BR		State	Pernambuco	Pernambuco
        BR-PI	BR		State	Piauí	Piauí
        BR-PR	BR		State	Paraná	Paraná
        BR-RJ	BR		State	Rio de Janeiro	Rio de Janeiro
        BR-RN	BR		State	Rio Grande do Norte	Rio Grande do Norte
        BR-RO	BR		State	Rondônia	Rondônia
        BR-RR	BR		State	Roraima	Roraima
        BR-RS	BR		State	Rio Grande do Sul	Rio Grande do Sul
        BR-SC	BR		State	Santa Catarina	Santa Catarina
        BR-SE	BR		State	Sergipe	Sergipe
        BR-SP	BR		State	São Paulo	São Paulo
        BR-TO	BR		State	Tocantins	Tocantins
        BS-AK	BS		District	Acklins	Acklins
        BS-BI	BS		District	Bimini	Bimini
        BS-BP	BS		District	Black Point	Black Point
        BS-BY	BS		District	Berry Adaları	Berry Islands
        BS-CE	BS		District	Merkez Eleuthera	Central Eleuthera
        BS-CI	BS		District	Cat Adası	Cat Island
        BS-CK	BS		District	Crooked Island and Long Cay	Crooked Island and Long Cay
        BS-CO	BS		District	Merkez Abaco	Central Abaco
        BS-CS	BS		District	Merkez Andros	Central Andros
        BS-EG	BS		District	Doğu Grand Bahama	East Grand Bahama
        BS-EX	BS		District	Exuma	Exuma
        BS-FP	BS		District	City of Freeport	City of Freeport
        BS-GC	BS		District	Grand Cay	Grand Cay
        BS-HI	BS		District	Harbour Adası	Harbour Island
        BS-HT	BS		District	Hope Town	Hope Town
        BS-IN	BS		District	Inagua	Inagua
        BS-LI	BS		District	Long Island	Long Island
        BS-MC	BS		District	Mangrove Cay	Mangrove Cay
        BS-MG	BS		District	Mayaguana	Mayaguana
        BS-MI	BS		District	Moore Adası	Moore's Island
        BS-NE	BS		District	Kuzey Eleuthera	North Eleuthera
        BS-NO	BS		District	Kuzey Abaco	North Abaco
        BS-NP	BS		Island	New Providence	New Providence
        BS-NS	BS		District	Kuzey Andros	North Andros
        BS-RC	BS		District	Rum Cay	Rum Cay
        BS-RI	BS		District	Ragged Adası	Ragged Island
        BS-SA	BS		District	Güney Andros	South Andros
        BS-SE	BS		District	Güney Eleuthera	South Eleuthera
        BS-SO	BS		District	Güney Abaco	South Abaco
        BS-SS	BS		District	San Salvador	San Salvador
        BS-SW	BS		District	Spanish Wells	Spanish Wells
        BS-WG	BS		District	Batı Grand Bahama	West Grand Bahama
        BT-11	BT		District	Paro	Paro
        BT-12	BT		District	Chhukha	Chhukha
        BT-13	BT		District	Haa	Haa
        BT-14	BT		District	Samtse	Samtse
        BT-15	BT		District	Thimphu	Thimphu
        BT-21	BT		District	Tsirang	Tsirang
        BT-22	BT		District	Dagana	Dagana
        BT-23	BT		District	Punakha	Punakha
        BT-24	BT		District	Wangdue Phodrang	Wangdue Phodrang
        BT-31	BT		District	Sarpang	Sarpang
        BT-32	BT		District	Trongsa	Trongsa
        BT-33	BT		District	Bumthang	Bumthang
        BT-34	BT		District	Zhemgang	Zhemgang
        BT-41	BT		District	Trashigang	Trashigang
        BT-42	BT		District	Monggar	Monggar
        BT-43	BT		District	Pema Gatshel	Pema Gatshel
        BT-44	BT		District	Lhuentse	Lhuentse
        BT-45	BT		District	Samdrup Jongkhar	Samdrup Jongkhar
        BT-GA	BT		District	Gasa	Gasa
        BT-TY	BT		District	Trashi Yangtse	Trashi Yangtse
        BW-CE	BW		District	Merkezi	Central
        BW-CH	BW		District	Chobe	Chobe
        BW-FR	BW		City	Francistown	Francistown
        BW-GA	BW		City	Gaborone	Gaborone
        BW-GH	BW		District	Ghanzi	Ghanzi
        BW-JW	BW		Town	Jwaneng	Jwaneng
        BW-KG	BW		District	Kgalagadi	Kgalagadi
        BW-KL	BW		District	Kgatleng	Kgatleng
        BW-KW	BW		District	Kweneng	Kweneng
        BW-LO	BW		Town	Lobatse	Lobatse
        BW-NE	BW		District	Kuzey Doğu	North East
        BW-NW	BW		District	Kuzey Batı	North West
        BW-SE	BW		District	Güney Doğu	South East
        BW-SO	BW		District	Güney	Southern
        BW-SP	BW		Town	Selibe Phikwe	Selibe Phikwe
        BW-ST	BW		Town	Sowa Town	Sowa Town
        BY-BR	BY		Oblast	Bresckaja voblasć	Bresckaja voblasć
        BY-HM	BY		City	Gorod Minsk	Gorod Minsk
        BY-HO	BY		Oblast	Gomel'skaja oblast'	Gomel'skaja oblast'
        BY-HR	BY		Oblast	Grodnenskaja oblast'	Grodnenskaja oblast'
        BY-MA	BY		Oblast	Mahilioŭskaja voblasć	Mahilioŭskaja voblasć
        BY-MI	BY		Oblast	Minskaja oblast'	Minskaja oblast'
        BY-VI	BY		Oblast	Viciebskaja voblasć	Viciebskaja voblasć
        BZ-BZ	BZ		District	Belize	Belize
        BZ-CY	BZ		District	Cayo	Cayo
        BZ-CZL	BZ		District	Corozal	Corozal
        BZ-OW	BZ		District	Orange Walk	Orange Walk
        BZ-SC	BZ		District	Stann Creek	Stann Creek
        BZ-TOL	BZ		District	Toledo	Toledo
        CA-AB	CA		Province	Alberta	Alberta
        CA-BC	CA		Province	British Columbia	British Columbia
        CA-MB	CA		Province	Manitoba	Manitoba
        CA-NB	CA		Province	Yeni Brunswick	New Brunswick
        CA-NL	CA		Province	Newfoundland ve Labrador	Newfoundland and Labrador
        CA-NS	CA		Province	Nova Scotia	Nova Scotia
        CA-NT	CA		Territory	Kuzeybatı Toprakları	Northwest Territories
        CA-NU	CA		Territory	Nunavut	Nunavut
        CA-ON	CA		Province	Ontario	Ontario
        CA-PE	CA		Province	Prens Edward Adası	Prince Edward Island
        CA-QC	CA		Province	Quebec	Quebec
        CA-SK	CA		Province	Saskatchewan	Saskatchewan
        CA-YT	CA		Territory	Yukon	Yukon
        CD-BC	CD		Province	Kongo Central	Kongo Central
        CD-BU	CD		Province	Bas-Uélé	Bas-Uélé
        CD-EQ	CD		Province	Équateur	Équateur
        CD-HK	CD		Province	Haut-Katanga	Haut-Katanga
        CD-HL	CD		Province	Haut-Lomami	Haut-Lomami
        CD-HU	CD		Province	Haut-Uélé	Haut-Uélé
        CD-IT	CD		Province	Ituri	Ituri
        CD-KC	CD		Province	Kasaï Central	Kasaï Central
        CD-KE	CD		Province	Kasaï Oriental	Kasaï Oriental
        CD-KG	CD		Province	Kwango	Kwango
        CD-KL	CD		Province	Kwilu	Kwilu
        CD-KN	CD		City	Kinshasa	Kinshasa
        CD-KS	CD		Province	Kasaï	Kasaï
        CD-LO	CD		Province	Lomami	Lomami
        CD-LU	CD		Province	Lualaba	Lualaba
        CD-MA	CD		Province	Maniema	Maniema
        CD-MN	CD		Province	Mai-Ndombe	Mai-Ndombe
        CD-MO	CD		Province	Mongala	Mongala
        CD-NK	CD		Province	Nord-Kivu	Nord-Kivu
        CD-NU	CD		Province	Nord-Ubangi	Nord-Ubangi
        CD-SA	CD		Province	Sankuru	Sankuru
        CD-SK	CD		Province	Sud-Kivu	Sud-Kivu
        CD-SU	CD		Province	Sud-Ubangi	Sud-Ubangi
        CD-TA	CD		Province	Tanganyika	Tanganyika
        CD-TO	CD		Province	Tshopo	Tshopo
        CD-TU	CD		Province	Tshuapa	Tshuapa
        CF-AC	CF		Prefecture	Ouham	Ouham
        CF-BB	CF		Prefecture	Bamingui-Bangoran	Bamingui-Bangoran
        CF-BGF	CF		Commune	Bangui	Bangui
        CF-BK	CF		Prefecture	Basse-Kotto	Basse-Kotto
        CF-HK	CF		Prefecture	Haute-Kotto	Haute-Kotto
        CF-HM	CF		Prefecture	Haut-Mbomou	Haut-Mbomou
        CF-HS	CF		Prefecture	Haute-Sangha / Mambéré-Kadéï	Haute-Sangha / Mambéré-Kadéï
        CF-KB	CF		Economic prefecture	Gribingui	Gribingui
        CF-KG	CF		Prefecture	Kemö-Gïrïbïngï	Kemö-Gïrïbïngï
        CF-LB	CF		Prefecture	Lobaye	Lobaye
        CF-MB	CF		Prefecture	Mbomou	Mbomou
        CF-MP	CF		Prefecture	Ombella-Mpoko	Ombella-Mpoko
        CF-NM	CF		Prefecture	Nana-Mambéré	Nana-Mambéré
        CF-OP	CF		Prefecture	Ouham-Pendé	Ouham-Pendé
        CF-SE	CF		Economic prefecture	Sangha	Sangha
        CF-UK	CF		Prefecture	Ouaka	Ouaka
        CF-VK	CF		Prefecture	Vakaga	Vakaga
        CG-11	CG		Department	Bouenza	Bouenza
        CG-12	CG		Department	Pool	Pool
        CG-13	CG		Department	Sangha	Sangha
        CG-14	CG		Department	Plateaux	Plateaux
        CG-15	CG		Department	Cuvette-Ouest	Cuvette-Ouest
        CG-16	CG		Department	Pointe-Noire	Pointe-Noire
        CG-2	CG		Department	Lékoumou	Lékoumou
        CG-5	CG		Department	Kouilou	Kouilou
        CG-7	CG		Department	Likouala	Likouala
        CG-8	CG		Department	Cuvette	Cuvette
        CG-9	CG		Department	Niari	Niari
        CG-BZV	CG		Department	Brazzaville	Brazzaville
        CH-AG	CH		Canton	Aargau	Aargau
        CH-AI	CH		Canton	Appenzell Innerrhoden	Appenzell Innerrhoden
        CH-AR	CH		Canton	Appenzell Ausserrhoden	Appenzell Ausserrhoden
        CH-BE	CH		Canton	Bern	Bern
        CH-BL	CH		Canton	Basel-Landschaft	Basel-Landschaft
        CH-BS	CH		Canton	Basel-Stadt	Basel-Stadt
        CH-FR	CH		Canton	Freiburg	Freiburg
        CH-GE	CH		Canton	Cenevre	Genève
        CH-GL	CH		Canton	Glarus	Glarus
        CH-GR	CH		Canton	Graubünden	Graubünden
        CH-JU	CH		Canton	Jura	Jura
        CH-LU	CH		Canton	Luzern	Luzern
        CH-NE	CH		Canton	Neuchâtel	Neuchâtel
        CH-NW	CH		Canton	Nidwalden	Nidwalden
        CH-OW	CH		Canton	Obwalden	Obwalden
        CH-SG	CH		Canton	Sankt Gallen	Sankt Gallen
        CH-SH	CH		Canton	Schaffhausen	Schaffhausen
        CH-SO	CH		Canton	Solothurn	Solothurn
        CH-SZ	CH		Canton	Schwyz	Schwyz
        CH-TG	CH		Canton	Thurgau	Thurgau
        CH-TI	CH		Canton	Ticino	Ticino
        CH-UR	CH		Canton	Uri	Uri
        CH-VD	CH		Canton	Vaud	Vaud
        CH-VS	CH		Canton	Valais	Valais
        CH-ZG	CH		Canton	Zug	Zug
        CH-ZH	CH		Canton	Zürich	Zürich
        CI-AB	CI		Autonomous district	Abidjan	Abidjan
        CI-BS	CI		District	Bas-Sassandra	Bas-Sassandra
        CI-CM	CI		District	Comoé	Comoé
        CI-DN	CI		District	Denguélé	Denguélé
        CI-GD	CI		District	Gôh-Djiboua	Gôh-Djiboua
        CI-LC	CI		District	Lacs	Lacs
        CI-LG	CI		District	Lagunes	Lagunes
        CI-MG	CI		District	Montagnes	Montagnes
        CI-SM	CI		District	Sassandra-Marahoué	Sassandra-Marahoué
        CI-SV	CI		District	Savanes	Savanes
        CI-VB	CI		District	Vallée du Bandama	Vallée du Bandama
        CI-WR	CI		District	Woroba	Woroba
        CI-YM	CI		Autonomous district	Yamoussoukro	Yamoussoukro
        CI-ZZ	CI		District	Zanzan	Zanzan
        CL-AI	CL		Region	Aisén del General Carlos Ibañez del Campo	Aisén del General Carlos Ibañez del Campo
        CL-AN	CL		Region	Antofagasta	Antofagasta
        CL-AP	CL		Region	Arica y Parinacota	Arica y Parinacota
        CL-AR	CL		Region	La Araucanía	La Araucanía
        CL-AT	CL		Region	Atacama	Atacama
        CL-BI	CL		Region	Biobío	Biobío
        CL-CO	CL		Region	Coquimbo	Coquimbo
        CL-LI	CL		Region	Libertador General Bernardo O'Higgins	Libertador General Bernardo O'Higgins
        CL-LL	CL		Region	Los Lagos	Los Lagos
        CL-LR	CL		Region	Los Ríos	Los Ríos
        CL-MA	CL		Region	Magallanes	Magallanes
        CL-ML	CL		Region	Maule	Maule
        CL-NB	CL		Region	Ñuble	Ñuble
        CL-RM	CL		Region	Región Metropolitana de Santiago	Región Metropolitana de Santiago
        CL-TA	CL		Region	Tarapacá	Tarapacá
        CL-VS	CL		Region	Valparaíso	Valparaíso
        CM-AD	CM		Region	Adamaoua	Adamaoua
        CM-CE	CM		Region	Merkez	Centre
        CM-EN	CM		Region	Far North	Far North
        CM-ES	CM		Region	East	East
        CM-LT	CM		Region	Littoral	Littoral
        CM-NO	CM		Region	North	North
        CM-NW	CM		Region	Kuzey-Batı	North-West
        CM-OU	CM		Region	West	West
        CM-SU	CM		Region	South	South
        CM-SW	CM		Region	Güney-Batı	South-West
        CN-AH	CN		Province	Anhui Sheng	Anhui Sheng
        CN-BJ	CN		Municipality	Pekin Shi	Beijing Shi
        CN-CQ	CN		Municipality	Chongqing Shi	Chongqing Shi
        CN-FJ	CN		Province	Fujian Sheng	Fujian Sheng
        CN-GD	CN		Province	Guangdong Sheng	Guangdong Sheng
        CN-GS	CN		Province	Gansu Sheng	Gansu Sheng
        CN-GX	CN		Autonomous region	Guangxi Zhuangzu Zizhiqu	Guangxi Zhuangzu Zizhiqu
        CN-GZ	CN		Province	Guizhou Sheng	Guizhou Sheng
        CN-HA	CN		Province	Henan Sheng	Henan Sheng
        CN-HB	CN		Province	Hubei Sheng	Hubei Sheng
        CN-HE	CN		Province	Hebei Sheng	Hebei Sheng
        CN-HI	CN		Province	Hainan Sheng	Hainan Sheng
        CN-HK	CN		Special administrative region	Hong Kong SAR	Hong Kong SAR
        CN-HL	CN		Province	Heilongjiang Sheng	Heilongjiang Sheng
        CN-HN	CN		Province	Hunan Sheng	Hunan Sheng
        CN-JL	CN		Province	Jilin Sheng	Jilin Sheng
        CN-JS	CN		Province	Jiangsu Sheng	Jiangsu Sheng
        CN-JX	CN		Province	Jiangxi Sheng	Jiangxi Sheng
        CN-LN	CN		Province	Liaoning Sheng	Liaoning Sheng
        CN-MO	CN		Special administrative region	Macao SAR	Macao SAR
        CN-NM	CN		Autonomous region	Nei Mongol Zizhiqu	Nei Mongol Zizhiqu
        CN-NX	CN		Autonomous region	Ningxia Huizi Zizhiqu	Ningxia Huizi Zizhiqu
        CN-QH	CN		Province	Qinghai Sheng	Qinghai Sheng
        CN-SC	CN		Province	Sichuan Sheng	Sichuan Sheng
        CN-SD	CN		Province	Shandong Sheng	Shandong Sheng
        CN-SH	CN		Municipality	Şangay Shi	Shanghai Shi
        CN-SN	CN		Province	Shaanxi Sheng	Shaanxi Sheng
        CN-SX	CN		Province	Shanxi Sheng	Shanxi Sheng
        CN-TJ	CN		Municipality	Tianjin Shi	Tianjin Shi
        CN-TW	CN		Province	Taiwan Sheng	Taiwan Sheng
        CN-XJ	CN		Autonomous region	Xinjiang Uygur Zizhiqu	Xinjiang Uygur Zizhiqu
        CN-XZ	CN		Autonomous region	Xizang Zizhiqu	Xizang Zizhiqu
        CN-YN	CN		Province	Yunnan Sheng	Yunnan Sheng
        CN-ZJ	CN		Province	Zhejiang Sheng	Zhejiang Sheng
        CO-AMA	CO		Department	Amazonas	Amazonas
        CO-ANT	CO		Department	Antioquia	Antioquia
        CO-ARA	CO		Department	Arauca	Arauca
        CO-ATL	CO		Department	Atlántico	Atlántico
        CO-BOL	CO		Department	Bolívar	Bolívar
        CO-BOY	CO		Department	Boyacá	Boyacá
        CO-CAL	CO		Department	Caldas	Caldas
        CO-CAQ	CO		Department	Caquetá	Caquetá
        CO-CAS	CO		Department	Casanare	Casanare
        CO-CAU	CO		Department	Cauca	Cauca
        CO-CES	CO		Department	Cesar	Cesar
        CO-CHO	CO		Department	Chocó	Chocó
        CO-COR	CO		Department	Córdoba	Córdoba
        CO-CUN	CO		Department	Cundinamarca	Cundinamarca
        CO-DC	CO		Capital district	Distrito Capital de Bogotá	Distrito Capital de Bogotá
        CO-GUA	CO		Department	Guainía	Guainía
        CO-GUV	CO		Department	Guaviare	Guaviare
        CO-HUI	CO		Department	Huila	Huila
        CO-LAG	CO		Department	La Guajira	La Guajira
        CO-MAG	CO		Department	Magdalena	Magdalena
        CO-MET	CO		Department	Meta	Meta
        CO-NAR	CO		Department	Nariño	Nariño
        CO-NSA	CO		Department	Norte de Santander	Norte de Santander
        CO-PUT	CO		Department	Putumayo	Putumayo
        CO-QUI	CO		Department	Quindío	Quindío
        CO-RIS	CO		Department	Risaralda	Risaralda
        CO-SAN	CO		Department	Santander	Santander
        CO-SAP	CO		Department	San Andrés, Providencia y Santa Catalina	San Andrés, Providencia y Santa Catalina
        CO-SUC	CO		Department	Sucre	Sucre
        CO-TOL	CO		Department	Tolima	Tolima
        CO-VAC	CO		Department	Valle del Cauca	Valle del Cauca
        CO-VAU	CO		Department	Vaupés	Vaupés
        CO-VID	CO		Department	Vichada	Vichada
        CR-A	CR		Province	Alajuela	Alajuela
        CR-C	CR		Province	Cartago	Cartago
        CR-G	CR		Province	Guanacaste	Guanacaste
        CR-H	CR		Province	Heredia	Heredia
        CR-L	CR		Province	Limón	Limón
        CR-P	CR		Province	Puntarenas	Puntarenas
        CR-SJ	CR		Province	San José	San José
        CU-01	CU		Province	Pinar del Río	Pinar del Río
        CU-03	CU		Province	La Habana	La Habana
        CU-04	CU		Province	Matanzas	Matanzas
        CU-05	CU		Province	Villa Clara	Villa Clara
        CU-06	CU		Province	Cienfuegos	Cienfuegos
        CU-07	CU		Province	Sancti Spíritus	Sancti Spíritus
        CU-08	CU		Province	Ciego de Ávila	Ciego de Ávila
        CU-09	CU		Province	Camagüey	Camagüey
        CU-10	CU		Province	Las Tunas	Las Tunas
        CU-11	CU		Province	Holguín	Holguín
        CU-12	CU		Province	Granma	Granma
        CU-13	CU		Province	Santiago de Cuba	Santiago de Cuba
        CU-14	CU		Province	Guantánamo	Guantánamo
        CU-15	CU		Province	Artemisa	Artemisa
        CU-16	CU		Province	Mayabeque	Mayabeque
        CU-99	CU		Special municipality	Isla de la Juventud	Isla de la Juventud
        CV-B	CV		Geographical region	Ilhas de Barlavento	Ilhas de Barlavento
        CV-S	CV		Geographical region	Ilhas de Sotavento	Ilhas de Sotavento
        CV-BR	CV	CV-S	Municipality	Brava	Brava
        CV-BV	CV	CV-B	Municipality	Boa Vista	Boa Vista
        CV-CA	CV	CV-S	Municipality	Santa Catarina	Santa Catarina
        CV-CF	CV	CV-S	Municipality	Santa Catarina do Fogo	Santa Catarina do Fogo
        CV-CR	CV	CV-S	Municipality	Santa Cruz	Santa Cruz
        CV-MA	CV	CV-S	Municipality	Maio	Maio
        CV-MO	CV	CV-S	Municipality	Mosteiros	Mosteiros
        CV-PA	CV	CV-B	Municipality	Paul	Paul
        CV-PN	CV	CV-B	Municipality	Porto Novo	Porto Novo
        CV-PR	CV	CV-S	Municipality	Praia	Praia
        CV-RB	CV	CV-B	Municipality	Ribeira Brava	Ribeira Brava
        CV-RG	CV	CV-B	Municipality	Ribeira Grande	Ribeira Grande
        CV-RS	CV	CV-S	Municipality	Ribeira Grande de Santiago	Ribeira Grande de Santiago
        CV-SD	CV	CV-S	Municipality	São Domingos	São Domingos
        CV-SF	CV	CV-S	Municipality	São Filipe	São Filipe
        CV-SL	CV	CV-B	Municipality	Sal	Sal
        CV-SM	CV	CV-S	Municipality	São Miguel	São Miguel
        CV-SO	CV	CV-S	Municipality	São Lourenço dos Órgãos	São Lourenço dos Órgãos
        CV-SS	CV	CV-S	Municipality	São Salvador do Mundo	São Salvador do Mundo
        CV-SV	CV	CV-B	Municipality	São Vicente	São Vicente
        CV-TA	CV	CV-S	Municipality	Tarrafal	Tarrafal
        CV-TS	CV	CV-B	Municipality	Tarrafal de São Nicolau	Tarrafal de São Nicolau
        CY-01	CY		District	Lefkosia	Lefkosia
        CY-02	CY		District	Lemesos	Lemesos
        CY-03	CY		District	Larnaka	Larnaka
        CY-04	CY		District	Ammochostos	Ammochostos
        CY-05	CY		District	Baf	Baf
        CY-06	CY		District	Girne	Girne
        CZ-10	CZ		Capital city	Praha, Hlavní město	Praha, Hlavní město
        CZ-20	CZ		Region	Středočeský kraj	Středočeský kraj
        CZ-201	CZ	CZ-20	District	Benešov	Benešov
        CZ-202	CZ	CZ-20	District	Beroun	Beroun
        CZ-203	CZ	CZ-20	District	Kladno	Kladno
        CZ-204	CZ	CZ-20	District	Kolín	Kolín
        CZ-205	CZ	CZ-20	District	Kutná Hora	Kutná Hora
        CZ-206	CZ	CZ-20	District	Mělník	Mělník
        CZ-207	CZ	CZ-20	District	Mladá Boleslav	Mladá Boleslav
        CZ-208	CZ	CZ-20	District	Nymburk	Nymburk
        CZ-209	CZ	CZ-20	District	Prag-doğu	Praha-východ
        CZ-20A	CZ	CZ-20	District	Prag-batı	Praha-západ
        CZ-20B	CZ	CZ-20	District	Příbram	Příbram
        CZ-20C	CZ	CZ-20	District	Rakovník	Rakovník
        CZ-31	CZ		Region	Jihočeský kraj	Jihočeský kraj
        CZ-311	CZ	CZ-31	District	České Budějovice	České Budějovice
        CZ-312	CZ	CZ-31	District	Český Krumlov	Český Krumlov
        CZ-313	CZ	CZ-31	District	Jindřichův Hradec	Jindřichův Hradec
        CZ-314	CZ	CZ-31	District	Písek	Písek
        CZ-315	CZ	CZ-31	District	Prachatice	Prachatice
        CZ-316	CZ	CZ-31	District	Strakonice	Strakonice
        CZ-317	CZ	CZ-31	District	Tábor	Tábor
        CZ-32	CZ		Region	Plzeňský kraj	Plzeňský kraj
        CZ-321	CZ	CZ-32	District	Domažlice	Domažlice
        CZ-322	CZ	CZ-32	District	Klatovy	Klatovy
        CZ-323	CZ	CZ-32	District	Plzeň-město	Plzeň-město
        CZ-324	CZ	CZ-32	District	Plzeň-jih	Plzeň-jih
        CZ-325	CZ	CZ-32	District	Plzeň-sever	Plzeň-sever
        CZ-326	CZ	CZ-32	District	Rokycany	Rokycany
        CZ-327	CZ	CZ-32	District	Tachov	Tachov
        CZ-41	CZ		Region	Karlovy Vary bölgesi	Karlovarský kraj
        CZ-411	CZ	CZ-41	District	Cheb	Cheb
        CZ-412	CZ	CZ-41	District	Karlovy Vary	Karlovy Vary
        CZ-413	CZ	CZ-41	District	Sokolov	Sokolov
        CZ-42	CZ		Region	Ústecký kraj	Ústecký kraj
        CZ-421	CZ	CZ-42	District	Děčín	Děčín
        CZ-422	CZ	CZ-42	District	Chomutov	Chomutov
        CZ-423	CZ	CZ-42	District	Litoměřice	Litoměřice
        CZ-424	CZ	CZ-42	District	Louny	Louny
        CZ-425	CZ	CZ-42	District	Most	Most
        CZ-426	CZ	CZ-42	District	Teplice	Teplice
        CZ-427	CZ	CZ-42	District	Ústí nad Labem	Ústí nad Labem
        CZ-51	CZ		Region	Liberecký kraj	Liberecký kraj
        CZ-511	CZ	CZ-51	District	Česká Lípa	Česká Lípa
        CZ-512	CZ	CZ-51	District	Jablonec nad Nisou	Jablonec nad Nisou
        CZ-513	CZ	CZ-51	District	Liberec	Liberec
        CZ-514	CZ	CZ-51	District	Semily	Semily
        CZ-52	CZ		Region	Hradec Králové bölgesi	Královéhradecký kraj
        CZ-521	CZ	CZ-52	District	Hradec Králové	Hradec Králové
        CZ-522	CZ	CZ-52	District	Jičín	Jičín
        CZ-523	CZ	CZ-52	District	Náchod	Náchod
        CZ-524	CZ	CZ-52	District	Rychnov nad Kněžnou	Rychnov nad Kněžnou
        CZ-525	CZ	CZ-52	District	Trutnov	Trutnov
        CZ-53	CZ		Region	Pardubický kraj	Pardubický kraj
        CZ-531	CZ	CZ-53	District	Chrudim	Chrudim
        CZ-532	CZ	CZ-53	District	Pardubice	Pardubice
        CZ-533	CZ	CZ-53	District	Svitavy	Svitavy
        CZ-534	CZ	CZ-53	District	Ústí nad Orlicí	Ústí nad Orlicí
        CZ-63	CZ		Region	Vysočina Bölgesi	Kraj Vysočina
        CZ-631	CZ	CZ-63	District	Havlíčkův Brod	Havlíčkův Brod
        CZ-632	CZ	CZ-63	District	Jihlava	Jihlava
        CZ-633	CZ	CZ-63	District	Pelhřimov	Pelhřimov
        CZ-634	CZ	CZ-63	District	Třebíč	Třebíč
        CZ-635	CZ	CZ-63	District	Žďár nad Sázavou	Žďár nad Sázavou
        CZ-64	CZ		Region	Jihomoravský kraj	Jihomoravský kraj
        CZ-641	CZ	CZ-64	District	Blansko	Blansko
        CZ-642	CZ	CZ-64	District	Brno-město	Brno-město
        CZ-643	CZ	CZ-64	District	Brno-venkov	Brno-venkov
        CZ-644	CZ	CZ-64	District	Břeclav	Břeclav
        CZ-645	CZ	CZ-64	District	Hodonín	Hodonín
        CZ-646	CZ	CZ-64	District	Vyškov	Vyškov
        CZ-647	CZ	CZ-64	District	Znojmo	Znojmo
        CZ-71	CZ		Region	Olomoucký kraj	Olomoucký kraj
        CZ-711	CZ	CZ-71	District	Jeseník	Jeseník
        CZ-712	CZ	CZ-71	District	Olomouc	Olomouc
        CZ-713	CZ	CZ-71	District	Prostějov	Prostějov
        CZ-714	CZ	CZ-71	District	Přerov	Přerov
        CZ-715	CZ	CZ-71	District	Šumperk	Šumperk
        CZ-72	CZ		Region	Zlín bölgesi	Zlínský kraj
        CZ-721	CZ	CZ-72	District	Kroměříž	Kroměříž
        CZ-722	CZ	CZ-72	District	Uherské Hradiště	Uherské Hradiště
        CZ-723	CZ	CZ-72	District	Vsetín	Vsetín
        CZ-724	CZ	CZ-72	District	Zlín	Zlín
        CZ-80	CZ		Region	Moravskoslezský kraj	Moravskoslezský kraj
        CZ-801	CZ	CZ-80	District	Bruntál	Bruntál
        CZ-802	CZ	CZ-80	District	Frýdek-Místek	Frýdek-Místek
        CZ-803	CZ	CZ-80	District	Karviná	Karviná
        CZ-804	CZ	CZ-80	District	Nový Jičín	Nový Jičín
        CZ-805	CZ	CZ-80	District	Opava	Opava
        CZ-806	CZ	CZ-80	District	Ostrava-město	Ostrava-město
        DE-BB	DE		Land	Brandenburg	Brandenburg
        DE-BE	DE		Land	Berlin	Berlin
        DE-BW	DE		Land	Baden-Württemberg	Baden-Württemberg
        DE-BY	DE		Land	Bayern	Bayern
        DE-HB	DE		Land	Bremen	Bremen
        DE-HE	DE		Land	Hessen	Hessen
        DE-HH	DE		Land	Hamburg	Hamburg
        DE-MV	DE		Land	Mecklenburg-Vorpommern	Mecklenburg-Vorpommern
        DE-NI	DE		Land	Niedersachsen	Niedersachsen
        DE-NW	DE		Land	Nordrhein-Westfalen	Nordrhein-Westfalen
        DE-RP	DE		Land	Rheinland-Pfalz	Rheinland-Pfalz
        DE-SH	DE		Land	Schleswig-Holstein	Schleswig-Holstein
        DE-SL	DE		Land	Saarland	Saarland
        DE-SN	DE		Land	Sachsen	Sachsen
        DE-ST	DE		Land	Sachsen-Anhalt	Sachsen-Anhalt
        DE-TH	DE		Land	Thüringen	Thüringen
        DJ-AR	DJ		Region	Arta	Arta
        DJ-AS	DJ		Region	Ali Sabieh	Ali Sabieh
        DJ-DI	DJ		Region	Dikhil	Dikhil
        DJ-DJ	DJ		City	Cibuti	Djibouti
        DJ-OB	DJ		Region	Awbūk	Awbūk
        DJ-TA	DJ		Region	Tadjourah	Tadjourah
        DK-81	DK		Region	Nordjylland	Nordjylland
        DK-82	DK		Region	Midtjylland	Midtjylland
        DK-83	DK		Region	Syddanmark	Syddanmark
        DK-84	DK		Region	Hovedstaden	Hovedstaden
        DK-85	DK		Region	Sjælland	Sjælland
        DM-02	DM		Parish	Saint Andrew	Saint Andrew
        DM-03	DM		Parish	Saint David	Saint David
        DM-04	DM		Parish	Saint George	Saint George
        DM-05	DM		Parish	Saint John	Saint John
        DM-06	DM		Parish	Saint Joseph	Saint Joseph
        DM-07	DM		Parish	Saint Luke	Saint Luke
        DM-08	DM		Parish	Saint Mark	Saint Mark
        DM-09	DM		Parish	Saint Patrick	Saint Patrick
        DM-10	DM		Parish	Saint Paul	Saint Paul
        DM-11	DM		Parish	Saint Peter	Saint Peter
        DO-40	DO		Region	Ozama	Ozama
        DO-01	DO	DO-40	District	Distrito Nacional (Santo Domingo)	Distrito Nacional (Santo Domingo)
        DO-41	DO		Region	Valdesia	Valdesia
        DO-02	DO	DO-41	Province	Azua	Azua
        DO-38	DO		Region	Enriquillo	Enriquillo
        DO-03	DO	DO-38	Province	Baoruco	Baoruco
        DO-04	DO	DO-38	Province	Barahona	Barahona
        DO-34	DO		Region	Cibao Noroeste	Cibao Noroeste
        DO-05	DO	DO-34	Province	Dajabón	Dajabón
        DO-33	DO		Region	Cibao Nordeste	Cibao Nordeste
        DO-06	DO	DO-33	Province	Duarte	Duarte
        DO-37	DO		Region	El Valle	El Valle
        DO-07	DO	DO-37	Province	Elías Piña	Elías Piña
        DO-42	DO		Region	Yuma	Yuma
        DO-08	DO	DO-42	Province	El Seibo	El Seibo
        DO-35	DO		Region	Cibao Norte	Cibao Norte
        DO-09	DO	DO-35	Province	Espaillat	Espaillat
        DO-10	DO	DO-38	Province	Independencia	Independencia
        DO-11	DO	DO-42	Province	La Altagracia	La Altagracia
        DO-12	DO	DO-42	Province	La Romana	La Romana
        DO-36	DO		Region	Cibao Sur	Cibao Sur
        DO-13	DO	DO-36	Province	La Vega	La Vega
        DO-14	DO	DO-33	Province	María Trinidad Sánchez	María Trinidad Sánchez
        DO-15	DO	DO-34	Province	Monte Cristi	Monte Cristi
        DO-16	DO	DO-38	Province	Pedernales	Pedernales
        DO-17	DO	DO-41	Province	Peravia	Peravia
        DO-18	DO	DO-35	Province	Puerto Plata	Puerto Plata
        DO-19	DO	DO-33	Province	Hermanas Mirabal	Hermanas Mirabal
        DO-20	DO	DO-33	Province	Samana	Samaná
        DO-21	DO	DO-41	Province	San Cristobal	San Cristóbal
        DO-22	DO	DO-37	Province	San Juan	San Juan
        DO-39	DO		Region	Higuamo	Higuamo
        DO-23	DO	DO-39	Province	San Pedro de Macoris	San Pedro de Macorís
        DO-24	DO	DO-36	Province	Sánchez Ramírez	Sánchez Ramírez
        DO-25	DO	DO-35	Province	Santiago	Santiago
        DO-26	DO	DO-34	Province	Santiago Rodríguez	Santiago Rodríguez
        DO-27	DO	DO-34	Province	Valverde	Valverde
        DO-28	DO	DO-36	Province	Monseñor Nouel	Monseñor Nouel
        DO-29	DO	DO-39	Province	Monte Plata	Monte Plata
        DO-30	DO	DO-39	Province	Hato Mayor	Hato Mayor
        DO-31	DO	DO-41	Province	San José de Ocoa	San José de Ocoa
        DO-32	DO	DO-40	Province	Santo Domingo	Santo Domingo
        DZ-01	DZ		Province	Adrar	Adrar
        DZ-02	DZ		Province	Chlef	Chlef
        DZ-03	DZ		Province	Laghouat	Laghouat
        DZ-04	DZ		Province	Oum el Bouaghi	Oum el Bouaghi
        DZ-05	DZ		Province	Batna	Batna
        DZ-06	DZ		Province	Béjaïa	Béjaïa
        DZ-07	DZ		Province	Biskra	Biskra
        DZ-08	DZ		Province	Bechar	Béchar
        DZ-09	DZ		Province	Blida	Blida
        DZ-10	DZ		Province	Bouira	Bouira
        DZ-11	DZ		Province	Tamanrasset	Tamanrasset
        DZ-12	DZ		Province	Tebessa	Tébessa
        DZ-13	DZ		Province	Tlemcen	Tlemcen
        DZ-14	DZ		Province	Tiaret	Tiaret
        DZ-15	DZ		Province	Tizi Ouzou	Tizi Ouzou
        DZ-16	DZ		Province	Cezayir	Alger
        DZ-17	DZ		Province	Djelfa	Djelfa
        DZ-18	DZ		Province	Jijel	Jijel
        DZ-19	DZ		Province	Sétif	Sétif
        DZ-20	DZ		Province	Saida	Saïda
        DZ-21	DZ		Province	Skikda	Skikda
        DZ-22	DZ		Province	Sidi Bel Abbès	Sidi Bel Abbès
        DZ-23	DZ		Province	Annaba	Annaba
        DZ-24	DZ		Province	Guelma	Guelma
        DZ-25	DZ		Province	Constantine	Constantine
        DZ-26	DZ		Province	Medea	Médéa
        DZ-27	DZ		Province	Mostaganem	Mostaganem
        DZ-28	DZ		Province	M'sila	M'sila
        DZ-29	DZ		Province	Mascara	Mascara
        DZ-30	DZ		Province	Ouargla	Ouargla
        DZ-31	DZ		Province	Oran	Oran
        DZ-32	DZ		Province	El Bayadh	El Bayadh
        DZ-33	DZ		Province	Illizi	Illizi
        DZ-34	DZ		Province	Bordj Bou Arréridj	Bordj Bou Arréridj
        DZ-35	DZ		Province	Boumerdès	Boumerdès
        DZ-36	DZ		Province	El Tarf	El Tarf
        DZ-37	DZ		Province	Tindouf	Tindouf
        DZ-38	DZ		Province	Tissemsilt	Tissemsilt
        DZ-39	DZ		Province	El Oued	El Oued
        DZ-40	DZ		Province	Khenchela	Khenchela
        DZ-41	DZ		Province	Souk Ahras	Souk Ahras
        DZ-42	DZ		Province	Tipaza	Tipaza
        DZ-43	DZ		Province	Mila	Mila
        DZ-44	DZ		Province	Aïn Defla	Aïn Defla
        DZ-45	DZ		Province	Naama	Naama
        DZ-46	DZ		Province	Aïn Témouchent	Aïn Témouchent
        DZ-47	DZ		Province	Ghardaia	Ghardaïa
        DZ-48	DZ		Province	Relizane	Relizane
        EC-A	EC		Province	Azuay	Azuay
        EC-B	EC		Province	Bolívar	Bolívar
        EC-C	EC		Province	Carchi	Carchi
        EC-D	EC		Province	Orellana	Orellana
        EC-E	EC		Province	Esmeraldas	Esmeraldas
        EC-F	EC		Province	Canar	Cañar
        EC-G	EC		Province	Guayas	Guayas
        EC-H	EC		Province	Chimborazo	Chimborazo
        EC-I	EC		Province	Imbabura	Imbabura
        EC-L	EC		Province	Loja	Loja
        EC-M	EC		Province	Manabi	Manabí
        EC-N	EC		Province	Napo	Napo
        EC-O	EC		Province	El Oro	El Oro
        EC-P	EC		Province	Pichincha	Pichincha
        EC-R	EC		Province	Los Ríos	Los Ríos
        EC-S	EC		Province	Morona Santiago	Morona Santiago
        EC-SD	EC		Province	Santo Domingo de los Tsáchilas	Santo Domingo de los Tsáchilas
        EC-SE	EC		Province	Santa Elena	Santa Elena
        EC-T	EC		Province	Tungurahua	Tungurahua
        EC-U	EC		Province	Sucumbíos	Sucumbíos
        EC-W	EC		Province	Galápagos	Galápagos
        EC-X	EC		Province	Cotopaxi	Cotopaxi
        EC-Y	EC		Province	Pastaza	Pastaza
        EC-Z	EC		Province	Zamora Chinchipe	Zamora Chinchipe
        EE-45	EE		County	Ida-Virumaa	Ida-Virumaa
        EE-130	EE	EE-45	Rural municipality	Alutaguse	Alutaguse
        EE-37	EE		County	Harjumaa	Harjumaa
        EE-141	EE	EE-37	Rural municipality	Anija	Anija
        EE-87	EE		County	Vorumaa	Võrumaa
        EE-142	EE	EE-87	Rural municipality	Antsla	Antsla
        EE-79	EE		County	Tartumaa	Tartumaa
        EE-171	EE	EE-79	Rural municipality	Elva	Elva
        EE-56	EE		County	Läänemaa	Läänemaa
        EE-184	EE	EE-56	Urban municipality	Haapsalu	Haapsalu
        EE-60	EE		County	Lääne-Virumaa	Lääne-Virumaa
        EE-191	EE	EE-60	Rural municipality	Haljala	Haljala
        EE-198	EE	EE-37	Rural municipality	Harku	Harku
        EE-39	EE		County	Hiiumaa	Hiiumaa
        EE-205	EE	EE-39	Rural municipality	Hiiumaa	Hiiumaa
        EE-68	EE		County	Parnumaa	Pärnumaa
        EE-214	EE	EE-68	Rural municipality	Häädemeeste	Häädemeeste
        EE-245	EE	EE-37	Rural municipality	Jõelähtme	Jõelähtme
        EE-50	EE		County	Jõgevamaa	Jõgevamaa
        EE-247	EE	EE-50	Rural municipality	Jõgeva	Jõgeva
        EE-251	EE	EE-45	Rural municipality	Jõhvi	Jõhvi
        EE-52	EE		County	Jarvamaa	Järvamaa
        EE-255	EE	EE-52	Rural municipality	Järva	Järva
        EE-272	EE	EE-60	Rural municipality	Kadrina	Kadrina
        EE-283	EE	EE-79	Rural municipality	Kambja	Kambja
        EE-64	EE		County	Põlvamaa	Põlvamaa
        EE-284	EE	EE-64	Rural municipality	Kanepi	Kanepi
        EE-291	EE	EE-79	Rural municipality	Kastre	Kastre
        EE-71	EE		County	Raplamaa	Raplamaa
        EE-293	EE	EE-71	Rural municipality	Kehtna	Kehtna
        EE-296	EE	EE-37	Urban municipality	Keila	Keila
        EE-303	EE	EE-68	Rural municipality	Kihnu	Kihnu
        EE-305	EE	EE-37	Rural municipality	Kiili	Kiili
        EE-317	EE	EE-71	Rural municipality	Kohila	Kohila
        EE-321	EE	EE-45	Urban municipality	Kohtla-Järve	Kohtla-Järve
        EE-338	EE	EE-37	Rural municipality	Kose	Kose
        EE-353	EE	EE-37	Rural municipality	Kuusalu	Kuusalu
        EE-424	EE	EE-37	Urban municipality	Loksa	Loksa
        EE-430	EE	EE-68	Rural municipality	Lääneranna	Lääneranna
        EE-431	EE	EE-37	Rural municipality	Lääne-Harju	Lääne-Harju
        EE-432	EE	EE-79	Rural municipality	Luunja	Luunja
        EE-441	EE	EE-56	Rural municipality	Lääne-Nigula	Lääne-Nigula
        EE-442	EE	EE-45	Rural municipality	Lüganuse	Lüganuse
        EE-446	EE	EE-37	Urban municipality	Maardu	Maardu
        EE-74	EE		County	Saaremaa	Saaremaa
        EE-478	EE	EE-74	Rural municipality	Muhu	Muhu
        EE-84	EE		County	Viljandimaa	Viljandimaa
        EE-480	EE	EE-84	Rural municipality	Mulgi	Mulgi
        EE-486	EE	EE-50	Rural municipality	Mustvee	Mustvee
        EE-503	EE	EE-71	Rural municipality	Märjamaa	Märjamaa
        EE-511	EE	EE-45	Urban municipality	Narva	Narva
        EE-514	EE	EE-45	Urban municipality	Narva-Jõesuu	Narva-Jõesuu
        EE-528	EE	EE-79	Rural municipality	Nõo	Nõo
        EE-81	EE		County	Valgamaa	Valgamaa
        EE-557	EE	EE-81	Rural municipality	Otepää	Otepää
        EE-567	EE	EE-52	Urban municipality	Paide	Paide
        EE-586	EE	EE-79	Rural municipality	Peipsiääre	Peipsiääre
        EE-615	EE	EE-84	Rural municipality	Põhja-Sakala	Põhja-Sakala
        EE-618	EE	EE-50	Rural municipality	Põltsamaa	Põltsamaa
        EE-622	EE	EE-64	Rural municipality	Põlva	Põlva
        EE-624	EE	EE-68	Urban municipality	Pärnu	Pärnu
        EE-638	EE	EE-68	Rural municipality	Põhja-Pärnumaa	Põhja-Pärnumaa
        EE-651	EE	EE-37	Rural municipality	Raasiku	Raasiku
        EE-653	EE	EE-37	Rural municipality	Rae	Rae
        EE-661	EE	EE-60	Rural municipality	Rakvere	Rakvere
        EE-663	EE	EE-60	Urban municipality	Rakvere	Rakvere
        EE-668	EE	EE-71	Rural municipality	Rapla	Rapla
        EE-689	EE	EE-74	Rural municipality	Ruhnu	Ruhnu
        EE-698	EE	EE-87	Rural municipality	Rõuge	Rõuge
        EE-708	EE	EE-64	Rural municipality	Räpina	Räpina
        EE-712	EE	EE-68	Rural municipality	Saarde	Saarde
        EE-714	EE	EE-74	Rural municipality	Saaremaa	Saaremaa
        EE-719	EE	EE-37	Rural municipality	Saku	Saku
        EE-726	EE	EE-37	Rural municipality	Saue	Saue
        EE-732	EE	EE-87	Rural municipality	Setomaa	Setomaa
        EE-735	EE	EE-45	Urban municipality	Sillamäe	Sillamäe
        EE-784	EE	EE-37	Urban municipality	Tallinn	Tallinn
        EE-792	EE	EE-60	Rural municipality	Tapa	Tapa
        EE-793	EE	EE-79	Urban municipality	Tartu	Tartu
        EE-796	EE	EE-79	Rural municipality	Tartu	Tartu
        EE-803	EE	EE-45	Rural municipality	Toila	Toila
        EE-809	EE	EE-68	Rural municipality	Tori	Tori
        EE-824	EE	EE-81	Rural municipality	Tõrva	Tõrva
        EE-834	EE	EE-52	Rural municipality	Türi	Türi
        EE-855	EE	EE-81	Rural municipality	Valga	Valga
        EE-890	EE	EE-37	Rural municipality	Viimsi	Viimsi
        EE-897	EE	EE-84	Urban municipality	Viljandi	Viljandi
        EE-899	EE	EE-84	Rural municipality	Viljandi	Viljandi
        EE-901	EE	EE-60	Rural municipality	Vinni	Vinni
        EE-903	EE	EE-60	Rural municipality	Viru-Nigula	Viru-Nigula
        EE-907	EE	EE-56	Rural municipality	Vormsi	Vormsi
        EE-917	EE	EE-87	Rural municipality	Võru	Võru
        EE-919	EE	EE-87	Urban municipality	Võru	Võru
        EE-928	EE	EE-60	Rural municipality	Väike-Maarja	Väike-Maarja
        EG-ALX	EG		Governorate	İskenderiye	Al Iskandarīyah
        EG-ASN	EG		Governorate	Aswan	Aswān
        EG-AST	EG		Governorate	Asyūţ	Asyūţ
        EG-BA	EG		Governorate	Al Bahr al Ahmar	Al Baḩr al Aḩmar
        EG-BH	EG		Governorate	Al Buḩayrah	Al Buḩayrah
        EG-BNS	EG		Governorate	Banī Suwayf	Banī Suwayf
        EG-C	EG		Governorate	Kahire	Al Qāhirah
        EG-DK	EG		Governorate	Ad Daqahlīyah	Ad Daqahlīyah
        EG-DT	EG		Governorate	Dumyāţ	Dumyāţ
        EG-FYM	EG		Governorate	Al Fayyūm	Al Fayyūm
        EG-GH	EG		Governorate	Al Gharbia	Al Gharbīyah
        EG-GZ	EG		Governorate	Al Jizah	Al Jīzah
        EG-IS	EG		Governorate	Al Ismā'īlīyah	Al Ismā'īlīyah
        EG-JS	EG		Governorate	Janūb Sīnā'	Janūb Sīnā'
        EG-KB	EG		Governorate	Al Kalyubiye	Al Qalyūbīyah
        EG-KFS	EG		Governorate	Kafr ash Shaykh	Kafr ash Shaykh
        EG-KN	EG		Governorate	Qina	Qinā
        EG-LX	EG		Governorate	Al Uqşur	Al Uqşur
        EG-MN	EG		Governorate	Al Minya	Al Minyā
        EG-MNF	EG		Governorate	Al Minufiyah	Al Minūfīyah
        EG-MT	EG		Governorate	Maţrūḩ	Maţrūḩ
        EG-PTS	EG		Governorate	Būr Sa‘īd	Būr Sa‘īd
        EG-SHG	EG		Governorate	Suhaj	Sūhāj
        EG-SHR	EG		Governorate	Ash Sharqīyah	Ash Sharqīyah
        EG-SIN	EG		Governorate	Shamāl Sīnā'	Shamāl Sīnā'
        EG-SUZ	EG		Governorate	As Suways	As Suways
        EG-WAD	EG		Governorate	Al Wādī al Jadīd	Al Wādī al Jadīd
        ER-AN	ER		Region	Ansabā	Ansabā
        ER-DK	ER		Region	Debubawi K’eyyĭḥ Baḥri	Debubawi K’eyyĭḥ Baḥri
        ER-DU	ER		Region	Al Janubi	Al Janūbī
        ER-GB	ER		Region	Gash-Barka	Gash-Barka
        ER-MA	ER		Region	Al Awsaţ	Al Awsaţ
        ER-SK	ER		Region	Semienawi K’eyyĭḥ Baḥri	Semienawi K’eyyĭḥ Baḥri
        ES-VC	ES		Autonomous community	Valenciana, Comunidad	Valenciana, Comunidad
        ES-A	ES	ES-VC	Province	Alacant*	Alacant*
        ES-CM	ES		Autonomous community	Castilla-La Mancha	Castilla-La Mancha
        ES-AB	ES	ES-CM	Province	Albacete	Albacete
        ES-AN	ES		Autonomous community	Andalucia	Andalucía
        ES-AL	ES	ES-AN	Province	Almeria	Almería
        ES-AR	ES		Autonomous community	Aragon	Aragón
        ES-AS	ES		Autonomous community	Asturias, Principado de	Asturias, Principado de
        ES-CL	ES		Autonomous community	Castilla y León	Castilla y León
        ES-AV	ES	ES-CL	Province	Avila	Ávila
        ES-CT	ES		Autonomous community	Catalunya	Catalunya
        ES-B	ES	ES-CT	Province	Barcelona	Barcelona
        ES-EX	ES		Autonomous community	Extremadura	Extremadura
        ES-BA	ES	ES-EX	Province	Badajoz	Badajoz
        ES-PV	ES		Autonomous community	Euskal Herria	Euskal Herria
        ES-BI	ES	ES-PV	Province	Bizkaia	Bizkaia
        ES-BU	ES	ES-CL	Province	Burgos	Burgos
        ES-GA	ES		Autonomous community	Galicia	Galicia
        ES-C	ES	ES-GA	Province	A Coruña	A Coruña
        ES-CA	ES	ES-AN	Province	Cadiz	Cádiz
        ES-CB	ES		Autonomous community	Cantabria	Cantabria
        ES-CC	ES	ES-EX	Province	Caceres	Cáceres
        ES-CE	ES		Autonomous city in north africa	Ceuta	Ceuta
        ES-CN	ES		Autonomous community	Canarias	Canarias
        ES-CO	ES	ES-AN	Province	Córdoba	Córdoba
        ES-CR	ES	ES-CM	Province	Ciudad Real	Ciudad Real
        ES-CS	ES	ES-VC	Province	Castelló*	Castelló*
        ES-CU	ES	ES-CM	Province	Cuenca	Cuenca
        ES-GC	ES	ES-CN	Province	Las Palmas	Las Palmas
        ES-GI	ES	ES-CT	Province	Girona	Girona
        ES-GR	ES	ES-AN	Province	Granada	Granada
        ES-GU	ES	ES-CM	Province	Guadalajara	Guadalajara
        ES-H	ES	ES-AN	Province	Huelva	Huelva
        ES-HU	ES	ES-AR	Province	Huesca	Huesca
        ES-IB	ES		Autonomous community	Illes Balears	Illes Balears
        ES-J	ES	ES-AN	Province	Jaen	Jaén
        ES-L	ES	ES-CT	Province	Lleida	Lleida
        ES-LE	ES	ES-CL	Province	Leon	León
        ES-RI	ES		Autonomous community	La Rioja	La Rioja
        ES-LO	ES	ES-RI	Province	La Rioja	La Rioja
        ES-LU	ES	ES-GA	Province	Lugo	Lugo
        ES-MD	ES		Autonomous community	Madrid, Comunidad de	Madrid, Comunidad de
        ES-M	ES	ES-MD	Province	Madrid	Madrid
        ES-MA	ES	ES-AN	Province	Malaga	Málaga
        ES-MC	ES		Autonomous community	Murcia, Región de	Murcia, Región de
        ES-ML	ES		Autonomous city in north africa	Melilla	Melilla
        ES-MU	ES	ES-MC	Province	Murcia	Murcia
        ES-NC	ES		Autonomous community	Nafarroako Foru Komunitatea*	Nafarroako Foru Komunitatea*
        ES-NA	ES	ES-NC	Province	Nafarroa*	Nafarroa*
        ES-O	ES	ES-AS	Province	Asturias	Asturias
        ES-OR	ES	ES-GA	Province	Ourense	Ourense
        ES-P	ES	ES-CL	Province	Palencia	Palencia
        ES-PM	ES	ES-IB	Province	Illes Balears	Illes Balears
        ES-PO	ES	ES-GA	Province	Pontevedra	Pontevedra
        ES-S	ES	ES-CB	Province	Cantabria	Cantabria
        ES-SA	ES	ES-CL	Province	Salamanca	Salamanca
        ES-SE	ES	ES-AN	Province	Sevilla	Sevilla
        ES-SG	ES	ES-CL	Province	Segovia	Segovia
        ES-SO	ES	ES-CL	Province	Soria	Soria
        ES-SS	ES	ES-PV	Province	Gipuzkoa	Gipuzkoa
        ES-T	ES	ES-CT	Province	Tarragona	Tarragona
        ES-TE	ES	ES-AR	Province	Teruel	Teruel
        ES-TF	ES	ES-CN	Province	Santa Cruz de Tenerife	Santa Cruz de Tenerife
        ES-TO	ES	ES-CM	Province	Toledo	Toledo
        ES-V	ES	ES-VC	Province	Valencia	Valencia
        ES-VA	ES	ES-CL	Province	Valladolid	Valladolid
        ES-VI	ES	ES-PV	Province	Araba*	Araba*
        ES-Z	ES	ES-AR	Province	Zaragoza	Zaragoza
        ES-ZA	ES	ES-CL	Province	Zamora	Zamora
        ET-AA	ET		Administration	Addis Ababa	Addis Ababa
        ET-AF	ET		Regional state	Afar	Afar
        ET-AM	ET		Regional state	Amara	Amara
        ET-BE	ET		Regional state	Benshangul-Gumaz	Benshangul-Gumaz
        ET-DD	ET		Administration	Dire Dawa	Dire Dawa
        ET-GA	ET		Regional state	Gambela Peoples	Gambela Peoples
        ET-HA	ET		Regional state	Harari People	Harari People
        ET-OR	ET		Regional state	Oromia	Oromia
        ET-SN	ET		Regional state	Southern Nations, Nationalities and Peoples	Southern Nations, Nationalities and Peoples
        ET-SO	ET		Regional state	Somali	Somali
        ET-TI	ET		Regional state	Tigrai	Tigrai
        FI-01	FI		Region	Åland	Åland
        FI-02	FI		Region	Etelä-Karjala	Etelä-Karjala
        FI-03	FI		Region	Etelä-Pohjanmaa	Etelä-Pohjanmaa
        FI-04	FI		Region	Etelä-Savo	Etelä-Savo
        FI-05	FI		Region	Kainuu	Kainuu
        FI-06	FI		Region	Kanta-Häme	Kanta-Häme
        FI-07	FI		Region	Keski-Pohjanmaa	Keski-Pohjanmaa
        FI-08	FI		Region	Keski-Suomi	Keski-Suomi
        FI-09	FI		Region	Kymenlaakso	Kymenlaakso
        FI-10	FI		Region	Lappi	Lappi
        FI-11	FI		Region	Pirkanmaa	Pirkanmaa
        FI-12	FI		Region	Pohjanmaa	Pohjanmaa
        FI-13	FI		Region	Pohjois-Karjala	Pohjois-Karjala
        FI-14	FI		Region	Pohjois-Pohjanmaa	Pohjois-Pohjanmaa
        FI-15	FI		Region	Pohjois-Savo	Pohjois-Savo
        FI-16	FI		Region	Päijät-Häme	Päijät-Häme
        FI-17	FI		Region	Satakunta	Satakunta
        FI-18	FI		Region	Uusimaa	Uusimaa
        FI-19	FI		Region	Varsinais-Suomi	Varsinais-Suomi
        FJ-W	FJ		Division	Batı	Western
        FJ-01	FJ	FJ-W	Province	Ba	Ba
        FJ-N	FJ		Division	Kuzey	Northern
        FJ-02	FJ	FJ-N	Province	Bua	Bua
        FJ-03	FJ	FJ-N	Province	Cakaudrove	Cakaudrove
        FJ-E	FJ		Division	Doğu	Eastern
        FJ-04	FJ	FJ-E	Province	Kadavu	Kadavu
        FJ-05	FJ	FJ-E	Province	Lau	Lau
        FJ-06	FJ	FJ-E	Province	Lomaiviti	Lomaiviti
        FJ-07	FJ	FJ-N	Province	Macuata	Macuata
        FJ-08	FJ	FJ-W	Province	Nadroga and Navosa	Nadroga and Navosa
        FJ-C	FJ		Division	Merkezi	Central
        FJ-09	FJ	FJ-C	Province	Naitasiri	Naitasiri
        FJ-10	FJ	FJ-C	Province	Namosi	Namosi
        FJ-11	FJ	FJ-W	Province	Ra	Ra
        FJ-12	FJ	FJ-C	Province	Rewa	Rewa
        FJ-13	FJ	FJ-C	Province	Serua	Serua
        FJ-14	FJ	FJ-C	Province	Tailevu	Tailevu
        FJ-R	FJ		Dependency	Rotuma	Rotuma
        FM-KSA	FM		State	Kosrae	Kosrae
        FM-PNI	FM		State	Pohnpei	Pohnpei
        FM-TRK	FM		State	Chuuk	Chuuk
        FM-YAP	FM		State	Yap	Yap
        FR-ARA	FR		Metropolitan region	Auvergne-Rhone-Alpes	Auvergne-Rhône-Alpes
        FR-01	FR	FR-ARA	Metropolitan department	Ain	Ain
        FR-HDF	FR		Metropolitan region	Hauts-de-France	Hauts-de-France
        FR-02	FR	FR-HDF	Metropolitan department	Aisne	Aisne
        FR-03	FR	FR-ARA	Metropolitan department	Allier	Allier
        FR-PAC	FR		Metropolitan region	Provence-Alpes-Côte-d’Azur	Provence-Alpes-Côte-d’Azur
        FR-04	FR	FR-PAC	Metropolitan department	Alpes-de-Haute-Provence	Alpes-de-Haute-Provence
        FR-05	FR	FR-PAC	Metropolitan department	Hautes-Alpes	Hautes-Alpes
        FR-06	FR	FR-PAC	Metropolitan department	Alpes-Maritimes	Alpes-Maritimes
        FR-07	FR	FR-ARA	Metropolitan department	Ardeche	Ardèche
        FR-GES	FR		Metropolitan region	Grand-Est	Grand-Est
        FR-08	FR	FR-GES	Metropolitan department	Ardennes	Ardennes
        FR-OCC	FR		Metropolitan region	Occitanie	Occitanie
        FR-09	FR	FR-OCC	Metropolitan department	Ariege	Ariège
        FR-10	FR	FR-GES	Metropolitan department	Aube	Aube
        FR-11	FR	FR-OCC	Metropolitan department	Aude	Aude
        FR-12	FR	FR-OCC	Metropolitan department	Aveyron	Aveyron
        FR-13	FR	FR-PAC	Metropolitan department	Bouches-du-Rhône	Bouches-du-Rhône
        FR-NOR	FR		Metropolitan region	Normandie	Normandie
        FR-14	FR	FR-NOR	Metropolitan department	Calvados	Calvados
        FR-15	FR	FR-ARA	Metropolitan department	Cantal	Cantal
        FR-NAQ	FR		Metropolitan region	Nouvelle-Aquitaine	Nouvelle-Aquitaine
        FR-16	FR	FR-NAQ	Metropolitan department	Charente	Charente
        FR-17	FR	FR-NAQ	Metropolitan department	Charente-Maritime	Charente-Maritime
        FR-CVL	FR		Metropolitan region	Centre-Val de Loire	Centre-Val de Loire
        FR-18	FR	FR-CVL	Metropolitan department	Cher	Cher
        FR-19	FR	FR-NAQ	Metropolitan department	Corrèze	Corrèze
        FR-20R	FR		Metropolitan collectivity with special status	Corse	Corse
        FR-BFC	FR		Metropolitan region	Bourgogne-Franche-Comté	Bourgogne-Franche-Comté
        FR-21	FR	FR-BFC	Metropolitan department	Cote-d'Or	Côte-d'Or
        FR-BRE	FR		Metropolitan region	Bretagne	Bretagne
        FR-22	FR	FR-BRE	Metropolitan department	Cotes-d'Armor	Côtes-d'Armor
        FR-23	FR	FR-NAQ	Metropolitan department	Creuse	Creuse
        FR-24	FR	FR-NAQ	Metropolitan department	Dordogne	Dordogne
        FR-25	FR	FR-BFC	Metropolitan department	Doubs	Doubs
        FR-26	FR	FR-ARA	Metropolitan department	Drôme	Drôme
        FR-27	FR	FR-NOR	Metropolitan department	Eure	Eure
        FR-28	FR	FR-CVL	Metropolitan department	Eure-et-Loir	Eure-et-Loir
        FR-29	FR	FR-BRE	Metropolitan department	Finistère	Finistère
        FR-2A	FR	FR-20R	Metropolitan department	Corse-du-Sud	Corse-du-Sud
        FR-2B	FR	FR-20R	Metropolitan department	Haute-Corse	Haute-Corse
        FR-30	FR	FR-OCC	Metropolitan department	Gard	Gard
        FR-31	FR	FR-OCC	Metropolitan department	Haute-Garonne	Haute-Garonne
        FR-32	FR	FR-OCC	Metropolitan department	Gers	Gers
        FR-33	FR	FR-NAQ	Metropolitan department	Gironde	Gironde
        FR-34	FR	FR-OCC	Metropolitan department	Herault	Hérault
        FR-35	FR	FR-BRE	Metropolitan department	Ille-et-Vilaine	Ille-et-Vilaine
        FR-36	FR	FR-CVL	Metropolitan department	Indre	Indre
        FR-37	FR	FR-CVL	Metropolitan department	Indre-et-Loire	Indre-et-Loire
        FR-38	FR	FR-ARA	Metropolitan department	Isere	Isère
        FR-39	FR	FR-BFC	Metropolitan department	Jura	Jura
        FR-40	FR	FR-NAQ	Metropolitan department	Landes	Landes
        FR-41	FR	FR-CVL	Metropolitan department	Loir-et-Cher	Loir-et-Cher
        FR-42	FR	FR-ARA	Metropolitan department	Loire	Loire
        FR-43	FR	FR-ARA	Metropolitan department	Haute-Loire	Haute-Loire
        FR-PDL	FR		Metropolitan region	Pays-de-la-Loire	Pays-de-la-Loire
        FR-44	FR	FR-PDL	Metropolitan department	Loire-Atlantique	Loire-Atlantique
        FR-45	FR	FR-CVL	Metropolitan department	Loiret	Loiret
        FR-46	FR	FR-OCC	Metropolitan department	Lot	Lot
        FR-47	FR	FR-NAQ	Metropolitan department	Lot-et-Garonne	Lot-et-Garonne
        FR-48	FR	FR-OCC	Metropolitan department	Lozere	Lozère
        FR-49	FR	FR-PDL	Metropolitan department	Maine-et-Loire	Maine-et-Loire
        FR-50	FR	FR-NOR	Metropolitan department	Manche	Manche
        FR-51	FR	FR-GES	Metropolitan department	Marne	Marne
        FR-52	FR	FR-GES	Metropolitan department	Haute-Marne	Haute-Marne
        FR-53	FR	FR-PDL	Metropolitan department	Mayenne	Mayenne
        FR-54	FR	FR-GES	Metropolitan department	Meurthe-et-Moselle	Meurthe-et-Moselle
        FR-55	FR	FR-GES	Metropolitan department	Meuse	Meuse
        FR-56	FR	FR-BRE	Metropolitan department	Morbihan	Morbihan
        FR-57	FR	FR-GES	Metropolitan department	Moselle	Moselle
        FR-58	FR	FR-BFC	Metropolitan department	Nievre	Nièvre
        FR-59	FR	FR-HDF	Metropolitan department	Nord	Nord
        FR-60	FR	FR-HDF	Metropolitan department	Oise	Oise
        FR-61	FR	FR-NOR	Metropolitan department	Orne	Orne
        FR-62	FR	FR-HDF	Metropolitan department	Pas-de-Calais	Pas-de-Calais
        FR-63	FR	FR-ARA	Metropolitan department	Puy-de-Dôme	Puy-de-Dôme
        FR-64	FR	FR-NAQ	Metropolitan department	Pyrenees-Atlantiques	Pyrénées-Atlantiques
        FR-65	FR	FR-OCC	Metropolitan department	Hautes-Pyrénées	Hautes-Pyrénées
        FR-66	FR	FR-OCC	Metropolitan department	Pyrenees-Orientales	Pyrénées-Orientales
        FR-67	FR	FR-GES	Metropolitan department	Bas-Rhin	Bas-Rhin
        FR-68	FR	FR-GES	Metropolitan department	Haut-Rhin	Haut-Rhin
        FR-69	FR	FR-ARA	Metropolitan department	Rhone	Rhône
        FR-70	FR	FR-BFC	Metropolitan department	Haute-Saône	Haute-Saône
        FR-71	FR	FR-BFC	Metropolitan department	Saone-et-Loire	Saône-et-Loire
        FR-72	FR	FR-PDL	Metropolitan department	Sarthe	Sarthe
        FR-73	FR	FR-ARA	Metropolitan department	Savoie	Savoie
        FR-74	FR	FR-ARA	Metropolitan department	Haute-Savoie	Haute-Savoie
        FR-IDF	FR		Metropolitan region	Île-de-France	Île-de-France
        FR-75	FR	FR-IDF	Metropolitan department	Paris	Paris
        FR-76	FR	FR-NOR	Metropolitan department	Seine-Maritime	Seine-Maritime
        FR-77	FR	FR-IDF	Metropolitan department	Seine-et-Marne	Seine-et-Marne
        FR-78	FR	FR-IDF	Metropolitan department	Yvelines	Yvelines
        FR-79	FR	FR-NAQ	Metropolitan department	Deux-Sèvres	Deux-Sèvres
        FR-80	FR	FR-HDF	Metropolitan department	Somme	Somme
        FR-81	FR	FR-OCC	Metropolitan department	Tarn	Tarn
        FR-82	FR	FR-OCC	Metropolitan department	Tarn-et-Garonne	Tarn-et-Garonne
        FR-83	FR	FR-PAC	Metropolitan department	Var	Var
        FR-84	FR	FR-PAC	Metropolitan department	Vaucluse	Vaucluse
        FR-85	FR	FR-PDL	Metropolitan department	Vendee	Vendée
        FR-86	FR	FR-NAQ	Metropolitan department	Vienne	Vienne
        FR-87	FR	FR-NAQ	Metropolitan department	Haute-Vienne	Haute-Vienne
        FR-88	FR	FR-GES	Metropolitan department	Vosges	Vosges
        FR-89	FR	FR-BFC	Metropolitan department	Yonne	Yonne
        FR-90	FR	FR-BFC	Metropolitan department	Territoire de Belfort	Territoire de Belfort
        FR-91	FR	FR-IDF	Metropolitan department	Essonne	Essonne
        FR-92	FR	FR-IDF	Metropolitan department	Hauts-de-Seine	Hauts-de-Seine
        FR-93	FR	FR-IDF	Metropolitan department	Seine-Saint-Denis	Seine-Saint-Denis
        FR-94	FR	FR-IDF	Metropolitan department	Val-de-Marne	Val-de-Marne
        FR-95	FR	FR-IDF	Metropolitan department	Val-d'Oise	Val-d'Oise
        FR-GP	FR		Overseas region	Guadeloupe	Guadeloupe
        FR-971	FR	FR-GP	Overseas department	Guadeloupe	Guadeloupe
        FR-MQ	FR		Overseas region	Martinique	Martinique
        FR-972	FR	FR-MQ	Overseas department	Martinique	Martinique
        FR-GF	FR		Overseas region	Guyane (française)	Guyane (française)
        FR-973	FR	FR-GF	Overseas department	Guyane (française)	Guyane (française)
        FR-RE	FR		Overseas region	La Reunion	La Réunion
        FR-974	FR	FR-RE	Overseas department	La Reunion	La Réunion
        FR-YT	FR		Overseas region	Mayotte	Mayotte
        FR-976	FR	FR-YT	Overseas department	Mayotte	Mayotte
        FR-BL	FR		Overseas collectivity	Saint-Barthelemy	Saint-Barthélemy
        FR-CP	FR		Dependency	Clipperton	Clipperton
        FR-MF	FR		Overseas collectivity	Saint-Martin	Saint-Martin
        FR-NC	FR		Overseas collectivity with special status	Nouvelle-Calédonie	Nouvelle-Calédonie
        FR-PF	FR		Overseas collectivity	Polynésie française	Polynésie française
        FR-PM	FR		Overseas collectivity	Saint-Pierre-et-Miquelon	Saint-Pierre-et-Miquelon
        FR-TF	FR		Overseas territory	Terres australes françaises	Terres australes françaises
        FR-WF	FR		Overseas collectivity	Wallis-et-Futuna	Wallis-et-Futuna
        GA-1	GA		Province	Estuaire	Estuaire
        GA-2	GA		Province	Haut-Ogooue	Haut-Ogooué
        GA-3	GA		Province	Moyen-Ogooué	Moyen-Ogooué
        GA-4	GA		Province	Ngounie	Ngounié
        GA-5	GA		Province	Nyanga	Nyanga
        GA-6	GA		Province	Ogooué-Ivindo	Ogooué-Ivindo
        GA-7	GA		Province	Ogooué-Lolo	Ogooué-Lolo
        GA-8	GA		Province	Ogooué-Maritime	Ogooué-Maritime
        GA-9	GA		Province	Woleu-Ntem	Woleu-Ntem
        GB-NIR	GB		Province	Northern Ireland	Northern Ireland
        GB-ABC	GB	GB-NIR	District	Armagh City, Banbridge and Craigavon	Armagh City, Banbridge and Craigavon
        GB-SCT	GB		Country	Scotland	Scotland
        GB-ABD	GB	GB-SCT	Council area	Aberdeenshire	Aberdeenshire
        GB-ABE	GB	GB-SCT	Council area	Aberdeen City	Aberdeen City
        GB-AGB	GB	GB-SCT	Council area	Argyll and Bute	Argyll and Bute
        GB-WLS	GB		Country	Wales	Wales
        GB-AGY	GB	GB-WLS	Unitary authority	Isle of Anglesey	Isle of Anglesey
        GB-AND	GB	GB-NIR	District	Ards ve North Down	Ards and North Down
        GB-ANN	GB	GB-NIR	District	Antrim and Newtownabbey	Antrim and Newtownabbey
        GB-ANS	GB	GB-SCT	Council area	Angus	Angus
        GB-ENG	GB		Country	England	England
        GB-BAS	GB	GB-ENG	Unitary authority	Bath and North East Somerset	Bath and North East Somerset
        GB-BBD	GB	GB-ENG	Unitary authority	Blackburn with Darwen	Blackburn with Darwen
        GB-BCP	GB	GB-ENG	Unitary authority	Bournemouth, Christchurch and Poole	Bournemouth, Christchurch and Poole
        GB-BDF	GB	GB-ENG	Unitary authority	Bedford	Bedford
        GB-BDG	GB	GB-ENG	London borough	Barking and Dagenham	Barking and Dagenham
        GB-BEN	GB	GB-ENG	London borough	Brent	Brent
        GB-BEX	GB	GB-ENG	London borough	Bexley	Bexley
        GB-BFS	GB	GB-NIR	District	Belfast City	Belfast City
        GB-BGE	GB	GB-WLS	Unitary authority	Bridgend	Bridgend
        GB-BGW	GB	GB-WLS	Unitary authority	Blaenau Gwent	Blaenau Gwent
        GB-BIR	GB	GB-ENG	Metropolitan district	Birmingham	Birmingham
        GB-BKM	GB	GB-ENG	Two-tier county	Buckinghamshire	Buckinghamshire
        GB-BNE	GB	GB-ENG	London borough	Barnet	Barnet
        GB-BNH	GB	GB-ENG	Unitary authority	Brighton and Hove	Brighton and Hove
        GB-BNS	GB	GB-ENG	Metropolitan district	Barnsley	Barnsley
        GB-BOL	GB	GB-ENG	Metropolitan district	Bolton	Bolton
        GB-BPL	GB	GB-ENG	Unitary authority	Blackpool	Blackpool
        GB-BRC	GB	GB-ENG	Unitary authority	Bracknell Forest	Bracknell Forest
        GB-BRD	GB	GB-ENG	Metropolitan district	Bradford	Bradford
        GB-BRY	GB	GB-ENG	London borough	Bromley	Bromley
        GB-BST	GB	GB-ENG	Unitary authority	Bristol, City of	Bristol, City of
        GB-BUR	GB	GB-ENG	Metropolitan district	Bury	Bury
        GB-CAM	GB	GB-ENG	Two-tier county	Cambridgeshire	Cambridgeshire
        GB-CAY	GB	GB-WLS	Unitary authority	Caerphilly	Caerphilly
        GB-CBF	GB	GB-ENG	Unitary authority	Merkez Bedfordshire	Central Bedfordshire
        GB-CCG	GB	GB-NIR	District	Causeway Coast and Glens	Causeway Coast and Glens
        GB-CGN	GB	GB-WLS	Unitary authority	Ceredigion	Ceredigion
        GB-CHE	GB	GB-ENG	Unitary authority	Cheshire Doğu	Cheshire East
        GB-CHW	GB	GB-ENG	Unitary authority	Cheshire West and Chester	Cheshire West and Chester
        GB-CLD	GB	GB-ENG	Metropolitan district	Calderdale	Calderdale
        GB-CLK	GB	GB-SCT	Council area	Clackmannanshire	Clackmannanshire
        GB-CMA	GB	GB-ENG	Two-tier county	Cumbria	Cumbria
        GB-CMD	GB	GB-ENG	London borough	Camden	Camden
        GB-CMN	GB	GB-WLS	Unitary authority	Carmarthenshire	Carmarthenshire
        GB-CON	GB	GB-ENG	Unitary authority	Cornwall	Cornwall
        GB-COV	GB	GB-ENG	Metropolitan district	Coventry	Coventry
        GB-CRF	GB	GB-WLS	Unitary authority	Cardiff	Cardiff
        GB-CRY	GB	GB-ENG	London borough	Croydon	Croydon
        GB-CWY	GB	GB-WLS	Unitary authority	Conwy	Conwy
        GB-DAL	GB	GB-ENG	Unitary authority	Darlington	Darlington
        GB-DBY	GB	GB-ENG	Two-tier county	Derbyshire	Derbyshire
        GB-DEN	GB	GB-WLS	Unitary authority	Denbighshire	Denbighshire
        GB-DER	GB	GB-ENG	Unitary authority	Derby	Derby
        GB-DEV	GB	GB-ENG	Two-tier county	Devon	Devon
        GB-DGY	GB	GB-SCT	Council area	Dumfries and Galloway	Dumfries and Galloway
        GB-DNC	GB	GB-ENG	Metropolitan district	Doncaster	Doncaster
        GB-DND	GB	GB-SCT	Council area	Dundee City	Dundee City
        GB-DOR	GB	GB-ENG	Two-tier county	Dorset	Dorset
        GB-DRS	GB	GB-NIR	District	Derry and Strabane	Derry and Strabane
        GB-DUD	GB	GB-ENG	Metropolitan district	Dudley	Dudley
        GB-DUR	GB	GB-ENG	Unitary authority	Durham, County	Durham, County
        GB-EAL	GB	GB-ENG	London borough	Ealing	Ealing
        GB-EAY	GB	GB-SCT	Council area	Doğu Ayrshire	East Ayrshire
        GB-EDH	GB	GB-SCT	Council area	Edinburgh, City of	Edinburgh, City of
        GB-EDU	GB	GB-SCT	Council area	East Dunbartonshire	East Dunbartonshire
        GB-ELN	GB	GB-SCT	Council area	Doğu Lothian	East Lothian
        GB-ELS	GB	GB-SCT	Council area	Eilean Siar	Eilean Siar
        GB-ENF	GB	GB-ENG	London borough	Enfield	Enfield
        GB-ERW	GB	GB-SCT	Council area	East Renfrewshire	East Renfrewshire
        GB-ERY	GB	GB-ENG	Unitary authority	East Riding of Yorkshire	East Riding of Yorkshire
        GB-ESS	GB	GB-ENG	Two-tier county	Essex	Essex
        GB-ESX	GB	GB-ENG	Two-tier county	East Sussex	East Sussex
        GB-FAL	GB	GB-SCT	Council area	Falkirk	Falkirk
        GB-FIF	GB	GB-SCT	Council area	Fife	Fife
        GB-FLN	GB	GB-WLS	Unitary authority	Flintshire	Flintshire
        GB-FMO	GB	GB-NIR	District	Fermanagh ve Omagh	Fermanagh and Omagh
        GB-GAT	GB	GB-ENG	Metropolitan district	Gateshead	Gateshead
        GB-GLG	GB	GB-SCT	Council area	Glasgow City	Glasgow City
        GB-GLS	GB	GB-ENG	Two-tier county	Gloucestershire	Gloucestershire
        GB-GRE	GB	GB-ENG	London borough	Greenwich	Greenwich
        GB-GWN	GB	GB-WLS	Unitary authority	Gwynedd	Gwynedd
        GB-HAL	GB	GB-ENG	Unitary authority	Halton	Halton
        GB-HAM	GB	GB-ENG	Two-tier county	Hampshire	Hampshire
        GB-HAV	GB	GB-ENG	London borough	Havering	Havering
        GB-HCK	GB	GB-ENG	London borough	Hackney	Hackney
        GB-HEF	GB	GB-ENG	Unitary authority	Herefordshire	Herefordshire
        GB-HIL	GB	GB-ENG	London borough	Hillingdon	Hillingdon
        GB-HLD	GB	GB-SCT	Council area	Highland	Highland
        GB-HMF	GB	GB-ENG	London borough	Hammersmith and Fulham	Hammersmith and Fulham
        GB-HNS	GB	GB-ENG	London borough	Hounslow	Hounslow
        GB-HPL	GB	GB-ENG	Unitary authority	Hartlepool	Hartlepool
        GB-HRT	GB	GB-ENG	Two-tier county	Hertfordshire	Hertfordshire
        GB-HRW	GB	GB-ENG	London borough	Harrow	Harrow
        GB-HRY	GB	GB-ENG	London borough	Haringey	Haringey
        GB-IOS	GB	GB-ENG	Unitary authority	Isles of Scilly	Isles of Scilly
        GB-IOW	GB	GB-ENG	Unitary authority	Isle of Wight	Isle of Wight
        GB-ISL	GB	GB-ENG	London borough	Islington	Islington
        GB-IVC	GB	GB-SCT	Council area	Inverclyde	Inverclyde
        GB-KEC	GB	GB-ENG	London borough	Kensington and Chelsea	Kensington and Chelsea
        GB-KEN	GB	GB-ENG	Two-tier county	Kent	Kent
        GB-KHL	GB	GB-ENG	Unitary authority	Kingston upon Hull	Kingston upon Hull
        GB-KIR	GB	GB-ENG	Metropolitan district	Kirklees	Kirklees
        GB-KTT	GB	GB-ENG	London borough	Kingston upon Thames	Kingston upon Thames
        GB-KWL	GB	GB-ENG	Metropolitan district	Knowsley	Knowsley
        GB-LAN	GB	GB-ENG	Two-tier county	Lancashire	Lancashire
        GB-LBC	GB	GB-NIR	District	Lisburn and Castlereagh	Lisburn and Castlereagh
        GB-LBH	GB	GB-ENG	London borough	Lambeth	Lambeth
        GB-LCE	GB	GB-ENG	Unitary authority	Leicester	Leicester
        GB-LDS	GB	GB-ENG	Metropolitan district	Leeds	Leeds
        GB-LEC	GB	GB-ENG	Two-tier county	Leicestershire	Leicestershire
        GB-LEW	GB	GB-ENG	London borough	Lewisham	Lewisham
        GB-LIN	GB	GB-ENG	Two-tier county	Lincolnshire	Lincolnshire
        GB-LIV	GB	GB-ENG	Metropolitan district	Liverpool	Liverpool
        GB-LND	GB	GB-ENG	City corporation	Londra Şehri	London, City of
        GB-LUT	GB	GB-ENG	Unitary authority	Luton	Luton
        GB-MAN	GB	GB-ENG	Metropolitan district	Manchester	Manchester
        GB-MDB	GB	GB-ENG	Unitary authority	Middlesbrough	Middlesbrough
        GB-MDW	GB	GB-ENG	Unitary authority	Medway	Medway
        GB-MEA	GB	GB-NIR	District	Mid and East Antrim	Mid and East Antrim
        GB-MIK	GB	GB-ENG	Unitary authority	Milton Keynes	Milton Keynes
        GB-MLN	GB	GB-SCT	Council area	Midlothian	Midlothian
        GB-MON	GB	GB-WLS	Unitary authority	Monmouthshire	Monmouthshire
        GB-MRT	GB	GB-ENG	London borough	Merton	Merton
        GB-MRY	GB	GB-SCT	Council area	Moray	Moray
        GB-MTY	GB	GB-WLS	Unitary authority	Merthyr Tydfil	Merthyr Tydfil
        GB-MUL	GB	GB-NIR	District	Mid-Ulster	Mid-Ulster
        GB-NAY	GB	GB-SCT	Council area	Kuzey Ayrshire	North Ayrshire
        GB-NBL	GB	GB-ENG	Unitary authority	Northumberland	Northumberland
        GB-NEL	GB	GB-ENG	Unitary authority	North East Lincolnshire	North East Lincolnshire
        GB-NET	GB	GB-ENG	Metropolitan district	Newcastle upon Tyne	Newcastle upon Tyne
        GB-NFK	GB	GB-ENG	Two-tier county	Norfolk	Norfolk
        GB-NGM	GB	GB-ENG	Unitary authority	Nottingham	Nottingham
        GB-NLK	GB	GB-SCT	Council area	North Lanarkshire	North Lanarkshire
        GB-NLN	GB	GB-ENG	Unitary authority	North Lincolnshire	North Lincolnshire
        GB-NMD	GB	GB-NIR	District	Newry, Mourne and Down	Newry, Mourne and Down
        GB-NSM	GB	GB-ENG	Unitary authority	Kuzey Somerset	North Somerset
        GB-NTH	GB	GB-ENG	Two-tier county	Northamptonshire	Northamptonshire
        GB-NTL	GB	GB-WLS	Unitary authority	Neath Port Talbot	Neath Port Talbot
        GB-NTT	GB	GB-ENG	Two-tier county	Nottinghamshire	Nottinghamshire
        GB-NTY	GB	GB-ENG	Metropolitan district	North Tyneside	North Tyneside
        GB-NWM	GB	GB-ENG	London borough	Newham	Newham
        GB-NWP	GB	GB-WLS	Unitary authority	Newport	Newport
        GB-NYK	GB	GB-ENG	Two-tier county	North Yorkshire	North Yorkshire
        GB-OLD	GB	GB-ENG	Metropolitan district	Oldham	Oldham
        GB-ORK	GB	GB-SCT	Council area	Orkney Adaları	Orkney Islands
        GB-OXF	GB	GB-ENG	Two-tier county	Oxfordshire	Oxfordshire
        GB-PEM	GB	GB-WLS	Unitary authority	Pembrokeshire	Pembrokeshire
        GB-PKN	GB	GB-SCT	Council area	Perth and Kinross	Perth and Kinross
        GB-PLY	GB	GB-ENG	Unitary authority	Plymouth	Plymouth
        GB-POR	GB	GB-ENG	Unitary authority	Portsmouth	Portsmouth
        GB-POW	GB	GB-WLS	Unitary authority	Powys	Powys
        GB-PTE	GB	GB-ENG	Unitary authority	Peterborough	Peterborough
        GB-RCC	GB	GB-ENG	Unitary authority	Redcar and Cleveland	Redcar and Cleveland
        GB-RCH	GB	GB-ENG	Metropolitan district	Rochdale	Rochdale
        GB-RCT	GB	GB-WLS	Unitary authority	Rhondda Cynon Taff	Rhondda Cynon Taff
        GB-RDB	GB	GB-ENG	London borough	Redbridge	Redbridge
        GB-RDG	GB	GB-ENG	Unitary authority	Reading	Reading
        GB-RFW	GB	GB-SCT	Council area	Renfrewshire	Renfrewshire
        GB-RIC	GB	GB-ENG	London borough	Richmond upon Thames	Richmond upon Thames
        GB-ROT	GB	GB-ENG	Metropolitan district	Rotherham	Rotherham
        GB-RUT	GB	GB-ENG	Unitary authority	Rutland	Rutland
        GB-SAW	GB	GB-ENG	Metropolitan district	Sandwell	Sandwell
        GB-SAY	GB	GB-SCT	Council area	Güney Ayrshire	South Ayrshire
        GB-SCB	GB	GB-SCT	Council area	Scottish Borders	Scottish Borders
        GB-SFK	GB	GB-ENG	Two-tier county	Suffolk	Suffolk
        GB-SFT	GB	GB-ENG	Metropolitan district	Sefton	Sefton
        GB-SGC	GB	GB-ENG	Unitary authority	South Gloucestershire	South Gloucestershire
        GB-SHF	GB	GB-ENG	Metropolitan district	Sheffield	Sheffield
        GB-SHN	GB	GB-ENG	Metropolitan district	St. Helens	St. Helens
        GB-SHR	GB	GB-ENG	Unitary authority	Shropshire	Shropshire
        GB-SKP	GB	GB-ENG	Metropolitan district	Stockport	Stockport
        GB-SLF	GB	GB-ENG	Metropolitan district	Salford	Salford
        GB-SLG	GB	GB-ENG	Unitary authority	Slough	Slough
        GB-SLK	GB	GB-SCT	Council area	South Lanarkshire	South Lanarkshire
        GB-SND	GB	GB-ENG	Metropolitan district	Sunderland	Sunderland
        GB-SOL	GB	GB-ENG	Metropolitan district	Solihull	Solihull
        GB-SOM	GB	GB-ENG	Two-tier county	Somerset	Somerset
        GB-SOS	GB	GB-ENG	Unitary authority	Southend-on-Sea	Southend-on-Sea
        GB-SRY	GB	GB-ENG	Two-tier county	Surrey	Surrey
        GB-STE	GB	GB-ENG	Unitary authority	Stoke-on-Trent	Stoke-on-Trent
        GB-STG	GB	GB-SCT	Council area	Stirling	Stirling
        GB-STH	GB	GB-ENG	Unitary authority	Southampton	Southampton
        GB-STN	GB	GB-ENG	London borough	Sutton	Sutton
        GB-STS	GB	GB-ENG	Two-tier county	Staffordshire	Staffordshire
        GB-STT	GB	GB-ENG	Unitary authority	Stockton-on-Tees	Stockton-on-Tees
        GB-STY	GB	GB-ENG	Metropolitan district	South Tyneside	South Tyneside
        GB-SWA	GB	GB-WLS	Unitary authority	Swansea	Swansea
        GB-SWD	GB	GB-ENG	Unitary authority	Swindon	Swindon
        GB-SWK	GB	GB-ENG	London borough	Southwark	Southwark
        GB-TAM	GB	GB-ENG	Metropolitan district	Tameside	Tameside
        GB-TFW	GB	GB-ENG	Unitary authority	Telford and Wrekin	Telford and Wrekin
        GB-THR	GB	GB-ENG	Unitary authority	Thurrock	Thurrock
        GB-TOB	GB	GB-ENG	Unitary authority	Torbay	Torbay
        GB-TOF	GB	GB-WLS	Unitary authority	Torfaen	Torfaen
        GB-TRF	GB	GB-ENG	Metropolitan district	Trafford	Trafford
        GB-TWH	GB	GB-ENG	London borough	Tower Hamlets	Tower Hamlets
        GB-VGL	GB	GB-WLS	Unitary authority	Vale of Glamorgan, The	Vale of Glamorgan, The
        GB-WAR	GB	GB-ENG	Two-tier county	Warwickshire	Warwickshire
        GB-WBK	GB	GB-ENG	Unitary authority	West Berkshire	West Berkshire
        GB-WDU	GB	GB-SCT	Council area	West Dunbartonshire	West Dunbartonshire
        GB-WFT	GB	GB-ENG	London borough	Waltham Forest	Waltham Forest
        GB-WGN	GB	GB-ENG	Metropolitan district	Wigan	Wigan
        GB-WIL	GB	GB-ENG	Unitary authority	Wiltshire	Wiltshire
        GB-WKF	GB	GB-ENG	Metropolitan district	Wakefield	Wakefield
        GB-WLL	GB	GB-ENG	Metropolitan district	Walsall	Walsall
        GB-WLN	GB	GB-SCT	Council area	West Lothian	West Lothian
        GB-WLV	GB	GB-ENG	Metropolitan district	Wolverhampton	Wolverhampton
        GB-WND	GB	GB-ENG	London borough	Wandsworth	Wandsworth
        GB-WNM	GB	GB-ENG	Unitary authority	Windsor and Maidenhead	Windsor and Maidenhead
        GB-WOK	GB	GB-ENG	Unitary authority	Wokingham	Wokingham
        GB-WOR	GB	GB-ENG	Two-tier county	Worcestershire	Worcestershire
        GB-WRL	GB	GB-ENG	Metropolitan district	Wirral	Wirral
        GB-WRT	GB	GB-ENG	Unitary authority	Warrington	Warrington
        GB-WRX	GB	GB-WLS	Unitary authority	Wrexham	Wrexham
        GB-WSM	GB	GB-ENG	London borough	Westminster	Westminster
        GB-WSX	GB	GB-ENG	Two-tier county	West Sussex	West Sussex
        GB-YOR	GB	GB-ENG	Unitary authority	York	York
        GB-ZET	GB	GB-SCT	Council area	Shetland Adaları	Shetland Islands
        GD-01	GD		Parish	Saint Andrew	Saint Andrew
        GD-02	GD		Parish	Saint David	Saint David
        GD-03	GD		Parish	Saint George	Saint George
        GD-04	GD		Parish	Saint John	Saint John
        GD-05	GD		Parish	Saint Mark	Saint Mark
        GD-06	GD		Parish	Saint Patrick	Saint Patrick
        GD-10	GD		Dependency	Güney Grenadine Adaları	Southern Grenadine Islands
        GE-AB	GE		Autonomous republic	Abhazya	Abkhazia
        GE-AJ	GE		Autonomous republic	Ajaria	Ajaria
        GE-GU	GE		Region	Guria	Guria
        GE-IM	GE		Region	Imereti	Imereti
        GE-KA	GE		Region	K'akheti	K'akheti
        GE-KK	GE		Region	Kvemo Kartli	Kvemo Kartli
        GE-MM	GE		Region	Mtskheta-Mtianeti	Mtskheta-Mtianeti
        GE-RL	GE		Region	Rach'a-Lechkhumi-Kvemo Svaneti	Rach'a-Lechkhumi-Kvemo Svaneti
        GE-SJ	GE		Region	Samtskhe-Javakheti	Samtskhe-Javakheti
        GE-SK	GE		Region	Shida Kartli	Shida Kartli
        GE-SZ	GE		Region	Samegrelo-Zemo Svaneti	Samegrelo-Zemo Svaneti
        GE-TB	GE		City	Tbilisi	Tbilisi
        GH-AA	GH		Region	Greater Accra	Greater Accra
        GH-AF	GH		Region	Ahafo	Ahafo
        GH-AH	GH		Region	Ashanti	Ashanti
        GH-BE	GH		Region	Bono East	Bono East
        GH-BO	GH		Region	Bono	Bono
        GH-CP	GH		Region	Merkezi	Central
        GH-EP	GH		Region	Doğu	Eastern
        GH-NE	GH		Region	Kuzey Doğu	North East
        GH-NP	GH		Region	Kuzey	Northern
        GH-OT	GH		Region	Oti	Oti
        GH-SV	GH		Region	Savannah	Savannah
        GH-TV	GH		Region	Volta	Volta
        GH-UE	GH		Region	Upper East	Upper East
        GH-UW	GH		Region	Upper West	Upper West
        GH-WN	GH		Region	Western North	Western North
        GH-WP	GH		Region	Batı	Western
        GL-AV	GL		Municipality	Avannaata Kommunia	Avannaata Kommunia
        GL-KU	GL		Municipality	Kommune Kujalleq	Kommune Kujalleq
        GL-QE	GL		Municipality	Qeqqata Kommunia	Qeqqata Kommunia
        GL-QT	GL		Municipality	Kommune Qeqertalik	Kommune Qeqertalik
        GL-SM	GL		Municipality	Kommuneqarfik Sermersooq	Kommuneqarfik Sermersooq
        GM-B	GM		City	Banjul	Banjul
        GM-L	GM		Division	Lower River	Lower River
        GM-M	GM		Division	Central River	Central River
        GM-N	GM		Division	Kuzey Kıyısı	North Bank
        GM-U	GM		Division	Upper River	Upper River
        GM-W	GM		Division	Batı	Western
        GN-B	GN		Administrative region	Boke	Boké
        GN-N	GN		Administrative region	Nzérékoré	Nzérékoré
        GN-BE	GN	GN-N	Prefecture	Beyla	Beyla
        GN-BF	GN	GN-B	Prefecture	Boffa	Boffa
        GN-BK	GN	GN-B	Prefecture	Boke	Boké
        GN-C	GN		Governorate	Conakry	Conakry
        GN-D	GN		Administrative region	Kindia	Kindia
        GN-CO	GN	GN-D	Prefecture	Coyah	Coyah
        GN-F	GN		Administrative region	Faranah	Faranah
        GN-DB	GN	GN-F	Prefecture	Dabola	Dabola
        GN-DI	GN	GN-F	Prefecture	Dinguiraye	Dinguiraye
        GN-M	GN		Administrative region	Mamou	Mamou
        GN-DL	GN	GN-M	Prefecture	Dalaba	Dalaba
        GN-DU	GN	GN-D	Prefecture	Dubréka	Dubréka
        GN-FA	GN	GN-F	Prefecture	Faranah	Faranah
        GN-FO	GN	GN-D	Prefecture	Forécariah	Forécariah
        GN-FR	GN	GN-B	Prefecture	Fria	Fria
        GN-GA	GN	GN-B	Prefecture	Gaoual	Gaoual
        GN-GU	GN	GN-N	Prefecture	Guékédou	Guékédou
        GN-K	GN		Administrative region	Kankan	Kankan
        GN-KA	GN	GN-K	Prefecture	Kankan	Kankan
        GN-L	GN		Administrative region	Labe	Labé
        GN-KB	GN	GN-L	Prefecture	Koubia	Koubia
        GN-KD	GN	GN-D	Prefecture	Kindia	Kindia
        GN-KE	GN	GN-K	Prefecture	Kérouané	Kérouané
        GN-KN	GN	GN-B	Prefecture	Koundara	Koundara
        GN-KO	GN	GN-K	Prefecture	Kouroussa	Kouroussa
        GN-KS	GN	GN-F	Prefecture	Kissidougou	Kissidougou
        GN-LA	GN	GN-L	Prefecture	Labe	Labé
        GN-LE	GN	GN-L	Prefecture	Lelouma	Lélouma
        GN-LO	GN	GN-N	Prefecture	Lola	Lola
        GN-MC	GN	GN-N	Prefecture	Macenta	Macenta
        GN-MD	GN	GN-K	Prefecture	Mandiana	Mandiana
        GN-ML	GN	GN-L	Prefecture	Mali	Mali
        GN-MM	GN	GN-M	Prefecture	Mamou	Mamou
        GN-NZ	GN	GN-N	Prefecture	Nzérékoré	Nzérékoré
        GN-PI	GN	GN-M	Prefecture	Pita	Pita
        GN-SI	GN	GN-K	Prefecture	Siguiri	Siguiri
        GN-TE	GN	GN-D	Prefecture	Télimélé	Télimélé
        GN-TO	GN	GN-L	Prefecture	Tougue	Tougué
        GN-YO	GN	GN-N	Prefecture	Yomou	Yomou
        GQ-I	GQ		Region	Região Insular	Região Insular
        GQ-AN	GQ	GQ-I	Province	Annobon	Annobon
        GQ-BN	GQ	GQ-I	Province	Bioko Nord	Bioko Nord
        GQ-BS	GQ	GQ-I	Province	Bioko Sud	Bioko Sud
        GQ-C	GQ		Region	Região Continental	Região Continental
        GQ-CS	GQ	GQ-C	Province	Centro Sud	Centro Sud
        GQ-DJ	GQ	GQ-C	Province	Djibloho	Djibloho
        GQ-KN	GQ	GQ-C	Province	Kié-Ntem	Kié-Ntem
        GQ-LI	GQ	GQ-C	Province	Litoral	Litoral
        GQ-WN	GQ	GQ-C	Province	Wele-Nzas	Wele-Nzas
        GR-69	GR		Self-governed part	Ágion Óros	Ágion Óros
        GR-A	GR		Administrative region	Anatolikí Makedonía kai Thráki	Anatolikí Makedonía kai Thráki
        GR-B	GR		Administrative region	Kentrikí Makedonía	Kentrikí Makedonía
        GR-C	GR		Administrative region	Dytikí Makedonía	Dytikí Makedonía
        GR-D	GR		Administrative region	Ípeiros	Ípeiros
        GR-E	GR		Administrative region	Thessalía	Thessalía
        GR-F	GR		Administrative region	Ionía Nísia	Ionía Nísia
        GR-G	GR		Administrative region	Dytikí Elláda	Dytikí Elláda
        GR-H	GR		Administrative region	Stereá Elláda	Stereá Elláda
        GR-I	GR		Administrative region	Attikí	Attikí
        GR-J	GR		Administrative region	Pelopónnisos	Pelopónnisos
        GR-K	GR		Administrative region	Vóreio Aigaío	Vóreio Aigaío
        GR-L	GR		Administrative region	Nótio Aigaío	Nótio Aigaío
        GR-M	GR		Administrative region	Kríti	Kríti
        GT-AV	GT		Department	Alta Verapaz	Alta Verapaz
        GT-BV	GT		Department	Baja Verapaz	Baja Verapaz
        GT-CM	GT		Department	Chimaltenango	Chimaltenango
        GT-CQ	GT		Department	Chiquimula	Chiquimula
        GT-ES	GT		Department	Escuintla	Escuintla
        GT-GU	GT		Department	Guatemala	Guatemala
        GT-HU	GT		Department	Huehuetenango	Huehuetenango
        GT-IZ	GT		Department	Izabal	Izabal
        GT-JA	GT		Department	Jalapa	Jalapa
        GT-JU	GT		Department	Jutiapa	Jutiapa
        GT-PE	GT		Department	Peten	Petén
        GT-PR	GT		Department	El Progreso	El Progreso
        GT-QC	GT		Department	Quiche	Quiché
        GT-QZ	GT		Department	Quetzaltenango	Quetzaltenango
        GT-RE	GT		Department	Retalhuleu	Retalhuleu
        GT-SA	GT		Department	Sacatepéquez	Sacatepéquez
        GT-SM	GT		Department	San Marcos	San Marcos
        GT-SO	GT		Department	Sololá	Sololá
        GT-SR	GT		Department	Santa Rosa	Santa Rosa
        GT-SU	GT		Department	Suchitepéquez	Suchitepéquez
        GT-TO	GT		Department	Totonicapán	Totonicapán
        GT-ZA	GT		Department	Zacapa	Zacapa
        GW-L	GW		Province	Leste	Leste
        GW-BA	GW	GW-L	Region	Bafata	Bafatá
        GW-S	GW		Province	Sul	Sul
        GW-BL	GW	GW-S	Region	Bolama / Bijagós	Bolama / Bijagós
        GW-N	GW		Province	Norte	Norte
        GW-BM	GW	GW-N	Region	Biombo	Biombo
        GW-BS	GW		Autonomous sector	Bissau	Bissau
        GW-CA	GW	GW-N	Region	Cacheu	Cacheu
        GW-GA	GW	GW-L	Region	Gabu	Gabú
        GW-OI	GW	GW-N	Region	Oio	Oio
        GW-QU	GW	GW-S	Region	Quinara	Quinara
        GW-TO	GW	GW-S	Region	Tombali	Tombali
        GY-BA	GY		Region	Barima-Waini	Barima-Waini
        GY-CU	GY		Region	Cuyuni-Mazaruni	Cuyuni-Mazaruni
        GY-DE	GY		Region	Demerara-Mahaica	Demerara-Mahaica
        GY-EB	GY		Region	East Berbice-Corentyne	East Berbice-Corentyne
        GY-ES	GY		Region	Essequibo Islands-West Demerara	Essequibo Islands-West Demerara
        GY-MA	GY		Region	Mahaica-Berbice	Mahaica-Berbice
        GY-PM	GY		Region	Pomeroon-Supenaam	Pomeroon-Supenaam
        GY-PT	GY		Region	Potaro-Siparuni	Potaro-Siparuni
        GY-UD	GY		Region	Upper Demerara-Berbice	Upper Demerara-Berbice
        GY-UT	GY		Region	Upper Takutu-Upper Essequibo	Upper Takutu-Upper Essequibo
        HN-AT	HN		Department	Atlantida	Atlántida
        HN-CH	HN		Department	Choluteca	Choluteca
        HN-CL	HN		Department	Colon	Colón
        HN-CM	HN		Department	Comayagua	Comayagua
        HN-CP	HN		Department	Copan	Copán
        HN-CR	HN		Department	Cortes	Cortés
        HN-EP	HN		Department	El Paraiso	El Paraíso
        HN-FM	HN		Department	Francisco Morazán	Francisco Morazán
        HN-GD	HN		Department	Gracias a Dios	Gracias a Dios
        HN-IB	HN		Department	Islas de la Bahía	Islas de la Bahía
        HN-IN	HN		Department	İntibuca	Intibucá
        HN-LE	HN		Department	Lempira	Lempira
        HN-LP	HN		Department	La Paz	La Paz
        HN-OC	HN		Department	Ocotepeque	Ocotepeque
        HN-OL	HN		Department	Olancho	Olancho
        HN-SB	HN		Department	Santa Barbara	Santa Bárbara
        HN-VA	HN		Department	Valle	Valle
        HN-YO	HN		Department	Yoro	Yoro
        HR-01	HR		County	Zagrebačka županija	Zagrebačka županija
        HR-02	HR		County	Krapinsko-zagorska županija	Krapinsko-zagorska županija
        HR-03	HR		County	Sisačko-moslavačka županija	Sisačko-moslavačka županija
        HR-04	HR		County	Karlovačka županija	Karlovačka županija
        HR-05	HR		County	Varaždinska županija	Varaždinska županija
        HR-06	HR		County	Koprivničko-križevačka županija	Koprivničko-križevačka županija
        HR-07	HR		County	Bjelovarsko-bilogorska županija	Bjelovarsko-bilogorska županija
        HR-08	HR		County	Primorsko-goranska županija	Primorsko-goranska županija
        HR-09	HR		County	Ličko-senjska županija	Ličko-senjska županija
        HR-10	HR		County	Virovitičko-podravska županija	Virovitičko-podravska županija
        HR-11	HR		County	Požeško-slavonska županija	Požeško-slavonska županija
        HR-12	HR		County	Brodsko-posavska županija	Brodsko-posavska županija
        HR-13	HR		County	Zadarska županija	Zadarska županija
        HR-14	HR		County	Osječko-baranjska županija	Osječko-baranjska županija
        HR-15	HR		County	Šibensko-kninska županija	Šibensko-kninska županija
        HR-16	HR		County	Vukovarsko-srijemska županija	Vukovarsko-srijemska županija
        HR-17	HR		County	Splitsko-dalmatinska županija	Splitsko-dalmatinska županija
        HR-18	HR		County	Istarska županija	Istarska županija
        HR-19	HR		County	Dubrovačko-neretvanska županija	Dubrovačko-neretvanska županija
        HR-20	HR		County	Međimurska županija	Međimurska županija
        HR-21	HR		City	Grad Zagreb	Grad Zagreb
        HT-AR	HT		Department	Artibonite	Artibonite
        HT-CE	HT		Department	Merkez	Centre
        HT-GA	HT		Department	Grandans	Grandans
        HT-ND	HT		Department	Nord	Nord
        HT-NE	HT		Department	Nord-Est	Nord-Est
        HT-NI	HT		Department	Nip	Nip
        HT-NO	HT		Department	Nord-Ouest	Nord-Ouest
        HT-OU	HT		Department	Lwès	Lwès
        HT-SD	HT		Department	Sid	Sid
        HT-SE	HT		Department	Sidès	Sidès
        HU-BA	HU		County	Baranya	Baranya
        HU-BC	HU		City with county rights	Békéscsaba	Békéscsaba
        HU-BE	HU		County	Békés	Békés
        HU-BK	HU		County	Bács-Kiskun	Bács-Kiskun
        HU-BU	HU		Capital city	Budapest	Budapest
        HU-BZ	HU		County	Borsod-Abaúj-Zemplén	Borsod-Abaúj-Zemplén
        HU-CS	HU		County	Csongrad	Csongrád
        HU-DE	HU		City with county rights	Debrecen	Debrecen
        HU-DU	HU		City with county rights	Dunaújváros	Dunaújváros
        HU-EG	HU		City with county rights	Eger	Eger
        HU-ER	HU		City with county rights	Erd	Érd
        HU-FE	HU		County	Fejér	Fejér
        HU-GS	HU		County	Győr-Moson-Sopron	Győr-Moson-Sopron
        HU-GY	HU		City with county rights	Győr	Győr
        HU-HB	HU		County	Hajdu-Bihar	Hajdú-Bihar
        HU-HE	HU		County	Heves	Heves
        HU-HV	HU		City with county rights	Hódmezővásárhely	Hódmezővásárhely
        HU-JN	HU		County	Jász-Nagykun-Szolnok	Jász-Nagykun-Szolnok
        HU-KE	HU		County	Komárom-Esztergom	Komárom-Esztergom
        HU-KM	HU		City with county rights	Kecskemét	Kecskemét
        HU-KV	HU		City with county rights	Kaposvár	Kaposvár
        HU-MI	HU		City with county rights	Miskolc	Miskolc
        HU-NK	HU		City with county rights	Nagykanizsa	Nagykanizsa
        HU-NO	HU		County	Nograd	Nógrád
        HU-NY	HU		City with county rights	Nyíregyháza	Nyíregyháza
        HU-PE	HU		County	Pest	Pest
        HU-PS	HU		City with county rights	Pécs	Pécs
        HU-SD	HU		City with county rights	Szeged	Szeged
        HU-SF	HU		City with county rights	Székesfehérvár	Székesfehérvár
        HU-SH	HU		City with county rights	Szombathely	Szombathely
        HU-SK	HU		City with county rights	Szolnok	Szolnok
        HU-SN	HU		City with county rights	Sopron	Sopron
        HU-SO	HU		County	Somogy	Somogy
        HU-SS	HU		City with county rights	Szekszárd	Szekszárd
        HU-ST	HU		City with county rights	Salgótarján	Salgótarján
        HU-SZ	HU		County	Szabolcs-Szatmár-Bereg	Szabolcs-Szatmár-Bereg
        HU-TB	HU		City with county rights	Tatabánya	Tatabánya
        HU-TO	HU		County	Tolna	Tolna
        HU-VA	HU		County	Vas	Vas
        HU-VE	HU		County	Veszprém	Veszprém
        HU-VM	HU		City with county rights	Veszprém	Veszprém
        HU-ZA	HU		County	Zala	Zala
        HU-ZE	HU		City with county rights	Zalaegerszeg	Zalaegerszeg
        ID-SM	ID		Geographical unit	Sumatera	Sumatera
        ID-AC	ID	ID-SM	Province	Aceh	Aceh
        ID-NU	ID		Geographical unit	Nusa Tenggara	Nusa Tenggara
        ID-BA	ID	ID-NU	Province	Bali	Bali
        ID-BB	ID	ID-SM	Province	Kepulauan Bangka Belitung	Kepulauan Bangka Belitung
        ID-BE	ID	ID-SM	Province	Bengkulu	Bengkulu
        ID-JW	ID		Geographical unit	Jawa	Jawa
        ID-BT	ID	ID-JW	Province	Banten	Banten
        ID-SL	ID		Geographical unit	Sulawesi	Sulawesi
        ID-GO	ID	ID-SL	Province	Gorontalo	Gorontalo
        ID-JA	ID	ID-SM	Province	Jambi	Jambi
        ID-JB	ID	ID-JW	Province	Jawa Barat	Jawa Barat
        ID-JI	ID	ID-JW	Province	Jawa Timur	Jawa Timur
        ID-JK	ID	ID-JW	Capital district	Jakarta Raya	Jakarta Raya
        ID-JT	ID	ID-JW	Province	Jawa Tengah	Jawa Tengah
        ID-KA	ID		Geographical unit	Kalimantan	Kalimantan
        ID-KB	ID	ID-KA	Province	Kalimantan Barat	Kalimantan Barat
        ID-KI	ID	ID-KA	Province	Kalimantan Timur	Kalimantan Timur
        ID-KR	ID	ID-SM	Province	Kepulauan Riau	Kepulauan Riau
        ID-KS	ID	ID-KA	Province	Kalimantan Selatan	Kalimantan Selatan
        ID-KT	ID	ID-KA	Province	Kalimantan Tengah	Kalimantan Tengah
        ID-KU	ID	ID-KA	Province	Kalimantan Utara	Kalimantan Utara
        ID-LA	ID	ID-SM	Province	Lampung	Lampung
        ID-ML	ID		Geographical unit	Maluku	Maluku
        ID-MA	ID	ID-ML	Province	Maluku	Maluku
        ID-MU	ID	ID-ML	Province	Maluku Utara	Maluku Utara
        ID-NB	ID	ID-NU	Province	Nusa Tenggara Barat	Nusa Tenggara Barat
        ID-NT	ID	ID-NU	Province	Nusa Tenggara Timur	Nusa Tenggara Timur
        ID-PP	ID		Geographical unit	Papua	Papua
        ID-PA	ID	ID-PP	Province	Papua	Papua
        ID-PB	ID	ID-PP	Province	Papua Barat	Papua Barat
        ID-RI	ID	ID-SM	Province	Riau	Riau
        ID-SA	ID	ID-SL	Province	Sulawesi Utara	Sulawesi Utara
        ID-SB	ID	ID-SM	Province	Sumatera Barat	Sumatera Barat
        ID-SG	ID	ID-SL	Province	Sulawesi Tenggara	Sulawesi Tenggara
        ID-SN	ID	ID-SL	Province	Sulawesi Selatan	Sulawesi Selatan
        ID-SR	ID	ID-SL	Province	Sulawesi Barat	Sulawesi Barat
        ID-SS	ID	ID-SM	Province	Sumatera Selatan	Sumatera Selatan
        ID-ST	ID	ID-SL	Province	Sulawesi Tengah	Sulawesi Tengah
        ID-SU	ID	ID-SM	Province	Sumatera Utara	Sumatera Utara
        ID-YO	ID	ID-JW	Special region	Yogyakarta	Yogyakarta
        IE-C	IE		Province	Connaught	Connaught
        IE-M	IE		Province	Munster	Munster
        IE-CE	IE	IE-M	County	Clare	Clare
        IE-U	IE		Province	Ulster	Ulster
        IE-CN	IE	IE-U	County	Cavan	Cavan
        IE-CO	IE	IE-M	County	Cork	Cork
        IE-L	IE		Province	Leinster	Leinster
        IE-CW	IE	IE-L	County	Carlow	Carlow
        IE-D	IE	IE-L	County	Dublin	Dublin
        IE-DL	IE	IE-U	County	Donegal	Donegal
        IE-G	IE	IE-C	County	Galway	Galway
        IE-KE	IE	IE-L	County	Kildare	Kildare
        IE-KK	IE	IE-L	County	Kilkenny	Kilkenny
        IE-KY	IE	IE-M	County	Kerry	Kerry
        IE-LD	IE	IE-L	County	Longford	Longford
        IE-LH	IE	IE-L	County	Louth	Louth
        IE-LK	IE	IE-M	County	Limerick	Limerick
        IE-LM	IE	IE-C	County	Leitrim	Leitrim
        IE-LS	IE	IE-L	County	Laois	Laois
        IE-MH	IE	IE-L	County	Meath	Meath
        IE-MN	IE	IE-U	County	Monaghan	Monaghan
        IE-MO	IE	IE-C	County	Mayo	Mayo
        IE-OY	IE	IE-L	County	Offaly	Offaly
        IE-RN	IE	IE-C	County	Roscommon	Roscommon
        IE-SO	IE	IE-C	County	Sligo	Sligo
        IE-TA	IE	IE-M	County	Tipperary	Tipperary
        IE-WD	IE	IE-M	County	Waterford	Waterford
        IE-WH	IE	IE-L	County	Westmeath	Westmeath
        IE-WW	IE	IE-L	County	Wicklow	Wicklow
        IE-WX	IE	IE-L	County	Wexford	Wexford
        IL-D	IL		District	Al Janubi	Al Janūbī
        IL-HA	IL		District	H̱efa	H̱efa
        IL-JM	IL		District	Al Quds	Al Quds
        IL-M	IL		District	Al Awsaţ	Al Awsaţ
        IL-TA	IL		District	Tall Abīb	Tall Abīb
        IL-Z	IL		District	Ash Shamālī	Ash Shamālī
        IN-AN	IN		Union territory	Andaman ve Nicobar Adaları	Andaman and Nicobar Islands
        IN-AP	IN		State	Andhra Pradesh	Andhra Pradesh
        IN-AR	IN		State	Arunāchal Pradesh	Arunāchal Pradesh
        IN-AS	IN		State	Assam	Assam
        IN-BR	IN		State	Bihār	Bihār
        IN-CH	IN		Union territory	Chandīgarh	Chandīgarh
        IN-CT	IN		State	Chhattīsgarh	Chhattīsgarh
        IN-DH	IN		Union territory	Dādra and Nagar Haveli and Damān and Diu	Dādra and Nagar Haveli and Damān and Diu
        IN-DL	IN		Union territory	Delhi	Delhi
        IN-GA	IN		State	Goa	Goa
        IN-GJ	IN		State	Gujarāt	Gujarāt
        IN-HP	IN		State	Himāchal Pradesh	Himāchal Pradesh
        IN-HR	IN		State	Haryāna	Haryāna
        IN-JH	IN		State	Jhārkhand	Jhārkhand
        IN-JK	IN		Union territory	Jammu and Kashmīr	Jammu and Kashmīr
        IN-KA	IN		State	Karnātaka	Karnātaka
        IN-KL	IN		State	Kerala	Kerala
        IN-LA	IN		Union territory	Ladākh	Ladākh
        IN-LD	IN		Union territory	Lakshadweep	Lakshadweep
        IN-MH	IN		State	Mahārāshtra	Mahārāshtra
        IN-ML	IN		State	Meghālaya	Meghālaya
        IN-MN	IN		State	Manipur	Manipur
        IN-MP	IN		State	Madhya Pradesh	Madhya Pradesh
        IN-MZ	IN		State	Mizoram	Mizoram
        IN-NL	IN		State	Nāgāland	Nāgāland
        IN-OR	IN		State	Odisha	Odisha
        IN-PB	IN		State	Pencap	Punjab
        IN-PY	IN		Union territory	Puducherry	Puducherry
        IN-RJ	IN		State	Rājasthān	Rājasthān
        IN-SK	IN		State	Sikkim	Sikkim
        IN-TG	IN		State	Telangāna	Telangāna
        IN-TN	IN		State	Tamil Nādu	Tamil Nādu
        IN-TR	IN		State	Tripura	Tripura
        IN-UP	IN		State	Uttar Pradesh	Uttar Pradesh
        IN-UT	IN		State	Uttarākhand	Uttarākhand
        IN-WB	IN		State	Batı Bengal	West Bengal
        IQ-AN	IQ		Governorate	Al Anbār	Al Anbār
        IQ-AR	IQ		Governorate	Arbīl	Arbīl
        IQ-BA	IQ		Governorate	Al Başrah	Al Başrah
        IQ-BB	IQ		Governorate	Bābil	Bābil
        IQ-BG	IQ		Governorate	Baghdād	Baghdād
        IQ-DA	IQ		Governorate	Dahūk	Dahūk
        IQ-DI	IQ		Governorate	Diyālá	Diyālá
        IQ-DQ	IQ		Governorate	Dhī Qār	Dhī Qār
        IQ-KA	IQ		Governorate	Karbalā’	Karbalā’
        IQ-KI	IQ		Governorate	Kirkūk	Kirkūk
        IQ-MA	IQ		Governorate	Maysān	Maysān
        IQ-MU	IQ		Governorate	Al Muthanná	Al Muthanná
        IQ-NA	IQ		Governorate	An Najaf	An Najaf
        IQ-NI	IQ		Governorate	Nīnawá	Nīnawá
        IQ-QA	IQ		Governorate	Al Qādisīyah	Al Qādisīyah
        IQ-SD	IQ		Governorate	Şalāḩ ad Dīn	Şalāḩ ad Dīn
        IQ-SU	IQ		Governorate	As Sulaymānīyah	As Sulaymānīyah
        IQ-WA	IQ		Governorate	Wāsiţ	Wāsiţ
        IR-00	IR		Province	Merkezi	Markazī
        IR-01	IR		Province	Gīlān	Gīlān
        IR-02	IR		Province	Mazandaran	Māzandarān
        IR-03	IR		Province	Āz̄ārbāyjān-e Shārqī	Āz̄ārbāyjān-e Shārqī
        IR-04	IR		Province	Āz̄ārbāyjān-e Ghārbī	Āz̄ārbāyjān-e Ghārbī
        IR-05	IR		Province	Kirmanşah	Kermānshāh
        IR-06	IR		Province	Huzistan	Khūzestān
        IR-07	IR		Province	Fars	Fārs
        IR-08	IR		Province	Kirman	Kermān
        IR-09	IR		Province	Khorāsān-e Raẕavī	Khorāsān-e Raẕavī
        IR-10	IR		Province	İsfahan	Eşfahān
        IR-11	IR		Province	Sīstān va Balūchestān	Sīstān va Balūchestān
        IR-12	IR		Province	Kürdistan	Kordestān
        IR-13	IR		Province	Hamedan	Hamadān
        IR-14	IR		Province	Chahār Maḩāl va Bakhtīārī	Chahār Maḩāl va Bakhtīārī
        IR-15	IR		Province	Luristan	Lorestān
        IR-16	IR		Province	Īlām	Īlām
        IR-17	IR		Province	Kohgīlūyeh va Bowyer Aḩmad	Kohgīlūyeh va Bowyer Aḩmad
        IR-18	IR		Province	Buşehr	Būshehr
        IR-19	IR		Province	Zencan	Zanjān
        IR-20	IR		Province	Semnan	Semnān
        IR-21	IR		Province	Yazd	Yazd
        IR-22	IR		Province	Hürmüzgan	Hormozgān
        IR-23	IR		Province	Tahran	Tehrān
        IR-24	IR		Province	Erdebil	Ardabīl
        IR-25	IR		Province	Qom	Qom
        IR-26	IR		Province	Kazvin	Qazvīn
        IR-27	IR		Province	Gülistan	Golestān
        IR-28	IR		Province	Khorāsān-e Shomālī	Khorāsān-e Shomālī
        IR-29	IR		Province	Khorāsān-e Jonūbī	Khorāsān-e Jonūbī
        IR-30	IR		Province	Alborz	Alborz
        IS-1	IS		Region	Höfuðborgarsvæði	Höfuðborgarsvæði
        IS-2	IS		Region	Suðurnes	Suðurnes
        IS-3	IS		Region	Vesturland	Vesturland
        IS-4	IS		Region	Vestfirðir	Vestfirðir
        IS-5	IS		Region	Norðurland vestra	Norðurland vestra
        IS-6	IS		Region	Norðurland eystra	Norðurland eystra
        IS-7	IS		Region	Austurland	Austurland
        IS-8	IS		Region	Suðurland	Suðurland
        IS-AKH	IS	IS-5	Municipality	Akrahreppur	Akrahreppur
        IS-AKN	IS	IS-3	Municipality	Akraneskaupstaður	Akraneskaupstaður
        IS-AKU	IS	IS-6	Municipality	Akureyrarbær	Akureyrarbær
        IS-ARN	IS	IS-4	Municipality	Árneshreppur	Árneshreppur
        IS-ASA	IS	IS-8	Municipality	Ásahreppur	Ásahreppur
        IS-BFJ	IS	IS-7	Municipality	Borgarfjarðarhreppur	Borgarfjarðarhreppur
        IS-BLA	IS	IS-8	Municipality	Bláskógabyggð	Bláskógabyggð
        IS-BLO	IS	IS-5	Municipality	Blönduósbær	Blönduósbær
        IS-BOG	IS	IS-3	Municipality	Borgarbyggð	Borgarbyggð
        IS-BOL	IS	IS-4	Municipality	Bolungarvíkurkaupstaður	Bolungarvíkurkaupstaður
        IS-DAB	IS	IS-3	Municipality	Dalabyggð	Dalabyggð
        IS-DAV	IS	IS-6	Municipality	Dalvíkurbyggð	Dalvíkurbyggð
        IS-DJU	IS	IS-7	Municipality	Djúpavogshreppur	Djúpavogshreppur
        IS-EOM	IS	IS-3	Municipality	Eyja- og Miklaholtshreppur	Eyja- og Miklaholtshreppur
        IS-EYF	IS	IS-6	Municipality	Eyjafjarðarsveit	Eyjafjarðarsveit
        IS-FJD	IS	IS-7	Municipality	Fjarðabyggð	Fjarðabyggð
        IS-FJL	IS	IS-6	Municipality	Fjallabyggð	Fjallabyggð
        IS-FLA	IS	IS-8	Municipality	Flóahreppur	Flóahreppur
        IS-FLD	IS	IS-7	Municipality	Fljótsdalshérað	Fljótsdalshérað
        IS-FLR	IS	IS-7	Municipality	Fljótsdalshreppur	Fljótsdalshreppur
        IS-GAR	IS	IS-1	Municipality	Garðabær	Garðabær
        IS-GOG	IS	IS-8	Municipality	Grímsnes- og Grafningshreppur	Grímsnes- og Grafningshreppur
        IS-GRN	IS	IS-2	Municipality	Grindavíkurbær	Grindavíkurbær
        IS-GRU	IS	IS-3	Municipality	Grundarfjarðarbær	Grundarfjarðarbær
        IS-GRY	IS	IS-6	Municipality	Grýtubakkahreppur	Grýtubakkahreppur
        IS-HAF	IS	IS-1	Municipality	Hafnarfjarðarkaupstaður	Hafnarfjarðarkaupstaður
        IS-HEL	IS	IS-3	Municipality	Helgafellssveit	Helgafellssveit
        IS-HRG	IS	IS-6	Municipality	Hörgársveit	Hörgársveit
        IS-HRU	IS	IS-8	Municipality	Hrunamannahreppur	Hrunamannahreppur
        IS-HUT	IS	IS-5	Municipality	Húnavatnshreppur	Húnavatnshreppur
        IS-HUV	IS	IS-5	Municipality	Húnaþing vestra	Húnaþing vestra
        IS-HVA	IS	IS-3	Municipality	Hvalfjarðarsveit	Hvalfjarðarsveit
        IS-HVE	IS	IS-8	Municipality	Hveragerðisbær	Hveragerðisbær
        IS-ISA	IS	IS-4	Municipality	Ísafjarðarbær	Ísafjarðarbær
        IS-KAL	IS	IS-4	Municipality	Kaldrananeshreppur	Kaldrananeshreppur
        IS-KJO	IS	IS-1	Municipality	Kjósarhreppur	Kjósarhreppur
        IS-KOP	IS	IS-1	Municipality	Kópavogsbær	Kópavogsbær
        IS-LAN	IS	IS-6	Municipality	Langanesbyggð	Langanesbyggð
        IS-MOS	IS	IS-1	Municipality	Mosfellsbær	Mosfellsbær
        IS-MYR	IS	IS-8	Municipality	Mýrdalshreppur	Mýrdalshreppur
        IS-NOR	IS	IS-6	Municipality	Norðurþing	Norðurþing
        IS-RGE	IS	IS-8	Municipality	Rangárþing eystra	Rangárþing eystra
        IS-RGY	IS	IS-8	Municipality	Rangárþing ytra	Rangárþing ytra
        IS-RHH	IS	IS-4	Municipality	Reykhólahreppur	Reykhólahreppur
        IS-RKN	IS	IS-2	Municipality	Reykjanesbær	Reykjanesbær
        IS-RKV	IS	IS-1	Municipality	Reykjavíkurborg	Reykjavíkurborg
        IS-SBH	IS	IS-6	Municipality	Svalbarðshreppur	Svalbarðshreppur
        IS-SBT	IS	IS-6	Municipality	Svalbarðsstrandarhreppur	Svalbarðsstrandarhreppur
        IS-SDN	IS	IS-2	Municipality	Suðurnesjabær	Suðurnesjabær
        IS-SDV	IS	IS-4	Municipality	Súðavíkurhreppur	Súðavíkurhreppur
        IS-SEL	IS	IS-1	Municipality	Seltjarnarnesbær	Seltjarnarnesbær
        IS-SEY	IS	IS-7	Municipality	Seyðisfjarðarkaupstaður	Seyðisfjarðarkaupstaður
        IS-SFA	IS	IS-8	Municipality	Sveitarfélagið Árborg	Sveitarfélagið Árborg
        IS-SHF	IS	IS-7	Municipality	Sveitarfélagið Hornafjörður	Sveitarfélagið Hornafjörður
        IS-SKF	IS	IS-8	Municipality	Skaftárhreppur	Skaftárhreppur
        IS-SKG	IS	IS-5	Municipality	Skagabyggð	Skagabyggð
        IS-SKO	IS	IS-3	Municipality	Skorradalshreppur	Skorradalshreppur
        IS-SKU	IS	IS-6	Municipality	Skútustaðahreppur	Skútustaðahreppur
        IS-SNF	IS	IS-3	Municipality	Snæfellsbær	Snæfellsbær
        IS-SOG	IS	IS-8	Municipality	Skeiða- og Gnúpverjahreppur	Skeiða- og Gnúpverjahreppur
        IS-SOL	IS	IS-8	Municipality	Sveitarfélagið Ölfus	Sveitarfélagið Ölfus
        IS-SSF	IS	IS-5	Municipality	Sveitarfélagið Skagafjörður	Sveitarfélagið Skagafjörður
        IS-SSS	IS	IS-5	Municipality	Sveitarfélagið Skagaströnd	Sveitarfélagið Skagaströnd
        IS-STR	IS	IS-4	Municipality	Strandabyggð	Strandabyggð
        IS-STY	IS	IS-3	Municipality	Stykkishólmsbær	Stykkishólmsbær
        IS-SVG	IS	IS-2	Municipality	Sveitarfélagið Vogar	Sveitarfélagið Vogar
        IS-TAL	IS	IS-4	Municipality	Tálknafjarðarhreppur	Tálknafjarðarhreppur
        IS-THG	IS	IS-6	Municipality	Þingeyjarsveit	Þingeyjarsveit
        IS-TJO	IS	IS-6	Municipality	Tjörneshreppur	Tjörneshreppur
        IS-VEM	IS	IS-8	Municipality	Vestmannaeyjabær	Vestmannaeyjabær
        IS-VER	IS	IS-4	Municipality	Vesturbyggð	Vesturbyggð
        IS-VOP	IS	IS-7	Municipality	Vopnafjarðarhreppur	Vopnafjarðarhreppur
        IT-21	IT		Region	Piemonte	Piemonte
        IT-23	IT		Autonomous region	Val d'Aoste	Val d'Aoste
        IT-25	IT		Region	Lombardia	Lombardia
        IT-32	IT		Autonomous region	Trentino-Alto Adige	Trentino-Alto Adige
        IT-34	IT		Region	Veneto	Veneto
        IT-36	IT		Autonomous region	Friuli Venezia Giulia	Friuli Venezia Giulia
        IT-42	IT		Region	Liguria	Liguria
        IT-45	IT		Region	Emilia-Romagna	Emilia-Romagna
        IT-52	IT		Region	Toskana	Toscana
        IT-55	IT		Region	Umbria	Umbria
        IT-57	IT		Region	Marche	Marche
        IT-62	IT		Region	Lazio	Lazio
        IT-65	IT		Region	Abruzzo	Abruzzo
        IT-67	IT		Region	Molise	Molise
        IT-72	IT		Region	Campania	Campania
        IT-75	IT		Region	Puglia	Puglia
        IT-77	IT		Region	Basilicata	Basilicata
        IT-78	IT		Region	Calabria	Calabria
        IT-82	IT		Autonomous region	Sicilya	Sicilia
        IT-88	IT		Autonomous region	Sardinya	Sardegna
        IT-AG	IT	IT-82	Free municipal consortium	Agrigento	Agrigento
        IT-AL	IT	IT-21	Province	Alessandria	Alessandria
        IT-AN	IT	IT-57	Province	Ancona	Ancona
        IT-AP	IT	IT-57	Province	Ascoli Piceno	Ascoli Piceno
        IT-AQ	IT	IT-65	Province	L'Aquila	L'Aquila
        IT-AR	IT	IT-52	Province	Arezzo	Arezzo
        IT-AT	IT	IT-21	Province	Asti	Asti
        IT-AV	IT	IT-72	Province	Avellino	Avellino
        IT-BA	IT	IT-75	Metropolitan city	Bari	Bari
        IT-BG	IT	IT-25	Province	Bergamo	Bergamo
        IT-BI	IT	IT-21	Province	Biella	Biella
        IT-BL	IT	IT-34	Province	Belluno	Belluno
        IT-BN	IT	IT-72	Province	Benevento	Benevento
        IT-BO	IT	IT-45	Metropolitan city	Bologna	Bologna
        IT-BR	IT	IT-75	Province	Brindisi	Brindisi
        IT-BS	IT	IT-25	Province	Brescia	Brescia
        IT-BT	IT	IT-75	Province	Barletta-Andria-Trani	Barletta-Andria-Trani
        IT-BZ	IT	IT-32	Autonomous province	Bolzano	Bolzano
        IT-CA	IT	IT-88	Metropolitan city	Cagliari	Cagliari
        IT-CB	IT	IT-67	Province	Campobasso	Campobasso
        IT-CE	IT	IT-72	Province	Caserta	Caserta
        IT-CH	IT	IT-65	Province	Chieti	Chieti
        IT-CL	IT	IT-82	Free municipal consortium	Caltanissetta	Caltanissetta
        IT-CN	IT	IT-21	Province	Cuneo	Cuneo
        IT-CO	IT	IT-25	Province	Como	Como
        IT-CR	IT	IT-25	Province	Cremona	Cremona
        IT-CS	IT	IT-78	Province	Cosenza	Cosenza
        IT-CT	IT	IT-82	Metropolitan city	Catania	Catania
        IT-CZ	IT	IT-78	Province	Catanzaro	Catanzaro
        IT-EN	IT	IT-82	Free municipal consortium	Enna	Enna
        IT-FC	IT	IT-45	Province	Forli-Cesena	Forlì-Cesena
        IT-FE	IT	IT-45	Province	Ferrara	Ferrara
        IT-FG	IT	IT-75	Province	Foggia	Foggia
        IT-FI	IT	IT-52	Metropolitan city	Firenze	Firenze
        IT-FM	IT	IT-57	Province	Fermo	Fermo
        IT-FR	IT	IT-62	Province	Frosinone	Frosinone
        IT-GE	IT	IT-42	Metropolitan city	Genova	Genova
        IT-GO	IT	IT-36	Decentralized regional entity	Gorizia	Gorizia
        IT-GR	IT	IT-52	Province	Grosseto	Grosseto
        IT-IM	IT	IT-42	Province	Imperia	Imperia
        IT-IS	IT	IT-67	Province	İsernia	Isernia
        IT-KR	IT	IT-78	Province	Crotone	Crotone
        IT-LC	IT	IT-25	Province	Lecco	Lecco
        IT-LE	IT	IT-75	Province	Lecce	Lecce
        IT-LI	IT	IT-52	Province	Livorno	Livorno
        IT-LO	IT	IT-25	Province	Lodi	Lodi
        IT-LT	IT	IT-62	Province	Latina	Latina
        IT-LU	IT	IT-52	Province	Lucca	Lucca
        IT-MB	IT	IT-25	Province	Monza e Brianza	Monza e Brianza
        IT-MC	IT	IT-57	Province	Macerata	Macerata
        IT-ME	IT	IT-82	Metropolitan city	Messina	Messina
        IT-MI	IT	IT-25	Metropolitan city	Milano	Milano
        IT-MN	IT	IT-25	Province	Mantova	Mantova
        IT-MO	IT	IT-45	Province	Modena	Modena
        IT-MS	IT	IT-52	Province	Massa-Carrara	Massa-Carrara
        IT-MT	IT	IT-77	Province	Matera	Matera
        IT-NA	IT	IT-72	Metropolitan city	Napoli	Napoli
        IT-NO	IT	IT-21	Province	Novara	Novara
        IT-NU	IT	IT-88	Province	Nuoro	Nuoro
        IT-OR	IT	IT-88	Province	Oristano	Oristano
        IT-PA	IT	IT-82	Metropolitan city	Palermo	Palermo
        IT-PC	IT	IT-45	Province	Piacenza	Piacenza
        IT-PD	IT	IT-34	Province	Padova	Padova
        IT-PE	IT	IT-65	Province	Pescara	Pescara
        IT-PG	IT	IT-55	Province	Perugia	Perugia
        IT-PI	IT	IT-52	Province	Pisa	Pisa
        IT-PN	IT	IT-36	Decentralized regional entity	Pordenone	Pordenone
        IT-PO	IT	IT-52	Province	Prato	Prato
        IT-PR	IT	IT-45	Province	Parma	Parma
        IT-PT	IT	IT-52	Province	Pistoia	Pistoia
        IT-PU	IT	IT-57	Province	Pesaro e Urbino	Pesaro e Urbino
        IT-PV	IT	IT-25	Province	Pavia	Pavia
        IT-PZ	IT	IT-77	Province	Potenza	Potenza
        IT-RA	IT	IT-45	Province	Ravenna	Ravenna
        IT-RC	IT	IT-78	Metropolitan city	Reggio Calabria	Reggio Calabria
        IT-RE	IT	IT-45	Province	Reggio Emilia	Reggio Emilia
        IT-RG	IT	IT-82	Free municipal consortium	Ragusa	Ragusa
        IT-RI	IT	IT-62	Province	Rieti	Rieti
        IT-RM	IT	IT-62	Metropolitan city	Roma	Roma
        IT-RN	IT	IT-45	Province	Rimini	Rimini
        IT-RO	IT	IT-34	Province	Rovigo	Rovigo
        IT-SA	IT	IT-72	Province	Salerno	Salerno
        IT-SI	IT	IT-52	Province	Siena	Siena
        IT-SO	IT	IT-25	Province	Sondrio	Sondrio
        IT-SP	IT	IT-42	Province	La Spezia	La Spezia
        IT-SR	IT	IT-82	Free municipal consortium	Siracusa	Siracusa
        IT-SS	IT	IT-88	Province	Sassari	Sassari
        IT-SU	IT	IT-88	Province	Sud Sardegna	Sud Sardegna
        IT-SV	IT	IT-42	Province	Savona	Savona
        IT-TA	IT	IT-75	Province	Taranto	Taranto
        IT-TE	IT	IT-65	Province	Teramo	Teramo
        IT-TN	IT	IT-32	Autonomous province	Trento	Trento
        IT-TO	IT	IT-21	Metropolitan city	Torino	Torino
        IT-TP	IT	IT-82	Free municipal consortium	Trapani	Trapani
        IT-TR	IT	IT-55	Province	Terni	Terni
        IT-TS	IT	IT-36	Decentralized regional entity	Trieste	Trieste
        IT-TV	IT	IT-34	Province	Treviso	Treviso
        IT-UD	IT	IT-36	Decentralized regional entity	Udine	Udine
        IT-VA	IT	IT-25	Province	Varese	Varese
        IT-VB	IT	IT-21	Province	Verbano-Cusio-Ossola	Verbano-Cusio-Ossola
        IT-VC	IT	IT-21	Province	Vercelli	Vercelli
        IT-VE	IT	IT-34	Metropolitan city	Venedik	Venezia
        IT-VI	IT	IT-34	Province	Vicenza	Vicenza
        IT-VR	IT	IT-34	Province	Verona	Verona
        IT-VT	IT	IT-62	Province	Viterbo	Viterbo
        IT-VV	IT	IT-78	Province	Vibo Valentia	Vibo Valentia
        JM-01	JM		Parish	Kingston	Kingston
        JM-02	JM		Parish	Saint Andrew	Saint Andrew
        JM-03	JM		Parish	Saint Thomas	Saint Thomas
        JM-04	JM		Parish	Portland	Portland
        JM-05	JM		Parish	Saint Mary	Saint Mary
        JM-06	JM		Parish	Saint Ann	Saint Ann
        JM-07	JM		Parish	Trelawny	Trelawny
        JM-08	JM		Parish	Saint James	Saint James
        JM-09	JM		Parish	Hanover	Hanover
        JM-10	JM		Parish	Westmoreland	Westmoreland
        JM-11	JM		Parish	Saint Elizabeth	Saint Elizabeth
        JM-12	JM		Parish	Manchester	Manchester
        JM-13	JM		Parish	Clarendon	Clarendon
        JM-14	JM		Parish	Saint Catherine	Saint Catherine
        JO-AJ	JO		Governorate	‘Ajlūn	‘Ajlūn
        JO-AM	JO		Governorate	Al ‘A̅şimah	Al ‘A̅şimah
        JO-AQ	JO		Governorate	Akabe	Al ‘Aqabah
        JO-AT	JO		Governorate	Aţ Ţafīlah	Aţ Ţafīlah
        JO-AZ	JO		Governorate	Az Zarqā’	Az Zarqā’
        JO-BA	JO		Governorate	Al Balqā’	Al Balqā’
        JO-IR	JO		Governorate	Irbid	Irbid
        JO-JA	JO		Governorate	Jarash	Jarash
        JO-KA	JO		Governorate	Al Karak	Al Karak
        JO-MA	JO		Governorate	Al Mafraq	Al Mafraq
        JO-MD	JO		Governorate	Madaba	Mādabā
        JO-MN	JO		Governorate	Ma‘ān	Ma‘ān
        JP-01	JP		Prefecture	Hokkaido	Hokkaido
        JP-02	JP		Prefecture	Aomori	Aomori
        JP-03	JP		Prefecture	Iwate	Iwate
        JP-04	JP		Prefecture	Miyagi	Miyagi
        JP-05	JP		Prefecture	Akita	Akita
        JP-06	JP		Prefecture	Yamagata	Yamagata
        JP-07	JP		Prefecture	Fukuşima	Fukushima
        JP-08	JP		Prefecture	Ibaraki	Ibaraki
        JP-09	JP		Prefecture	Tochigi	Tochigi
        JP-10	JP		Prefecture	Gunma	Gunma
        JP-11	JP		Prefecture	Saitama	Saitama
        JP-12	JP		Prefecture	Chiba	Chiba
        JP-13	JP		Prefecture	Tokyo	Tokyo
        JP-14	JP		Prefecture	Kanagawa	Kanagawa
        JP-15	JP		Prefecture	Niigata	Niigata
        JP-16	JP		Prefecture	Toyama	Toyama
        JP-17	JP		Prefecture	Ishikawa	Ishikawa
        JP-18	JP		Prefecture	Fukui	Fukui
        JP-19	JP		Prefecture	Yamanashi	Yamanashi
        JP-20	JP		Prefecture	Nagano	Nagano
        JP-21	JP		Prefecture	Gifu	Gifu
        JP-22	JP		Prefecture	Shizuoka	Shizuoka
        JP-23	JP		Prefecture	Aichi	Aichi
        JP-24	JP		Prefecture	Mie	Mie
        JP-25	JP		Prefecture	Shiga	Shiga
        JP-26	JP		Prefecture	Kyoto	Kyoto
        JP-27	JP		Prefecture	Osaka	Osaka
        JP-28	JP		Prefecture	Hyogo	Hyogo
        JP-29	JP		Prefecture	Nara	Nara
        JP-30	JP		Prefecture	Wakayama	Wakayama
        JP-31	JP		Prefecture	Tottori	Tottori
        JP-32	JP		Prefecture	Shimane	Shimane
        JP-33	JP		Prefecture	Okayama	Okayama
        JP-34	JP		Prefecture	Hiroşima	Hiroshima
        JP-35	JP		Prefecture	Yamaguchi	Yamaguchi
        JP-36	JP		Prefecture	Tokushima	Tokushima
        JP-37	JP		Prefecture	Kagawa	Kagawa
        JP-38	JP		Prefecture	Ehime	Ehime
        JP-39	JP		Prefecture	Kochi	Kochi
        JP-40	JP		Prefecture	Fukuoka	Fukuoka
        JP-41	JP		Prefecture	Saga	Saga
        JP-42	JP		Prefecture	Nagasaki	Nagasaki
        JP-43	JP		Prefecture	Kumamoto	Kumamoto
        JP-44	JP		Prefecture	Oita	Oita
        JP-45	JP		Prefecture	Miyazaki	Miyazaki
        JP-46	JP		Prefecture	Kagoshima	Kagoshima
        JP-47	JP		Prefecture	Okinawa	Okinawa
        KE-01	KE		County	Baringo	Baringo
        KE-02	KE		County	Bomet	Bomet
        KE-03	KE		County	Bungoma	Bungoma
        KE-04	KE		County	Busia	Busia
        KE-05	KE		County	Elgeyo/Marakwet	Elgeyo/Marakwet
        KE-06	KE		County	Embu	Embu
        KE-07	KE		County	Garissa	Garissa
        KE-08	KE		County	Homa Bay	Homa Bay
        KE-09	KE		County	Isiolo	Isiolo
        KE-10	KE		County	Kajiado	Kajiado
        KE-11	KE		County	Kakamega	Kakamega
        KE-12	KE		County	Kericho	Kericho
        KE-13	KE		County	Kiambu	Kiambu
        KE-14	KE		County	Kilifi	Kilifi
        KE-15	KE		County	Kirinyaga	Kirinyaga
        KE-16	KE		County	Kisii	Kisii
        KE-17	KE		County	Kisumu	Kisumu
        KE-18	KE		County	Kitui	Kitui
        KE-19	KE		County	Kwale	Kwale
        KE-20	KE		County	Laikipia	Laikipia
        KE-21	KE		County	Lamu	Lamu
        KE-22	KE		County	Machakos	Machakos
        KE-23	KE		County	Makueni	Makueni
        KE-24	KE		County	Mandera	Mandera
        KE-25	KE		County	Marsabit	Marsabit
        KE-26	KE		County	Meru	Meru
        KE-27	KE		County	Migori	Migori
        KE-28	KE		County	Mombasa	Mombasa
        KE-29	KE		County	Murang'a	Murang'a
        KE-30	KE		County	Nairobi	Nairobi City
        KE-31	KE		County	Nakuru	Nakuru
        KE-32	KE		County	Nandi	Nandi
        KE-33	KE		County	Narok	Narok
        KE-34	KE		County	Nyamira	Nyamira
        KE-35	KE		County	Nyandarua	Nyandarua
        KE-36	KE		County	Nyeri	Nyeri
        KE-37	KE		County	Samburu	Samburu
        KE-38	KE		County	Siaya	Siaya
        KE-39	KE		County	Taita/Taveta	Taita/Taveta
        KE-40	KE		County	Tana River	Tana River
        KE-41	KE		County	Tharaka-Nithi	Tharaka-Nithi
        KE-42	KE		County	Trans Nzoia	Trans Nzoia
        KE-43	KE		County	Turkana	Turkana
        KE-44	KE		County	Uasin Gishu	Uasin Gishu
        KE-45	KE		County	Vihiga	Vihiga
        KE-46	KE		County	Wajir	Wajir
        KE-47	KE		County	West Pokot	West Pokot
        KG-B	KG		Region	Batken	Batken
        KG-C	KG		Region	Chuyskaya oblast'	Chuyskaya oblast'
        KG-GB	KG		City	Bishkek Shaary	Bishkek Shaary
        KG-GO	KG		City	Gorod Osh	Gorod Osh
        KG-J	KG		Region	Dzhalal-Abadskaya oblast'	Dzhalal-Abadskaya oblast'
        KG-N	KG		Region	Narın	Naryn
        KG-O	KG		Region	Osh	Osh
        KG-T	KG		Region	Talas	Talas
        KG-Y	KG		Region	Issyk-Kul'skaja oblast'	Issyk-Kul'skaja oblast'
        KH-1	KH		Province	Banteay Mean Choăy	Banteay Mean Choăy
        KH-10	KH		Province	Kracheh	Kracheh
        KH-11	KH		Province	Mondol Kiri	Mondol Kiri
        KH-12	KH		Autonomous municipality	Phnom Penh	Phnom Penh
        KH-13	KH		Province	Preah Vihear	Preah Vihear
        KH-14	KH		Province	Prey Veaeng	Prey Veaeng
        KH-15	KH		Province	Pousaat	Pousaat
        KH-16	KH		Province	Rotanak Kiri	Rotanak Kiri
        KH-17	KH		Province	Siem Reab	Siem Reab
        KH-18	KH		Province	Preah Sihanouk	Preah Sihanouk
        KH-19	KH		Province	Stoĕng Trêng	Stoĕng Trêng
        KH-2	KH		Province	Baat Dambang	Baat Dambang
        KH-20	KH		Province	Svaay Rieng	Svaay Rieng
        KH-21	KH		Province	Taakaev	Taakaev
        KH-22	KH		Province	Otdar Mean Chey	Otdar Mean Chey
        KH-23	KH		Province	Kaeb	Kaeb
        KH-24	KH		Province	Pailin	Pailin
        KH-25	KH		Province	Tbong Khmum	Tbong Khmum
        KH-3	KH		Province	Kampong Chaam	Kampong Chaam
        KH-4	KH		Province	Kampong Chhnang	Kampong Chhnang
        KH-5	KH		Province	Kampong Spueu	Kampong Spueu
        KH-6	KH		Province	Kampong Thum	Kampong Thum
        KH-7	KH		Province	Kampot	Kampot
        KH-8	KH		Province	Kandaal	Kandaal
        KH-9	KH		Province	Kaoh Kong	Kaoh Kong
        KI-G	KI		Group of islands (20 inhabited islands)	Gilbert Adaları	Gilbert Islands
        KI-L	KI		Group of islands (20 inhabited islands)	Line Adaları	Line Islands
        KI-P	KI		Group of islands (20 inhabited islands)	Phoenix Adaları	Phoenix Islands
        KM-A	KM		Island	Andjouân	Andjouân
        KM-G	KM		Island	Andjazîdja	Andjazîdja
        KM-M	KM		Island	Mohéli	Mohéli
        KN-K	KN		State	Saint Kitts	Saint Kitts
        KN-01	KN	KN-K	Parish	Christ Church Nichola Town	Christ Church Nichola Town
        KN-02	KN	KN-K	Parish	Saint Anne Sandy Point	Saint Anne Sandy Point
        KN-03	KN	KN-K	Parish	Saint George Basseterre	Saint George Basseterre
        KN-N	KN		State	Nevis	Nevis
        KN-04	KN	KN-N	Parish	Saint George Gingerland	Saint George Gingerland
        KN-05	KN	KN-N	Parish	Saint James Windward	Saint James Windward
        KN-06	KN	KN-K	Parish	Saint John Capisterre	Saint John Capisterre
        KN-07	KN	KN-N	Parish	Saint John Figtree	Saint John Figtree
        KN-08	KN	KN-K	Parish	Saint Mary Cayon	Saint Mary Cayon
        KN-09	KN	KN-K	Parish	Saint Paul Capisterre	Saint Paul Capisterre
        KN-10	KN	KN-N	Parish	Saint Paul Charlestown	Saint Paul Charlestown
        KN-11	KN	KN-K	Parish	Saint Peter Basseterre	Saint Peter Basseterre
        KN-12	KN	KN-N	Parish	Saint Thomas Lowland	Saint Thomas Lowland
        KN-13	KN	KN-K	Parish	Saint Thomas Middle Island	Saint Thomas Middle Island
        KN-15	KN	KN-K	Parish	Trinity Palmetto Point	Trinity Palmetto Point
        KP-01	KP		Capital city	P'yǒngyang	P'yǒngyang
        KP-02	KP		Province	P'yǒngan-namdo	P'yǒngan-namdo
        KP-03	KP		Province	P'yǒngan-bukto	P'yǒngan-bukto
        KP-04	KP		Province	Chagang-do	Chagang-do
        KP-05	KP		Province	Hwanghae-namdo	Hwanghae-namdo
        KP-06	KP		Province	Hwanghae-bukto	Hwanghae-bukto
        KP-07	KP		Province	Kangweonto	Kangweonto
        KP-08	KP		Province	Hamgyǒng-namdo	Hamgyǒng-namdo
        KP-09	KP		Province	Hamgyǒng-bukto	Hamgyǒng-bukto
        KP-10	KP		Province	Ryanggang-do	Ryanggang-do
        KP-13	KP		Special city	Raseon	Raseon
        KP-14	KP		Metropolitan city	Nampho	Nampho
        KR-11	KR		Special city	Seoul-teukbyeolsi	Seoul-teukbyeolsi
        KR-26	KR		Metropolitan city	Busan-gwangyeoksi	Busan-gwangyeoksi
        KR-27	KR		Metropolitan city	Daegu-gwangyeoksi	Daegu-gwangyeoksi
        KR-28	KR		Metropolitan city	Incheon-gwangyeoksi	Incheon-gwangyeoksi
        KR-29	KR		Metropolitan city	Gwangju-gwangyeoksi	Gwangju-gwangyeoksi
        KR-30	KR		Metropolitan city	Daejeon-gwangyeoksi	Daejeon-gwangyeoksi
        KR-31	KR		Metropolitan city	Ulsan-gwangyeoksi	Ulsan-gwangyeoksi
        KR-41	KR		Province	Gyeonggi-do	Gyeonggi-do
        KR-42	KR		Province	Gangwon-do	Gangwon-do
        KR-43	KR		Province	Chungcheongbuk-do	Chungcheongbuk-do
        KR-44	KR		Province	Chungcheongnam-do	Chungcheongnam-do
        KR-45	KR		Province	Jeollabuk-do	Jeollabuk-do
        KR-46	KR		Province	Jeollanam-do	Jeollanam-do
        KR-47	KR		Province	Gyeongsangbuk-do	Gyeongsangbuk-do
        KR-48	KR		Province	Gyeongsangnam-do	Gyeongsangnam-do
        KR-49	KR		Special self-governing province	Jeju-teukbyeoljachido	Jeju-teukbyeoljachido
        KR-50	KR		Special self-governing city	Sejong	Sejong
        KW-AH	KW		Governorate	Al Aḩmadī	Al Aḩmadī
        KW-FA	KW		Governorate	Al Farwaniyah	Al Farwānīyah
        KW-HA	KW		Governorate	Ḩawallī	Ḩawallī
        KW-JA	KW		Governorate	Al Jahrā’	Al Jahrā’
        KW-KU	KW		Governorate	Al ‘Āşimah	Al ‘Āşimah
        KW-MU	KW		Governorate	Mubārak al Kabīr	Mubārak al Kabīr
        KZ-AKM	KZ		Region	Akmolinskaja oblast'	Akmolinskaja oblast'
        KZ-AKT	KZ		Region	Aktjubinskaja oblast'	Aktjubinskaja oblast'
        KZ-ALA	KZ		City	Almatı	Almaty
        KZ-ALM	KZ		Region	Almatinskaja oblast'	Almatinskaja oblast'
        KZ-AST	KZ		City	Nur-Sultan	Nur-Sultan
        KZ-ATY	KZ		Region	Atyrauskaja oblast'	Atyrauskaja oblast'
        KZ-KAR	KZ		Region	Karagandinskaja oblast'	Karagandinskaja oblast'
        KZ-KUS	KZ		Region	Kostanajskaja oblast'	Kostanajskaja oblast'
        KZ-KZY	KZ		Region	Kyzylordinskaja oblast'	Kyzylordinskaja oblast'
        KZ-MAN	KZ		Region	Mangghystau oblysy	Mangghystaū oblysy
        KZ-PAV	KZ		Region	Pavlodar oblysy	Pavlodar oblysy
        KZ-SEV	KZ		Region	Severo-Kazahstanskaja oblast'	Severo-Kazahstanskaja oblast'
        KZ-SHY	KZ		City	Shymkent	Shymkent
        KZ-VOS	KZ		Region	Shyghys Qazaqstan oblysy	Shyghys Qazaqstan oblysy
        KZ-YUZ	KZ		Region	Turkestankaya oblast'	Turkestankaya oblast'
        KZ-ZAP	KZ		Region	Batys Qazaqstan oblysy	Batys Qazaqstan oblysy
        KZ-ZHA	KZ		Region	Zhambyl oblysy	Zhambyl oblysy
        LA-AT	LA		Province	Attapu	Attapu
        LA-BK	LA		Province	Bokèo	Bokèo
        LA-BL	LA		Province	Bolikhamxai	Bolikhamxai
        LA-CH	LA		Province	Champasak	Champasak
        LA-HO	LA		Province	Houaphan	Houaphan
        LA-KH	LA		Province	Khammouan	Khammouan
        LA-LM	LA		Province	Louang Namtha	Louang Namtha
        LA-LP	LA		Province	Louangphabang	Louangphabang
        LA-OU	LA		Province	Oudomxai	Oudômxai
        LA-PH	LA		Province	Phongsali	Phôngsali
        LA-SL	LA		Province	Salavan	Salavan
        LA-SV	LA		Province	Savannakhét	Savannakhét
        LA-VI	LA		Province	Viangchan	Viangchan
        LA-VT	LA		Prefecture	Viangchan	Viangchan
        LA-XA	LA		Province	Xaignabouli	Xaignabouli
        LA-XE	LA		Province	Xekong	Xékong
        LA-XI	LA		Province	Xiangkhouang	Xiangkhouang
        LA-XS	LA		Province	Xaisômboun	Xaisômboun
        LB-AK	LB		Governorate	Aakkar	Aakkâr
        LB-AS	LB		Governorate	Ash Shimāl	Ash Shimāl
        LB-BA	LB		Governorate	Bayrūt	Bayrūt
        LB-BH	LB		Governorate	Baalbek-Hermel	Baalbek-Hermel
        LB-BI	LB		Governorate	Al Biqā‘	Al Biqā‘
        LB-JA	LB		Governorate	Al Janūb	Al Janūb
        LB-JL	LB		Governorate	Jabal Lubnān	Jabal Lubnān
        LB-NA	LB		Governorate	An Nabaţīyah	An Nabaţīyah
        LC-01	LC		District	Anse la Raye	Anse la Raye
        LC-02	LC		District	Castries	Castries
        LC-03	LC		District	Choiseul	Choiseul
        LC-05	LC		District	Dennery	Dennery
        LC-06	LC		District	Gros Islet	Gros Islet
        LC-07	LC		District	Laborie	Laborie
        LC-08	LC		District	Micoud	Micoud
        LC-10	LC		District	Soufrière	Soufrière
        LC-11	LC		District	Vieux Fort	Vieux Fort
        LC-12	LC		District	Canaries	Canaries
        LI-01	LI		Commune	Balzers	Balzers
        LI-02	LI		Commune	Eschen	Eschen
        LI-03	LI		Commune	Gamprin	Gamprin
        LI-04	LI		Commune	Mauren	Mauren
        LI-05	LI		Commune	Planken	Planken
        LI-06	LI		Commune	Ruggell	Ruggell
        LI-07	LI		Commune	Schaan	Schaan
        LI-08	LI		Commune	Schellenberg	Schellenberg
        LI-09	LI		Commune	Triesen	Triesen
        LI-10	LI		Commune	Triesenberg	Triesenberg
        LI-11	LI		Commune	Vaduz	Vaduz
        LK-1	LK		Province	Western Province	Western Province
        LK-11	LK	LK-1	District	Colombo	Colombo
        LK-12	LK	LK-1	District	Gampaha	Gampaha
        LK-13	LK	LK-1	District	Kalutara	Kalutara
        LK-2	LK		Province	Central Province	Central Province
        LK-21	LK	LK-2	District	Kandy	Kandy
        LK-22	LK	LK-2	District	Matale	Matale
        LK-23	LK	LK-2	District	Nuwara Eliya	Nuwara Eliya
        LK-3	LK		Province	Southern Province	Southern Province
        LK-31	LK	LK-3	District	Galle	Galle
        LK-32	LK	LK-3	District	Matara	Matara
        LK-33	LK	LK-3	District	Hambantota	Hambantota
        LK-4	LK		Province	Northern Province	Northern Province
        LK-41	LK	LK-4	District	Jaffna	Jaffna
        LK-42	LK	LK-4	District	Kilinochchi	Kilinochchi
        LK-43	LK	LK-4	District	Mannar	Mannar
        LK-44	LK	LK-4	District	Vavuniya	Vavuniya
        LK-45	LK	LK-4	District	Mullaittivu	Mullaittivu
        LK-5	LK		Province	Eastern Province	Eastern Province
        LK-51	LK	LK-5	District	Batticaloa	Batticaloa
        LK-52	LK	LK-5	District	Ampara	Ampara
        LK-53	LK	LK-5	District	Trincomalee	Trincomalee
        LK-6	LK		Province	North Western Province	North Western Province
        LK-61	LK	LK-6	District	Kurunegala	Kurunegala
        LK-62	LK	LK-6	District	Puttalam	Puttalam
        LK-7	LK		Province	North Central Province	North Central Province
        LK-71	LK	LK-7	District	Anuradhapura	Anuradhapura
        LK-72	LK	LK-7	District	Polonnaruwa	Polonnaruwa
        LK-8	LK		Province	Uva Province	Uva Province
        LK-81	LK	LK-8	District	Badulla	Badulla
        LK-82	LK	LK-8	District	Monaragala	Monaragala
        LK-9	LK		Province	Sabaragamuwa Province	Sabaragamuwa Province
        LK-91	LK	LK-9	District	Ratnapura	Ratnapura
        LK-92	LK	LK-9	District	Kegalla	Kegalla
        LR-BG	LR		County	Bong	Bong
        LR-BM	LR		County	Bomi	Bomi
        LR-CM	LR		County	Grand Cape Mount	Grand Cape Mount
        LR-GB	LR		County	Grand Bassa	Grand Bassa
        LR-GG	LR		County	Grand Gedeh	Grand Gedeh
        LR-GK	LR		County	Grand Kru	Grand Kru
        LR-GP	LR		County	Gbarpolu	Gbarpolu
        LR-LO	LR		County	Lofa	Lofa
        LR-MG	LR		County	Margibi	Margibi
        LR-MO	LR		County	Montserrado	Montserrado
        LR-MY	LR		County	Maryland	Maryland
        LR-NI	LR		County	Nimba	Nimba
        LR-RG	LR		County	River Gee	River Gee
        LR-RI	LR		County	River Cess	River Cess
        LR-SI	LR		County	Sinoe	Sinoe
        LS-A	LS		District	Maseru	Maseru
        LS-B	LS		District	Botha-Bothe	Botha-Bothe
        LS-C	LS		District	Leribe	Leribe
        LS-D	LS		District	Berea	Berea
        LS-E	LS		District	Mafeteng	Mafeteng
        LS-F	LS		District	Mohale's Hoek	Mohale's Hoek
        LS-G	LS		District	Quthing	Quthing
        LS-H	LS		District	Qacha's Nek	Qacha's Nek
        LS-J	LS		District	Mokhotlong	Mokhotlong
        LS-K	LS		District	Thaba-Tseka	Thaba-Tseka
        LT-01	LT		District municipality	Akmenė	Akmenė
        LT-02	LT		City municipality	Alytaus miestas	Alytaus miestas
        LT-03	LT		District municipality	Alytus	Alytus
        LT-04	LT		District municipality	Anykščiai	Anykščiai
        LT-05	LT		Municipality	Birštono	Birštono
        LT-06	LT		District municipality	Biržai	Biržai
        LT-07	LT		Municipality	Druskininkai	Druskininkai
        LT-08	LT		Municipality	Elektrėnai	Elektrėnai
        LT-09	LT		District municipality	Ignalina	Ignalina
        LT-10	LT		District municipality	Jonava	Jonava
        LT-11	LT		District municipality	Joniškis	Joniškis
        LT-12	LT		District municipality	Jurbarkas	Jurbarkas
        LT-13	LT		District municipality	Kaišiadorys	Kaišiadorys
        LT-14	LT		Municipality	Kalvarijos	Kalvarijos
        LT-15	LT		City municipality	Kauno miestas	Kauno miestas
        LT-16	LT		District municipality	Kaunas	Kaunas
        LT-17	LT		Municipality	Kazlų Rūdos	Kazlų Rūdos
        LT-18	LT		District municipality	Kėdainiai	Kėdainiai
        LT-19	LT		District municipality	Kelmė	Kelmė
        LT-20	LT		City municipality	Klaipėdos miestas	Klaipėdos miestas
        LT-21	LT		District municipality	Klaipėda	Klaipėda
        LT-22	LT		District municipality	Kretinga	Kretinga
        LT-23	LT		District municipality	Kupiškis	Kupiškis
        LT-24	LT		District municipality	Lazdijai	Lazdijai
        LT-25	LT		District municipality	Marijampolė	Marijampolė
        LT-26	LT		District municipality	Mažeikiai	Mažeikiai
        LT-27	LT		District municipality	Molėtai	Molėtai
        LT-28	LT		Municipality	Neringa	Neringa
        LT-29	LT		Municipality	Pagėgiai	Pagėgiai
        LT-30	LT		District municipality	Pakruojis	Pakruojis
        LT-31	LT		City municipality	Palangos miestas	Palangos miestas
        LT-32	LT		City municipality	Panevėžio miestas	Panevėžio miestas
        LT-33	LT		District municipality	Panevėžys	Panevėžys
        LT-34	LT		District municipality	Pasvalys	Pasvalys
        LT-35	LT		District municipality	Plungė	Plungė
        LT-36	LT		District municipality	Prienai	Prienai
        LT-37	LT		District municipality	Radviliškis	Radviliškis
        LT-38	LT		District municipality	Raseiniai	Raseiniai
        LT-39	LT		Municipality	Rietavo	Rietavo
        LT-40	LT		District municipality	Rokiškis	Rokiškis
        LT-41	LT		District municipality	Šakiai	Šakiai
        LT-42	LT		District municipality	Šalčininkai	Šalčininkai
        LT-43	LT		City municipality	Šiaulių miestas	Šiaulių miestas
        LT-44	LT		District municipality	Šiauliai	Šiauliai
        LT-45	LT		District municipality	Šilalė	Šilalė
        LT-46	LT		District municipality	Šilutė	Šilutė
        LT-47	LT		District municipality	Širvintos	Širvintos
        LT-48	LT		District municipality	Skuodas	Skuodas
        LT-49	LT		District municipality	Švenčionys	Švenčionys
        LT-50	LT		District municipality	Tauragė	Tauragė
        LT-51	LT		District municipality	Telšiai	Telšiai
        LT-52	LT		District municipality	Trakai	Trakai
        LT-53	LT		District municipality	Ukmergė	Ukmergė
        LT-54	LT		District municipality	Utena	Utena
        LT-55	LT		District municipality	Varėna	Varėna
        LT-56	LT		District municipality	Vilkaviškis	Vilkaviškis
        LT-57	LT		City municipality	Vilniaus miestas	Vilniaus miestas
        LT-58	LT		District municipality	Vilnius	Vilnius
        LT-59	LT		Municipality	Visaginas	Visaginas
        LT-60	LT		District municipality	Zarasai	Zarasai
        LT-AL	LT		County	Alytaus apskritis	Alytaus apskritis
        LT-KL	LT		County	Klaipėdos apskritis	Klaipėdos apskritis
        LT-KU	LT		County	Kauno apskritis	Kauno apskritis
        LT-MR	LT		County	Marijampolės apskritis	Marijampolės apskritis
        LT-PN	LT		County	Panevėžio apskritis	Panevėžio apskritis
        LT-SA	LT		County	Šiaulių apskritis	Šiaulių apskritis
        LT-TA	LT		County	Tauragės apskritis	Tauragės apskritis
        LT-TE	LT		County	Telšių apskritis	Telšių apskritis
        LT-UT	LT		County	Utenos apskritis	Utenos apskritis
        LT-VL	LT		County	Vilniaus apskritis	Vilniaus apskritis
        LU-CA	LU		Canton	Capellen	Capellen
        LU-CL	LU		Canton	Clerf	Clerf
        LU-DI	LU		Canton	Diekirch	Diekirch
        LU-EC	LU		Canton	Echternach	Echternach
        LU-ES	LU		Canton	Esch an der Alzette	Esch an der Alzette
        LU-GR	LU		Canton	Grevenmacher	Grevenmacher
        LU-LU	LU		Canton	Lüksemburg	Luxembourg
        LU-ME	LU		Canton	Mersch	Mersch
        LU-RD	LU		Canton	Redange	Redange
        LU-RM	LU		Canton	Remich	Remich
        LU-VD	LU		Canton	Veianen	Veianen
        LU-WI	LU		Canton	Wiltz	Wiltz
        LV-001	LV		Municipality	Aglonas novads	Aglonas novads
        LV-002	LV		Municipality	Aizkraukles novads	Aizkraukles novads
        LV-003	LV		Municipality	Aizputes novads	Aizputes novads
        LV-004	LV		Municipality	Aknīstes novads	Aknīstes novads
        LV-005	LV		Municipality	Alojas novads	Alojas novads
        LV-006	LV		Municipality	Alsungas novads	Alsungas novads
        LV-007	LV		Municipality	Alūksnes novads	Alūksnes novads
        LV-008	LV		Municipality	Amatas novads	Amatas novads
        LV-009	LV		Municipality	Apes novads	Apes novads
        LV-010	LV		Municipality	Auces novads	Auces novads
        LV-011	LV		Municipality	Ādažu novads	Ādažu novads
        LV-012	LV		Municipality	Babītes novads	Babītes novads
        LV-013	LV		Municipality	Baldones novads	Baldones novads
        LV-014	LV		Municipality	Baltinavas novads	Baltinavas novads
        LV-015	LV		Municipality	Balvu novads	Balvu novads
        LV-016	LV		Municipality	Bauskas novads	Bauskas novads
        LV-017	LV		Municipality	Beverīnas novads	Beverīnas novads
        LV-018	LV		Municipality	Brocēnu novads	Brocēnu novads
        LV-019	LV		Municipality	Burtnieku novads	Burtnieku novads
        LV-020	LV		Municipality	Carnikavas novads	Carnikavas novads
        LV-021	LV		Municipality	Cesvaines novads	Cesvaines novads
        LV-022	LV		Municipality	Cēsu novads	Cēsu novads
        LV-023	LV		Municipality	Ciblas novads	Ciblas novads
        LV-024	LV		Municipality	Dagdas novads	Dagdas novads
        LV-025	LV		Municipality	Daugavpils novads	Daugavpils novads
        LV-026	LV		Municipality	Dobeles novads	Dobeles novads
        LV-027	LV		Municipality	Dundagas novads	Dundagas novads
        LV-028	LV		Municipality	Durbes novads	Durbes novads
        LV-029	LV		Municipality	Engures novads	Engures novads
        LV-030	LV		Municipality	Ērgļu novads	Ērgļu novads
        LV-031	LV		Municipality	Garkalnes novads	Garkalnes novads
        LV-032	LV		Municipality	Grobiņas novads	Grobiņas novads
        LV-033	LV		Municipality	Gulbenes novads	Gulbenes novads
        LV-034	LV		Municipality	Iecavas novads	Iecavas novads
        LV-035	LV		Municipality	Ikšķiles novads	Ikšķiles novads
        LV-036	LV		Municipality	Ilūkstes novads	Ilūkstes novads
        LV-037	LV		Municipality	Inčukalna novads	Inčukalna novads
        LV-038	LV		Municipality	Jaunjelgavas novads	Jaunjelgavas novads
        LV-039	LV		Municipality	Jaunpiebalgas novads	Jaunpiebalgas novads
        LV-040	LV		Municipality	Jaunpils novads	Jaunpils novads
        LV-041	LV		Municipality	Jelgavas novads	Jelgavas novads
        LV-042	LV		Municipality	Jēkabpils novads	Jēkabpils novads
        LV-043	LV		Municipality	Kandavas novads	Kandavas novads
        LV-044	LV		Municipality	Kārsavas novads	Kārsavas novads
        LV-045	LV		Municipality	Kocēnu novads	Kocēnu novads
        LV-046	LV		Municipality	Kokneses novads	Kokneses novads
        LV-047	LV		Municipality	Krāslavas novads	Krāslavas novads
        LV-048	LV		Municipality	Krimuldas novads	Krimuldas novads
        LV-049	LV		Municipality	Krustpils novads	Krustpils novads
        LV-050	LV		Municipality	Kuldīgas novads	Kuldīgas novads
        LV-051	LV		Municipality	Ķeguma novads	Ķeguma novads
        LV-052	LV		Municipality	Ķekavas novads	Ķekavas novads
        LV-053	LV		Municipality	Lielvārdes novads	Lielvārdes novads
        LV-054	LV		Municipality	Limbažu novads	Limbažu novads
        LV-055	LV		Municipality	Līgatnes novads	Līgatnes novads
        LV-056	LV		Municipality	Līvānu novads	Līvānu novads
        LV-057	LV		Municipality	Lubānas novads	Lubānas novads
        LV-058	LV		Municipality	Ludzas novads	Ludzas novads
        LV-059	LV		Municipality	Madonas novads	Madonas novads
        LV-060	LV		Municipality	Mazsalacas novads	Mazsalacas novads
        LV-061	LV		Municipality	Mālpils novads	Mālpils novads
        LV-062	LV		Municipality	Mārupes novads	Mārupes novads
        LV-063	LV		Municipality	Mērsraga novads	Mērsraga novads
        LV-064	LV		Municipality	Naukšēnu novads	Naukšēnu novads
        LV-065	LV		Municipality	Neretas novads	Neretas novads
        LV-066	LV		Municipality	Nīcas novads	Nīcas novads
        LV-067	LV		Municipality	Ogres novads	Ogres novads
        LV-068	LV		Municipality	Olaines novads	Olaines novads
        LV-069	LV		Municipality	Ozolnieku novads	Ozolnieku novads
        LV-070	LV		Municipality	Pārgaujas novads	Pārgaujas novads
        LV-071	LV		Municipality	Pāvilostas novads	Pāvilostas novads
        LV-072	LV		Municipality	Pļaviņu novads	Pļaviņu novads
        LV-073	LV		Municipality	Preiļu novads	Preiļu novads
        LV-074	LV		Municipality	Priekules novads	Priekules novads
        LV-075	LV		Municipality	Priekuļu novads	Priekuļu novads
        LV-076	LV		Municipality	Raunas novads	Raunas novads
        LV-077	LV		Municipality	Rēzeknes novads	Rēzeknes novads
        LV-078	LV		Municipality	Riebiņu novads	Riebiņu novads
        LV-079	LV		Municipality	Rojas novads	Rojas novads
        LV-080	LV		Municipality	Ropažu novads	Ropažu novads
        LV-081	LV		Municipality	Rucavas novads	Rucavas novads
        LV-082	LV		Municipality	Rugāju novads	Rugāju novads
        LV-083	LV		Municipality	Rundāles novads	Rundāles novads
        LV-084	LV		Municipality	Rūjienas novads	Rūjienas novads
        LV-085	LV		Municipality	Salas novads	Salas novads
        LV-086	LV		Municipality	Salacgrīvas novads	Salacgrīvas novads
        LV-087	LV		Municipality	Salaspils novads	Salaspils novads
        LV-088	LV		Municipality	Saldus novads	Saldus novads
        LV-089	LV		Municipality	Saulkrastu novads	Saulkrastu novads
        LV-090	LV		Municipality	Sējas novads	Sējas novads
        LV-091	LV		Municipality	Siguldas novads	Siguldas novads
        LV-092	LV		Municipality	Skrīveru novads	Skrīveru novads
        LV-093	LV		Municipality	Skrundas novads	Skrundas novads
        LV-094	LV		Municipality	Smiltenes novads	Smiltenes novads
        LV-095	LV		Municipality	Stopiņu novads	Stopiņu novads
        LV-096	LV		Municipality	Strenču novads	Strenču novads
        LV-097	LV		Municipality	Talsu novads	Talsu novads
        LV-098	LV		Municipality	Tērvetes novads	Tērvetes novads
        LV-099	LV		Municipality	Tukuma novads	Tukuma novads
        LV-100	LV		Municipality	Vaiņodes novads	Vaiņodes novads
        LV-101	LV		Municipality	Valkas novads	Valkas novads
        LV-102	LV		Municipality	Varakļānu novads	Varakļānu novads
        LV-103	LV		Municipality	Vārkavas novads	Vārkavas novads
        LV-104	LV		Municipality	Vecpiebalgas novads	Vecpiebalgas novads
        LV-105	LV		Municipality	Vecumnieku novads	Vecumnieku novads
        LV-106	LV		Municipality	Ventspils novads	Ventspils novads
        LV-107	LV		Municipality	Viesītes novads	Viesītes novads
        LV-108	LV		Municipality	Viļakas novads	Viļakas novads
        LV-109	LV		Municipality	Viļānu novads	Viļānu novads
        LV-110	LV		Municipality	Zilupes novads	Zilupes novads
        LV-DGV	LV		Republican city	Daugavpils	Daugavpils
        LV-JEL	LV		Republican city	Jelgava	Jelgava
        LV-JKB	LV		Republican city	Jēkabpils	Jēkabpils
        LV-JUR	LV		Republican city	Jurmala	Jūrmala
        LV-LPX	LV		Republican city	Liepāja	Liepāja
        LV-REZ	LV		Republican city	Rēzekne	Rēzekne
        LV-RIX	LV		Republican city	Rīga	Rīga
        LV-VEN	LV		Republican city	Ventspils	Ventspils
        LV-VMR	LV		Republican city	Valmiera	Valmiera
        LY-BA	LY		Popularate	Bingazi	Banghāzī
        LY-BU	LY		Popularate	Al Butnan	Al Buţnān
        LY-DR	LY		Popularate	Darnah	Darnah
        LY-GT	LY		Popularate	Ghāt	Ghāt
        LY-JA	LY		Popularate	Al Jabal al Akhdar	Al Jabal al Akhḑar
        LY-JG	LY		Popularate	Al Jabal al Gharbi	Al Jabal al Gharbī
        LY-JI	LY		Popularate	Al Jafārah	Al Jafārah
        LY-JU	LY		Popularate	Al Jufrah	Al Jufrah
        LY-KF	LY		Popularate	Al Kufrah	Al Kufrah
        LY-MB	LY		Popularate	Al Marqab	Al Marqab
        LY-MI	LY		Popularate	Mişratah	Mişrātah
        LY-MJ	LY		Popularate	Al Marj	Al Marj
        LY-MQ	LY		Popularate	Murzuq	Murzuq
        LY-NL	LY		Popularate	Nālūt	Nālūt
        LY-NQ	LY		Popularate	An Nuqāţ al Khams	An Nuqāţ al Khams
        LY-SB	LY		Popularate	Sabha	Sabhā
        LY-SR	LY		Popularate	Surt	Surt
        LY-TB	LY		Popularate	Ţarābulus	Ţarābulus
        LY-WA	LY		Popularate	Al Wāḩāt	Al Wāḩāt
        LY-WD	LY		Popularate	Wādī al Ḩayāt	Wādī al Ḩayāt
        LY-WS	LY		Popularate	Wādī ash Shāţi’	Wādī ash Shāţi’
        LY-ZA	LY		Popularate	Az Zāwiyah	Az Zāwiyah
        MA-01	MA		Region	Tanger-Tétouan-Al Hoceïma	Tanger-Tétouan-Al Hoceïma
        MA-02	MA		Region	L'Oriental	L'Oriental
        MA-03	MA		Region	Fes-Meknes	Fès-Meknès
        MA-04	MA		Region	Rabat-Salé-Kénitra	Rabat-Salé-Kénitra
        MA-05	MA		Region	Béni Mellal-Khénifra	Béni Mellal-Khénifra
        MA-06	MA		Region	Casablanca-Settat	Casablanca-Settat
        MA-07	MA		Region	Marakeş-Safi	Marrakech-Safi
        MA-08	MA		Region	Drâa-Tafilalet	Drâa-Tafilalet
        MA-09	MA		Region	Souss-Massa	Souss-Massa
        MA-10	MA		Region	Guelmim-Oued Noun (EH-partial)	Guelmim-Oued Noun (EH-partial)
        MA-11	MA		Region	Laâyoune-Sakia El Hamra (EH-partial)	Laâyoune-Sakia El Hamra (EH-partial)
        MA-12	MA		Region	Dakhla-Oued Ed-Dahab (EH)	Dakhla-Oued Ed-Dahab (EH)
        MA-AGD	MA	MA-09	Prefecture	Agadir-Ida-Ou-Tanane	Agadir-Ida-Ou-Tanane
        MA-AOU	MA	MA-12	Province	Aousserd (EH)	Aousserd (EH)
        MA-ASZ	MA	MA-10	Province	Assa-Zag (EH-partial)	Assa-Zag (EH-partial)
        MA-AZI	MA	MA-05	Province	Azilal	Azilal
        MA-BEM	MA	MA-05	Province	Beni Mellal	Béni Mellal
        MA-BER	MA	MA-02	Province	Berkane	Berkane
        MA-BES	MA	MA-06	Province	Benslimane	Benslimane
        MA-BOD	MA	MA-11	Province	Boujdour (EH)	Boujdour (EH)
        MA-BOM	MA	MA-03	Province	Boulemane	Boulemane
        MA-BRR	MA	MA-06	Province	Berrechid	Berrechid
        MA-CAS	MA	MA-06	Prefecture	Kazablanka	Casablanca
        MA-CHE	MA	MA-01	Province	Chefchaouen	Chefchaouen
        MA-CHI	MA	MA-07	Province	Chichaoua	Chichaoua
        MA-CHT	MA	MA-06	Province	Chtouka-Ait Baha	Chtouka-Ait Baha
        MA-DRI	MA	MA-02	Province	Driouch	Driouch
        MA-ERR	MA	MA-08	Province	Errachidia	Errachidia
        MA-ESI	MA	MA-07	Province	Essaouira	Essaouira
        MA-ESM	MA	MA-11	Province	Es-Semara (EH-kısmi)	Es-Semara (EH-partial)
        MA-FAH	MA	MA-01	Province	Fahs-Anjra	Fahs-Anjra
        MA-FES	MA	MA-03	Prefecture	Fes	Fès
        MA-FIG	MA	MA-02	Province	Figuig	Figuig
        MA-FQH	MA	MA-05	Province	Fquih Ben Salah	Fquih Ben Salah
        MA-GUE	MA	MA-10	Province	Guelmim	Guelmim
        MA-GUF	MA	MA-02	Province	Guercif	Guercif
        MA-HAJ	MA	MA-03	Province	El Hajeb	El Hajeb
        MA-HAO	MA	MA-07	Province	Al Haouz	Al Haouz
        MA-HOC	MA	MA-01	Province	Al Hoceïma	Al Hoceïma
        MA-IFR	MA	MA-03	Province	İfrane	Ifrane
        MA-INE	MA	MA-09	Prefecture	Inezgane-Ait Melloul	Inezgane-Ait Melloul
        MA-JDI	MA	MA-06	Province	El Jadida	El Jadida
        MA-JRA	MA	MA-02	Province	Jerada	Jerada
        MA-KEN	MA	MA-04	Province	Kenitra	Kénitra
        MA-KES	MA	MA-07	Province	El Kelâa des Sraghna	El Kelâa des Sraghna
        MA-KHE	MA	MA-04	Province	Khémisset	Khémisset
        MA-KHN	MA	MA-05	Province	Khénifra	Khénifra
        MA-KHO	MA	MA-05	Province	Khouribga	Khouribga
        MA-LAA	MA	MA-11	Province	Laâyoune (EH)	Laâyoune (EH)
        MA-LAR	MA	MA-01	Province	Larache	Larache
        MA-MAR	MA	MA-07	Prefecture	Marakeş	Marrakech
        MA-MDF	MA	MA-01	Prefecture	M’diq-Fnideq	M’diq-Fnideq
        MA-MED	MA	MA-06	Province	Mediouna	Médiouna
        MA-MEK	MA	MA-03	Prefecture	Meknes	Meknès
        MA-MID	MA	MA-08	Province	Midelt	Midelt
        MA-MOH	MA	MA-06	Prefecture	Muhammediye	Mohammadia
        MA-MOU	MA	MA-03	Province	Moulay Yacoub	Moulay Yacoub
        MA-NAD	MA	MA-02	Province	Nador	Nador
        MA-NOU	MA	MA-04	Province	Nouaceur	Nouaceur
        MA-OUA	MA	MA-08	Province	Ouarzazate	Ouarzazate
        MA-OUD	MA	MA-12	Province	Oued Ed-Dahab (EH)	Oued Ed-Dahab (EH)
        MA-OUJ	MA	MA-02	Prefecture	Oujda-Angad	Oujda-Angad
        MA-OUZ	MA	MA-01	Province	Ouezzane	Ouezzane
        MA-RAB	MA	MA-04	Prefecture	Rabat	Rabat
        MA-REH	MA	MA-07	Province	Rehamna	Rehamna
        MA-SAF	MA	MA-07	Province	Safi	Safi
        MA-SAL	MA	MA-04	Prefecture	Sale	Salé
        MA-SEF	MA	MA-03	Province	Sefrou	Sefrou
        MA-SET	MA	MA-06	Province	Settat	Settat
        MA-SIB	MA	MA-06	Province	Sidi Bennour	Sidi Bennour
        MA-SIF	MA	MA-10	Province	Sidi Ifni	Sidi Ifni
        MA-SIK	MA	MA-04	Province	Sidi Kacem	Sidi Kacem
        MA-SIL	MA	MA-04	Province	Sidi Slimane	Sidi Slimane
        MA-SKH	MA	MA-04	Prefecture	Skhirate-Témara	Skhirate-Témara
        MA-TAF	MA	MA-11	Province	Tarfaya (EH-partial)	Tarfaya (EH-partial)
        MA-TAI	MA	MA-02	Province	Taourirt	Taourirt
        MA-TAO	MA	MA-03	Province	Taounate	Taounate
        MA-TAR	MA	MA-09	Province	Taroudannt	Taroudannt
        MA-TAT	MA	MA-09	Province	Tata	Tata
        MA-TAZ	MA	MA-03	Province	Taza	Taza
        MA-TET	MA	MA-01	Province	Tétouan	Tétouan
        MA-TIN	MA	MA-08	Province	Tinghir	Tinghir
        MA-TIZ	MA	MA-09	Province	Tiznit	Tiznit
        MA-TNG	MA	MA-01	Prefecture	Tanger-Assilah	Tanger-Assilah
        MA-TNT	MA	MA-10	Province	Tan-Tan (EH-partial)	Tan-Tan (EH-partial)
        MA-YUS	MA	MA-07	Province	Youssoufia	Youssoufia
        MA-ZAG	MA	MA-08	Province	Zagora	Zagora
        MC-CL	MC		Quarter	La Colle	La Colle
        MC-CO	MC		Quarter	La Condamine	La Condamine
        MC-FO	MC		Quarter	Fontvieille	Fontvieille
        MC-GA	MC		Quarter	La Gare	La Gare
        MC-JE	MC		Quarter	Jardin Exotique	Jardin Exotique
        MC-LA	MC		Quarter	Larvotto	Larvotto
        MC-MA	MC		Quarter	Malbousquet	Malbousquet
        MC-MC	MC		Quarter	Monte-Carlo	Monte-Carlo
        MC-MG	MC		Quarter	Moneghetti	Moneghetti
        MC-MO	MC		Quarter	Monaco-Ville	Monaco-Ville
        MC-MU	MC		Quarter	Moulins	Moulins
        MC-PH	MC		Quarter	Port-Hercule	Port-Hercule
        MC-SD	MC		Quarter	Sainte-Devote	Sainte-Dévote
        MC-SO	MC		Quarter	La Source	La Source
        MC-SP	MC		Quarter	Spélugues	Spélugues
        MC-SR	MC		Quarter	Saint-Roman	Saint-Roman
        MC-VR	MC		Quarter	Vallon de la Rousse	Vallon de la Rousse
        MD-AN	MD		District	Anenii Noi	Anenii Noi
        MD-BA	MD		City	Bălți	Bălți
        MD-BD	MD		City	Bender	Bender
        MD-BR	MD		District	Briceni	Briceni
        MD-BS	MD		District	Basarabeasca	Basarabeasca
        MD-CA	MD		District	Cahul	Cahul
        MD-CL	MD		District	Călărași	Călărași
        MD-CM	MD		District	Cimișlia	Cimișlia
        MD-CR	MD		District	Criuleni	Criuleni
        MD-CS	MD		District	Căușeni	Căușeni
        MD-CT	MD		District	Cantemir	Cantemir
        MD-CU	MD		City	Kişinev	Chișinău
        MD-DO	MD		District	Dondușeni	Dondușeni
        MD-DR	MD		District	Drochia	Drochia
        MD-DU	MD		District	Dubăsari	Dubăsari
        MD-ED	MD		District	Edinet	Edineț
        MD-FA	MD		District	Fălești	Fălești
        MD-FL	MD		District	Florești	Florești
        MD-GA	MD		Autonomous territorial unit	Găgăuzia, Unitatea teritorială autonomă (UTAG)	Găgăuzia, Unitatea teritorială autonomă (UTAG)
        MD-GL	MD		District	Glodeni	Glodeni
        MD-HI	MD		District	Hincești	Hîncești
        MD-IA	MD		District	Ialoveni	Ialoveni
        MD-LE	MD		District	Leova	Leova
        MD-NI	MD		District	Nisporeni	Nisporeni
        MD-OC	MD		District	Ocnița	Ocnița
        MD-OR	MD		District	Orhei	Orhei
        MD-RE	MD		District	Rezina	Rezina
        MD-RI	MD		District	Rîșcani	Rîșcani
        MD-SD	MD		District	Șoldănești	Șoldănești
        MD-SI	MD		District	Sîngerei	Sîngerei
        MD-SN	MD		Territorial unit	Stînga Nistrului, unitatea teritorială din	Stînga Nistrului, unitatea teritorială din
        MD-SO	MD		District	Soroca	Soroca
        MD-ST	MD		District	Strășeni	Strășeni
        MD-SV	MD		District	Ștefan Vodă	Ștefan Vodă
        MD-TA	MD		District	Taraclia	Taraclia
        MD-TE	MD		District	Telenești	Telenești
        MD-UN	MD		District	Ungheni	Ungheni
        ME-01	ME		Municipality	Andrijevica	Andrijevica
        ME-02	ME		Municipality	Bar	Bar
        ME-03	ME		Municipality	Berane	Berane
        ME-04	ME		Municipality	Bijelo Polje	Bijelo Polje
        ME-05	ME		Municipality	Budva	Budva
        ME-06	ME		Municipality	Cetinje	Cetinje
        ME-07	ME		Municipality	Danilovgrad	Danilovgrad
        ME-08	ME		Municipality	Herceg-Novi	Herceg-Novi
        ME-09	ME		Municipality	Kolaşin	Kolašin
        ME-10	ME		Municipality	Kotor	Kotor
        ME-11	ME		Municipality	Mojkovac	Mojkovac
        ME-12	ME		Municipality	Nikšić	Nikšić
        ME-13	ME		Municipality	Plav	Plav
        ME-14	ME		Municipality	Taşlıca	Pljevlja
        ME-15	ME		Municipality	Plužine	Plužine
        ME-16	ME		Municipality	Podgorica	Podgorica
        ME-17	ME		Municipality	Rožaje	Rožaje
        ME-18	ME		Municipality	Savnik	Šavnik
        ME-19	ME		Municipality	Tivat	Tivat
        ME-20	ME		Municipality	Ulcinj	Ulcinj
        ME-21	ME		Municipality	Zabljak	Žabljak
        ME-22	ME		Municipality	Gusinje	Gusinje
        ME-23	ME		Municipality	Petnjica	Petnjica
        ME-24	ME		Municipality	Tuzi	Tuzi
        MG-A	MG		Province	Toamasina	Toamasina
        MG-D	MG		Province	Antsiranana	Antsiranana
        MG-F	MG		Province	Fianarantsoa	Fianarantsoa
        MG-M	MG		Province	Mahajanga	Mahajanga
        MG-T	MG		Province	Antananarivo	Antananarivo
        MG-U	MG		Province	Toliara	Toliara
        MH-T	MH		Chain (of islands)	Ratak chain	Ratak chain
        MH-ALK	MH	MH-T	Municipality	Ailuk	Ailuk
        MH-L	MH		Chain (of islands)	Ralik chain	Ralik chain
        MH-ALL	MH	MH-L	Municipality	Ailinglaplap	Ailinglaplap
        MH-ARN	MH	MH-T	Municipality	Arno	Arno
        MH-AUR	MH	MH-T	Municipality	Aur	Aur
        MH-EBO	MH	MH-L	Municipality	Ebon	Ebon
        MH-ENI	MH	MH-L	Municipality	Enewetak & Ujelang	Enewetak & Ujelang
        MH-JAB	MH	MH-L	Municipality	Jabat	Jabat
        MH-JAL	MH	MH-L	Municipality	Jaluit	Jaluit
        MH-KIL	MH	MH-L	Municipality	Bikini & Kili	Bikini & Kili
        MH-KWA	MH	MH-L	Municipality	Kwajalein	Kwajalein
        MH-LAE	MH	MH-L	Municipality	Lae	Lae
        MH-LIB	MH	MH-L	Municipality	Lib	Lib
        MH-LIK	MH	MH-T	Municipality	Likiep	Likiep
        MH-MAJ	MH	MH-T	Municipality	Majuro	Majuro
        MH-MAL	MH	MH-T	Municipality	Maloelap	Maloelap
        MH-MEJ	MH	MH-T	Municipality	Mejit	Mejit
        MH-MIL	MH	MH-T	Municipality	Mili	Mili
        MH-NMK	MH	MH-L	Municipality	Namdrik	Namdrik
        MH-NMU	MH	MH-L	Municipality	Namu	Namu
        MH-RON	MH	MH-L	Municipality	Rongelap	Rongelap
        MH-UJA	MH	MH-L	Municipality	Ujae	Ujae
        MH-UTI	MH	MH-T	Municipality	Utrik	Utrik
        MH-WTH	MH	MH-L	Municipality	Wotho	Wotho
        MH-WTJ	MH	MH-T	Municipality	Wotje	Wotje
        MK-101	MK		Municipality	Köprülü	Veles
        MK-102	MK		Municipality	Gradsko	Gradsko
        MK-103	MK		Municipality	Demir Kapija	Demir Kapija
        MK-104	MK		Municipality	Kavadarci	Kavadarci
        MK-105	MK		Municipality	Lozovo	Lozovo
        MK-106	MK		Municipality	Negotino	Negotino
        MK-107	MK		Municipality	Rosoman	Rosoman
        MK-108	MK		Municipality	Sveti Nikole	Sveti Nikole
        MK-109	MK		Municipality	Čaška	Čaška
        MK-201	MK		Municipality	Berovo	Berovo
        MK-202	MK		Municipality	Vinica	Vinica
        MK-203	MK		Municipality	Delčevo	Delčevo
        MK-204	MK		Municipality	Zrnovci	Zrnovci
        MK-205	MK		Municipality	Karbinci	Karbinci
        MK-206	MK		Municipality	Kocani	Kočani
        MK-207	MK		Municipality	Makedonska Kamenica	Makedonska Kamenica
        MK-208	MK		Municipality	Pehčevo	Pehčevo
        MK-209	MK		Municipality	Probištip	Probištip
        MK-210	MK		Municipality	Češinovo-Obleševo	Češinovo-Obleševo
        MK-211	MK		Municipality	Štip	Štip
        MK-301	MK		Municipality	Vevčani	Vevčani
        MK-303	MK		Municipality	Debre	Debar
        MK-304	MK		Municipality	Debrca	Debrca
        MK-307	MK		Municipality	Kičevo	Kičevo
        MK-308	MK		Municipality	Makedonski Brod	Makedonski Brod
        MK-310	MK		Municipality	Ohrid	Ohrid
        MK-311	MK		Municipality	Plasnica	Plasnica
        MK-312	MK		Municipality	Struga	Struga
        MK-313	MK		Municipality	Centar Župa	Centar Župa
        MK-401	MK		Municipality	Bogdanci	Bogdanci
        MK-402	MK		Municipality	Bosilovo	Bosilovo
        MK-403	MK		Municipality	Valandovo	Valandovo
        MK-404	MK		Municipality	Vasilevo	Vasilevo
        MK-405	MK		Municipality	Gevgeli	Gevgelija
        MK-406	MK		Municipality	Doyran	Dojran
        MK-407	MK		Municipality	Konče	Konče
        MK-408	MK		Municipality	Novo Selo	Novo Selo
        MK-409	MK		Municipality	Radoviš	Radoviš
        MK-410	MK		Municipality	Usturumca	Strumica
        MK-501	MK		Municipality	Bitola	Bitola
        MK-502	MK		Municipality	Demir Hisar	Demir Hisar
        MK-503	MK		Municipality	Dolneni	Dolneni
        MK-504	MK		Municipality	Krivogaštani	Krivogaštani
        MK-505	MK		Municipality	Kruševo	Kruševo
        MK-506	MK		Municipality	Mogila	Mogila
        MK-507	MK		Municipality	Novaci	Novaci
        MK-508	MK		Municipality	Prilep	Prilep
        MK-509	MK		Municipality	Resen	Resen
        MK-601	MK		Municipality	Bogovinje	Bogovinje
        MK-602	MK		Municipality	Brvenica	Brvenica
        MK-603	MK		Municipality	Vrapčište	Vrapčište
        MK-604	MK		Municipality	Gostivar	Gostivar
        MK-605	MK		Municipality	Zelino	Želino
        MK-606	MK		Municipality	Jegunovce	Jegunovce
        MK-607	MK		Municipality	Mavrovo i Rostuše	Mavrovo i Rostuše
        MK-608	MK		Municipality	Tearce	Tearce
        MK-609	MK		Municipality	Kalkandelen	Tetovo
        MK-701	MK		Municipality	Kratovo	Kratovo
        MK-702	MK		Municipality	Kriva Palanka	Kriva Palanka
        MK-703	MK		Municipality	Kumanovo	Kumanovo
        MK-704	MK		Municipality	Lipkovo	Lipkovo
        MK-705	MK		Municipality	Rankovce	Rankovce
        MK-706	MK		Municipality	Staro Nagoricane	Staro Nagoričane
        MK-801	MK		Municipality	Aerodrom †	Aerodrom †
        MK-802	MK		Municipality	Aračinovo	Aračinovo
        MK-803	MK		Municipality	Butel †	Butel †
        MK-804	MK		Municipality	Gazi Baba †	Gazi Baba †
        MK-805	MK		Municipality	Gjorče Petrov †	Gjorče Petrov †
        MK-806	MK		Municipality	Zelenikovo	Zelenikovo
        MK-807	MK		Municipality	Ilinden	Ilinden
        MK-808	MK		Municipality	Karpoš †	Karpoš †
        MK-809	MK		Municipality	Kisela Voda †	Kisela Voda †
        MK-810	MK		Municipality	Petrovec	Petrovec
        MK-811	MK		Municipality	Saraj †	Saraj †
        MK-812	MK		Municipality	Sopište	Sopište
        MK-813	MK		Municipality	Studeničani	Studeničani
        MK-814	MK		Municipality	Centar †	Centar †
        MK-815	MK		Municipality	Čair †	Čair †
        MK-816	MK		Municipality	Čučer-Sandevo	Čučer-Sandevo
        MK-817	MK		Municipality	Šuto Orizari †	Šuto Orizari †
        ML-1	ML		Region	Kayes	Kayes
        ML-10	ML		Region	Taoudénit	Taoudénit
        ML-2	ML		Region	Koulikoro	Koulikoro
        ML-3	ML		Region	Sikasso	Sikasso
        ML-4	ML		Region	Ségou	Ségou
        ML-5	ML		Region	Mopti	Mopti
        ML-6	ML		Region	Tombouctou	Tombouctou
        ML-7	ML		Region	Gao	Gao
        ML-8	ML		Region	Kidal	Kidal
        ML-9	ML		Region	Ménaka	Ménaka
        ML-BKO	ML		District	Bamako	Bamako
        MM-01	MM		Region	Sagaing	Sagaing
        MM-02	MM		Region	Bago	Bago
        MM-03	MM		Region	Magway	Magway
        MM-04	MM		Region	Mandalay	Mandalay
        MM-05	MM		Region	Tanintharyi	Tanintharyi
        MM-06	MM		Region	Yangon	Yangon
        MM-07	MM		Region	Ayeyarwady	Ayeyarwady
        MM-11	MM		State	Kachin	Kachin
        MM-12	MM		State	Kayah	Kayah
        MM-13	MM		State	Kayin	Kayin
        MM-14	MM		State	Chin	Chin
        MM-15	MM		State	Mon	Mon
        MM-16	MM		State	Rakhine	Rakhine
        MM-17	MM		State	Shan	Shan
        MM-18	MM		Union territory	Nay Pyi Taw	Nay Pyi Taw
        MN-035	MN		Province	Orhun	Orhon
        MN-037	MN		Province	Darhan uul	Darhan uul
        MN-039	MN		Province	Hentiy	Hentiy
        MN-041	MN		Province	Hövsgöl	Hövsgöl
        MN-043	MN		Province	Hovd	Hovd
        MN-046	MN		Province	Uvs	Uvs
        MN-047	MN		Province	Töv	Töv
        MN-049	MN		Province	Selenge	Selenge
        MN-051	MN		Province	Sühbaatar	Sühbaatar
        MN-053	MN		Province	Ömnögovĭ	Ömnögovĭ
        MN-055	MN		Province	Övörhangay	Övörhangay
        MN-057	MN		Province	Dzavhan	Dzavhan
        MN-059	MN		Province	Dundgovĭ	Dundgovĭ
        MN-061	MN		Province	Dornod	Dornod
        MN-063	MN		Province	Dornogovĭ	Dornogovĭ
        MN-064	MN		Province	Govĭ-Sümber	Govĭ-Sümber
        MN-065	MN		Province	Govĭ-Altay	Govĭ-Altay
        MN-067	MN		Province	Bulgan	Bulgan
        MN-069	MN		Province	Bayanhongor	Bayanhongor
        MN-071	MN		Province	Bayan-Ölgiy	Bayan-Ölgiy
        MN-073	MN		Province	Arhangay	Arhangay
        MN-1	MN		Capital city	Ulaanbaatar	Ulaanbaatar
        MR-01	MR		Region	Hodh ech Chargui	Hodh ech Chargui
        MR-02	MR		Region	Hodh el Gharbi	Hodh el Gharbi
        MR-03	MR		Region	Assaba	Assaba
        MR-04	MR		Region	Gorgol	Gorgol
        MR-05	MR		Region	Brakna	Brakna
        MR-06	MR		Region	Trarza	Trarza
        MR-07	MR		Region	Adrar	Adrar
        MR-08	MR		Region	Dakhlet Nouâdhibou	Dakhlet Nouâdhibou
        MR-09	MR		Region	Tagant	Tagant
        MR-10	MR		Region	Guidimaka	Guidimaka
        MR-11	MR		Region	Tiris Zemmour	Tiris Zemmour
        MR-12	MR		Region	Inchiri	Inchiri
        MR-13	MR		Region	Nouakchott Ouest	Nouakchott Ouest
        MR-14	MR		Region	Nouakchott Nord	Nouakchott Nord
        MR-15	MR		Region	Nouakchott Sud	Nouakchott Sud
        MT-01	MT		Local council	Attard	Attard
        MT-02	MT		Local council	Balzan	Balzan
        MT-03	MT		Local council	Birgu	Birgu
        MT-04	MT		Local council	Birkirkara	Birkirkara
        MT-05	MT		Local council	Birżebbuġa	Birżebbuġa
        MT-06	MT		Local council	Bormla	Bormla
        MT-07	MT		Local council	Dingli	Dingli
        MT-08	MT		Local council	Fgura	Fgura
        MT-09	MT		Local council	Floriana	Floriana
        MT-10	MT		Local council	Fontana	Fontana
        MT-11	MT		Local council	Gudja	Gudja
        MT-12	MT		Local council	Gzira	Gżira
        MT-13	MT		Local council	Għajnsielem	Għajnsielem
        MT-14	MT		Local council	Gharb	Għarb
        MT-15	MT		Local council	Għargħur	Għargħur
        MT-16	MT		Local council	Għasri	Għasri
        MT-17	MT		Local council	Għaxaq	Għaxaq
        MT-18	MT		Local council	Ħamrun	Ħamrun
        MT-19	MT		Local council	İklin	Iklin
        MT-20	MT		Local council	Isla	Isla
        MT-21	MT		Local council	Kalkara	Kalkara
        MT-22	MT		Local council	Kerċem	Kerċem
        MT-23	MT		Local council	Kirkop	Kirkop
        MT-24	MT		Local council	Lija	Lija
        MT-25	MT		Local council	Luqa	Luqa
        MT-26	MT		Local council	Marsa	Marsa
        MT-27	MT		Local council	Marsaskala	Marsaskala
        MT-28	MT		Local council	Marsaxlokk	Marsaxlokk
        MT-29	MT		Local council	Mdina	Mdina
        MT-30	MT		Local council	Mellieha	Mellieħa
        MT-31	MT		Local council	Mgarr	Mġarr
        MT-32	MT		Local council	Mosta	Mosta
        MT-33	MT		Local council	Mqabba	Mqabba
        MT-34	MT		Local council	Msida	Msida
        MT-35	MT		Local council	Mtarfa	Mtarfa
        MT-36	MT		Local council	Munxar	Munxar
        MT-37	MT		Local council	Nadur	Nadur
        MT-38	MT		Local council	Naxxar	Naxxar
        MT-39	MT		Local council	Paola	Paola
        MT-40	MT		Local council	Pembroke	Pembroke
        MT-41	MT		Local council	Pieta	Pietà
        MT-42	MT		Local council	Qala	Qala
        MT-43	MT		Local council	Qormi	Qormi
        MT-44	MT		Local council	Qrendi	Qrendi
        MT-45	MT		Local council	Rabat Gozo	Rabat Gozo
        MT-46	MT		Local council	Rabat Malta	Rabat Malta
        MT-47	MT		Local council	Safi	Safi
        MT-48	MT		Local council	Saint Julian's	Saint Julian's
        MT-49	MT		Local council	Saint John	Saint John
        MT-50	MT		Local council	Saint Lawrence	Saint Lawrence
        MT-51	MT		Local council	Saint Paul's Bay	Saint Paul's Bay
        MT-52	MT		Local council	Sannat	Sannat
        MT-53	MT		Local council	Saint Lucia's	Saint Lucia's
        MT-54	MT		Local council	Santa Venera	Santa Venera
        MT-55	MT		Local council	Siġġiewi	Siġġiewi
        MT-56	MT		Local council	Sliema	Sliema
        MT-57	MT		Local council	Swieqi	Swieqi
        MT-58	MT		Local council	Ta' Xbiex	Ta' Xbiex
        MT-59	MT		Local council	Tarxien	Tarxien
        MT-60	MT		Local council	Valletta	Valletta
        MT-61	MT		Local council	Xaghra	Xagħra
        MT-62	MT		Local council	Xewkija	Xewkija
        MT-63	MT		Local council	Xgħajra	Xgħajra
        MT-64	MT		Local council	Zabbar	Żabbar
        MT-65	MT		Local council	Żebbuġ Gozo	Żebbuġ Gozo
        MT-66	MT		Local council	Żebbuġ Malta	Żebbuġ Malta
        MT-67	MT		Local council	Żejtun	Żejtun
        MT-68	MT		Local council	Żurrieq	Żurrieq
        MU-AG	MU		Dependency	Agalega Adaları	Agalega Islands
        MU-BL	MU		District	Black River	Black River
        MU-CC	MU		Dependency	Cargados Carajos Shoals	Cargados Carajos Shoals
        MU-FL	MU		District	Flacq	Flacq
        MU-GP	MU		District	Grand Port	Grand Port
        MU-MO	MU		District	Moka	Moka
        MU-PA	MU		District	Pamplemousses	Pamplemousses
        MU-PL	MU		District	Port Louis	Port Louis
        MU-PW	MU		District	Plaines Wilhems	Plaines Wilhems
        MU-RO	MU		Dependency	Rodrigues Adası	Rodrigues Island
        MU-RR	MU		District	Rivière du Rempart	Rivière du Rempart
        MU-SA	MU		District	Savanne	Savanne
        MV-00	MV		Administrative atoll	South Ari Atoll	South Ari Atoll
        MV-01	MV		City	Addu City	Addu City
        MV-02	MV		Administrative atoll	North Ari Atoll	North Ari Atoll
        MV-03	MV		Administrative atoll	Faadhippolhu	Faadhippolhu
        MV-04	MV		Administrative atoll	Felidhu Atoll	Felidhu Atoll
        MV-05	MV		Administrative atoll	Hahdhunmathi	Hahdhunmathi
        MV-07	MV		Administrative atoll	North Thiladhunmathi	North Thiladhunmathi
        MV-08	MV		Administrative atoll	Kolhumadulu	Kolhumadulu
        MV-12	MV		Administrative atoll	Mulaku Atoll	Mulaku Atoll
        MV-13	MV		Administrative atoll	North Maalhosmadulu	North Maalhosmadulu
        MV-14	MV		Administrative atoll	North Nilandhe Atoll	North Nilandhe Atoll
        MV-17	MV		Administrative atoll	South Nilandhe Atoll	South Nilandhe Atoll
        MV-20	MV		Administrative atoll	South Maalhosmadulu	South Maalhosmadulu
        MV-23	MV		Administrative atoll	South Thiladhunmathi	South Thiladhunmathi
        MV-24	MV		Administrative atoll	North Miladhunmadulu	North Miladhunmadulu
        MV-25	MV		Administrative atoll	South Miladhunmadulu	South Miladhunmadulu
        MV-26	MV		Administrative atoll	Male Atoll	Male Atoll
        MV-27	MV		Administrative atoll	North Huvadhu Atoll	North Huvadhu Atoll
        MV-28	MV		Administrative atoll	South Huvadhu Atoll	South Huvadhu Atoll
        MV-29	MV		Administrative atoll	Fuvammulah	Fuvammulah
        MV-MLE	MV		City	Male	Male
        MW-S	MW		Region	Güney Bölgesi	Southern Region
        MW-BA	MW	MW-S	District	Balaka	Balaka
        MW-BL	MW	MW-S	District	Blantyre	Blantyre
        MW-C	MW		Region	Merkez Bölge	Central Region
        MW-CK	MW	MW-S	District	Chikwawa	Chikwawa
        MW-CR	MW	MW-S	District	Chiradzulu	Chiradzulu
        MW-N	MW		Region	Kuzey Bölgesi	Northern Region
        MW-CT	MW	MW-N	District	Chitipa	Chitipa
        MW-DE	MW	MW-C	District	Dedza	Dedza
        MW-DO	MW	MW-C	District	Dowa	Dowa
        MW-KR	MW	MW-N	District	Karonga	Karonga
        MW-KS	MW	MW-C	District	Kasungu	Kasungu
        MW-LI	MW	MW-C	District	Lilongwe	Lilongwe
        MW-LK	MW	MW-N	District	Likoma	Likoma
        MW-MC	MW	MW-C	District	Mchinji	Mchinji
        MW-MG	MW	MW-S	District	Mangochi	Mangochi
        MW-MH	MW	MW-S	District	Machinga	Machinga
        MW-MU	MW	MW-S	District	Mulanje	Mulanje
        MW-MW	MW	MW-S	District	Mwanza	Mwanza
        MW-MZ	MW	MW-N	District	Mzimba	Mzimba
        MW-NB	MW	MW-N	District	Nkhata Bay	Nkhata Bay
        MW-NE	MW	MW-S	District	Neno	Neno
        MW-NI	MW	MW-C	District	Ntchisi	Ntchisi
        MW-NK	MW	MW-C	District	Nkhotakota	Nkhotakota
        MW-NS	MW	MW-S	District	Nsanje	Nsanje
        MW-NU	MW	MW-C	District	Ntcheu	Ntcheu
        MW-PH	MW	MW-S	District	Phalombe	Phalombe
        MW-RU	MW	MW-N	District	Rumphi	Rumphi
        MW-SA	MW	MW-C	District	Salima	Salima
        MW-TH	MW	MW-S	District	Thyolo	Thyolo
        MW-ZO	MW	MW-S	District	Zomba	Zomba
        MX-AGU	MX		State	Aguascalientes	Aguascalientes
        MX-BCN	MX		State	Baja California	Baja California
        MX-BCS	MX		State	Baja California Sur	Baja California Sur
        MX-CAM	MX		State	Campeche	Campeche
        MX-CHH	MX		State	Chihuahua	Chihuahua
        MX-CHP	MX		State	Chiapas	Chiapas
        MX-CMX	MX		Federal district	Ciudad de México	Ciudad de México
        MX-COA	MX		State	Coahuila de Zaragoza	Coahuila de Zaragoza
        MX-COL	MX		State	Colima	Colima
        MX-DUR	MX		State	Durango	Durango
        MX-GRO	MX		State	Guerrero	Guerrero
        MX-GUA	MX		State	Guanajuato	Guanajuato
        MX-HID	MX		State	Hidalgo	Hidalgo
        MX-JAL	MX		State	Jalisco	Jalisco
        MX-MEX	MX		State	Mexico	México
        MX-MIC	MX		State	Michoacan de Ocampo	Michoacán de Ocampo
        MX-MOR	MX		State	Morelos	Morelos
        MX-NAY	MX		State	Nayarit	Nayarit
        MX-NLE	MX		State	Nuevo Leon	Nuevo León
        MX-OAX	MX		State	Oaxaca	Oaxaca
        MX-PUE	MX		State	Puebla	Puebla
        MX-QUE	MX		State	Querétaro	Querétaro
        MX-ROO	MX		State	Quintana Roo	Quintana Roo
        MX-SIN	MX		State	Sinaloa	Sinaloa
        MX-SLP	MX		State	San Luis Potosi	San Luis Potosí
        MX-SON	MX		State	Sonora	Sonora
        MX-TAB	MX		State	Tabasco	Tabasco
        MX-TAM	MX		State	Tamaulipas	Tamaulipas
        MX-TLA	MX		State	Tlaxcala	Tlaxcala
        MX-VER	MX		State	Veracruz de Ignacio de la Llave	Veracruz de Ignacio de la Llave
        MX-YUC	MX		State	Yucatan	Yucatán
        MX-ZAC	MX		State	Zacatecas	Zacatecas
        MY-01	MY		State	Johor	Johor
        MY-02	MY		State	Kedah	Kedah
        MY-03	MY		State	Kelantan	Kelantan
        MY-04	MY		State	Melaka	Melaka
        MY-05	MY		State	Negeri Sembilan	Negeri Sembilan
        MY-06	MY		State	Pahang	Pahang
        MY-07	MY		State	Pulau Pinang	Pulau Pinang
        MY-08	MY		State	Perak	Perak
        MY-09	MY		State	Perlis	Perlis
        MY-10	MY		State	Selangor	Selangor
        MY-11	MY		State	Terengganu	Terengganu
        MY-12	MY		State	Sabah	Sabah
        MY-13	MY		State	Sarawak	Sarawak
        MY-14	MY		Federal territory	Wilayah Persekutuan Kuala Lumpur	Wilayah Persekutuan Kuala Lumpur
        MY-15	MY		Federal territory	Wilayah Persekutuan Labuan	Wilayah Persekutuan Labuan
        MY-16	MY		Federal territory	Wilayah Persekutuan Putrajaya	Wilayah Persekutuan Putrajaya
        MZ-A	MZ		Province	Niassa	Niassa
        MZ-B	MZ		Province	Manica	Manica
        MZ-G	MZ		Province	Gazze	Gaza
        MZ-I	MZ		Province	Inhambane	Inhambane
        MZ-L	MZ		Province	Maputo	Maputo
        MZ-MPM	MZ		City	Maputo	Maputo
        MZ-N	MZ		Province	Nampula	Nampula
        MZ-P	MZ		Province	Cabo Delgado	Cabo Delgado
        MZ-Q	MZ		Province	Zambézia	Zambézia
        MZ-S	MZ		Province	Sofala	Sofala
        MZ-T	MZ		Province	Tete	Tete
        NA-CA	NA		Region	Zambezi	Zambezi
        NA-ER	NA		Region	Erongo	Erongo
        NA-HA	NA		Region	Hardap	Hardap
        NA-KA	NA		Region	//Karas	//Karas
        NA-KE	NA		Region	Kavango East	Kavango East
        NA-KH	NA		Region	Khomas	Khomas
        NA-KU	NA		Region	Kunene	Kunene
        NA-KW	NA		Region	Kavango West	Kavango West
        NA-OD	NA		Region	Otjozondjupa	Otjozondjupa
        NA-OH	NA		Region	Omaheke	Omaheke
        NA-ON	NA		Region	Oshana	Oshana
        NA-OS	NA		Region	Omusati	Omusati
        NA-OT	NA		Region	Oshikoto	Oshikoto
        NA-OW	NA		Region	Ohangwena	Ohangwena
        NE-1	NE		Region	Agadez	Agadez
        NE-2	NE		Region	Diffa	Diffa
        NE-3	NE		Region	Dosso	Dosso
        NE-4	NE		Region	Maradi	Maradi
        NE-5	NE		Region	Tahoua	Tahoua
        NE-6	NE		Region	Tillaberi	Tillabéri
        NE-7	NE		Region	Zinder	Zinder
        NE-8	NE		Urban community	Niamey	Niamey
        NG-AB	NG		State	Abia	Abia
        NG-AD	NG		State	Adamawa	Adamawa
        NG-AK	NG		State	Akwa Ibom	Akwa Ibom
        NG-AN	NG		State	Anambra	Anambra
        NG-BA	NG		State	Bauchi	Bauchi
        NG-BE	NG		State	Benue	Benue
        NG-BO	NG		State	Borno	Borno
        NG-BY	NG		State	Bayelsa	Bayelsa
        NG-CR	NG		State	Cross River	Cross River
        NG-DE	NG		State	Delta	Delta
        NG-EB	NG		State	Ebonyi	Ebonyi
        NG-ED	NG		State	Edo	Edo
        NG-EK	NG		State	Ekiti	Ekiti
        NG-EN	NG		State	Enugu	Enugu
        NG-FC	NG		Capital territory	Abuja Federal Capital Territory	Abuja Federal Capital Territory
        NG-GO	NG		State	Gombe	Gombe
        NG-IM	NG		State	Imo	Imo
        NG-JI	NG		State	Jigawa	Jigawa
        NG-KD	NG		State	Kaduna	Kaduna
        NG-KE	NG		State	Kebbi	Kebbi
        NG-KN	NG		State	Kano	Kano
        NG-KO	NG		State	Kogi	Kogi
        NG-KT	NG		State	Katsina	Katsina
        NG-KW	NG		State	Kwara	Kwara
        NG-LA	NG		State	Lagos	Lagos
        NG-NA	NG		State	Nasarawa	Nasarawa
        NG-NI	NG		State	Nijer	Niger
        NG-OG	NG		State	Ogun	Ogun
        NG-ON	NG		State	Ondo	Ondo
        NG-OS	NG		State	Osun	Osun
        NG-OY	NG		State	Oyo	Oyo
        NG-PL	NG		State	Plato	Plateau
        NG-RI	NG		State	Rivers	Rivers
        NG-SO	NG		State	Sokoto	Sokoto
        NG-TA	NG		State	Taraba	Taraba
        NG-YO	NG		State	Yobe	Yobe
        NG-ZA	NG		State	Zamfara	Zamfara
        NI-AN	NI		Autonomous region	Costa Caribe Norte	Costa Caribe Norte
        NI-AS	NI		Autonomous region	Costa Caribe Sur	Costa Caribe Sur
        NI-BO	NI		Department	Boaco	Boaco
        NI-CA	NI		Department	Carazo	Carazo
        NI-CI	NI		Department	Chinandega	Chinandega
        NI-CO	NI		Department	Chontales	Chontales
        NI-ES	NI		Department	Esteli	Estelí
        NI-GR	NI		Department	Granada	Granada
        NI-JI	NI		Department	Jinotega	Jinotega
        NI-LE	NI		Department	Leon	León
        NI-MD	NI		Department	Madriz	Madriz
        NI-MN	NI		Department	Managua	Managua
        NI-MS	NI		Department	Masaya	Masaya
        NI-MT	NI		Department	Matagalpa	Matagalpa
        NI-NS	NI		Department	Nueva Segovia	Nueva Segovia
        NI-RI	NI		Department	Rivas	Rivas
        NI-SJ	NI		Department	Río San Juan	Río San Juan
        NL-AW	NL		Country	Aruba	Aruba
        NL-BQ1	NL		Special municipality	Bonaire	Bonaire
        NL-BQ2	NL		Special municipality	Saba	Saba
        NL-BQ3	NL		Special municipality	Sint Eustatius	Sint Eustatius
        NL-CW	NL		Country	Curaçao	Curaçao
        NL-DR	NL		Province	Drenthe	Drenthe
        NL-FL	NL		Province	Flevoland	Flevoland
        NL-FR	NL		Province	Fryslân	Fryslân
        NL-GE	NL		Province	Gelderland	Gelderland
        NL-GR	NL		Province	Groningen	Groningen
        NL-LI	NL		Province	Limburg	Limburg
        NL-NB	NL		Province	Noord-Brabant	Noord-Brabant
        NL-NH	NL		Province	Noord-Holland	Noord-Holland
        NL-OV	NL		Province	Overijssel	Overijssel
        NL-SX	NL		Country	Sint Maarten	Sint Maarten
        NL-UT	NL		Province	Utrecht	Utrecht
        NL-ZE	NL		Province	Zeeland	Zeeland
        NL-ZH	NL		Province	Zuid-Holland	Zuid-Holland
        NO-03	NO		County	Oslo	Oslo
        NO-11	NO		County	Rogaland	Rogaland
        NO-15	NO		County	Møre og Romsdal	Møre og Romsdal
        NO-18	NO		County	Nordland	Nordland
        NO-21	NO		Arctic region	Svalbard (Arctic Region)	Svalbard (Arctic Region)
        NO-22	NO		Arctic region	Jan Mayen (Arctic Region)	Jan Mayen (Arctic Region)
        NO-30	NO		County	Viken	Viken
        NO-34	NO		County	Innlandet	Innlandet
        NO-38	NO		County	Vestfold og Telemark	Vestfold og Telemark
        NO-42	NO		County	Agder	Agder
        NO-46	NO		County	Vestland	Vestland
        NO-50	NO		County	Trööndelage	Trööndelage
        NO-54	NO		County	Romssa ja Finnmárkku	Romssa ja Finnmárkku
        NP-1	NP		Development region	Merkezi	Central
        NP-2	NP		Development region	Mid Western	Mid Western
        NP-3	NP		Development region	Batı	Western
        NP-4	NP		Development region	Doğu	Eastern
        NP-5	NP		Development region	Far Western	Far Western
        NP-BA	NP	NP-1	Zone	Bagmati	Bagmati
        NP-BH	NP	NP-2	Zone	Bheri	Bheri
        NP-DH	NP	NP-3	Zone	Dhawalagiri	Dhawalagiri
        NP-GA	NP	NP-3	Zone	Gandaki	Gandaki
        NP-JA	NP	NP-1	Zone	Janakpur	Janakpur
        NP-KA	NP	NP-2	Zone	Karnali	Karnali
        NP-KO	NP	NP-4	Zone	Kosi	Kosi
        NP-LU	NP	NP-3	Zone	Lumbini	Lumbini
        NP-MA	NP	NP-5	Zone	Mahakali	Mahakali
        NP-ME	NP	NP-4	Zone	Mechi	Mechi
        NP-NA	NP	NP-1	Zone	Narayani	Narayani
        NP-P1	NP		Province	Province 1	Province 1
        NP-P2	NP		Province	Province 2	Province 2
        NP-P3	NP		Province	Bāgmatī	Bāgmatī
        NP-P4	NP		Province	Gandaki	Gandaki
        NP-P5	NP		Province	Province 5	Province 5
        NP-P6	NP		Province	Karnali	Karnali
        NP-P7	NP		Province	Sudūr Pashchim	Sudūr Pashchim
        NP-RA	NP	NP-2	Zone	Rapti	Rapti
        NP-SA	NP	NP-4	Zone	Sagarmatha	Sagarmatha
        NP-SE	NP	NP-5	Zone	Seti	Seti
        NR-01	NR		District	Aiwo	Aiwo
        NR-02	NR		District	Anabar	Anabar
        NR-03	NR		District	Anetan	Anetan
        NR-04	NR		District	Anibare	Anibare
        NR-05	NR		District	Baitsi	Baitsi
        NR-06	NR		District	Boe	Boe
        NR-07	NR		District	Buada	Buada
        NR-08	NR		District	Denigomodu	Denigomodu
        NR-09	NR		District	Ewa	Ewa
        NR-10	NR		District	Ijuw	Ijuw
        NR-11	NR		District	Meneng	Meneng
        NR-12	NR		District	Nibok	Nibok
        NR-13	NR		District	Uaboe	Uaboe
        NR-14	NR		District	Yaren	Yaren
        NZ-AUK	NZ		Region	Auckland	Auckland
        NZ-BOP	NZ		Region	Bay of Plenty	Bay of Plenty
        NZ-CAN	NZ		Region	Canterbury	Canterbury
        NZ-CIT	NZ		Special island authority	Chatham Adaları Bölgesi	Chatham Islands Territory
        NZ-GIS	NZ		Region	Gisborne	Gisborne
        NZ-HKB	NZ		Region	Hawke's Bay	Hawke's Bay
        NZ-MBH	NZ		Region	Marlborough	Marlborough
        NZ-MWT	NZ		Region	Manawatu-Wanganui	Manawatu-Wanganui
        NZ-NSN	NZ		Region	Nelson	Nelson
        NZ-NTL	NZ		Region	Northland	Northland
        NZ-OTA	NZ		Region	Otago	Otago
        NZ-STL	NZ		Region	Southland	Southland
        NZ-TAS	NZ		Region	Tasman	Tasman
        NZ-TKI	NZ		Region	Taranaki	Taranaki
        NZ-WGN	NZ		Region	Wellington	Wellington
        NZ-WKO	NZ		Region	Waikato	Waikato
        NZ-WTC	NZ		Region	West Coast	West Coast
        OM-BJ	OM		Governorate	Janūb al Bāţinah	Janūb al Bāţinah
        OM-BS	OM		Governorate	Shamāl al Bāţinah	Shamāl al Bāţinah
        OM-BU	OM		Governorate	Al Buraymi	Al Buraymī
        OM-DA	OM		Governorate	Ad Dākhilīyah	Ad Dākhilīyah
        OM-MA	OM		Governorate	Masqaţ	Masqaţ
        OM-MU	OM		Governorate	Musandam	Musandam
        OM-SJ	OM		Governorate	Janūb ash Sharqīyah	Janūb ash Sharqīyah
        OM-SS	OM		Governorate	Shamāl ash Sharqīyah	Shamāl ash Sharqīyah
        OM-WU	OM		Governorate	Al Wusţá	Al Wusţá
        OM-ZA	OM		Governorate	Az Zahirah	Az̧ Z̧āhirah
        OM-ZU	OM		Governorate	Z̧ufār	Z̧ufār
        PA-1	PA		Province	Bocas del Toro	Bocas del Toro
        PA-10	PA		Province	Panamá Oeste	Panamá Oeste
        PA-2	PA		Province	Cocle	Coclé
        PA-3	PA		Province	Colon	Colón
        PA-4	PA		Province	Chiriquí	Chiriquí
        PA-5	PA		Province	Darien	Darién
        PA-6	PA		Province	Herrera	Herrera
        PA-7	PA		Province	Los Santos	Los Santos
        PA-8	PA		Province	Panama	Panamá
        PA-9	PA		Province	Veraguas	Veraguas
        PA-EM	PA		Indigenous region	Emberá	Emberá
        PA-KY	PA		Indigenous region	Guna Yala	Guna Yala
        PA-NB	PA		Indigenous region	Ngöbe-Buglé	Ngöbe-Buglé
        PE-AMA	PE		Region	Amarumayu	Amarumayu
        PE-ANC	PE		Region	Ancash	Ancash
        PE-APU	PE		Region	Apurimaq	Apurimaq
        PE-ARE	PE		Region	Arequipa	Arequipa
        PE-AYA	PE		Region	Ayacucho	Ayacucho
        PE-CAJ	PE		Region	Cajamarca	Cajamarca
        PE-CAL	PE		Region	El Callao	El Callao
        PE-CUS	PE		Region	Cusco	Cusco
        PE-HUC	PE		Region	Huánuco	Huánuco
        PE-HUV	PE		Region	Huancavelica	Huancavelica
        PE-ICA	PE		Region	Ica	Ica
        PE-JUN	PE		Region	Hunin	Hunin
        PE-LAL	PE		Region	La Libertad	La Libertad
        PE-LAM	PE		Region	Lambayeque	Lambayeque
        PE-LIM	PE		Region	Lima	Lima
        PE-LMA	PE		Municipality	Lima hatun llaqta	Lima hatun llaqta
        PE-LOR	PE		Region	Loreto	Loreto
        PE-MDD	PE		Region	Madre de Dios	Madre de Dios
        PE-MOQ	PE		Region	Moquegua	Moquegua
        PE-PAS	PE		Region	Pasco	Pasco
        PE-PIU	PE		Region	Piura	Piura
        PE-PUN	PE		Region	Puno	Puno
        PE-SAM	PE		Region	San Martin	San Martin
        PE-TAC	PE		Region	Tacna	Tacna
        PE-TUM	PE		Region	Tumbes	Tumbes
        PE-UCA	PE		Region	Ucayali	Ucayali
        PG-CPK	PG		Province	Chimbu	Chimbu
        PG-CPM	PG		Province	Merkezi	Central
        PG-EBR	PG		Province	East New Britain	East New Britain
        PG-EHG	PG		Province	Eastern Highlands	Eastern Highlands
        PG-EPW	PG		Province	Enga	Enga
        PG-ESW	PG		Province	East Sepik	East Sepik
        PG-GPK	PG		Province	Gulf	Gulf
        PG-HLA	PG		Province	Hela	Hela
        PG-JWK	PG		Province	Jiwaka	Jiwaka
        PG-MBA	PG		Province	Milne Bay	Milne Bay
        PG-MPL	PG		Province	Morobe	Morobe
        PG-MPM	PG		Province	Madang	Madang
        PG-MRL	PG		Province	Manus	Manus
        PG-NCD	PG		District	National Capital District (Port Moresby)	National Capital District (Port Moresby)
        PG-NIK	PG		Province	New Ireland	New Ireland
        PG-NPP	PG		Province	Kuzey	Northern
        PG-NSB	PG		Autonomous region	Bougainville	Bougainville
        PG-SAN	PG		Province	West Sepik	West Sepik
        PG-SHM	PG		Province	Southern Highlands	Southern Highlands
        PG-WBK	PG		Province	West New Britain	West New Britain
        PG-WHM	PG		Province	Western Highlands	Western Highlands
        PG-WPD	PG		Province	Batı	Western
        PH-00	PH		Region	National Capital Region	National Capital Region
        PH-01	PH		Region	Ilocos (Region I)	Ilocos (Region I)
        PH-02	PH		Region	Cagayan Valley (Region II)	Cagayan Valley (Region II)
        PH-03	PH		Region	Central Luzon (Region III)	Central Luzon (Region III)
        PH-05	PH		Region	Bicol (Region V)	Bicol (Region V)
        PH-06	PH		Region	Western Visayas (Region VI)	Western Visayas (Region VI)
        PH-07	PH		Region	Central Visayas (Region VII)	Central Visayas (Region VII)
        PH-08	PH		Region	Eastern Visayas (Region VIII)	Eastern Visayas (Region VIII)
        PH-09	PH		Region	Zamboanga Peninsula (Region IX)	Zamboanga Peninsula (Region IX)
        PH-10	PH		Region	Northern Mindanao (Region X)	Northern Mindanao (Region X)
        PH-11	PH		Region	Davao (Region XI)	Davao (Region XI)
        PH-12	PH		Region	Soccsksargen (Region XII)	Soccsksargen (Region XII)
        PH-13	PH		Region	Caraga (Region XIII)	Caraga (Region XIII)
        PH-14	PH		Region	Autonomous Region in Muslim Mindanao (ARMM)	Autonomous Region in Muslim Mindanao (ARMM)
        PH-15	PH		Region	Cordillera Administrative Region (CAR)	Cordillera Administrative Region (CAR)
        PH-40	PH		Region	Calabarzon (Region IV-A)	Calabarzon (Region IV-A)
        PH-41	PH		Region	Mimaropa (Region IV-B)	Mimaropa (Region IV-B)
        PH-ABR	PH	PH-15	Province	Abra	Abra
        PH-AGN	PH	PH-13	Province	Agusan del Norte	Agusan del Norte
        PH-AGS	PH	PH-13	Province	Agusan del Sur	Agusan del Sur
        PH-AKL	PH	PH-06	Province	Aklan	Aklan
        PH-ALB	PH	PH-05	Province	Albay	Albay
        PH-ANT	PH	PH-06	Province	Antique	Antique
        PH-APA	PH	PH-15	Province	Apayao	Apayao
        PH-AUR	PH	PH-03	Province	Aurora	Aurora
        PH-BAN	PH	PH-03	Province	Bataan	Bataan
        PH-BAS	PH	PH-09	Province	Basilan	Basilan
        PH-BEN	PH	PH-15	Province	Benguet	Benguet
        PH-BIL	PH	PH-08	Province	Biliran	Biliran
        PH-BOH	PH	PH-07	Province	Bohol	Bohol
        PH-BTG	PH	PH-40	Province	Batangas	Batangas
        PH-BTN	PH	PH-02	Province	Batanes	Batanes
        PH-BUK	PH	PH-10	Province	Bukidnon	Bukidnon
        PH-BUL	PH	PH-03	Province	Bulacan	Bulacan
        PH-CAG	PH	PH-02	Province	Cagayan	Cagayan
        PH-CAM	PH	PH-10	Province	Camiguin	Camiguin
        PH-CAN	PH	PH-05	Province	Camarines Norte	Camarines Norte
        PH-CAP	PH	PH-06	Province	Capiz	Capiz
        PH-CAS	PH	PH-05	Province	Camarines Sur	Camarines Sur
        PH-CAT	PH	PH-05	Province	Catanduanes	Catanduanes
        PH-CAV	PH	PH-40	Province	Cavite	Cavite
        PH-CEB	PH	PH-07	Province	Cebu	Cebu
        PH-COM	PH	PH-11	Province	Davao de Oro	Davao de Oro
        PH-DAO	PH	PH-11	Province	Davao Oriental	Davao Oriental
        PH-DAS	PH	PH-11	Province	Davao del Sur	Davao del Sur
        PH-DAV	PH	PH-11	Province	Davao del Norte	Davao del Norte
        PH-DIN	PH	PH-13	Province	Dinagat Islands	Dinagat Islands
        PH-DVO	PH	PH-11	Province	Davao Occidental	Davao Occidental
        PH-EAS	PH	PH-08	Province	Eastern Samar	Eastern Samar
        PH-GUI	PH	PH-06	Province	Guimaras	Guimaras
        PH-IFU	PH	PH-15	Province	Ifugao	Ifugao
        PH-ILI	PH	PH-06	Province	Iloilo	Iloilo
        PH-ILN	PH	PH-01	Province	Ilocos Norte	Ilocos Norte
        PH-ILS	PH	PH-01	Province	Ilocos Sur	Ilocos Sur
        PH-ISA	PH	PH-02	Province	Isabela	Isabela
        PH-KAL	PH	PH-15	Province	Kalinga	Kalinga
        PH-LAG	PH	PH-40	Province	Laguna	Laguna
        PH-LAN	PH	PH-12	Province	Lanao del Norte	Lanao del Norte
        PH-LAS	PH	PH-14	Province	Lanao del Sur	Lanao del Sur
        PH-LEY	PH	PH-08	Province	Leyte	Leyte
        PH-LUN	PH	PH-01	Province	La Union	La Union
        PH-MAD	PH	PH-41	Province	Marinduque	Marinduque
        PH-MAG	PH	PH-14	Province	Maguindanao	Maguindanao
        PH-MAS	PH	PH-05	Province	Masbate	Masbate
        PH-MDC	PH	PH-41	Province	Mindoro Occidental	Mindoro Occidental
        PH-MDR	PH	PH-41	Province	Mindoro Oriental	Mindoro Oriental
        PH-MOU	PH	PH-15	Province	Mountain Province	Mountain Province
        PH-MSC	PH	PH-10	Province	Misamis Occidental	Misamis Occidental
        PH-MSR	PH	PH-10	Province	Misamis Oriental	Misamis Oriental
        PH-NCO	PH	PH-12	Province	Cotabato	Cotabato
        PH-NEC	PH	PH-06	Province	Negros Occidental	Negros Occidental
        PH-NER	PH	PH-07	Province	Negros Oriental	Negros Oriental
        PH-NSA	PH	PH-08	Province	Northern Samar	Northern Samar
        PH-NUE	PH	PH-03	Province	Nueva Ecija	Nueva Ecija
        PH-NUV	PH	PH-02	Province	Nueva Vizcaya	Nueva Vizcaya
        PH-PAM	PH	PH-03	Province	Pampanga	Pampanga
        PH-PAN	PH	PH-01	Province	Pangasinan	Pangasinan
        PH-PLW	PH	PH-41	Province	Palawan	Palawan
        PH-QUE	PH	PH-40	Province	Quezon	Quezon
        PH-QUI	PH	PH-02	Province	Quirino	Quirino
        PH-RIZ	PH	PH-40	Province	Rizal	Rizal
        PH-ROM	PH	PH-41	Province	Romblon	Romblon
        PH-SAR	PH	PH-11	Province	Sarangani	Sarangani
        PH-SCO	PH	PH-11	Province	South Cotabato	South Cotabato
        PH-SIG	PH	PH-07	Province	Siquijor	Siquijor
        PH-SLE	PH	PH-08	Province	Southern Leyte	Southern Leyte
        PH-SLU	PH	PH-14	Province	Sulu	Sulu
        PH-SOR	PH	PH-05	Province	Sorsogon	Sorsogon
        PH-SUK	PH	PH-12	Province	Sultan Kudarat	Sultan Kudarat
        PH-SUN	PH	PH-13	Province	Surigao del Norte	Surigao del Norte
        PH-SUR	PH	PH-13	Province	Surigao del Sur	Surigao del Sur
        PH-TAR	PH	PH-03	Province	Tarlac	Tarlac
        PH-TAW	PH	PH-14	Province	Tawi-Tawi	Tawi-Tawi
        PH-WSA	PH	PH-08	Province	Samar	Samar
        PH-ZAN	PH	PH-09	Province	Zamboanga del Norte	Zamboanga del Norte
        PH-ZAS	PH	PH-09	Province	Zamboanga del Sur	Zamboanga del Sur
        PH-ZMB	PH	PH-03	Province	Zambales	Zambales
        PH-ZSI	PH	PH-09	Province	Zamboanga Sibugay	Zamboanga Sibugay
        PK-BA	PK		Province	Belucistan	Balochistan
        PK-GB	PK		Pakistan administered area	Gilgit-Baltistan	Gilgit-Baltistan
        PK-IS	PK		Federal capital territory	Islamabad	Islamabad
        PK-JK	PK		Pakistan administered area	Azad Jammu and Kashmir	Azad Jammu and Kashmir
        PK-KP	PK		Province	Khyber Pakhtunkhwa	Khyber Pakhtunkhwa
        PK-PB	PK		Province	Pencap	Punjab
        PK-SD	PK		Province	Sindh	Sindh
        PL-02	PL		Voivodship	Dolnoslaskie	Dolnośląskie
        PL-04	PL		Voivodship	Kujawsko-pomorskie	Kujawsko-pomorskie
        PL-06	PL		Voivodship	Lubelskie	Lubelskie
        PL-08	PL		Voivodship	Lubuskie	Lubuskie
        PL-10	PL		Voivodship	Lodzkie	Łódzkie
        PL-12	PL		Voivodship	Małopolskie	Małopolskie
        PL-14	PL		Voivodship	Mazowieckie	Mazowieckie
        PL-16	PL		Voivodship	Opolskie	Opolskie
        PL-18	PL		Voivodship	Podkarpackie	Podkarpackie
        PL-20	PL		Voivodship	Podlaskie	Podlaskie
        PL-22	PL		Voivodship	Pomorskie	Pomorskie
        PL-24	PL		Voivodship	Slaskie	Śląskie
        PL-26	PL		Voivodship	Świętokrzyskie	Świętokrzyskie
        PL-28	PL		Voivodship	Warmińsko-mazurskie	Warmińsko-mazurskie
        PL-30	PL		Voivodship	Wielkopolskie	Wielkopolskie
        PL-32	PL		Voivodship	Zachodniopomorskie	Zachodniopomorskie
        PS-BTH	PS		Governorate	Bethlehem	Bethlehem
        PS-DEB	PS		Governorate	Deir El Balah	Deir El Balah
        PS-GZA	PS		Governorate	Gazze	Gaza
        PS-HBN	PS		Governorate	Hebron	Hebron
        PS-JEM	PS		Governorate	Jerusalem	Jerusalem
        PS-JEN	PS		Governorate	Cenin	Jenin
        PS-JRH	PS		Governorate	Jericho and Al Aghwar	Jericho and Al Aghwar
        PS-KYS	PS		Governorate	Khan Yunis	Khan Yunis
        PS-NBS	PS		Governorate	Nablus	Nablus
        PS-NGZ	PS		Governorate	Kuzey Gazze	North Gaza
        PS-QQA	PS		Governorate	Qalqilya	Qalqilya
        PS-RBH	PS		Governorate	Ramallah	Ramallah
        PS-RFH	PS		Governorate	Rafah	Rafah
        PS-SLT	PS		Governorate	Salfit	Salfit
        PS-TBS	PS		Governorate	Tubas	Tubas
        PS-TKM	PS		Governorate	Tulkarm	Tulkarm
        PT-01	PT		District	Aveiro	Aveiro
        PT-02	PT		District	Beja	Beja
        PT-03	PT		District	Braga	Braga
        PT-04	PT		District	Bragança	Bragança
        PT-05	PT		District	Castelo Branco	Castelo Branco
        PT-06	PT		District	Coimbra	Coimbra
        PT-07	PT		District	Evora	Évora
        PT-08	PT		District	Faro	Faro
        PT-09	PT		District	Guarda	Guarda
        PT-10	PT		District	Leiria	Leiria
        PT-11	PT		District	Lizbon	Lisboa
        PT-12	PT		District	Portalegre	Portalegre
        PT-13	PT		District	Porto	Porto
        PT-14	PT		District	Santarem	Santarém
        PT-15	PT		District	Setúbal	Setúbal
        PT-16	PT		District	Viana do Castelo	Viana do Castelo
        PT-17	PT		District	Vila Real	Vila Real
        PT-18	PT		District	Viseu	Viseu
        PT-20	PT		Autonomous region	Região Autónoma dos Açores	Região Autónoma dos Açores
        PT-30	PT		Autonomous region	Região Autónoma da Madeira	Região Autónoma da Madeira
        PW-002	PW		State	Aimeliik	Aimeliik
        PW-004	PW		State	Airai	Airai
        PW-010	PW		State	Angaur	Angaur
        PW-050	PW		State	Hatohobei	Hatohobei
        PW-100	PW		State	Kayangel	Kayangel
        PW-150	PW		State	Koror	Koror
        PW-212	PW		State	Melekeok	Melekeok
        PW-214	PW		State	Ngaraard	Ngaraard
        PW-218	PW		State	Ngarchelong	Ngarchelong
        PW-222	PW		State	Ngardmau	Ngardmau
        PW-224	PW		State	Ngatpang	Ngatpang
        PW-226	PW		State	Ngchesar	Ngchesar
        PW-227	PW		State	Ngeremlengui	Ngeremlengui
        PW-228	PW		State	Ngiwal	Ngiwal
        PW-350	PW		State	Peleliu	Peleliu
        PW-370	PW		State	Sonsorol	Sonsorol
        PY-1	PY		Department	Concepción	Concepción
        PY-10	PY		Department	Alto Parana	Alto Paraná
        PY-11	PY		Department	Merkezi	Central
        PY-12	PY		Department	Ñeembucú	Ñeembucú
        PY-13	PY		Department	Amambay	Amambay
        PY-14	PY		Department	Canindeyú	Canindeyú
        PY-15	PY		Department	Presidente Hayes	Presidente Hayes
        PY-16	PY		Department	Alto Paraguay	Alto Paraguay
        PY-19	PY		Department	Boqueron	Boquerón
        PY-2	PY		Department	San Pedro	San Pedro
        PY-3	PY		Department	Cordillera	Cordillera
        PY-4	PY		Department	Guaira	Guairá
        PY-5	PY		Department	Caaguazu	Caaguazú
        PY-6	PY		Department	Caazapa	Caazapá
        PY-7	PY		Department	Itapúa	Itapúa
        PY-8	PY		Department	Misiones	Misiones
        PY-9	PY		Department	Paraguari	Paraguarí
        PY-ASU	PY		Capital	Asuncion	Asunción
        QA-DA	QA		Municipality	Ad Dawḩah	Ad Dawḩah
        QA-KH	QA		Municipality	Al Khawr wa adh Dhakhīrah	Al Khawr wa adh Dhakhīrah
        QA-MS	QA		Municipality	Ash Shamāl	Ash Shamāl
        QA-RA	QA		Municipality	Ar Rayyān	Ar Rayyān
        QA-SH	QA		Municipality	Ash Shīḩānīyah	Ash Shīḩānīyah
        QA-US	QA		Municipality	Umm Şalāl	Umm Şalāl
        QA-WA	QA		Municipality	Al Wakrah	Al Wakrah
        QA-ZA	QA		Municipality	Az Za'ayin	Az̧ Z̧a‘āyin
        RO-AB	RO		Department	Alba	Alba
        RO-AG	RO		Department	Argeş	Argeș
        RO-AR	RO		Department	Arad	Arad
        RO-B	RO		Municipality	București	București
        RO-BC	RO		Department	Bacau	Bacău
        RO-BH	RO		Department	Bihor	Bihor
        RO-BN	RO		Department	Bistrița-Năsăud	Bistrița-Năsăud
        RO-BR	RO		Department	Braila	Brăila
        RO-BT	RO		Department	Botoșani	Botoșani
        RO-BV	RO		Department	Brașov	Brașov
        RO-BZ	RO		Department	Buzău	Buzău
        RO-CJ	RO		Department	Cluj	Cluj
        RO-CL	RO		Department	Călărași	Călărași
        RO-CS	RO		Department	Caraș-Severin	Caraș-Severin
        RO-CT	RO		Department	Köstence	Constanța
        RO-CV	RO		Department	Covasna	Covasna
        RO-DB	RO		Department	Dambovita	Dâmbovița
        RO-DJ	RO		Department	Dolj	Dolj
        RO-GJ	RO		Department	Gorj	Gorj
        RO-GL	RO		Department	Galati	Galați
        RO-GR	RO		Department	Giurgiu	Giurgiu
        RO-HD	RO		Department	Hunedoara	Hunedoara
        RO-HR	RO		Department	Harghita	Harghita
        RO-IF	RO		Department	Ilfov	Ilfov
        RO-IL	RO		Department	Ialomița	Ialomița
        RO-IS	RO		Department	Iași	Iași
        RO-MH	RO		Department	Mehedinți	Mehedinți
        RO-MM	RO		Department	Maramureș	Maramureș
        RO-MS	RO		Department	Mureș	Mureș
        RO-NT	RO		Department	Neamt	Neamț
        RO-OT	RO		Department	Olt	Olt
        RO-PH	RO		Department	Prahova	Prahova
        RO-SB	RO		Department	Sibiu	Sibiu
        RO-SJ	RO		Department	Salaj	Sălaj
        RO-SM	RO		Department	Satu Mare	Satu Mare
        RO-SV	RO		Department	Suceava	Suceava
        RO-TL	RO		Department	Tulcea	Tulcea
        RO-TM	RO		Department	Timiș	Timiș
        RO-TR	RO		Department	Teleorman	Teleorman
        RO-VL	RO		Department	Vâlcea	Vâlcea
        RO-VN	RO		Department	Vrancea	Vrancea
        RO-VS	RO		Department	Vaslui	Vaslui
        RS-00	RS		City	Belgrad	Beograd
        RS-VO	RS		Autonomous province	Vojvodina	Vojvodina
        RS-01	RS	RS-VO	District	Severnobački okrug	Severnobački okrug
        RS-02	RS	RS-VO	District	Srednjebanatski okrug	Srednjebanatski okrug
        RS-03	RS	RS-VO	District	Severnobanatski okrug	Severnobanatski okrug
        RS-04	RS	RS-VO	District	Južnobanatski okrug	Južnobanatski okrug
        RS-05	RS	RS-VO	District	Zapadnobacki okrug	Zapadnobački okrug
        RS-06	RS	RS-VO	District	Južnobački okrug	Južnobački okrug
        RS-07	RS	RS-VO	District	Sremski okrug	Sremski okrug
        RS-08	RS		District	Mačvanski okrug	Mačvanski okrug
        RS-09	RS		District	Kolubarski okrug	Kolubarski okrug
        RS-10	RS		District	Podunavski okrug	Podunavski okrug
        RS-11	RS		District	Branicevski okrug	Braničevski okrug
        RS-12	RS		District	Šumadijski okrug	Šumadijski okrug
        RS-13	RS		District	Pomoravski okrug	Pomoravski okrug
        RS-14	RS		District	Borski okrug	Borski okrug
        RS-15	RS		District	Zaječarski okrug	Zaječarski okrug
        RS-16	RS		District	Zlatiborski okrug	Zlatiborski okrug
        RS-17	RS		District	Moravički okrug	Moravički okrug
        RS-18	RS		District	Raški okrug	Raški okrug
        RS-19	RS		District	Rasinski okrug	Rasinski okrug
        RS-20	RS		District	Nišavski okrug	Nišavski okrug
        RS-21	RS		District	Toplički okrug	Toplički okrug
        RS-22	RS		District	Pirotski okrug	Pirotski okrug
        RS-23	RS		District	Jablanički okrug	Jablanički okrug
        RS-24	RS		District	Pčinjski okrug	Pčinjski okrug
        RS-KM	RS		Autonomous province	Kosovo-Metohija	Kosovo-Metohija
        RS-25	RS	RS-KM	District	Kosovski okrug	Kosovski okrug
        RS-26	RS	RS-KM	District	Pećki okrug	Pećki okrug
        RS-27	RS	RS-KM	District	Prizrenski okrug	Prizrenski okrug
        RS-28	RS	RS-KM	District	Kosovsko-Mitrovački okrug	Kosovsko-Mitrovački okrug
        RS-29	RS	RS-KM	District	Kosovsko-Pomoravski okrug	Kosovsko-Pomoravski okrug
        RU-AD	RU		Republic	Adygeja, Respublika	Adygeja, Respublika
        RU-AL	RU		Republic	Altaj, Respublika	Altaj, Respublika
        RU-ALT	RU		Administrative territory	Altajskij kraj	Altajskij kraj
        RU-AMU	RU		Administrative region	Amurskaja oblast'	Amurskaja oblast'
        RU-ARK	RU		Administrative region	Arhangel'skaja oblast'	Arhangel'skaja oblast'
        RU-AST	RU		Administrative region	Astrahanskaja oblast'	Astrahanskaja oblast'
        RU-BA	RU		Republic	Başkurdistan Cumhuriyeti	Bashkortostan, Respublika
        RU-BEL	RU		Administrative region	Belgorodskaja oblast'	Belgorodskaja oblast'
        RU-BRY	RU		Administrative region	Brjanskaja oblast'	Brjanskaja oblast'
        RU-BU	RU		Republic	Burjatija, Respublika	Burjatija, Respublika
        RU-CE	RU		Republic	Çeçenistan Cumhuriyeti	Chechenskaya Respublika
        RU-CHE	RU		Administrative region	Chelyabinskaya oblast'	Chelyabinskaya oblast'
        RU-CHU	RU		Autonomous district	Chukotskiy avtonomnyy okrug	Chukotskiy avtonomnyy okrug
        RU-CU	RU		Republic	Çuvaşistan Cumhuriyeti	Chuvashskaya Respublika
        RU-DA	RU		Republic	Dağıstan Cumhuriyeti	Dagestan, Respublika
        RU-IN	RU		Republic	Ingushetiya, Respublika	Ingushetiya, Respublika
        RU-IRK	RU		Administrative region	Irkutskaja oblast'	Irkutskaja oblast'
        RU-IVA	RU		Administrative region	Ivanovskaja oblast'	Ivanovskaja oblast'
        RU-KAM	RU		Administrative territory	Kamçatka bölgesi	Kamchatskiy kray
        RU-KB	RU		Republic	Kabardino-Balkarskaja Respublika	Kabardino-Balkarskaja Respublika
        RU-KC	RU		Republic	Karaçay-Çerkez Cumhuriyeti	Karachayevo-Cherkesskaya Respublika
        RU-KDA	RU		Administrative territory	Krasnodarskij kraj	Krasnodarskij kraj
        RU-KEM	RU		Administrative region	Kemerovskaja oblast'	Kemerovskaja oblast'
        RU-KGD	RU		Administrative region	Kaliningradskaja oblast'	Kaliningradskaja oblast'
        RU-KGN	RU		Administrative region	Kurganskaja oblast'	Kurganskaja oblast'
        RU-KHA	RU		Administrative territory	Habarovskij kraj	Habarovskij kraj
        RU-KHM	RU		Autonomous district	Hanty-Mansijskij avtonomnyj okrug	Hanty-Mansijskij avtonomnyj okrug
        RU-KIR	RU		Administrative region	Kirovskaja oblast'	Kirovskaja oblast'
        RU-KK	RU		Republic	Hakasija, Respublika	Hakasija, Respublika
        RU-KL	RU		Republic	Kalmykija, Respublika	Kalmykija, Respublika
        RU-KLU	RU		Administrative region	Kaluzhskaya oblast'	Kaluzhskaya oblast'
        RU-KO	RU		Republic	Komi Cumhuriyeti	Komi, Respublika
        RU-KOS	RU		Administrative region	Kostromskaja oblast'	Kostromskaja oblast'
        RU-KR	RU		Republic	Karelija, Respublika	Karelija, Respublika
        RU-KRS	RU		Administrative region	Kurskaja oblast'	Kurskaja oblast'
        RU-KYA	RU		Administrative territory	Krasnojarskij kraj	Krasnojarskij kraj
        RU-LEN	RU		Administrative region	Leningradskaja oblast'	Leningradskaja oblast'
        RU-LIP	RU		Administrative region	Lipeckaja oblast'	Lipeckaja oblast'
        RU-MAG	RU		Administrative region	Magadanskaja oblast'	Magadanskaja oblast'
        RU-ME	RU		Republic	Marij Èl, Respublika	Marij Èl, Respublika
        RU-MO	RU		Republic	Mordovija, Respublika	Mordovija, Respublika
        RU-MOS	RU		Administrative region	Moskovskaja oblast'	Moskovskaja oblast'
        RU-MOW	RU		Autonomous city	Moskova	Moskva
        RU-MUR	RU		Administrative region	Murmanskaja oblast'	Murmanskaja oblast'
        RU-NEN	RU		Autonomous district	Neneckij avtonomnyj okrug	Neneckij avtonomnyj okrug
        RU-NGR	RU		Administrative region	Novgorodskaja oblast'	Novgorodskaja oblast'
        RU-NIZ	RU		Administrative region	Nizhegorodskaya oblast'	Nizhegorodskaya oblast'
        RU-NVS	RU		Administrative region	Novosibirskaja oblast'	Novosibirskaja oblast'
        RU-OMS	RU		Administrative region	Omskaja oblast'	Omskaja oblast'
        RU-ORE	RU		Administrative region	Orenburgskaja oblast'	Orenburgskaja oblast'
        RU-ORL	RU		Administrative region	Orlovskaja oblast'	Orlovskaja oblast'
        RU-PER	RU		Administrative territory	Permskij kraj	Permskij kraj
        RU-PNZ	RU		Administrative region	Penzenskaja oblast'	Penzenskaja oblast'
        RU-PRI	RU		Administrative territory	Primorskij kraj	Primorskij kraj
        RU-PSK	RU		Administrative region	Pskovskaja oblast'	Pskovskaja oblast'
        RU-ROS	RU		Administrative region	Rostovskaja oblast'	Rostovskaja oblast'
        RU-RYA	RU		Administrative region	Rjazanskaja oblast'	Rjazanskaja oblast'
        RU-SA	RU		Republic	Saha, Respublika	Saha, Respublika
        RU-SAK	RU		Administrative region	Sahalinskaja oblast'	Sahalinskaja oblast'
        RU-SAM	RU		Administrative region	Samarskaja oblast'	Samarskaja oblast'
        RU-SAR	RU		Administrative region	Saratovskaja oblast'	Saratovskaja oblast'
        RU-SE	RU		Republic	Severnaja Osetija, Respublika	Severnaja Osetija, Respublika
        RU-SMO	RU		Administrative region	Smolenskaja oblast'	Smolenskaja oblast'
        RU-SPE	RU		Autonomous city	Sankt-Peterburg	Sankt-Peterburg
        RU-STA	RU		Administrative territory	Stavropol'skij kraj	Stavropol'skij kraj
        RU-SVE	RU		Administrative region	Sverdlovskaja oblast'	Sverdlovskaja oblast'
        RU-TA	RU		Republic	Tataristan Cumhuriyeti	Tatarstan, Respublika
        RU-TAM	RU		Administrative region	Tambovskaja oblast'	Tambovskaja oblast'
        RU-TOM	RU		Administrative region	Tomskaja oblast'	Tomskaja oblast'
        RU-TUL	RU		Administrative region	Tul'skaja oblast'	Tul'skaja oblast'
        RU-TVE	RU		Administrative region	Tverskaja oblast'	Tverskaja oblast'
        RU-TY	RU		Republic	Tyva, Respublika	Tyva, Respublika
        RU-TYU	RU		Administrative region	Tjumenskaja oblast'	Tjumenskaja oblast'
        RU-UD	RU		Republic	Udmurtskaja Respublika	Udmurtskaja Respublika
        RU-ULY	RU		Administrative region	Ul'janovskaja oblast'	Ul'janovskaja oblast'
        RU-VGG	RU		Administrative region	Volgogradskaja oblast'	Volgogradskaja oblast'
        RU-VLA	RU		Administrative region	Vladimirskaja oblast'	Vladimirskaja oblast'
        RU-VLG	RU		Administrative region	Vologodskaja oblast'	Vologodskaja oblast'
        RU-VOR	RU		Administrative region	Voronezhskaya oblast'	Voronezhskaya oblast'
        RU-YAN	RU		Autonomous district	Jamalo-Neneckij avtonomnyj okrug	Jamalo-Neneckij avtonomnyj okrug
        RU-YAR	RU		Administrative region	Jaroslavskaja oblast'	Jaroslavskaja oblast'
        RU-YEV	RU		Autonomous region	Evrejskaja avtonomnaja oblast'	Evrejskaja avtonomnaja oblast'
        RU-ZAB	RU		Administrative territory	Zabajkal'skij kraj	Zabajkal'skij kraj
        RW-01	RW		City	City of Kigali	City of Kigali
        RW-02	RW		Province	Doğu	Eastern
        RW-03	RW		Province	Kuzey	Northern
        RW-04	RW		Province	Batı	Western
        RW-05	RW		Province	Güney	Southern
        SA-01	SA		Region	Ar Riyāḑ	Ar Riyāḑ
        SA-02	SA		Region	Makkah al Mukarramah	Makkah al Mukarramah
        SA-03	SA		Region	Al Madīnah al Munawwarah	Al Madīnah al Munawwarah
        SA-04	SA		Region	Ash Sharqīyah	Ash Sharqīyah
        SA-05	SA		Region	Al Qaşīm	Al Qaşīm
        SA-06	SA		Region	Ḩā'il	Ḩā'il
        SA-07	SA		Region	Tabūk	Tabūk
        SA-08	SA		Region	Al Ḩudūd ash Shamālīyah	Al Ḩudūd ash Shamālīyah
        SA-09	SA		Region	Jāzān	Jāzān
        SA-10	SA		Region	Najran	Najrān
        SA-11	SA		Region	Al Bāḩah	Al Bāḩah
        SA-12	SA		Region	Al Jawf	Al Jawf
        SA-14	SA		Region	'Asīr	'Asīr
        SB-CE	SB		Province	Merkezi	Central
        SB-CH	SB		Province	Choiseul	Choiseul
        SB-CT	SB		Capital territory	Capital Territory (Honiara)	Capital Territory (Honiara)
        SB-GU	SB		Province	Guadalcanal	Guadalcanal
        SB-IS	SB		Province	Isabel	Isabel
        SB-MK	SB		Province	Makira-Ulawa	Makira-Ulawa
        SB-ML	SB		Province	Malaita	Malaita
        SB-RB	SB		Province	Rennell and Bellona	Rennell and Bellona
        SB-TE	SB		Province	Temotu	Temotu
        SB-WE	SB		Province	Batı	Western
        SC-01	SC		District	Anse aux Pins	Anse aux Pins
        SC-02	SC		District	Anse Boileau	Anse Boileau
        SC-03	SC		District	Anse Etoile	Anse Etoile
        SC-04	SC		District	Au Cap	Au Cap
        SC-05	SC		District	Anse Royale	Anse Royale
        SC-06	SC		District	Baie Lazare	Baie Lazare
        SC-07	SC		District	Baie Sainte Anne	Baie Sainte Anne
        SC-08	SC		District	Beau Vallon	Beau Vallon
        SC-09	SC		District	Bel Air	Bel Air
        SC-10	SC		District	Bel Ombre	Bel Ombre
        SC-11	SC		District	Cascade	Cascade
        SC-12	SC		District	Glacis	Glacis
        SC-13	SC		District	Grand Anse Mahe	Grand Anse Mahe
        SC-14	SC		District	Grand Anse Praslin	Grand Anse Praslin
        SC-15	SC		District	La Digue	La Digue
        SC-16	SC		District	English River	English River
        SC-17	SC		District	Mont Buxton	Mont Buxton
        SC-18	SC		District	Mont Fleuri	Mont Fleuri
        SC-19	SC		District	Plaisance	Plaisance
        SC-20	SC		District	Pointe Larue	Pointe Larue
        SC-21	SC		District	Port Glaud	Port Glaud
        SC-22	SC		District	Saint Louis	Saint Louis
        SC-23	SC		District	Takamaka	Takamaka
        SC-24	SC		District	Les Mamelles	Les Mamelles
        SC-25	SC		District	Roche Caiman	Roche Caiman
        SC-26	SC		District	Ile Perseverance I	Ile Perseverance I
        SC-27	SC		District	Ile Perseverance II	Ile Perseverance II
        SD-DC	SD		State	Central Darfur	Central Darfur
        SD-DE	SD		State	East Darfur	East Darfur
        SD-DN	SD		State	North Darfur	North Darfur
        SD-DS	SD		State	South Darfur	South Darfur
        SD-DW	SD		State	West Darfur	West Darfur
        SD-GD	SD		State	Gedaref	Gedaref
        SD-GK	SD		State	West Kordofan	West Kordofan
        SD-GZ	SD		State	Gezira	Gezira
        SD-KA	SD		State	Kassala	Kassala
        SD-KH	SD		State	Khartoum	Khartoum
        SD-KN	SD		State	North Kordofan	North Kordofan
        SD-KS	SD		State	South Kordofan	South Kordofan
        SD-NB	SD		State	Blue Nile	Blue Nile
        SD-NO	SD		State	Kuzey	Northern
        SD-NR	SD		State	River Nile	River Nile
        SD-NW	SD		State	White Nile	White Nile
        SD-RS	SD		State	Red Sea	Red Sea
        SD-SI	SD		State	Sennar	Sennar
        SE-AB	SE		County	Stockholms län	Stockholms län
        SE-AC	SE		County	Västerbottens län	Västerbottens län
        SE-BD	SE		County	Norrbottens län	Norrbottens län
        SE-C	SE		County	Uppsala län	Uppsala län
        SE-D	SE		County	Södermanlands län	Södermanlands län
        SE-E	SE		County	Östergötlands län	Östergötlands län
        SE-F	SE		County	Jönköpings län	Jönköpings län
        SE-G	SE		County	Kronobergs län	Kronobergs län
        SE-H	SE		County	Kalmar län	Kalmar län
        SE-I	SE		County	Gotlands län	Gotlands län
        SE-K	SE		County	Blekinge län	Blekinge län
        SE-M	SE		County	Skåne län	Skåne län
        SE-N	SE		County	Hallands län	Hallands län
        SE-O	SE		County	Västra Götalands län	Västra Götalands län
        SE-S	SE		County	Värmlands län	Värmlands län
        SE-T	SE		County	Örebro län	Örebro län
        SE-U	SE		County	Västmanlands län	Västmanlands län
        SE-W	SE		County	Dalarnas län	Dalarnas län
        SE-X	SE		County	Gävleborgs län	Gävleborgs län
        SE-Y	SE		County	Västernorrlands län	Västernorrlands län
        SE-Z	SE		County	Jämtlands län	Jämtlands län
        SG-01	SG		District	Merkez Singapur	Central Singapore
        SG-02	SG		District	Kuzey Doğu	North East
        SG-03	SG		District	Kuzey Batı	North West
        SG-04	SG		District	Güney Doğu	South East
        SG-05	SG		District	Güney Batı	South West
        SH-AC	SH		Geographical entity	Ascension	Ascension
        SH-HL	SH		Geographical entity	Saint Helena	Saint Helena
        SH-TA	SH		Geographical entity	Tristan da Cunha	Tristan da Cunha
        SI-001	SI		Municipality	Ajdovščina	Ajdovščina
        SI-002	SI		Municipality	Beltinci	Beltinci
        SI-003	SI		Municipality	Bled	Bled
        SI-004	SI		Municipality	Bohinj	Bohinj
        SI-005	SI		Municipality	Borovnica	Borovnica
        SI-006	SI		Municipality	Bovec	Bovec
        SI-007	SI		Municipality	Brda	Brda
        SI-008	SI		Municipality	Brezovica	Brezovica
        SI-009	SI		Municipality	Brezice	Brežice
        SI-010	SI		Municipality	Tisina	Tišina
        SI-011	SI		Municipality	Celje	Celje
        SI-012	SI		Municipality	Cerklje na Gorenjskem	Cerklje na Gorenjskem
        SI-013	SI		Municipality	Cerknica	Cerknica
        SI-014	SI		Municipality	Cerkno	Cerkno
        SI-015	SI		Municipality	Crensovci	Črenšovci
        SI-016	SI		Municipality	Črna na Koroškem	Črna na Koroškem
        SI-017	SI		Municipality	Crnomelj	Črnomelj
        SI-018	SI		Municipality	Destrnik	Destrnik
        SI-019	SI		Municipality	Divaca	Divača
        SI-020	SI		Municipality	Dobrepolje	Dobrepolje
        SI-021	SI		Municipality	Dobrova-Polhov Gradec	Dobrova-Polhov Gradec
        SI-022	SI		Municipality	Dol pri Ljubljani	Dol pri Ljubljani
        SI-023	SI		Municipality	Domzale	Domžale
        SI-024	SI		Municipality	Dornava	Dornava
        SI-025	SI		Municipality	Dravograd	Dravograd
        SI-026	SI		Municipality	Duplek	Duplek
        SI-027	SI		Municipality	Gorenja vas-Poljane	Gorenja vas-Poljane
        SI-028	SI		Municipality	Gorisnica	Gorišnica
        SI-029	SI		Municipality	Gornja Radgona	Gornja Radgona
        SI-030	SI		Municipality	Gornji Grad	Gornji Grad
        SI-031	SI		Municipality	Gornji Petrovci	Gornji Petrovci
        SI-032	SI		Municipality	Grosuplje	Grosuplje
        SI-033	SI		Municipality	Salovci	Šalovci
        SI-034	SI		Municipality	Hrastnik	Hrastnik
        SI-035	SI		Municipality	Hrpelje-Kozina	Hrpelje-Kozina
        SI-036	SI		Municipality	Idrija	Idrija
        SI-037	SI		Municipality	Ig	Ig
        SI-038	SI		Municipality	Ilirska Bistrica	Ilirska Bistrica
        SI-039	SI		Municipality	Ivancna Gorica	Ivančna Gorica
        SI-040	SI		Municipality	Izola	Izola
        SI-041	SI		Municipality	Jesenice	Jesenice
        SI-042	SI		Municipality	Jursinci	Juršinci
        SI-043	SI		Municipality	Kamnik	Kamnik
        SI-044	SI		Municipality	Kanal	Kanal
        SI-045	SI		Municipality	Kidričevo	Kidričevo
        SI-046	SI		Municipality	Kobarid	Kobarid
        SI-047	SI		Municipality	Kobilje	Kobilje
        SI-048	SI		Municipality	Kocevje	Kočevje
        SI-049	SI		Municipality	Komen	Komen
        SI-050	SI		Municipality	Koper	Koper
        SI-051	SI		Municipality	Kozje	Kozje
        SI-052	SI		Municipality	Kranj	Kranj
        SI-053	SI		Municipality	Kranjska Gora	Kranjska Gora
        SI-054	SI		Municipality	Krsko	Krško
        SI-055	SI		Municipality	Kungota	Kungota
        SI-056	SI		Municipality	Kuzma	Kuzma
        SI-057	SI		Municipality	Lasko	Laško
        SI-058	SI		Municipality	Lenart	Lenart
        SI-059	SI		Municipality	Lendava	Lendava
        SI-060	SI		Municipality	Litija	Litija
        SI-061	SI		Municipality	Ljubljana	Ljubljana
        SI-062	SI		Municipality	Ljubno	Ljubno
        SI-063	SI		Municipality	Ljutomer	Ljutomer
        SI-064	SI		Municipality	Logatec	Logatec
        SI-065	SI		Municipality	Loška dolina	Loška dolina
        SI-066	SI		Municipality	Loški Potok	Loški Potok
        SI-067	SI		Municipality	Luce	Luče
        SI-068	SI		Municipality	Lukovica	Lukovica
        SI-069	SI		Municipality	Majsperk	Majšperk
        SI-070	SI		Municipality	Maribor	Maribor
        SI-071	SI		Municipality	Medvode	Medvode
        SI-072	SI		Municipality	Menges	Mengeš
        SI-073	SI		Municipality	Metlika	Metlika
        SI-074	SI		Municipality	Mezica	Mežica
        SI-075	SI		Municipality	Miren-Kostanjevica	Miren-Kostanjevica
        SI-076	SI		Municipality	Mislinja	Mislinja
        SI-077	SI		Municipality	Moravce	Moravče
        SI-078	SI		Municipality	Moravske Toplice	Moravske Toplice
        SI-079	SI		Municipality	Mozirje	Mozirje
        SI-080	SI		Municipality	Murska Sobota	Murska Sobota
        SI-081	SI		Municipality	Muta	Muta
        SI-082	SI		Municipality	Naklo	Naklo
        SI-083	SI		Municipality	Nazarje	Nazarje
        SI-084	SI		Municipality	Nova Gorica	Nova Gorica
        SI-085	SI		Municipality	Novo Mesto	Novo Mesto
        SI-086	SI		Municipality	Odranci	Odranci
        SI-087	SI		Municipality	Ormož	Ormož
        SI-088	SI		Municipality	Osilnica	Osilnica
        SI-089	SI		Municipality	Pesnica	Pesnica
        SI-090	SI		Municipality	Piran	Piran
        SI-091	SI		Municipality	Pivka	Pivka
        SI-092	SI		Municipality	Podčetrtek	Podčetrtek
        SI-093	SI		Municipality	Podvelka	Podvelka
        SI-094	SI		Municipality	Postojna	Postojna
        SI-095	SI		Municipality	Preddvor	Preddvor
        SI-096	SI		Municipality	Ptuj	Ptuj
        SI-097	SI		Municipality	Puconci	Puconci
        SI-098	SI		Municipality	Rače-Fram	Rače-Fram
        SI-099	SI		Municipality	Radeče	Radeče
        SI-100	SI		Municipality	Radenci	Radenci
        SI-101	SI		Municipality	Radlje ob Dravi	Radlje ob Dravi
        SI-102	SI		Municipality	Radovljica	Radovljica
        SI-103	SI		Municipality	Ravne na Koroškem	Ravne na Koroškem
        SI-104	SI		Municipality	Ribnica	Ribnica
        SI-105	SI		Municipality	Rogašovci	Rogašovci
        SI-106	SI		Municipality	Rogaška Slatina	Rogaška Slatina
        SI-107	SI		Municipality	Rogatec	Rogatec
        SI-108	SI		Municipality	Ruše	Ruše
        SI-109	SI		Municipality	Semic	Semič
        SI-110	SI		Municipality	Sevnica	Sevnica
        SI-111	SI		Municipality	Sezana	Sežana
        SI-112	SI		Municipality	Slovenj Gradec	Slovenj Gradec
        SI-113	SI		Municipality	Slovenska Bistrica	Slovenska Bistrica
        SI-114	SI		Municipality	Slovenske Konjice	Slovenske Konjice
        SI-115	SI		Municipality	Starše	Starše
        SI-116	SI		Municipality	Sveti Jurij ob Ščavnici	Sveti Jurij ob Ščavnici
        SI-117	SI		Municipality	Šenčur	Šenčur
        SI-118	SI		Municipality	Šentilj	Šentilj
        SI-119	SI		Municipality	Šentjernej	Šentjernej
        SI-120	SI		Municipality	Šentjur	Šentjur
        SI-121	SI		Municipality	Skocjan	Škocjan
        SI-122	SI		Municipality	Škofja Loka	Škofja Loka
        SI-123	SI		Municipality	Skofljica	Škofljica
        SI-124	SI		Municipality	Šmarje pri Jelšah	Šmarje pri Jelšah
        SI-125	SI		Municipality	Šmartno ob Paki	Šmartno ob Paki
        SI-126	SI		Municipality	Sostanj	Šoštanj
        SI-127	SI		Municipality	Store	Štore
        SI-128	SI		Municipality	Tolmin	Tolmin
        SI-129	SI		Municipality	Trbovlje	Trbovlje
        SI-130	SI		Municipality	Trebnje	Trebnje
        SI-131	SI		Municipality	Tržič	Tržič
        SI-132	SI		Municipality	Turnisce	Turnišče
        SI-133	SI		Municipality	Velenje	Velenje
        SI-134	SI		Municipality	Velike Lašče	Velike Lašče
        SI-135	SI		Municipality	Videm	Videm
        SI-136	SI		Municipality	Vipava	Vipava
        SI-137	SI		Municipality	Vitanje	Vitanje
        SI-138	SI		Municipality	Vodice	Vodice
        SI-139	SI		Municipality	Vojnik	Vojnik
        SI-140	SI		Municipality	Vrhnika	Vrhnika
        SI-141	SI		Municipality	Vuzenica	Vuzenica
        SI-142	SI		Municipality	Zagorje ob Savi	Zagorje ob Savi
        SI-143	SI		Municipality	Zavrc	Zavrč
        SI-144	SI		Municipality	Zrece	Zreče
        SI-146	SI		Municipality	Železniki	Železniki
        SI-147	SI		Municipality	Ziri	Žiri
        SI-148	SI		Municipality	Benedikt	Benedikt
        SI-149	SI		Municipality	Bistrica ob Sotli	Bistrica ob Sotli
        SI-150	SI		Municipality	Bloke	Bloke
        SI-151	SI		Municipality	Braslovce	Braslovče
        SI-152	SI		Municipality	Cankova	Cankova
        SI-153	SI		Municipality	Cerkvenjak	Cerkvenjak
        SI-154	SI		Municipality	Dobje	Dobje
        SI-155	SI		Municipality	Dobrna	Dobrna
        SI-156	SI		Municipality	Dobrovnik	Dobrovnik
        SI-157	SI		Municipality	Dolenjske Toplice	Dolenjske Toplice
        SI-158	SI		Municipality	Grad	Grad
        SI-159	SI		Municipality	Hajdina	Hajdina
        SI-160	SI		Municipality	Hoce-Slivnica	Hoče-Slivnica
        SI-161	SI		Municipality	Hodoš	Hodoš
        SI-162	SI		Municipality	Horjul	Horjul
        SI-163	SI		Municipality	Jezersko	Jezersko
        SI-164	SI		Municipality	Komenda	Komenda
        SI-165	SI		Municipality	Kostel	Kostel
        SI-166	SI		Municipality	Križevci	Križevci
        SI-167	SI		Municipality	Lovrenc na Pohorju	Lovrenc na Pohorju
        SI-168	SI		Municipality	Markovci	Markovci
        SI-169	SI		Municipality	Miklavž na Dravskem polju	Miklavž na Dravskem polju
        SI-170	SI		Municipality	Mirna Pec	Mirna Peč
        SI-171	SI		Municipality	Oplotnica	Oplotnica
        SI-172	SI		Municipality	Podlehnik	Podlehnik
        SI-173	SI		Municipality	Polzela	Polzela
        SI-174	SI		Municipality	Prebold	Prebold
        SI-175	SI		Municipality	Prevalje	Prevalje
        SI-176	SI		Municipality	Razkrižje	Razkrižje
        SI-177	SI		Municipality	Ribnica na Pohorju	Ribnica na Pohorju
        SI-178	SI		Municipality	Selnica ob Dravi	Selnica ob Dravi
        SI-179	SI		Municipality	Sodrazica	Sodražica
        SI-180	SI		Municipality	Solcava	Solčava
        SI-181	SI		Municipality	Sveta Ana	Sveta Ana
        SI-182	SI		Municipality	Sveti Andraž v Slovenskih goricah	Sveti Andraž v Slovenskih goricah
        SI-183	SI		Municipality	Šempeter-Vrtojba	Šempeter-Vrtojba
        SI-184	SI		Municipality	Tabor	Tabor
        SI-185	SI		Municipality	Trnovska Vas	Trnovska Vas
        SI-186	SI		Municipality	Trzin	Trzin
        SI-187	SI		Municipality	Velika Polana	Velika Polana
        SI-188	SI		Municipality	Veržej	Veržej
        SI-189	SI		Municipality	Vransko	Vransko
        SI-190	SI		Municipality	Zalec	Žalec
        SI-191	SI		Municipality	Zetale	Žetale
        SI-192	SI		Municipality	Zirovnica	Žirovnica
        SI-193	SI		Municipality	Žužemberk	Žužemberk
        SI-194	SI		Municipality	Šmartno pri Litiji	Šmartno pri Litiji
        SI-195	SI		Municipality	Apače	Apače
        SI-196	SI		Municipality	Cirkulane	Cirkulane
        SI-197	SI		Municipality	Kosanjevica na Krki	Kosanjevica na Krki
        SI-198	SI		Municipality	Makole	Makole
        SI-199	SI		Municipality	Mokronog-Trebelno	Mokronog-Trebelno
        SI-200	SI		Municipality	Poljčane	Poljčane
        SI-201	SI		Municipality	Renče-Vogrsko	Renče-Vogrsko
        SI-202	SI		Municipality	Središče ob Dravi	Središče ob Dravi
        SI-203	SI		Municipality	Straža	Straža
        SI-204	SI		Municipality	Sveta Trojica v Slovenskih goricah	Sveta Trojica v Slovenskih goricah
        SI-205	SI		Municipality	Sveti Tomaž	Sveti Tomaž
        SI-206	SI		Municipality	Šmarješke Toplice	Šmarješke Toplice
        SI-207	SI		Municipality	Gorje	Gorje
        SI-208	SI		Municipality	Log-Dragomer	Log-Dragomer
        SI-209	SI		Municipality	Rečica ob Savinji	Rečica ob Savinji
        SI-210	SI		Municipality	Sveti Jurij v Slovenskih goricah	Sveti Jurij v Slovenskih goricah
        SI-211	SI		Municipality	Šentrupert	Šentrupert
        SI-212	SI		Municipality	Mirna	Mirna
        SI-213	SI		Municipality	Ankaran	Ankaran
        SK-BC	SK		Region	Banskobystrický kraj	Banskobystrický kraj
        SK-BL	SK		Region	Bratislavsky kraj	Bratislavský kraj
        SK-KI	SK		Region	Kosicky kraj	Košický kraj
        SK-NI	SK		Region	Nitriansky kraj	Nitriansky kraj
        SK-PV	SK		Region	Presovsky kraj	Prešovský kraj
        SK-TA	SK		Region	Trnavsky kraj	Trnavský kraj
        SK-TC	SK		Region	Trenčiansky kraj	Trenčiansky kraj
        SK-ZI	SK		Region	Zilinsky kraj	Žilinský kraj
        SL-E	SL		Province	Doğu	Eastern
        SL-N	SL		Province	Kuzey	Northern
        SL-NW	SL		Province	North Western	North Western
        SL-S	SL		Province	Güney	Southern
        SL-W	SL		Area	Western Area (Freetown)	Western Area (Freetown)
        SM-01	SM		Municipality	Acquaviva	Acquaviva
        SM-02	SM		Municipality	Chiesanuova	Chiesanuova
        SM-03	SM		Municipality	Domagnano	Domagnano
        SM-04	SM		Municipality	Faetano	Faetano
        SM-05	SM		Municipality	Fiorentino	Fiorentino
        SM-06	SM		Municipality	Borgo Maggiore	Borgo Maggiore
        SM-07	SM		Municipality	Città di San Marino	Città di San Marino
        SM-08	SM		Municipality	Montegiardino	Montegiardino
        SM-09	SM		Municipality	Serravalle	Serravalle
        SN-DB	SN		Region	Diourbel	Diourbel
        SN-DK	SN		Region	Dakar	Dakar
        SN-FK	SN		Region	Fatick	Fatick
        SN-KA	SN		Region	Kaffrine	Kaffrine
        SN-KD	SN		Region	Kolda	Kolda
        SN-KE	SN		Region	Kédougou	Kédougou
        SN-KL	SN		Region	Kaolack	Kaolack
        SN-LG	SN		Region	Louga	Louga
        SN-MT	SN		Region	Matam	Matam
        SN-SE	SN		Region	Sédhiou	Sédhiou
        SN-SL	SN		Region	Saint-Louis	Saint-Louis
        SN-TC	SN		Region	Tambacounda	Tambacounda
        SN-TH	SN		Region	Thies	Thiès
        SN-ZG	SN		Region	Ziguinchor	Ziguinchor
        SO-AW	SO		Region	Awdal	Awdal
        SO-BK	SO		Region	Bakool	Bakool
        SO-BN	SO		Region	Banaadir	Banaadir
        SO-BR	SO		Region	Bari	Bari
        SO-BY	SO		Region	Bay	Bay
        SO-GA	SO		Region	Galguduud	Galguduud
        SO-GE	SO		Region	Gedo	Gedo
        SO-HI	SO		Region	Hiiraan	Hiiraan
        SO-JD	SO		Region	Jubbada Dhexe	Jubbada Dhexe
        SO-JH	SO		Region	Jubbada Hoose	Jubbada Hoose
        SO-MU	SO		Region	Mudug	Mudug
        SO-NU	SO		Region	Nugaal	Nugaal
        SO-SA	SO		Region	Sanaag	Sanaag
        SO-SD	SO		Region	Shabeellaha Dhexe	Shabeellaha Dhexe
        SO-SH	SO		Region	Shabeellaha Hoose	Shabeellaha Hoose
        SO-SO	SO		Region	Sool	Sool
        SO-TO	SO		Region	Togdheer	Togdheer
        SO-WO	SO		Region	Woqooyi Galbeed	Woqooyi Galbeed
        SR-BR	SR		District	Brokopondo	Brokopondo
        SR-CM	SR		District	Commewijne	Commewijne
        SR-CR	SR		District	Coronie	Coronie
        SR-MA	SR		District	Marowijne	Marowijne
        SR-NI	SR		District	Nickerie	Nickerie
        SR-PM	SR		District	Paramaribo	Paramaribo
        SR-PR	SR		District	Para	Para
        SR-SA	SR		District	Saramacca	Saramacca
        SR-SI	SR		District	Sipaliwini	Sipaliwini
        SR-WA	SR		District	Wanica	Wanica
        SS-BN	SS		State	Northern Bahr el Ghazal	Northern Bahr el Ghazal
        SS-BW	SS		State	Western Bahr el Ghazal	Western Bahr el Ghazal
        SS-EC	SS		State	Central Equatoria	Central Equatoria
        SS-EE	SS		State	Eastern Equatoria	Eastern Equatoria
        SS-EW	SS		State	Western Equatoria	Western Equatoria
        SS-JG	SS		State	Jonglei	Jonglei
        SS-LK	SS		State	Lakes	Lakes
        SS-NU	SS		State	Upper Nile	Upper Nile
        SS-UY	SS		State	Unity	Unity
        SS-WR	SS		State	Warrap	Warrap
        ST-01	ST		District	Água Grande	Água Grande
        ST-02	ST		District	Cantagalo	Cantagalo
        ST-03	ST		District	Caué	Caué
        ST-04	ST		District	Lembá	Lembá
        ST-05	ST		District	Lobata	Lobata
        ST-06	ST		District	Mé-Zóchi	Mé-Zóchi
        ST-P	ST		Autonomous region	Príncipe	Príncipe
        SV-AH	SV		Department	Ahuachapán	Ahuachapán
        SV-CA	SV		Department	Cabanas	Cabañas
        SV-CH	SV		Department	Chalatenango	Chalatenango
        SV-CU	SV		Department	Cuscatlán	Cuscatlán
        SV-LI	SV		Department	La Libertad	La Libertad
        SV-MO	SV		Department	Morazan	Morazán
        SV-PA	SV		Department	La Paz	La Paz
        SV-SA	SV		Department	Santa Ana	Santa Ana
        SV-SM	SV		Department	San Miguel	San Miguel
        SV-SO	SV		Department	Sonsonate	Sonsonate
        SV-SS	SV		Department	San Salvador	San Salvador
        SV-SV	SV		Department	San Vicente	San Vicente
        SV-UN	SV		Department	La Union	La Unión
        SV-US	SV		Department	Usulután	Usulután
        SY-DI	SY		Province	Dimashq	Dimashq
        SY-DR	SY		Province	Dar'ā	Dar'ā
        SY-DY	SY		Province	Dayr az Zawr	Dayr az Zawr
        SY-HA	SY		Province	Al Ḩasakah	Al Ḩasakah
        SY-HI	SY		Province	Ḩimş	Ḩimş
        SY-HL	SY		Province	Ḩalab	Ḩalab
        SY-HM	SY		Province	Ḩamāh	Ḩamāh
        SY-ID	SY		Province	İdlib	Idlib
        SY-LA	SY		Province	Al Lādhiqīyah	Al Lādhiqīyah
        SY-QU	SY		Province	Al Qunayţirah	Al Qunayţirah
        SY-RA	SY		Province	Ar Raqqah	Ar Raqqah
        SY-RD	SY		Province	Rīf Dimashq	Rīf Dimashq
        SY-SU	SY		Province	As Suwaydā'	As Suwaydā'
        SY-TA	SY		Province	Ţarţūs	Ţarţūs
        SZ-HH	SZ		Region	Hhohho	Hhohho
        SZ-LU	SZ		Region	Lubombo	Lubombo
        SZ-MA	SZ		Region	Manzini	Manzini
        SZ-SH	SZ		Region	Shiselweni	Shiselweni
        TD-BA	TD		Province	Al Baţḩā’	Al Baţḩā’
        TD-BG	TD		Province	Bahr el Ghazal	Bahr el Ghazal
        TD-BO	TD		Province	Borkou	Borkou
        TD-CB	TD		Province	Chari-Baguirmi	Chari-Baguirmi
        TD-EE	TD		Province	Ennedi-Est	Ennedi-Est
        TD-EO	TD		Province	Ennedi-Ouest	Ennedi-Ouest
        TD-GR	TD		Province	Guéra	Guéra
        TD-HL	TD		Province	Hadjer Lamis	Hadjer Lamis
        TD-KA	TD		Province	Kanem	Kanem
        TD-LC	TD		Province	Al Buḩayrah	Al Buḩayrah
        TD-LO	TD		Province	Logone-Occidental	Logone-Occidental
        TD-LR	TD		Province	Logone-Oriental	Logone-Oriental
        TD-MA	TD		Province	Mandoul	Mandoul
        TD-MC	TD		Province	Moyen-Chari	Moyen-Chari
        TD-ME	TD		Province	Mayo-Kebbi-Est	Mayo-Kebbi-Est
        TD-MO	TD		Province	Mayo-Kebbi-Ouest	Mayo-Kebbi-Ouest
        TD-ND	TD		Province	Madīnat Injamīnā	Madīnat Injamīnā
        TD-OD	TD		Province	Ouaddaï	Ouaddaï
        TD-SA	TD		Province	Salamat	Salamat
        TD-SI	TD		Province	Sila	Sila
        TD-TA	TD		Province	Tandjilé	Tandjilé
        TD-TI	TD		Province	Tibastī	Tibastī
        TD-WF	TD		Province	Wadi Fira	Wadi Fira
        TG-C	TG		Region	Centrale	Centrale
        TG-K	TG		Region	Kara	Kara
        TG-M	TG		Region	Maritime (Région)	Maritime (Région)
        TG-P	TG		Region	Plateaux	Plateaux
        TG-S	TG		Region	Savanes	Savanes
        TH-10	TH		Metropolitan administration	Krung Thep Maha Nakhon	Krung Thep Maha Nakhon
        TH-11	TH		Province	Samut Prakan	Samut Prakan
        TH-12	TH		Province	Nonthaburi	Nonthaburi
        TH-13	TH		Province	Pathum Thani	Pathum Thani
        TH-14	TH		Province	Phra Nakhon Si Ayutthaya	Phra Nakhon Si Ayutthaya
        TH-15	TH		Province	Ang Thong	Ang Thong
        TH-16	TH		Province	Lop Buri	Lop Buri
        TH-17	TH		Province	Sing Buri	Sing Buri
        TH-18	TH		Province	Chai Nat	Chai Nat
        TH-19	TH		Province	Saraburi	Saraburi
        TH-20	TH		Province	Chon Buri	Chon Buri
        TH-21	TH		Province	Rayong	Rayong
        TH-22	TH		Province	Chanthaburi	Chanthaburi
        TH-23	TH		Province	Trat	Trat
        TH-24	TH		Province	Chachoengsao	Chachoengsao
        TH-25	TH		Province	Prachin Buri	Prachin Buri
        TH-26	TH		Province	Nakhon Nayok	Nakhon Nayok
        TH-27	TH		Province	Sa Kaeo	Sa Kaeo
        TH-30	TH		Province	Nakhon Ratchasima	Nakhon Ratchasima
        TH-31	TH		Province	Buri Ram	Buri Ram
        TH-32	TH		Province	Surin	Surin
        TH-33	TH		Province	Si Sa Ket	Si Sa Ket
        TH-34	TH		Province	Ubon Ratchathani	Ubon Ratchathani
        TH-35	TH		Province	Yasothon	Yasothon
        TH-36	TH		Province	Chaiyaphum	Chaiyaphum
        TH-37	TH		Province	Amnat Charoen	Amnat Charoen
        TH-38	TH		Province	Bueng Kan	Bueng Kan
        TH-39	TH		Province	Nong Bua Lam Phu	Nong Bua Lam Phu
        TH-40	TH		Province	Khon Kaen	Khon Kaen
        TH-41	TH		Province	Udon Thani	Udon Thani
        TH-42	TH		Province	Loei	Loei
        TH-43	TH		Province	Nong Khai	Nong Khai
        TH-44	TH		Province	Maha Sarakham	Maha Sarakham
        TH-45	TH		Province	Roi Et	Roi Et
        TH-46	TH		Province	Kalasin	Kalasin
        TH-47	TH		Province	Sakon Nakhon	Sakon Nakhon
        TH-48	TH		Province	Nakhon Phanom	Nakhon Phanom
        TH-49	TH		Province	Mukdahan	Mukdahan
        TH-50	TH		Province	Chiang Mai	Chiang Mai
        TH-51	TH		Province	Lamphun	Lamphun
        TH-52	TH		Province	Lampang	Lampang
        TH-53	TH		Province	Uttaradit	Uttaradit
        TH-54	TH		Province	Phrae	Phrae
        TH-55	TH		Province	Nan	Nan
        TH-56	TH		Province	Phayao	Phayao
        TH-57	TH		Province	Chiang Rai	Chiang Rai
        TH-58	TH		Province	Mae Hong Son	Mae Hong Son
        TH-60	TH		Province	Nakhon Sawan	Nakhon Sawan
        TH-61	TH		Province	Uthai Thani	Uthai Thani
        TH-62	TH		Province	Kamphaeng Phet	Kamphaeng Phet
        TH-63	TH		Province	Tak	Tak
        TH-64	TH		Province	Sukhothai	Sukhothai
        TH-65	TH		Province	Phitsanulok	Phitsanulok
        TH-66	TH		Province	Phichit	Phichit
        TH-67	TH		Province	Phetchabun	Phetchabun
        TH-70	TH		Province	Ratchaburi	Ratchaburi
        TH-71	TH		Province	Kanchanaburi	Kanchanaburi
        TH-72	TH		Province	Suphan Buri	Suphan Buri
        TH-73	TH		Province	Nakhon Pathom	Nakhon Pathom
        TH-74	TH		Province	Samut Sakhon	Samut Sakhon
        TH-75	TH		Province	Samut Songkhram	Samut Songkhram
        TH-76	TH		Province	Phetchaburi	Phetchaburi
        TH-77	TH		Province	Prachuap Khiri Khan	Prachuap Khiri Khan
        TH-80	TH		Province	Nakhon Si Thammarat	Nakhon Si Thammarat
        TH-81	TH		Province	Krabi	Krabi
        TH-82	TH		Province	Phangnga	Phangnga
        TH-83	TH		Province	Phuket	Phuket
        TH-84	TH		Province	Surat Thani	Surat Thani
        TH-85	TH		Province	Ranong	Ranong
        TH-86	TH		Province	Chumphon	Chumphon
        TH-90	TH		Province	Songkhla	Songkhla
        TH-91	TH		Province	Satun	Satun
        TH-92	TH		Province	Trang	Trang
        TH-93	TH		Province	Phatthalung	Phatthalung
        TH-94	TH		Province	Pattani	Pattani
        TH-95	TH		Province	Yala	Yala
        TH-96	TH		Province	Narathiwat	Narathiwat
        TH-S	TH		Special administrative city	Phatthaya	Phatthaya
        TJ-DU	TJ		Capital territory	Dushanbe	Dushanbe
        TJ-GB	TJ		Autonomous region	Kŭhistoni Badakhshon	Kŭhistoni Badakhshon
        TJ-KT	TJ		Region	Khatlon	Khatlon
        TJ-RA	TJ		Districts under republic administration	nohiyahoi tobei jumhurí	nohiyahoi tobei jumhurí
        TJ-SU	TJ		Region	Sughd	Sughd
        TL-AL	TL		Municipality	Aileu	Aileu
        TL-AN	TL		Municipality	Ainaro	Ainaro
        TL-BA	TL		Municipality	Baucau	Baucau
        TL-BO	TL		Municipality	Bobonaro	Bobonaro
        TL-CO	TL		Municipality	Cova Lima	Cova Lima
        TL-DI	TL		Municipality	Díli	Díli
        TL-ER	TL		Municipality	Ermera	Ermera
        TL-LA	TL		Municipality	Lautein	Lautein
        TL-LI	TL		Municipality	Likisá	Likisá
        TL-MF	TL		Municipality	Manufahi	Manufahi
        TL-MT	TL		Municipality	Manatuto	Manatuto
        TL-OE	TL		Special administrative region	Oekusi-Ambenu	Oekusi-Ambenu
        TL-VI	TL		Municipality	Vikeke	Vikeke
        TM-A	TM		Region	Ahal	Ahal
        TM-B	TM		Region	Balkan	Balkan
        TM-D	TM		Region	Daşoguz	Daşoguz
        TM-L	TM		Region	Lebap	Lebap
        TM-M	TM		Region	Mary	Mary
        TM-S	TM		City	Aşgabat	Aşgabat
        TN-11	TN		Governorate	Tunis	Tunis
        TN-12	TN		Governorate	L'Ariana	L'Ariana
        TN-13	TN		Governorate	Ben Arous	Ben Arous
        TN-14	TN		Governorate	La Manouba	La Manouba
        TN-21	TN		Governorate	Nabeul	Nabeul
        TN-22	TN		Governorate	Zaghouan	Zaghouan
        TN-23	TN		Governorate	Bizerte	Bizerte
        TN-31	TN		Governorate	Béja	Béja
        TN-32	TN		Governorate	Jendouba	Jendouba
        TN-33	TN		Governorate	Le Kef	Le Kef
        TN-34	TN		Governorate	Siliana	Siliana
        TN-41	TN		Governorate	Kairouan	Kairouan
        TN-42	TN		Governorate	Kasserine	Kasserine
        TN-43	TN		Governorate	Sidi Bouzid	Sidi Bouzid
        TN-51	TN		Governorate	Sousse	Sousse
        TN-52	TN		Governorate	Monastir	Monastir
        TN-53	TN		Governorate	Mahdia	Mahdia
        TN-61	TN		Governorate	Sfax	Sfax
        TN-71	TN		Governorate	Gafsa	Gafsa
        TN-72	TN		Governorate	Tozeur	Tozeur
        TN-73	TN		Governorate	Kébili	Kébili
        TN-81	TN		Governorate	Gabes	Gabès
        TN-82	TN		Governorate	Médenine	Médenine
        TN-83	TN		Governorate	Tataouine	Tataouine
        TO-01	TO		Division	'Eua	'Eua
        TO-02	TO		Division	Ha'apai	Ha'apai
        TO-03	TO		Division	Niuas	Niuas
        TO-04	TO		Division	Tongatapu	Tongatapu
        TO-05	TO		Division	Vava'u	Vava'u
        TR-01	TR		Province	Adana	Adana
        TR-02	TR		Province	Adıyaman	Adıyaman
        TR-03	TR		Province	Afyonkarahisar	Afyonkarahisar
        TR-04	TR		Province	Ağrı	Ağrı
        TR-05	TR		Province	Amasya	Amasya
        TR-06	TR		Province	Ankara	Ankara
        TR-07	TR		Province	Antalya	Antalya
        TR-08	TR		Province	Artvin	Artvin
        TR-09	TR		Province	Aydın	Aydın
        TR-10	TR		Province	Balıkesir	Balıkesir
        TR-11	TR		Province	Bilecik	Bilecik
        TR-12	TR		Province	Bingöl	Bingöl
        TR-13	TR		Province	Bitlis	Bitlis
        TR-14	TR		Province	Bolu	Bolu
        TR-15	TR		Province	Burdur	Burdur
        TR-16	TR		Province	Bursa	Bursa
        TR-17	TR		Province	Çanakkale	Çanakkale
        TR-18	TR		Province	Çankırı	Çankırı
        TR-19	TR		Province	Çorum	Çorum
        TR-20	TR		Province	Denizli	Denizli
        TR-21	TR		Province	Diyarbakır	Diyarbakır
        TR-22	TR		Province	Edirne	Edirne
        TR-23	TR		Province	Elazığ	Elazığ
        TR-24	TR		Province	Erzincan	Erzincan
        TR-25	TR		Province	Erzurum	Erzurum
        TR-26	TR		Province	Eskişehir	Eskişehir
        TR-27	TR		Province	Gaziantep	Gaziantep
        TR-28	TR		Province	Giresun	Giresun
        TR-29	TR		Province	Gümüşhane	Gümüşhane
        TR-30	TR		Province	Hakkâri	Hakkâri
        TR-31	TR		Province	Hatay	Hatay
        TR-32	TR		Province	Isparta	Isparta
        TR-33	TR		Province	Mersin	Mersin
        TR-34	TR		Province	İstanbul	İstanbul
        TR-35	TR		Province	İzmir	İzmir
        TR-36	TR		Province	Kars	Kars
        TR-37	TR		Province	Kastamonu	Kastamonu
        TR-38	TR		Province	Kayseri	Kayseri
        TR-39	TR		Province	Kırklareli	Kırklareli
        TR-40	TR		Province	Kırşehir	Kırşehir
        TR-41	TR		Province	Kocaeli	Kocaeli
        TR-42	TR		Province	Konya	Konya
        TR-43	TR		Province	Kütahya	Kütahya
        TR-44	TR		Province	Malatya	Malatya
        TR-45	TR		Province	Manisa	Manisa
        TR-46	TR		Province	Kahramanmaraş	Kahramanmaraş
        TR-47	TR		Province	Mardin	Mardin
        TR-48	TR		Province	Muğla	Muğla
        TR-49	TR		Province	Muş	Muş
        TR-50	TR		Province	Nevşehir	Nevşehir
        TR-51	TR		Province	Niğde	Niğde
        TR-52	TR		Province	Ordu	Ordu
        TR-53	TR		Province	Rize	Rize
        TR-54	TR		Province	Sakarya	Sakarya
        TR-55	TR		Province	Samsun	Samsun
        TR-56	TR		Province	Siirt	Siirt
        TR-57	TR		Province	Sinop	Sinop
        TR-58	TR		Province	Sivas	Sivas
        TR-59	TR		Province	Tekirdağ	Tekirdağ
        TR-60	TR		Province	Tokat	Tokat
        TR-61	TR		Province	Trabzon	Trabzon
        TR-62	TR		Province	Tunceli	Tunceli
        TR-63	TR		Province	Şanlıurfa	Şanlıurfa
        TR-64	TR		Province	Uşak	Uşak
        TR-65	TR		Province	Van	Van
        TR-66	TR		Province	Yozgat	Yozgat
        TR-67	TR		Province	Zonguldak	Zonguldak
        TR-68	TR		Province	Aksaray	Aksaray
        TR-69	TR		Province	Bayburt	Bayburt
        TR-70	TR		Province	Karaman	Karaman
        TR-71	TR		Province	Kırıkkale	Kırıkkale
        TR-72	TR		Province	Batman	Batman
        TR-73	TR		Province	Şırnak	Şırnak
        TR-74	TR		Province	Bartın	Bartın
        TR-75	TR		Province	Ardahan	Ardahan
        TR-76	TR		Province	Iğdır	Iğdır
        TR-77	TR		Province	Yalova	Yalova
        TR-78	TR		Province	Karabük	Karabük
        TR-79	TR		Province	Kilis	Kilis
        TR-80	TR		Province	Osmaniye	Osmaniye
        TR-81	TR		Province	Düzce	Düzce
        TT-ARI	TT		Borough	Arima	Arima
        TT-CHA	TT		Borough	Chaguanas	Chaguanas
        TT-CTT	TT		Region	Couva-Tabaquite-Talparo	Couva-Tabaquite-Talparo
        TT-DMN	TT		Region	Diego Martin	Diego Martin
        TT-MRC	TT		Region	Mayaro-Rio Claro	Mayaro-Rio Claro
        TT-PED	TT		Region	Penal-Debe	Penal-Debe
        TT-POS	TT		City	Port of Spain	Port of Spain
        TT-PRT	TT		Region	Princes Town	Princes Town
        TT-PTF	TT		Borough	Point Fortin	Point Fortin
        TT-SFO	TT		City	San Fernando	San Fernando
        TT-SGE	TT		Region	Sangre Grande	Sangre Grande
        TT-SIP	TT		Region	Siparia	Siparia
        TT-SJL	TT		Region	San Juan-Laventille	San Juan-Laventille
        TT-TOB	TT		Ward	Tobago	Tobago
        TT-TUP	TT		Region	Tunapuna-Piarco	Tunapuna-Piarco
        TV-FUN	TV		Town council	Funafuti	Funafuti
        TV-NIT	TV		Island council	Niutao	Niutao
        TV-NKF	TV		Island council	Nukufetau	Nukufetau
        TV-NKL	TV		Island council	Nukulaelae	Nukulaelae
        TV-NMA	TV		Island council	Nanumea	Nanumea
        TV-NMG	TV		Island council	Nanumaga	Nanumaga
        TV-NUI	TV		Island council	Nui	Nui
        TV-VAI	TV		Island council	Vaitupu	Vaitupu
        TW-CHA	TW		County	Changhua	Changhua
        TW-CYI	TW		City	Chiayi	Chiayi
        TW-CYQ	TW		County	Chiayi	Chiayi
        TW-HSQ	TW		County	Hsinchu	Hsinchu
        TW-HSZ	TW		City	Hsinchu	Hsinchu
        TW-HUA	TW		County	Hualien	Hualien
        TW-ILA	TW		County	Yilan	Yilan
        TW-KEE	TW		City	Keelung	Keelung
        TW-KHH	TW		Special municipality	Kaohsiung	Kaohsiung
        TW-KIN	TW		County	Kinmen	Kinmen
        TW-LIE	TW		County	Lienchiang	Lienchiang
        TW-MIA	TW		County	Miaoli	Miaoli
        TW-NAN	TW		County	Nantou	Nantou
        TW-NWT	TW		Special municipality	New Taipei	New Taipei
        TW-PEN	TW		County	Penghu	Penghu
        TW-PIF	TW		County	Pingtung	Pingtung
        TW-TAO	TW		Special municipality	Taoyuan	Taoyuan
        TW-TNN	TW		Special municipality	Tainan	Tainan
        TW-TPE	TW		Special municipality	Taipei	Taipei
        TW-TTT	TW		County	Taitung	Taitung
        TW-TXG	TW		Special municipality	Taichung	Taichung
        TW-YUN	TW		County	Yunlin	Yunlin
        TZ-01	TZ		Region	Arusha	Arusha
        TZ-02	TZ		Region	Dar es Salaam	Dar es Salaam
        TZ-03	TZ		Region	Dodoma	Dodoma
        TZ-04	TZ		Region	Iringa	Iringa
        TZ-05	TZ		Region	Kagera	Kagera
        TZ-06	TZ		Region	Pemba North	Pemba North
        TZ-07	TZ		Region	Zanzibar North	Zanzibar North
        TZ-08	TZ		Region	Kigoma	Kigoma
        TZ-09	TZ		Region	Kilimanjaro	Kilimanjaro
        TZ-10	TZ		Region	Pemba South	Pemba South
        TZ-11	TZ		Region	Zanzibar South	Zanzibar South
        TZ-12	TZ		Region	Lindi	Lindi
        TZ-13	TZ		Region	Mara	Mara
        TZ-14	TZ		Region	Mbeya	Mbeya
        TZ-15	TZ		Region	Zanzibar West	Zanzibar West
        TZ-16	TZ		Region	Morogoro	Morogoro
        TZ-17	TZ		Region	Mtwara	Mtwara
        TZ-18	TZ		Region	Mwanza	Mwanza
        TZ-19	TZ		Region	Coast	Coast
        TZ-20	TZ		Region	Rukwa	Rukwa
        TZ-21	TZ		Region	Ruvuma	Ruvuma
        TZ-22	TZ		Region	Shinyanga	Shinyanga
        TZ-23	TZ		Region	Singida	Singida
        TZ-24	TZ		Region	Tabora	Tabora
        TZ-25	TZ		Region	Tanga	Tanga
        TZ-26	TZ		Region	Manyara	Manyara
        TZ-27	TZ		Region	Geita	Geita
        TZ-28	TZ		Region	Katavi	Katavi
        TZ-29	TZ		Region	Njombe	Njombe
        TZ-30	TZ		Region	Simiyu	Simiyu
        TZ-31	TZ		Region	Songwe	Songwe
        UA-05	UA		Region	Vinnytska oblast	Vinnytska oblast
        UA-07	UA		Region	Volynska oblast	Volynska oblast
        UA-09	UA		Region	Luhanska oblast	Luhanska oblast
        UA-12	UA		Region	Dnipropetrovska oblast	Dnipropetrovska oblast
        UA-14	UA		Region	Donetska oblast	Donetska oblast
        UA-18	UA		Region	Zhytomyrska oblast	Zhytomyrska oblast
        UA-21	UA		Region	Zakarpatska oblast	Zakarpatska oblast
        UA-23	UA		Region	Zaporizka oblast	Zaporizka oblast
        UA-26	UA		Region	Ivano-Frankivska oblast	Ivano-Frankivska oblast
        UA-30	UA		City	Kyiv	Kyiv
        UA-32	UA		Region	Kyivska oblast	Kyivska oblast
        UA-35	UA		Region	Kirovohradska oblast	Kirovohradska oblast
        UA-40	UA		City	Sevastopol	Sevastopol
        UA-43	UA		Republic	Avtonomna Respublika Krym	Avtonomna Respublika Krym
        UA-46	UA		Region	Lvivska oblast	Lvivska oblast
        UA-48	UA		Region	Mykolaivska oblast	Mykolaivska oblast
        UA-51	UA		Region	Odeska oblast	Odeska oblast
        UA-53	UA		Region	Poltavska oblast	Poltavska oblast
        UA-56	UA		Region	Rivnenska oblast	Rivnenska oblast
        UA-59	UA		Region	Sumska oblast	Sumska oblast
        UA-61	UA		Region	Ternopilska oblast	Ternopilska oblast
        UA-63	UA		Region	Kharkivska oblast	Kharkivska oblast
        UA-65	UA		Region	Khersonska oblast	Khersonska oblast
        UA-68	UA		Region	Khmelnytska oblast	Khmelnytska oblast
        UA-71	UA		Region	Cherkaska oblast	Cherkaska oblast
        UA-74	UA		Region	Chernihivska oblast	Chernihivska oblast
        UA-77	UA		Region	Chernivetska oblast	Chernivetska oblast
        UG-C	UG		Geographical region	Merkezi	Central
        UG-101	UG	UG-C	District	Kalangala	Kalangala
        UG-102	UG	UG-C	City	Kampala	Kampala
        UG-103	UG	UG-C	District	Kiboga	Kiboga
        UG-104	UG	UG-C	District	Luwero	Luwero
        UG-105	UG	UG-C	District	Masaka	Masaka
        UG-106	UG	UG-C	District	Mpigi	Mpigi
        UG-107	UG	UG-C	District	Mubende	Mubende
        UG-108	UG	UG-C	District	Mukono	Mukono
        UG-109	UG	UG-C	District	Nakasongola	Nakasongola
        UG-110	UG	UG-C	District	Rakai	Rakai
        UG-111	UG	UG-C	District	Sembabule	Sembabule
        UG-112	UG	UG-C	District	Kayunga	Kayunga
        UG-113	UG	UG-C	District	Wakiso	Wakiso
        UG-114	UG	UG-C	District	Lyantonde	Lyantonde
        UG-115	UG	UG-C	District	Mityana	Mityana
        UG-116	UG	UG-C	District	Nakaseke	Nakaseke
        UG-117	UG	UG-C	District	Buikwe	Buikwe
        UG-118	UG	UG-C	District	Bukomansibi	Bukomansibi
        UG-119	UG	UG-C	District	Butambala	Butambala
        UG-120	UG	UG-C	District	Buvuma	Buvuma
        UG-121	UG	UG-C	District	Gomba	Gomba
        UG-122	UG	UG-C	District	Kalungu	Kalungu
        UG-123	UG	UG-C	District	Kyankwanzi	Kyankwanzi
        UG-124	UG	UG-C	District	Lwengo	Lwengo
        UG-125	UG	UG-C	District	Kyotera	Kyotera
        UG-126	UG	UG-C	District	Kasanda	Kasanda
        UG-E	UG		Geographical region	Doğu	Eastern
        UG-201	UG	UG-E	District	Bugiri	Bugiri
        UG-202	UG	UG-E	District	Busia	Busia
        UG-203	UG	UG-E	District	Iganga	Iganga
        UG-204	UG	UG-E	District	Jinja	Jinja
        UG-205	UG	UG-E	District	Kamuli	Kamuli
        UG-206	UG	UG-E	District	Kapchorwa	Kapchorwa
        UG-207	UG	UG-E	District	Katakwi	Katakwi
        UG-208	UG	UG-E	District	Kumi	Kumi
        UG-209	UG	UG-E	District	Mbale	Mbale
        UG-210	UG	UG-E	District	Pallisa	Pallisa
        UG-211	UG	UG-E	District	Soroti	Soroti
        UG-212	UG	UG-E	District	Tororo	Tororo
        UG-213	UG	UG-E	District	Kaberamaido	Kaberamaido
        UG-214	UG	UG-E	District	Mayuge	Mayuge
        UG-215	UG	UG-E	District	Sironko	Sironko
        UG-216	UG	UG-E	District	Amuria	Amuria
        UG-217	UG	UG-E	District	Budaka	Budaka
        UG-218	UG	UG-E	District	Bududa	Bududa
        UG-219	UG	UG-E	District	Bukedea	Bukedea
        UG-220	UG	UG-E	District	Bukwo	Bukwo
        UG-221	UG	UG-E	District	Butaleja	Butaleja
        UG-222	UG	UG-E	District	Kaliro	Kaliro
        UG-223	UG	UG-E	District	Manafwa	Manafwa
        UG-224	UG	UG-E	District	Namutumba	Namutumba
        UG-225	UG	UG-E	District	Bulambuli	Bulambuli
        UG-226	UG	UG-E	District	Buyende	Buyende
        UG-227	UG	UG-E	District	Kibuku	Kibuku
        UG-228	UG	UG-E	District	Kween	Kween
        UG-229	UG	UG-E	District	Luuka	Luuka
        UG-230	UG	UG-E	District	Namayingo	Namayingo
        UG-231	UG	UG-E	District	Ngora	Ngora
        UG-232	UG	UG-E	District	Serere	Serere
        UG-233	UG	UG-E	District	Butebo	Butebo
        UG-234	UG	UG-E	District	Namisindwa	Namisindwa
        UG-235	UG	UG-E	District	Bugweri	Bugweri
        UG-236	UG	UG-E	District	Kapelebyong	Kapelebyong
        UG-237	UG	UG-E	District	Kalaki	Kalaki
        UG-N	UG		Geographical region	Kuzey	Northern
        UG-301	UG	UG-N	District	Adjumani	Adjumani
        UG-302	UG	UG-N	District	Apac	Apac
        UG-303	UG	UG-N	District	Arua	Arua
        UG-304	UG	UG-N	District	Gulu	Gulu
        UG-305	UG	UG-N	District	Kitgum	Kitgum
        UG-306	UG	UG-N	District	Kotido	Kotido
        UG-307	UG	UG-N	District	Lira	Lira
        UG-308	UG	UG-N	District	Moroto	Moroto
        UG-309	UG	UG-N	District	Moyo	Moyo
        UG-310	UG	UG-N	District	Nebbi	Nebbi
        UG-311	UG	UG-N	District	Nakapiripirit	Nakapiripirit
        UG-312	UG	UG-N	District	Pader	Pader
        UG-313	UG	UG-N	District	Yumbe	Yumbe
        UG-314	UG	UG-N	District	Abim	Abim
        UG-315	UG	UG-N	District	Amolatar	Amolatar
        UG-316	UG	UG-N	District	Amuru	Amuru
        UG-317	UG	UG-N	District	Dokolo	Dokolo
        UG-318	UG	UG-N	District	Kaabong	Kaabong
        UG-319	UG	UG-N	District	Koboko	Koboko
        UG-320	UG	UG-N	District	Maracha	Maracha
        UG-321	UG	UG-N	District	Oyam	Oyam
        UG-322	UG	UG-N	District	Agago	Agago
        UG-323	UG	UG-N	District	Alebtong	Alebtong
        UG-324	UG	UG-N	District	Amudat	Amudat
        UG-325	UG	UG-N	District	Kole	Kole
        UG-326	UG	UG-N	District	Lamwo	Lamwo
        UG-327	UG	UG-N	District	Napak	Napak
        UG-328	UG	UG-N	District	Nwoya	Nwoya
        UG-329	UG	UG-N	District	Otuke	Otuke
        UG-330	UG	UG-N	District	Zombo	Zombo
        UG-331	UG	UG-N	District	Omoro	Omoro
        UG-332	UG	UG-N	District	Pakwach	Pakwach
        UG-333	UG	UG-N	District	Kwania	Kwania
        UG-334	UG	UG-N	District	Nabilatuk	Nabilatuk
        UG-335	UG	UG-N	District	Karenga	Karenga
        UG-336	UG	UG-N	District	Madi-Okollo	Madi-Okollo
        UG-337	UG	UG-N	District	Obongi	Obongi
        UG-W	UG		Geographical region	Batı	Western
        UG-401	UG	UG-W	District	Bundibugyo	Bundibugyo
        UG-402	UG	UG-W	District	Bushenyi	Bushenyi
        UG-403	UG	UG-W	District	Hoima	Hoima
        UG-404	UG	UG-W	District	Kabale	Kabale
        UG-405	UG	UG-W	District	Kabarole	Kabarole
        UG-406	UG	UG-W	District	Kasese	Kasese
        UG-407	UG	UG-W	District	Kibaale	Kibaale
        UG-408	UG	UG-W	District	Kisoro	Kisoro
        UG-409	UG	UG-W	District	Masindi	Masindi
        UG-410	UG	UG-W	District	Mbarara	Mbarara
        UG-411	UG	UG-W	District	Ntungamo	Ntungamo
        UG-412	UG	UG-W	District	Rukungiri	Rukungiri
        UG-413	UG	UG-W	District	Kamwenge	Kamwenge
        UG-414	UG	UG-W	District	Kanungu	Kanungu
        UG-415	UG	UG-W	District	Kyenjojo	Kyenjojo
        UG-416	UG	UG-W	District	Buliisa	Buliisa
        UG-417	UG	UG-W	District	Ibanda	Ibanda
        UG-418	UG	UG-W	District	Isingiro	Isingiro
        UG-419	UG	UG-W	District	Kiruhura	Kiruhura
        UG-420	UG	UG-W	District	Buhweju	Buhweju
        UG-421	UG	UG-W	District	Kiryandongo	Kiryandongo
        UG-422	UG	UG-W	District	Kyegegwa	Kyegegwa
        UG-423	UG	UG-W	District	Mitooma	Mitooma
        UG-424	UG	UG-W	District	Ntoroko	Ntoroko
        UG-425	UG	UG-W	District	Rubirizi	Rubirizi
        UG-426	UG	UG-W	District	Sheema	Sheema
        UG-427	UG	UG-W	District	Kagadi	Kagadi
        UG-428	UG	UG-W	District	Kakumiro	Kakumiro
        UG-429	UG	UG-W	District	Rubanda	Rubanda
        UG-430	UG	UG-W	District	Bunyangabu	Bunyangabu
        UG-431	UG	UG-W	District	Rukiga	Rukiga
        UG-432	UG	UG-W	District	Kikuube	Kikuube
        UG-433	UG	UG-W	District	Kazo	Kazo
        UG-434	UG	UG-W	District	Kitagwenda	Kitagwenda
        UG-435	UG	UG-W	District	Rwampara	Rwampara
        UM-67	UM		Islands, groups of islands	Johnston Atoll	Johnston Atoll
        UM-71	UM		Islands, groups of islands	Midway Adaları	Midway Islands
        UM-76	UM		Islands, groups of islands	Navassa Adası	Navassa Island
        UM-79	UM		Islands, groups of islands	Wake Adası	Wake Island
        UM-81	UM		Islands, groups of islands	Baker Adası	Baker Island
        UM-84	UM		Islands, groups of islands	Howland Adası	Howland Island
        UM-86	UM		Islands, groups of islands	Jarvis Adası	Jarvis Island
        UM-89	UM		Islands, groups of islands	Kingman Reef	Kingman Reef
        UM-95	UM		Islands, groups of islands	Palmyra Atoll	Palmyra Atoll
        US-AK	US		State	Alaska	Alaska
        US-AL	US		State	Alabama	Alabama
        US-AR	US		State	Arkansas	Arkansas
        US-AS	US		Outlying area	Amerikan Samoası	American Samoa
        US-AZ	US		State	Arizona	Arizona
        US-CA	US		State	Kaliforniya	California
        US-CO	US		State	Kolorado	Colorado
        US-CT	US		State	Connecticut	Connecticut
        US-DC	US		District	District of Columbia	District of Columbia
        US-DE	US		State	Delaware	Delaware
        US-FL	US		State	Florida	Florida
        US-GA	US		State	Gürcistan	Georgia
        US-GU	US		Outlying area	Guam	Guam
        US-HI	US		State	Hawaii	Hawaii
        US-IA	US		State	Iowa	Iowa
        US-ID	US		State	Idaho	Idaho
        US-IL	US		State	Illinois	Illinois
        US-IN	US		State	Indiana	Indiana
        US-KS	US		State	Kansas	Kansas
        US-KY	US		State	Kentucky	Kentucky
        US-LA	US		State	Louisiana	Louisiana
        US-MA	US		State	Massachusetts	Massachusetts
        US-MD	US		State	Maryland	Maryland
        US-ME	US		State	Maine	Maine
        US-MI	US		State	Michigan	Michigan
        US-MN	US		State	Minnesota	Minnesota
        US-MO	US		State	Missouri	Missouri
        US-MP	US		Outlying area	Kuzey Mariana Adaları	Northern Mariana Islands
        US-MS	US		State	Mississippi	Mississippi
        US-MT	US		State	Montana	Montana
        US-NC	US		State	Kuzey Carolina	North Carolina
        US-ND	US		State	Kuzey Dakota	North Dakota
        US-NE	US		State	Nebraska	Nebraska
        US-NH	US		State	New Hampshire	New Hampshire
        US-NJ	US		State	New Jersey	New Jersey
        US-NM	US		State	New Mexico	New Mexico
        US-NV	US		State	Nevada	Nevada
        US-NY	US		State	New York	New York
        US-OH	US		State	Ohio	Ohio
        US-OK	US		State	Oklahoma	Oklahoma
        US-OR	US		State	Oregon	Oregon
        US-PA	US		State	Pennsylvania	Pennsylvania
        US-PR	US		Outlying area	Porto Riko	Puerto Rico
        US-RI	US		State	Rhode Island	Rhode Island
        US-SC	US		State	Güney Carolina	South Carolina
        US-SD	US		State	Güney Dakota	South Dakota
        US-TN	US		State	Tennessee	Tennessee
        US-TX	US		State	Texas	Texas
        US-UM	US		Outlying area	Amerika Birleşik Devletleri Küçük Dış Adaları	United States Minor Outlying Islands
        US-UT	US		State	Utah	Utah
        US-VA	US		State	Virginia	Virginia
        US-VI	US		Outlying area	Virgin Islands, U.S.	Virgin Islands, U.S.
        US-VT	US		State	Vermont	Vermont
        US-WA	US		State	Washington	Washington
        US-WI	US		State	Wisconsin	Wisconsin
        US-WV	US		State	Batı Virginia	West Virginia
        US-WY	US		State	Wyoming	Wyoming
        UY-AR	UY		Department	Artigas	Artigas
        UY-CA	UY		Department	Canelones	Canelones
        UY-CL	UY		Department	Cerro Largo	Cerro Largo
        UY-CO	UY		Department	Colonia	Colonia
        UY-DU	UY		Department	Durazno	Durazno
        UY-FD	UY		Department	Florida	Florida
        UY-FS	UY		Department	Flores	Flores
        UY-LA	UY		Department	Lavalleja	Lavalleja
        UY-MA	UY		Department	Maldonado	Maldonado
        UY-MO	UY		Department	Montevideo	Montevideo
        UY-PA	UY		Department	Paysandu	Paysandú
        UY-RN	UY		Department	Río Negro	Río Negro
        UY-RO	UY		Department	Rocha	Rocha
        UY-RV	UY		Department	Rivera	Rivera
        UY-SA	UY		Department	Salto	Salto
        UY-SJ	UY		Department	San José	San José
        UY-SO	UY		Department	Soriano	Soriano
        UY-TA	UY		Department	Tacuarembó	Tacuarembó
        UY-TT	UY		Department	Treinta y Tres	Treinta y Tres
        UZ-AN	UZ		Region	Andijon	Andijon
        UZ-BU	UZ		Region	Buhara	Buxoro
        UZ-FA	UZ		Region	Farg‘ona	Farg‘ona
        UZ-JI	UZ		Region	Jizzax	Jizzax
        UZ-NG	UZ		Region	Namangan	Namangan
        UZ-NW	UZ		Region	Navii	Navoiy
        UZ-QA	UZ		Region	Qashqadaryo	Qashqadaryo
        UZ-QR	UZ		Republic	Qoraqalpog‘iston Respublikasi	Qoraqalpog‘iston Respublikasi
        UZ-SA	UZ		Region	Samarqand	Samarqand
        UZ-SI	UZ		Region	Sirdaryo	Sirdaryo
        UZ-SU	UZ		Region	Surxondaryo	Surxondaryo
        UZ-TK	UZ		City	Toshkent	Toshkent
        UZ-TO	UZ		Region	Toshkent	Toshkent
        UZ-XO	UZ		Region	Harezm	Xorazm
        VC-01	VC		Parish	Charlotte	Charlotte
        VC-02	VC		Parish	Saint Andrew	Saint Andrew
        VC-03	VC		Parish	Saint David	Saint David
        VC-04	VC		Parish	Saint George	Saint George
        VC-05	VC		Parish	Saint Patrick	Saint Patrick
        VC-06	VC		Parish	Grenadines	Grenadines
        VE-A	VE		Capital district	Distrito Capital	Distrito Capital
        VE-B	VE		State	Anzoátegui	Anzoátegui
        VE-C	VE		State	Apure	Apure
        VE-D	VE		State	Aragua	Aragua
        VE-E	VE		State	Barinas	Barinas
        VE-F	VE		State	Bolívar	Bolívar
        VE-G	VE		State	Carabobo	Carabobo
        VE-H	VE		State	Cojedes	Cojedes
        VE-I	VE		State	Falcón	Falcón
        VE-J	VE		State	Guárico	Guárico
        VE-K	VE		State	Lara	Lara
        VE-L	VE		State	Merida	Mérida
        VE-M	VE		State	Miranda	Miranda
        VE-N	VE		State	Monagas	Monagas
        VE-O	VE		State	Nueva Esparta	Nueva Esparta
        VE-P	VE		State	Portuguesa	Portuguesa
        VE-R	VE		State	Sucre	Sucre
        VE-S	VE		State	Táchira	Táchira
        VE-T	VE		State	Trujillo	Trujillo
        VE-U	VE		State	Yaracuy	Yaracuy
        VE-V	VE		State	Zulia	Zulia
        VE-W	VE		Federal dependency	Dependencias Federales	Dependencias Federales
        VE-X	VE		State	La Guaira	La Guaira
        VE-Y	VE		State	Delta Amacuro	Delta Amacuro
        VE-Z	VE		State	Amazonas	Amazonas
        VN-01	VN		Province	Lai Châu	Lai Châu
        VN-02	VN		Province	Lào Cai	Lào Cai
        VN-03	VN		Province	Ha Giang	Hà Giang
        VN-04	VN		Province	Cao Bang	Cao Bằng
        VN-05	VN		Province	Sơn La	Sơn La
        VN-06	VN		Province	Yên Bái	Yên Bái
        VN-07	VN		Province	Tuyên Quang	Tuyên Quang
        VN-09	VN		Province	Lang Son	Lạng Sơn
        VN-13	VN		Province	Quảng Ninh	Quảng Ninh
        VN-14	VN		Province	Hòa Bình	Hòa Bình
        VN-18	VN		Province	Ninh Bình	Ninh Bình
        VN-20	VN		Province	Thái Bình	Thái Bình
        VN-21	VN		Province	Thanh Hóa	Thanh Hóa
        VN-22	VN		Province	Nghệ An	Nghệ An
        VN-23	VN		Province	Hà Tĩnh	Hà Tĩnh
        VN-24	VN		Province	Quảng Bình	Quảng Bình
        VN-25	VN		Province	Quảng Trị	Quảng Trị
        VN-26	VN		Province	Thừa Thiên-Huế	Thừa Thiên-Huế
        VN-27	VN		Province	Quảng Nam	Quảng Nam
        VN-28	VN		Province	Kon Tum	Kon Tum
        VN-29	VN		Province	Quảng Ngãi	Quảng Ngãi
        VN-30	VN		Province	Gia Lai	Gia Lai
        VN-31	VN		Province	Bình Định	Bình Định
        VN-32	VN		Province	Phú Yên	Phú Yên
        VN-33	VN		Province	Đắk Lắk	Đắk Lắk
        VN-34	VN		Province	Khánh Hòa	Khánh Hòa
        VN-35	VN		Province	Lâm Đồng	Lâm Đồng
        VN-36	VN		Province	Ninh Thuan	Ninh Thuận
        VN-37	VN		Province	Tây Ninh	Tây Ninh
        VN-39	VN		Province	Dong Nai	Đồng Nai
        VN-40	VN		Province	Binh Thuan	Bình Thuận
        VN-41	VN		Province	Long An	Long An
        VN-43	VN		Province	Bà Rịa - Vũng Tàu	Bà Rịa - Vũng Tàu
        VN-44	VN		Province	An Giang	An Giang
        VN-45	VN		Province	Đồng Tháp	Đồng Tháp
        VN-46	VN		Province	Tien Giang	Tiền Giang
        VN-47	VN		Province	Kiến Giang	Kiến Giang
        VN-49	VN		Province	Vĩnh Long	Vĩnh Long
        VN-50	VN		Province	Bến Tre	Bến Tre
        VN-51	VN		Province	Trà Vinh	Trà Vinh
        VN-52	VN		Province	Sóc Trăng	Sóc Trăng
        VN-53	VN		Province	Bắc Kạn	Bắc Kạn
        VN-54	VN		Province	Bac Giang	Bắc Giang
        VN-55	VN		Province	Bạc Liêu	Bạc Liêu
        VN-56	VN		Province	Bắc Ninh	Bắc Ninh
        VN-57	VN		Province	Bình Dương	Bình Dương
        VN-58	VN		Province	Bình Phước	Bình Phước
        VN-59	VN		Province	Cà Mau	Cà Mau
        VN-61	VN		Province	Hải Dương	Hải Dương
        VN-63	VN		Province	Ha Nam	Hà Nam
        VN-66	VN		Province	Hưng Yên	Hưng Yên
        VN-67	VN		Province	Nam Định	Nam Định
        VN-68	VN		Province	Phú Thọ	Phú Thọ
        VN-69	VN		Province	Thái Nguyên	Thái Nguyên
        VN-70	VN		Province	Vĩnh Phúc	Vĩnh Phúc
        VN-71	VN		Province	Điện Biên	Điện Biên
        VN-72	VN		Province	Đắk Nông	Đắk Nông
        VN-73	VN		Province	Hau Giang	Hậu Giang
        VN-CT	VN		Municipality	Cần Thơ	Cần Thơ
        VN-DN	VN		Municipality	Đà Nẵng	Đà Nẵng
        VN-HN	VN		Municipality	Ha Noi	Hà Nội
        VN-HP	VN		Municipality	Hải Phòng	Hải Phòng
        VN-SG	VN		Municipality	Hồ Chí Minh	Hồ Chí Minh
        VU-MAP	VU		Province	Malampa	Malampa
        VU-PAM	VU		Province	Penama	Pénama
        VU-SAM	VU		Province	Sanma	Sanma
        VU-SEE	VU		Province	Shefa	Shéfa
        VU-TAE	VU		Province	Tafea	Taféa
        VU-TOB	VU		Province	Torba	Torba
        WF-AL	WF		Administrative precinct	Alo	Alo
        WF-SG	WF		Administrative precinct	Sigave	Sigave
        WF-UV	WF		Administrative precinct	Uvea	Uvea
        WS-AA	WS		District	A'ana	A'ana
        WS-AL	WS		District	Aiga-i-le-Tai	Aiga-i-le-Tai
        WS-AT	WS		District	Atua	Atua
        WS-FA	WS		District	Fa'asaleleaga	Fa'asaleleaga
        WS-GE	WS		District	Gaga'emauga	Gaga'emauga
        WS-GI	WS		District	Gagaifomauga	Gagaifomauga
        WS-PA	WS		District	Palauli	Palauli
        WS-SA	WS		District	Satupa'itea	Satupa'itea
        WS-TU	WS		District	Tuamasaga	Tuamasaga
        WS-VF	WS		District	Va'a-o-Fonoti	Va'a-o-Fonoti
        WS-VS	WS		District	Vaisigano	Vaisigano
        YE-AB	YE		Governorate	Abyan	Abyan
        YE-AD	YE		Governorate	‘Adan	‘Adan
        YE-AM	YE		Governorate	‘Amrān	‘Amrān
        YE-BA	YE		Governorate	Al Bayḑā’	Al Bayḑā’
        YE-DA	YE		Governorate	Aḑ Ḑāli‘	Aḑ Ḑāli‘
        YE-DH	YE		Governorate	Dhamar	Dhamār
        YE-HD	YE		Governorate	Ḩaḑramawt	Ḩaḑramawt
        YE-HJ	YE		Governorate	Ḩajjah	Ḩajjah
        YE-HU	YE		Governorate	Al Ḩudaydah	Al Ḩudaydah
        YE-IB	YE		Governorate	Ibb	Ibb
        YE-JA	YE		Governorate	Al Jawf	Al Jawf
        YE-LA	YE		Governorate	Laḩij	Laḩij
        YE-MA	YE		Governorate	Ma’rib	Ma’rib
        YE-MR	YE		Governorate	Al Mahrah	Al Mahrah
        YE-MW	YE		Governorate	Al Maḩwīt	Al Maḩwīt
        YE-RA	YE		Governorate	Raymah	Raymah
        YE-SA	YE		Municipality	Amānat al ‘Āşimah	Amānat al ‘Āşimah
        YE-SD	YE		Governorate	Şāʻdah	Şāʻdah
        YE-SH	YE		Governorate	Shabwah	Shabwah
        YE-SN	YE		Governorate	Şanʻā’	Şanʻā’
        YE-SU	YE		Governorate	Arkhabīl Suquţrá	Arkhabīl Suquţrá
        YE-TA	YE		Governorate	Tāʻizz	Tāʻizz
        ZA-EC	ZA		Province	Eastern Cape	Eastern Cape
        ZA-FS	ZA		Province	Free State	Free State
        ZA-GP	ZA		Province	Gauteng	Gauteng
        ZA-KZN	ZA		Province	Kwazulu-Natal	Kwazulu-Natal
        ZA-LP	ZA		Province	Limpopo	Limpopo
        ZA-MP	ZA		Province	Mpumalanga	Mpumalanga
        ZA-NC	ZA		Province	Northern Cape	Northern Cape
        ZA-NW	ZA		Province	Kuzey-Batı	North-West
        ZA-WC	ZA		Province	Western Cape	Western Cape
        ZM-01	ZM		Province	Batı	Western
        ZM-02	ZM		Province	Merkezi	Central
        ZM-03	ZM		Province	Doğu	Eastern
        ZM-04	ZM		Province	Luapula	Luapula
        ZM-05	ZM		Province	Kuzey	Northern
        ZM-06	ZM		Province	North-Western	North-Western
        ZM-07	ZM		Province	Güney	Southern
        ZM-08	ZM		Province	Copperbelt	Copperbelt
        ZM-09	ZM		Province	Lusaka	Lusaka
        ZM-10	ZM		Province	Muchinga	Muchinga
        ZW-BU	ZW		Province	Bulawayo	Bulawayo
        ZW-HA	ZW		Province	Harare	Harare
        ZW-MA	ZW		Province	Manicaland	Manicaland
        ZW-MC	ZW		Province	Mashonaland Central	Mashonaland Central
        ZW-ME	ZW		Province	Mashonaland East	Mashonaland East
        ZW-MI	ZW		Province	Midlands	Midlands
        ZW-MN	ZW		Province	Matabeleland North	Matabeleland North
        ZW-MS	ZW		Province	Matabeleland South	Matabeleland South
        ZW-MV	ZW		Province	Masvingo	Masvingo
        ZW-MW	ZW		Province	Mashonaland West	Mashonaland West
        """
    }
}
