//! The public JSON schema (feature `serde`): meaning is carried here, not worked out.

mod view;

use crate::{
    Bound, Diagnostic, DiagnosticCode, Document, Element, ElementKind, Genre, Interval, Label, Language, Mark,
    MarkStyle, Noise, NoiseKind, Part, Piece, ReferenceKind, Role, RoleBasis, RoleEvidence, SecrecyLevel, Section,
    SectionKind, Severity, Span, Title, UrgencyLevel,
};
use ::serde::ser::{Serialize, SerializeSeq, SerializeStruct, Serializer};
use std::cell::Cell;

/// The version of the schema.
const SCHEMA: u32 = 1;

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Span", 2)?;
        s.serialize_field("start", &self.start)?;
        s.serialize_field("end", &self.end)?;
        s.end()
    }
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Document", 4)?;
        s.serialize_field("schema", &SCHEMA)?;
        s.serialize_field("pieces", &each(self.pieces()))?;
        s.serialize_field("noise", &each(self.noise()))?;
        s.serialize_field("diagnostics", self.diagnostics())?;
        s.end()
    }
}

impl Serialize for Piece<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let path = self.path();
        let view = self.has_views().then_some(view::View(*self));
        let mut s = serializer.serialize_struct("Piece", if view.is_some() { 6 } else { 5 })?;
        s.serialize_field("span", &self.span())?;
        s.serialize_field("title", &self.title())?;
        s.serialize_field("elements", &each(self.elements()))?;
        s.serialize_field("text", &self.text())?;
        s.serialize_field("sections", &each(self.sections().map(|s| WithPath(s, s.path_below(&path)))))?;
        if let Some(view) = view {
            s.serialize_field("view", &view)?;
        }
        s.end()
    }
}

impl Serialize for Section<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WithPath(*self, self.path()).serialize(serializer)
    }
}

/// A section and its path, which goes before those of the sections below it.
struct WithPath<'d>(Section<'d>, String);

impl Serialize for WithPath<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let WithPath(section, path) = self;
        let mut s = serializer.serialize_struct("Section", 9)?;
        s.serialize_field("kind", section.kind().name())?;
        s.serialize_field("role", &section.role().map(|r| r.name()))?;
        s.serialize_field("role_evidence", &section.role_evidence())?;
        s.serialize_field("mark", &section.mark())?;
        s.serialize_field("title", &section.title())?;
        s.serialize_field("text", &section.text())?;
        s.serialize_field("span", &section.span())?;
        s.serialize_field("path", path)?;
        s.serialize_field("sections", &each(section.sections().map(|s| WithPath(s, s.path_below(path)))))?;
        s.end()
    }
}

impl Serialize for RoleEvidence<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("RoleEvidence", 4)?;
        s.serialize_field("cue", &self.cue())?;
        s.serialize_field("basis", self.basis().name())?;
        // 0.8 as 0.8 in a format of doubles, too
        s.serialize_field("confidence", &((f64::from(self.confidence()) * 100.0).round() / 100.0))?;
        s.serialize_field("span", &self.span())?;
        s.end()
    }
}

impl Serialize for Mark<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Mark", 4)?;
        s.serialize_field("text", &self.text())?;
        s.serialize_field("style", self.style().name())?;
        s.serialize_field("ordinal", &self.ordinal())?;
        s.serialize_field("span", &self.span())?;
        s.end()
    }
}

impl Serialize for Title<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Title", 2)?;
        s.serialize_field("text", &self.text())?;
        s.serialize_field("span", &self.span())?;
        s.end()
    }
}

impl Serialize for Element<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Element", 4)?;
        s.serialize_field("kind", self.kind().name())?;
        s.serialize_field("text", &self.text())?;
        s.serialize_field("span", &self.span())?;
        s.serialize_field("value", &self.value())?;
        s.end()
    }
}

impl Serialize for Noise<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Noise", 2)?;
        s.serialize_field("kind", self.kind().name())?;
        s.serialize_field("span", &self.span())?;
        s.end()
    }
}

impl Serialize for Diagnostic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Diagnostic", 6)?;
        s.serialize_field("code", self.code().name())?;
        s.serialize_field("severity", self.severity().name())?;
        s.serialize_field("span", &self.span())?;
        s.serialize_field("message", &Bilingual(|l| Some(self.message(l))))?;
        s.serialize_field("help", &Bilingual(|l| self.help(l)))?;
        s.serialize_field("labels", self.labels())?;
        s.end()
    }
}

impl Serialize for Label {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Label", 2)?;
        s.serialize_field("span", &self.span)?;
        s.serialize_field("message", &Bilingual(|l| Some(self.message(l))))?;
        s.end()
    }
}

/// `{"en": …, "zh": …}`, or null where there is nothing to say.
struct Bilingual<F>(F);

impl<'a, F: Fn(Language) -> Option<&'a str>> Serialize for Bilingual<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (Some(en), Some(zh)) = ((self.0)(Language::English), (self.0)(Language::Chinese)) else {
            return serializer.serialize_none();
        };
        let mut s = serializer.serialize_struct("Bilingual", 2)?;
        s.serialize_field("en", en)?;
        s.serialize_field("zh", zh)?;
        s.end()
    }
}

/// Implements `Serialize` as the name in the JSON, for structs of the caller's own that hold such a value.
macro_rules! by_name {
    ($($type:ty,)*) => {
        $(impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        })*
    };
}

by_name! {
    Bound, DiagnosticCode, ElementKind, Genre, Interval, MarkStyle, NoiseKind, Part, ReferenceKind, Role<'_>, RoleBasis,
    SecrecyLevel, SectionKind, Severity, UrgencyLevel,
}

/// What an iterator gives, as a list; it is used up, so that nothing need be copied.
struct Each<I>(Cell<Option<I>>);

fn each<I>(items: I) -> Each<I> {
    Each(Cell::new(Some(items)))
}

impl<I: Iterator<Item: Serialize>> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_seq(None)?;
        if let Some(mut items) = self.0.take() {
            items.try_for_each(|item| s.serialize_element(&item))?;
        }
        s.end()
    }
}
