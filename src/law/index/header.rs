//! What an index says of itself, in lines that a person can read in the packed file too.

/// The first line of a packed index, with the version of its make.
const MAGIC: &str = "seloste-index 2\n";
/// How that line begins in every version.
const ANY_MAGIC: &str = "seloste-index ";

/// Where the facts of an index come from, and until when they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Under which licence, and the words the licensor wants.
    pub licence: String,
    /// Where the facts were read.
    pub sources: String,
    /// When it was compiled (ISO).
    pub compiled: String,
    /// The last day and act seen, in words.
    pub known_to: String,
    /// First and last year of which every number is known.
    pub whole: (u32, u32),
}

impl Header {
    /// The lines of a header, each `# key = value`.
    ///
    /// # Errors
    /// With a sentence, when a line is missing or malformed.
    pub fn read(text: &str) -> Result<Self, String> {
        let value = |key: &str| {
            let line = text
                .lines()
                .find_map(|line| line.strip_prefix("# ")?.strip_prefix(key)?.strip_prefix(" = "));
            line.map(str::to_owned).ok_or_else(|| format!("the head lacks a line `# {key} = …`"))
        };
        let years = value("whole")?;
        let year = |part: Option<&str>| part.and_then(|year| year.parse().ok());
        let (from, until) = years.split_once('-').unzip();
        let whole = year(from).zip(year(until));
        Ok(Self {
            licence: value("licence")?,
            sources: value("sources")?,
            compiled: value("compiled")?,
            known_to: value("known_to")?,
            whole: whole.ok_or_else(|| format!("`{years}` are no years like 1987-2024"))?,
        })
    }

    /// The header of a packed index and where it ends.
    pub(super) fn open(bytes: &[u8]) -> Result<(Self, usize), String> {
        let rest = bytes.strip_prefix(MAGIC.as_bytes()).ok_or_else(|| {
            let is_older = bytes.starts_with(ANY_MAGIC.as_bytes());
            let older = "another version of seloste packed this index: pack it anew from its table";
            if is_older { older } else { "this is no packed index" }
        })?;
        let end = rest.windows(2).position(|pair| pair == b"\n\n").ok_or("the head has no end")?;
        let text = std::str::from_utf8(&rest[..end]).map_err(|why| why.to_string())?;
        Ok((Self::read(text)?, MAGIC.len() + end + 2))
    }

    /// The header as it opens a packed index, with the digest of what follows.
    pub(super) fn packed(&self, digest: &str) -> String {
        format!("{MAGIC}{self}# sha256 = {digest}\n\n")
    }
}

impl std::fmt::Display for Header {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "# licence = {}", self.licence)?;
        writeln!(f, "# sources = {}", self.sources)?;
        writeln!(f, "# compiled = {}", self.compiled)?;
        writeln!(f, "# known_to = {}", self.known_to)?;
        writeln!(f, "# whole = {}-{}", self.whole.0, self.whole.1)
    }
}
