/// The active currencies of ISO 4217, except those with four decimal places and those that are no money.
enum CurrencyList {
    static func exponent(of code: UInt32) -> UInt8? {
        if lists(hundredths, code) { return 2 }
        if lists(wholes, code) { return 0 }
        return lists(thousandths, code) ? 3 : nil
    }

    /// Looks through the list in place: four bytes a code, the common ones first.
    private static func lists(_ codes: StaticString, _ code: UInt32) -> Bool {
        codes.withUTF8Buffer { text in
            let span = unsafe text.span
            return stride(from: 0, to: span.count, by: 4).contains { span.packed3(at: $0) == code }
        }
    }

    private static var wholes: StaticString { "JPY BIF CLP DJF GNF ISK KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF" }

    private static var thousandths: StaticString { "BHD IQD JOD KWD LYD OMR TND" }

    private static var hundredths: StaticString {
        """
        TRY EUR USD GBP AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN \
        BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GTQ GYD \
        HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP \
        MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR \
        SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TTD TWD TZS UAH USN UYU UZS VED VES WST XCD \
        YER ZAR ZMW ZWG
        """
    }
}
