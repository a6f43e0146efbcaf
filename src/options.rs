//! How to parse.

use crate::{Document, Lexicon};

/// How to parse: what to look for and what to leave out.
///
/// ```
/// use gongwen::Options;
///
/// let document = Options::new().with_points(false).parse("一、要求\n一是加强领导。二是落实责任。");
/// assert_eq!(document.outline().count(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    points: bool,
    leads: bool,
    noise: bool,
    findings: bool,
    views: bool,
    lexicon: Option<Lexicon>,
}

impl Default for Options {
    fn default() -> Self {
        Self { points: true, leads: true, noise: true, findings: true, views: false, lexicon: None }
    }
}

impl Options {
    /// Everything that the crate can find.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether to find points in running text (一是…；二是…). On unless told.
    #[must_use]
    pub fn with_points(self, points: bool) -> Self {
        Self { points, ..self }
    }

    /// Whether to find leads: the title sentences that parallel paragraphs open with. On unless told.
    #[must_use]
    pub fn with_leads(self, leads: bool) -> Self {
        Self { leads, ..self }
    }

    /// Whether to look for noise. Off, every byte counts as the document's own. On unless told.
    #[must_use]
    pub fn with_noise(self, noise: bool) -> Self {
        Self { noise, ..self }
    }

    /// Whether to look for findings. Off, [`Document::diagnostics`] is empty. On unless told.
    #[must_use]
    pub fn with_findings(self, findings: bool) -> Self {
        Self { findings, ..self }
    }

    /// Wording of roles of your own, which goes before the crate's; see [`Lexicon`].
    #[must_use]
    pub fn with_lexicon(self, lexicon: Lexicon) -> Self {
        Self { lexicon: Some(lexicon), ..self }
    }

    /// Whether the JSON of a piece has its typed views under `"view"`: genre, significance, core experience,
    /// countermeasures, tasks and references. Off unless told; the views themselves can always be asked for.
    #[must_use]
    pub fn with_views(self, views: bool) -> Self {
        Self { views, ..self }
    }

    /// Parses `source` with these options; never fails.
    ///
    /// Places are numbers of 32 bits: those of a text of 4 GiB or more are wrong.
    #[must_use]
    pub fn parse<'s>(&self, source: &'s str) -> Document<'s> {
        Document::parse(source, self)
    }

    pub(crate) fn lexicon(&self) -> Option<&Lexicon> {
        self.lexicon.as_ref()
    }

    pub(crate) fn findings(&self) -> bool {
        self.findings
    }

    pub(crate) fn views(&self) -> bool {
        self.views
    }

    pub(crate) fn points(&self) -> bool {
        self.points
    }

    pub(crate) fn leads(&self) -> bool {
        self.leads
    }

    pub(crate) fn noise(&self) -> bool {
        self.noise
    }
}
