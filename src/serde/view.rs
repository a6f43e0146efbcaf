//! The JSON of the typed views and of element values.

use super::{each, object};
use crate::{
    Announced, Attachment, CivilDate, CoreExperience, Countermeasures, Deadline, DocNumber, Due, ElementValue, Excerpt,
    GenreEvidence, Indicator, Measure, Period, Piece, Principle, Problem, Reason, Reference, Responsibility,
    Significance, Stage, Task, Unit,
};
use ::serde::ser::{Serialize, SerializeStruct, Serializer};

/// All views of a piece: what `"view"` holds.
pub(super) struct View<'d>(pub Piece<'d>);

object! {
    View<'_> as "View", v {
        "genre": v.0.genre_evidence(),
        "significance": v.0.significance(),
        "core_experience": v.0.core_experience(),
        "countermeasures": v.0.countermeasures(),
        "tasks": each(v.0.tasks()),
        "references": each(v.0.references()),
    }
    Excerpt<'_> as "Excerpt", e {
        "text": e.text(),
        "span": e.span(),
    }
    GenreEvidence<'_> as "Genre", g {
        "name": g.genre().name(),
        "chinese": g.genre().chinese(),
        "words": g.words(),
    }
    Significance<'_> as "Significance", v {
        "lead": v.lead(),
        "reasons": each(v.reasons()),
    }
    Reason<'_> as "Reason", r {
        "ordinal": r.ordinal(),
        "thesis": r.thesis(),
        "argument": r.argument(),
        "path": r.section().path(),
        "span": r.span(),
    }
    CoreExperience<'_> as "CoreExperience", v {
        "lead": v.lead(),
        "period": v.period(),
        "stages": each(v.stages()),
        "announced": v.announced(),
        "principles": each(v.principles()),
    }
    Period<'_> as "Period", p {
        "raw": p.raw(),
        "years": p.years(),
        "since": p.since(),
    }
    Stage<'_> as "Stage", s {
        "ordinal": s.ordinal(),
        "name": s.name(),
    }
    Announced<'_> as "Announced", a {
        "count": a.count(),
        "raw": a.raw(),
    }
    Principle<'_> as "Principle", p {
        "ordinal": p.ordinal(),
        "thesis": p.thesis(),
        "practice": p.practice(),
        "path": p.section().path(),
        "span": p.span(),
    }
    Countermeasures<'_> as "Countermeasures", v {
        "lead": v.lead(),
        "announced": v.announced(),
        "problems": each(v.problems()),
        "measures": each(v.measures()),
    }
    Problem<'_> as "Problem", p {
        "ordinal": p.ordinal(),
        "text": p.text(),
        "span": p.span(),
    }
    Measure<'_> as "Measure", m {
        "ordinal": m.ordinal(),
        "thesis": m.thesis(),
        "actions": m.actions(),
        "responsibility": m.responsibility(),
        "deadline": m.deadline(),
        "indicators": m.indicators(),
        "path": m.section().path(),
        "span": m.span(),
        "measures": each(m.measures()),
    }
    Task<'_> as "Task", t {
        "ordinal": t.ordinal(),
        "measure": t.measure(),
        "actions": t.actions(),
        "responsibility": t.responsibility(),
        "deadline": t.deadline(),
        "indicators": t.indicators(),
        "path": t.section().map(|s| s.path()),
        "span": t.span(),
    }
    Responsibility<'_> as "Responsibility", r {
        "notes": r.notes(),
        "units": r.units(),
    }
    Unit<'_> as "Unit", u {
        "name": u.name(),
        "part": u.part().name(),
    }
    Deadline<'_> as "Deadline", d {
        "raw": d.raw(),
        "date": d.date(),
        "due": d.due(),
    }
    Indicator<'_> as "Indicator", i {
        "raw": i.raw(),
        "subject": i.subject(),
        "value": i.value(),
        "unit": i.unit(),
        "bound": i.bound().name(),
        "by": i.by(),
    }
    Reference<'_> as "Reference", r {
        "kind": r.kind().name(),
        "text": r.excerpt().text(),
        "span": r.span(),
        "doc_number": r.doc_number(),
        "path": r.section().map(|s| s.path()),
        "piece": r.piece().map(|p| p.span()),
        "unresolved": r.is_unresolved(),
    }
    DocNumber<'_> as "DocNumber", n {
        "organ": n.organ(),
        "year": n.year(),
        "number": n.number(),
    }
    Attachment<'_> as "Attachment", a {
        "ordinal": a.ordinal(),
        "title": a.title(),
        "piece": a.piece().map(|p| p.span()),
    }
}

/// How a deadline is meant: an object whose `kind` says what else is in it.
impl Serialize for Due {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kind, fields) = match self {
            Due::By(_) => ("by", 1),
            Due::ByDay { .. } => ("by_day", 2),
            Due::Every(_) => ("every", 1),
            Due::Within { .. } => ("within", 2),
            Due::Ongoing => ("ongoing", 0),
            Due::Other => ("other", 0),
        };
        let mut s = serializer.serialize_struct("Due", 1 + fields)?;
        s.serialize_field("kind", kind)?;
        match *self {
            Due::By(date) => s.serialize_field("date", &date)?,
            Due::ByDay { month, day } => {
                s.serialize_field("month", &month)?;
                s.serialize_field("day", &day)?;
            }
            Due::Every(interval) => s.serialize_field("interval", interval.name())?,
            Due::Within { count, unit } => {
                s.serialize_field("count", &count)?;
                s.serialize_field("unit", unit.name())?;
            }
            Due::Ongoing | Due::Other => {}
        }
        s.end()
    }
}

/// ISO 8601.
impl Serialize for CivilDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.iso())
    }
}

/// What was read, under a key that says what it is; null for mere words.
impl Serialize for ElementValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let one = |s: S| s.serialize_struct("ElementValue", 1);
        match self {
            ElementValue::DocNumber(number) => number.serialize(serializer),
            ElementValue::Date(date) => {
                let mut s = one(serializer)?;
                s.serialize_field("date", date)?;
                s.end()
            }
            ElementValue::Secrecy { level, term } => {
                let mut s = serializer.serialize_struct("ElementValue", 2)?;
                s.serialize_field("level", level.name())?;
                s.serialize_field("term", term)?;
                s.end()
            }
            ElementValue::Urgency(level) => {
                let mut s = one(serializer)?;
                s.serialize_field("level", level.name())?;
                s.end()
            }
            ElementValue::Names(names) => {
                let mut s = one(serializer)?;
                s.serialize_field("names", names)?;
                s.end()
            }
            ElementValue::Attachments(attachments) => {
                let mut s = one(serializer)?;
                s.serialize_field("attachments", attachments)?;
                s.end()
            }
            ElementValue::PrintInfo { organ, date } => {
                let mut s = serializer.serialize_struct("ElementValue", 2)?;
                s.serialize_field("organ", organ)?;
                s.serialize_field("date", date)?;
                s.end()
            }
            ElementValue::Text(_) | ElementValue::Empty => serializer.serialize_none(),
        }
    }
}
