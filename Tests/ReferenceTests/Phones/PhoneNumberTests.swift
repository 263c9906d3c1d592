import Core
import EventLoop
import ModuleKit
import Testing

@testable import Reference

@Suite("Phone numbers")
struct PhoneNumberTests {
    private func read(_ text: String, _ country: CountryCode = .turkiye) -> Result<PhoneNumber, PhoneNumberFault> {
        PhoneReading.read(text, in: country)
    }

    @Test("that are none are refused for their reason")
    func refused() {
        let samples: [(String, PhoneNumberFault)] = [
            ("", .empty), (" \u{A0}\t", .empty), ("abc", .notANumber), ("+", .notANumber), ("😀", .notANumber),
            ("+999 123 4567", .unknownCallingCode), ("+90", .notANumber), ("0", .notANumber),
            (String(repeating: "1", count: 40), .tooLong), (String(repeating: "1", count: 5_000_000), .tooLong),
            ("\0", .notANumber), ("0532\0\0123", .notANumber),
        ]
        for (text, fault) in samples { #expect(read(text) == .failure(fault), "\(text.prefix(20))") }
        for fault in PhoneNumberFault.allCases { #expect(!fault.words.isIncomplete && !fault.code.isEmpty) }
        for validity in PhoneValidity.allCases { #expect((validity.words == nil) == (validity == .valid)) }
    }

    @Test(
        "of Türkiye are read as people write them",
        arguments: [
            "0532 123 45 67", "532 123 45 67", "+90 532 123 45 67", "0090 532 123 45 67", "(0532) 123-45-67",
            "٠٥٣٢١٢٣٤٥٦٧",
            "+90 (0) 532 123 45 67", " 0532.123.45.67 ", "０５３２１２３４５６７", "tel:+90-532-123-45-67",
        ])
    func turkish(_ text: String) throws {
        let number = try read(text).get()
        #expect(number.e164 == "+905321234567" && number.kind == .mobile && number.isValid && number.canTakeMessages)
        #expect(number.national == "0532 123 45 67" && number.international == "+90 532 123 45 67")
        #expect(number.country == .turkiye && number.callingCode == 90 && number.phoneExtension == nil)
    }

    @Test("of other kinds are told apart")
    func kinds() throws {
        let samples: [(String, PhoneKind, PhoneValidity)] = [
            ("0212 345 67 89", .fixed, .valid), ("0850 222 33 44", .voip, .valid), ("444 1 444", .company, .valid),
            ("0800 123 45 67", .tollFree, .valid), ("0900 123 45 67", .premiumRate, .valid),
            ("0532 123 45 6", .unknown, .unassigned), ("+90 532 12", .unknown, .tooShort),
        ]
        for (text, kind, validity) in samples {
            let number = try read(text).get()
            #expect(number.validity == validity && (number.kind == kind || validity != .valid), "\(text) \(number)")
        }
        for word in ["dahili 12", "Dahili: 12", "DAHİLİ 12", "(dahili 12)", "ext. 12", "x12"] {
            let number = try read("0212 345 67 89 \(word)").get()
            #expect(number.phoneExtension == "12" && number.e164 == "+902123456789", "\(word)")
        }
        let toll = try read("+800 1234 5678").get()
        #expect(toll.country == nil && toll.callingCode == 800)
    }

    @Test("of the whole world are read as others read them")
    func judged() async throws {
        let judge = Repository.root + "/Tests/ReferenceTests/Phones/judge.py"
        let result = try await Repository.run(Repository.root + "/var/python/bin/python", [judge], limit: 8 << 20)
        #expect(result.exit.isSuccess, "\(String(decoding: result.errors, as: UTF8.self).suffix(500))")
        var compared = 0
        for line in String(decoding: result.output, as: UTF8.self).split(separator: "\n") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard columns.count >= 3, let country = CountryCode(columns[0]) else {
                Issue.record("\(line)")
                continue
            }
            #expect(said(read(columns[1], country)) == Array(columns.dropFirst(2)), "\(line)")
            compared += 1
        }
        #expect(compared > 9_000)
        print("phone numbers compared: \(compared)")
    }

    private func said(_ outcome: Result<PhoneNumber, PhoneNumberFault>) -> [String] {
        switch outcome {
        case .failure(.empty): [PhoneNumberFault.notANumber.rawValue]
        case .failure(let fault): [fault.rawValue]
        case .success(let number):
            [
                "", number.e164, "\(number.callingCode)", number.country?.text ?? "", number.kind.rawValue,
                number.validity.rawValue, number.national, number.international, number.phoneExtension ?? "",
            ]
        }
    }

    @Test("have the dial codes of the tables")
    func dialCodes() {
        for country in ReferenceRows.countries {
            #expect(PhoneReading.callingCode(of: country.code) == country.dialCode, "\(country.code)")
        }
    }

    @Test("are read beside the requests at first, and in place after that")
    func loading() async throws {
        let pool = BlockingPool(threads: 2, waiting: 10)
        let phones = PhonePlans(blocking: pool)
        let clock = ContinuousClock()
        for round in 0..<3 {
            let start = clock.now
            let number = try await phones.read("0532 123 45 67", in: .turkiye)
            #expect(number.isValid)
            print("phone number, round \(round): \(clock.now - start)")
        }
        let many = await phones.read(["0532 123 45 67", "x"], in: .turkiye)
        #expect(many.count == 2 && many.last == .failure(.notANumber))
        await #expect(throws: PhoneNumberFault.notANumber) { try await phones.read("x", in: .turkiye) }
        pool.stop()
        let late = await phones.read(["0532 123 45 67"], in: .turkiye)
        #expect(late == [.failure(.unavailable)])
    }
}
