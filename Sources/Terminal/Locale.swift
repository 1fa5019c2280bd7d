import Glibc

/// Takes the person's locale for characters and tells whether it has Unicode.
///
/// A UTF-8 locale that is not installed here, as happens over SSH, becomes the one that always is.
func adoptLocale() -> Bool {
  if setlocale(LC_CTYPE, "") == nil {
    let asked = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first ?? ""
    let wantsUnicode = asked.lowercased().hasSuffix("utf-8") || asked.lowercased().hasSuffix("utf8")
    setlocale(LC_CTYPE, wantsUnicode ? "C.UTF-8" : "C")
  }
  return nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8"
}

/// The variable's value; nothing if it is empty.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}
