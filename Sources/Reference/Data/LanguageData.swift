// Long: a line for each row, made by scripts/reference-data. By tabs:
// code, name_tr, name_en, own_name.
enum LanguageData {
    // swift-format-ignore
    static var text: StaticString {
        """
        aa	Afar	Afar	Afar
        ab	Abhazca	Abkhazian	Abkhazian
        ae	Avestçe	Avestan	Avestan
        af	Afrikaanca	Afrikaans	Afrikaans
        ak	Akan	Akan	Akan
        am	Amharca	Amharic	አማርኛ
        an	Aragonca	Aragonese	Aragonese
        ar	Arapça	Arabic	العربية
        as	Assamca	Assamese	অসমীয়া
        av	Avar dili	Avaric	Avaric
        ay	Aymara	Aymara	Aymara
        az	Azerbaycan dili	Azerbaijani	azərbaycan
        ba	Başkırtça	Bashkir	Bashkir
        be	Belarusça	Belarusian	беларуская
        bg	Bulgarca	Bulgarian	български
        bh	Arayanice	Bhojpuri	Bhojpuri
        bi	Bislama	Bislama	Bislama
        bm	Bambara	Bambara	bamanakan
        bn	Bengalce	Bangla	বাংলা
        bo	Tibetçe	Tibetan	བོད་སྐད་
        br	Bretonca	Breton	brezhoneg
        bs	Boşnakça	Bosnian	bosanski
        ca	Katalanca	Catalan	català
        ce	Çeçence	Chechen	нохчийн
        ch	Çamorro dili	Chamorro	Chamorro
        co	Korsikaca	Corsican	Corsican
        cr	Krice	Cree	Cree
        cs	Çekçe	Czech	čeština
        cu	Kilise Slavcası	Church Slavic	Church Slavic
        cv	Çuvaşça	Chuvash	чӑваш
        cy	Galce	Welsh	Cymraeg
        da	Danca	Danish	dansk
        de	Almanca	German	Deutsch
        dv	Divehi dili	Divehi	Divehi
        dz	Dzongkha	Dzongkha	རྫོང་ཁ
        ee	Ewe	Ewe	Eʋegbe
        el	Yunanca	Greek	Ελληνικά
        en	İngilizce	English	English
        eo	Esperanto	Esperanto	esperanto
        es	İspanyolca	Spanish	español
        et	Estonca	Estonian	eesti
        eu	Baskça	Basque	euskara
        fa	Farsça	Persian	فارسی
        ff	Fula dili	Fula	Pulaar
        fi	Fince	Finnish	suomi
        fj	Fiji dili	Fijian	Fijian
        fo	Faroe dili	Faroese	føroyskt
        fr	Fransızca	French	français
        fy	Batı Frizcesi	Western Frisian	Frysk
        ga	İrlandaca	Irish	Gaeilge
        gd	İskoç Gaelcesi	Scottish Gaelic	Gàidhlig
        gl	Galiçyaca	Galician	galego
        gn	Guarani dili	Guarani	Guarani
        gu	Güceratça	Gujarati	ગુજરાતી
        gv	Man dili	Manx	Gaelg
        ha	Hausa dili	Hausa	Hausa
        he	İbranice	Hebrew	עברית
        hi	Hintçe	Hindi	हिन्दी
        ho	Hiri Motu	Hiri Motu	Hiri Motu
        hr	Hırvatça	Croatian	hrvatski
        ht	Haiti Kreyolu	Haitian Creole	créole haïtien
        hu	Macarca	Hungarian	magyar
        hy	Ermenice	Armenian	հայերեն
        hz	Herero dili	Herero	Herero
        ia	İnterlingua	Interlingua	interlingua
        id	Endonezce	Indonesian	Indonesia
        ie	Interlingue	Interlingue	Interlingue
        ig	İbo dili	Igbo	Igbo
        ii	Sichuan Yi	Sichuan Yi	ꆈꌠꉙ
        ik	İnyupikçe	Inupiaq	Inupiaq
        io	Ido	Ido	Ido
        is	İzlandaca	Icelandic	íslenska
        it	İtalyanca	Italian	italiano
        iu	İnuktitut dili	Inuktitut	Inuktitut
        ja	Japonca	Japanese	日本語
        jv	Cava dili	Javanese	Jawa
        ka	Gürcüce	Georgian	ქართული
        kg	Kongo dili	Kongo	Kongo
        ki	Kikuyu	Kikuyu	Gikuyu
        kj	Kuanyama	Kuanyama	Kuanyama
        kk	Kazakça	Kazakh	қазақ тілі
        kl	Grönland dili	Kalaallisut	kalaallisut
        km	Khmer dili	Khmer	ខ្មែរ
        kn	Kannada dili	Kannada	ಕನ್ನಡ
        ko	Korece	Korean	한국어
        kr	Kanuri dili	Kanuri	Kanuri
        ks	Keşmir dili	Kashmiri	کٲشُر
        ku	Kürtçe	Kurdish	kurdî
        kv	Komi	Komi	Komi
        kw	Kernevekçe	Cornish	kernewek
        ky	Kırgızca	Kyrgyz	кыргызча
        la	Latince	Latin	Latin
        lb	Lüksemburgca	Luxembourgish	Lëtzebuergesch
        lg	Ganda	Ganda	Luganda
        li	Limburgca	Limburgish	Limburgish
        ln	Lingala	Lingala	lingála
        lo	Lao dili	Lao	ລາວ
        lt	Litvanca	Lithuanian	lietuvių
        lu	Luba-Katanga	Luba-Katanga	Tshiluba
        lv	Letonca	Latvian	latviešu
        mg	Malgaşça	Malagasy	Malagasy
        mh	Marshall Adaları dili	Marshallese	Marshallese
        mi	Maori dili	Māori	Māori
        mk	Makedonca	Macedonian	македонски
        ml	Malayalam dili	Malayalam	മലയാളം
        mn	Moğolca	Mongolian	монгол
        mr	Marathi dili	Marathi	मराठी
        ms	Malayca	Malay	Melayu
        mt	Maltaca	Maltese	Malti
        my	Birman dili	Burmese	မြန်မာ
        na	Nauru dili	Nauru	Nauru
        nb	Norveççe Bokmål	Norwegian Bokmål	norsk bokmål
        nd	Kuzey Ndebele	North Ndebele	isiNdebele
        ne	Nepalce	Nepali	नेपाली
        ng	Ndonga	Ndonga	Ndonga
        nl	Felemenkçe	Dutch	Nederlands
        nn	Norveççe Nynorsk	Norwegian Nynorsk	norsk nynorsk
        no	Norveççe	Norwegian	norsk
        nr	Güney Ndebele	South Ndebele	South Ndebele
        nv	Navaho dili	Navajo	Navajo
        ny	Nyanja	Nyanja	Nyanja
        oc	Oksitan dili	Occitan	Occitan
        oj	Ojibva dili	Ojibwa	Ojibwa
        om	Oromo dili	Oromo	Oromoo
        or	Oriya dili	Odia	ଓଡ଼ିଆ
        os	Osetçe	Ossetic	ирон
        pa	Pencapça	Punjabi	ਪੰਜਾਬੀ
        pi	Pali	Pali	Pali
        pl	Lehçe	Polish	polski
        ps	Peştuca	Pashto	پښتو
        pt	Portekizce	Portuguese	português
        qu	Keçuva dili	Quechua	Runasimi
        rm	Romanşça	Romansh	rumantsch
        rn	Kirundi	Rundi	Ikirundi
        ro	Rumence	Romanian	română
        ru	Rusça	Russian	русский
        rw	Kinyarwanda	Kinyarwanda	Kinyarwanda
        sa	Sanskrit	Sanskrit	संस्कृत भाषा
        sc	Sardunya dili	Sardinian	sardu
        sd	Sindhi dili	Sindhi	سنڌي
        se	Kuzey Laponcası	Northern Sami	davvisámegiella
        sg	Sango	Sango	Sängö
        si	Sinhali dili	Sinhala	සිංහල
        sk	Slovakça	Slovak	slovenčina
        sl	Slovence	Slovenian	slovenščina
        sm	Samoa dili	Samoan	Samoan
        sn	Şona dili	Shona	chiShona
        so	Somalice	Somali	Soomaali
        sq	Arnavutça	Albanian	shqip
        sr	Sırpça	Serbian	српски
        ss	Sisvati	Swati	Swati
        st	Güney Sotho dili	Southern Sotho	Southern Sotho
        su	Sunda dili	Sundanese	Basa Sunda
        sv	İsveççe	Swedish	svenska
        sw	Svahili dili	Swahili	Kiswahili
        ta	Tamilce	Tamil	தமிழ்
        te	Telugu dili	Telugu	తెలుగు
        tg	Tacikçe	Tajik	тоҷикӣ
        th	Tayca	Thai	ไทย
        ti	Tigrinya dili	Tigrinya	ትግርኛ
        tk	Türkmence	Turkmen	türkmen dili
        tl	Tagalogca	Tagalog	Tagalog
        tn	Setsvana	Tswana	Tswana
        to	Tonga dili	Tongan	lea fakatonga
        tr	Türkçe	Turkish	Türkçe
        ts	Tsonga	Tsonga	Tsonga
        tt	Tatarca	Tatar	татар
        tw	Tvi	Twi	Twi
        ty	Tahiti dili	Tahitian	Tahitian
        ug	Uygurca	Uyghur	ئۇيغۇرچە
        uk	Ukraynaca	Ukrainian	українська
        ur	Urduca	Urdu	اردو
        uz	Özbekçe	Uzbek	o‘zbek
        ve	Venda dili	Venda	Venda
        vi	Vietnamca	Vietnamese	Tiếng Việt
        vo	Volapük	Volapük	Volapük
        wa	Valonca	Walloon	Walloon
        wo	Volofça	Wolof	Wolof
        xh	Zosa dili	Xhosa	IsiXhosa
        yi	Yidiş	Yiddish	ייִדיש
        yo	Yorubaca	Yoruba	Èdè Yorùbá
        za	Zhuangca	Zhuang	Zhuang
        zh	Çince	Chinese	中文
        zu	Zuluca	Zulu	isiZulu
        """
    }
}
