/// The elements of a label that have a meaning here, by their names in HL7's schema.
enum SPLElement: String, CaseIterable {
  case unknown = ""

  // Running text and blocks.
  case paragraph, content, sub, sup, br, linkHtml, footnote, footnoteRef, renderMultiMedia, list, item,
    caption
  case table, col, colgroup, thead, tbody, tfoot, tr, td, th
  // HTML that stands in for them where markup is broken.
  case strong, b, em, i, u, p, ul, ol, li, a, html, body, div, span

  // The document and its sections.
  case document, id, setId, versionNumber, effectiveTime, code, title, text, author, component
  case structuredBody, section, excerpt, highlight, observationMedia, subject, reference, value
  case time, low, high, representedOrganization, assignedOrganization, assignedEntity, performance
  case actDefinition, product, manufacturedMaterialKind, contactParty, addr, telecom, telephone

  // Products.
  case manufacturedProduct, manufacturedMedicine, partProduct, partMedicine, part, policy, name, suffix, desc,
    formCode
  case asEntityWithGeneric, genericMedicine, asEquivalentEntity, definingMaterialKind, definingMaterial
  case asSpecializedKind, generalizedMaterialKind, ingredient, activeIngredient, inactiveIngredient
  case ingredientSubstance, activeIngredientSubstance, inactiveIngredientSubstance, activeMoiety
  case asEquivalentSubstance, definingSubstance, identifiedSubstance, quantity, numerator, denominator
  case translation, asContent, containerPackagedProduct, containerPackagedMedicine, subjectOf, approval
  case territorialAuthority, territory, marketingAct, statusCode, characteristic, originalText, consumedIn
  case substanceAdministration, routeCode, instanceOfKind, productInstance
}

/// The attributes of a label that have a meaning here.
enum SPLAttribute: String, CaseIterable {
  case unknown = ""

  case id = "ID"
  case styleCode, align, colspan, rowspan, span, listType, start, href, referencedObject, alt, src
  case idReference = "IDREF"
  case root, `extension`, code, codeSystem, displayName, classCode, value, unit, type, mediaType
  case nullFlavor, mediaReference
}
