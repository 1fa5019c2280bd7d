package import Billing

extension JSONWriter {
  /// Writes payers as `payers --json` prints them.
  package mutating func payers(_ payers: Payers) {
    array(payers.listings) { $0.payer($1) }
  }

  private mutating func payer(_ listing: Payers.Listing) {
    let terms = listing.payer.terms
    object { json in
      json.member("name", listing.name)
      json.member("otherNames", listing.otherNames)
      json.member("rule", listing.payer.rule.rawValue)
      json.member("disciplineModifier", terms?.wantsDisciplineModifier)
      json.member("assistantModifier", terms?.wantsAssistantModifier)
      json.member("speechAssistants", terms?.paysSpeechAssistants)
      json.member("separateService", terms?.separateService.rawValue)
      json.member("pairs", terms?.pairs.rawValue)
      json.member("ownPairs") { json in json.array(terms?.ownPairs ?? []) { $0.pair($1) } }
      json.member("limits", terms?.limits.rawValue)
      json.member("maximumUnits", terms?.maximumUnits)
      json.member("threshold", terms?.hasThreshold)
      json.member("notPaid") { json in json.array(terms?.notPaid ?? []) { $0.notPaid($1) } }
      json.member("evidence") { json in
        if let evidence = terms?.evidence { json.evidence(evidence) } else { json.null() }
      }
      json.member("file", listing.file)
    }
  }

  private mutating func pair(_ pair: PairEdit) {
    object { json in
      json.member("column1", pair.column1.description)
      json.member("column2", pair.column2.description)
      json.member("indicator", pair.indicator.rawValue)
      json.member("from", pair.firstDay?.description)
      json.member("until", pair.lastDay?.description)
      json.member("note", pair.note)
    }
  }

  private mutating func notPaid(_ code: Payer.NotPaid) {
    object { json in
      json.member("code", code.code.description)
      json.member("instead", code.instead?.description)
      json.member("reason", code.reason)
      json.member("source", code.source)
      json.member("date", code.date?.description)
    }
  }

  private mutating func evidence(_ evidence: Payer.Evidence) {
    object { json in
      json.member("text", evidence.text)
      json.member("confidence", evidence.confidence.rawValue)
      json.member("source", evidence.source)
      json.member("date", evidence.date.description)
    }
  }
}
