"""Kinds of papers as they stand within a sentence, in both languages: checks' words are made without Django."""

from typing import Final

NAMES: Final = {
    "passport": ("útlevél", "a passport"),
    "id_card": ("személyazonosító igazolvány", "an identity card"),
    "birth_certificate": ("születési anyakönyvi kivonat", "a birth certificate"),
    "marriage_certificate": ("házassági anyakönyvi kivonat", "a marriage certificate"),
    "divorce_decree": ("jogerős bontóítélet", "a final divorce decree"),
    "death_certificate": ("halotti anyakönyvi kivonat", "a death certificate"),
    "church_register": ("egyházi anyakönyvi kivonat", "a church register extract"),
    "citizenship_certificate": ("állampolgársági bizonyítvány", "a citizenship certificate"),
    "domicile_certificate": ("illetőségi bizonyítvány", "a certificate of domicile right"),
    "military_record": ("katonakönyv", "a military record book"),
    "old_passport": ("régi magyar útlevél", "an old Hungarian passport"),
    "school_certificate": ("iskolai bizonyítvány", "a school report or diploma"),
    "census_or_address_record": ("lakcím- vagy népszámlálási irat", "a census or address record"),
    "work_book": ("munkakönyv vagy cselédkönyv", "a work or servant’s book"),
    "emigration_record": ("kivándorlási irat", "an emigration record"),
    "naturalisation_record": ("külföldi honosítási irat", "a foreign naturalisation record"),
    "former_citizenship_proof": ("a korábbi magyar állampolgárság irata", "a proof of former Hungarian citizenship"),
    "cv_handwritten": ("önéletrajz", "a curriculum vitae"),
    "photo": ("arckép", "a photo of a face"),
    "consent_of_parent": ("a másik szülő hozzájárulása", "the consent of the other parent"),
    "custody_decision": ("felügyeleti vagy gyámsági határozat", "a decision on custody or guardianship"),
    "spouse_statement": ("a házastárs nyilatkozata", "a statement of the spouse"),
    "medical_proof": ("orvosi igazolás", "a medical certificate"),
    "name_proof": ("névviselést igazoló irat", "a proof of a name"),
    "power_of_attorney": ("meghatalmazás", "a power of attorney"),
    "other": ("más papír", "another paper"),
}
"""By id of kinds.py: Hungarian and English."""
