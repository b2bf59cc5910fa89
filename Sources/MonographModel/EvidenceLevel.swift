/// Placeholder until the library's part comes.
public enum EvidenceLevel {
  public static func rank(of evidence: String?) -> Int { evidence == nil ? 99 : 50 }
}
