//! Why a document was not examined, and what a person can do about it.

use crate::language::Language;

/// Why a document was not examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UnexaminedReason {
    /// No bytes, or nothing but white space.
    Empty,
    /// Pages, but no text on them: a scan.
    NoTextLayer,
    /// The same, and text recognition was asked for where no program for it is installed.
    #[serde(rename = "no_text_layer")]
    NoOcr,
    /// A password is needed.
    Encrypted,
    /// Damaged beyond reading.
    Corrupt,
    /// Over the limit of size.
    TooLarge,
    /// A format that is not supported.
    Unsupported,
    /// Its text makes no sense (lost character maps).
    Unreadable,
    /// The operating system says no: it is missing, locked or not ours.
    #[serde(rename = "unreadable")]
    NotOpened,
    /// A fault of this program.
    #[serde(rename = "unreadable")]
    Fault,
    /// Reading took too long.
    Timeout,
}

/// A document that was not examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unexamined {
    /// Why.
    pub reason: UnexaminedReason,
    /// The format, as people write its name (`PDF`, `DOCX`).
    pub format: &'static str,
}

impl Unexamined {
    /// A document that was not examined, for this reason.
    pub fn new(reason: UnexaminedReason, format: &'static str) -> Self {
        Self { reason, format }
    }

    /// What happened and what to do, in one or two sentences.
    pub fn sentence(&self, language: Language) -> String {
        self.reason.sentence(language).replace("{format}", self.format)
    }
}

impl UnexaminedReason {
    /// What happened and what to do; `{format}` stands for the name of the format.
    pub fn sentence(self, language: Language) -> &'static str {
        language.pick(self.sentences())
    }

    fn sentences(self) -> [&'static str; 3] {
        match self {
            Self::Empty => [
                "Tiedosto on tyhjä. Tarkista, että annoit oikean tiedoston.",
                "Filen är tom. Kontrollera att du angav rätt fil.",
                "The file is empty. Check that you gave the right file.",
            ],
            Self::NoTextLayer => [
                "Tiedostossa on sivuja mutta ei tekstiä: se on luultavasti skannattu kuva. Lue se tekstintunnistuksella (--ocr) tai tarkista alkuperäinen asiakirja.",
                "Filen har sidor men ingen text: den är troligen en inskannad bild. Läs den med textigenkänning (--ocr) eller granska originaldokumentet.",
                "The file has pages but no text: it is probably a scanned image. Read it with text recognition (--ocr), or check the original document.",
            ],
            Self::NoOcr => [
                "Tiedoston teksti on luettavissa vain kuvana, eikä tekstintunnistusta (tesseract, kielet fin, swe, eng) ole asennettu tälle koneelle. Asenna se (Debian: tesseract-ocr, tesseract-ocr-fin, tesseract-ocr-swe) tai tarkista alkuperäinen asiakirja.",
                "Filens text kan bara läsas som bild och textigenkänning (tesseract, språken fin, swe, eng) är inte installerad på datorn. Installera den (Debian: tesseract-ocr, tesseract-ocr-fin, tesseract-ocr-swe) eller granska originaldokumentet.",
                "The text of the file can only be read as a picture, and no text recognition (tesseract, languages fin, swe, eng) is installed on this machine. Install it (Debian: tesseract-ocr, tesseract-ocr-fin, tesseract-ocr-swe), or check the original document.",
            ],
            Self::Encrypted => [
                "Tiedosto on suojattu salasanalla. Anna oikea salasana (--password) tai tallenna kopio ilman salasanaa.",
                "Filen är skyddad med lösenord. Ange rätt lösenord (--password) eller spara en kopia utan lösenord.",
                "The file is protected by a password. Give the right one (--password), or save a copy without one.",
            ],
            Self::Corrupt => [
                "Tiedosto on vioittunut, eikä siitä saatu luettua mitään. Lataa tai tallenna se uudelleen.",
                "Filen är skadad och inget i den kunde läsas. Ladda ner eller spara den på nytt.",
                "The file is damaged and nothing in it could be read. Download or save it again.",
            ],
            Self::TooLarge => [
                "Tiedosto on liian suuri tai purkautuu liian suureksi. Nosta kokorajaa, jos luotat tiedostoon.",
                "Filen är för stor eller packas upp till för stor storlek. Höj gränsen om du litar på filen.",
                "The file is too large, or unpacks to too much. Raise the limit if you trust the file.",
            ],
            Self::Unsupported => [
                "Tiedostomuotoa {format} ei lueta. Tallenna asiakirja DOCX-, ODT-, PDF-, HTML-, teksti- tai Markdown-tiedostona.",
                "Filformatet {format} läses inte. Spara dokumentet som DOCX, ODT, PDF, HTML, text eller Markdown.",
                "The format {format} is not read. Save the document as DOCX, ODT, PDF, HTML, text or Markdown.",
            ],
            Self::Unreadable => [
                "Tiedoston tekstiä ei saatu luettua: merkit eivät vastaa kirjaimia. Tallenna asiakirja uudelleen alkuperäisestä tai lue PDF tekstintunnistuksella (--ocr).",
                "Texten i filen kunde inte läsas: tecknen motsvarar inga bokstäver. Spara dokumentet på nytt från originalet eller läs en PDF med textigenkänning (--ocr).",
                "The text of the file could not be read: its codes do not stand for letters. Save the document again from the original, or read a PDF with text recognition (--ocr).",
            ],
            Self::NotOpened => [
                "Tiedostoa tai kansiota ei saatu avattua: sitä ei ole, se on lukittu tai sinulla ei ole oikeutta lukea sitä.",
                "Filen eller mappen kunde inte öppnas: den finns inte, är låst eller så har du inte rätt att läsa den.",
                "The file or folder could not be opened: it does not exist, is locked, or you may not read it.",
            ],
            Self::Fault => [
                "Ohjelmassa on vika, joka esti tiedoston tutkimisen. Kerro siitä tekijöille; vian paikan näyttää RUST_BACKTRACE=1.",
                "Ett fel i programmet hindrade granskningen av filen. Berätta om det för utvecklarna; RUST_BACKTRACE=1 visar var felet finns.",
                "A fault in the program kept the file from being examined. Please tell its makers; RUST_BACKTRACE=1 shows where it is.",
            ],
            Self::Timeout => [
                "Tiedoston lukeminen kesti liian kauan ja keskeytettiin. Tallenna asiakirja uudelleen tai nosta aikarajaa.",
                "Läsningen av filen tog för lång tid och avbröts. Spara dokumentet på nytt eller höj tidsgränsen.",
                "Reading the file took too long and was stopped. Save the document again, or raise the limit of time.",
            ],
        }
    }
}
