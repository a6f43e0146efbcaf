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

/// Implements `Serialize` as an object of the fields given.
macro_rules! object {
    ($($type:ty as $name:literal, $this:ident { $($key:literal: $value:expr,)* })*) => {
        $(impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $this = self;
                let mut s = serializer.serialize_struct($name, [$($key),*].len())?;
                $(s.serialize_field($key, &$value)?;)*
                s.end()
            }
        })*
    };
}

use object;

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

/// A section and its path, which goes before those of the sections below it.
struct WithPath<'d>(Section<'d>, String);

impl Serialize for Section<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WithPath(*self, self.path()).serialize(serializer)
    }
}

object! {
    Span as "Span", s {
        "start": s.start,
        "end": s.end,
    }
    Document<'_> as "Document", d {
        "schema": SCHEMA,
        "pieces": each(d.pieces()),
        "noise": each(d.noise()),
        "diagnostics": d.diagnostics(),
    }
    WithPath<'_> as "Section", s {
        "kind": s.0.kind(),
        "role": s.0.role(),
        "role_evidence": s.0.role_evidence(),
        "mark": s.0.mark(),
        "title": s.0.title(),
        "text": s.0.text(),
        "span": s.0.span(),
        "path": s.1,
        "sections": each(s.0.sections().map(|below| WithPath(below, below.path_below(&s.1)))),
    }
    RoleEvidence<'_> as "RoleEvidence", e {
        "cue": e.cue(),
        "basis": e.basis(),
        // 0.8 as 0.8 in a format of doubles, too
        "confidence": (f64::from(e.confidence()) * 100.0).round() / 100.0,
        "span": e.span(),
    }
    Mark<'_> as "Mark", m {
        "text": m.text(),
        "style": m.style(),
        "ordinal": m.ordinal(),
        "span": m.span(),
    }
    Title<'_> as "Title", t {
        "text": t.text(),
        "span": t.span(),
    }
    Element<'_> as "Element", e {
        "kind": e.kind(),
        "text": e.text(),
        "span": e.span(),
        "value": e.value(),
    }
    Noise<'_> as "Noise", n {
        "kind": n.kind(),
        "span": n.span(),
    }
    Diagnostic as "Diagnostic", d {
        "code": d.code(),
        "severity": d.severity(),
        "span": d.span(),
        "message": Bilingual(|l| Some(d.message(l))),
        "help": Bilingual(|l| d.help(l)),
        "labels": d.labels(),
    }
    Label as "Label", l {
        "span": l.span,
        "message": Bilingual(|language| Some(l.message(language))),
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
