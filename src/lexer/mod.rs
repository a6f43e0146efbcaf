//! From text to what its stretches *could be*.

pub(crate) mod numeral;
