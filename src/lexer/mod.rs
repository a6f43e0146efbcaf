//! From text to what its stretches *could be*.

pub(crate) mod amount;
pub(crate) mod bold;
pub(crate) mod breaks;
pub(crate) mod char_set;
pub(crate) mod chars;
pub(crate) mod decode;
pub(crate) mod mark;
pub(crate) mod numeral;
pub(crate) mod search;
pub(crate) mod stops;
pub(crate) mod variant;
pub(crate) mod words;
