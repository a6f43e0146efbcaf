//! Any `Serialize` value as an array of numbers, cheap to read in JavaScript.
//!
//! Objects and strings are dear to hand over one by one, numbers are not. So a string that is a
//! slice of the source is sent as two offsets and sliced again from the caller's own string; all
//! others stand in one pool that is decoded at once. The keys of objects are sent once a shape.
//!
//! The array is: a header of four words (the lengths of the parts that follow), the tape, the end
//! of each string in the pool (UTF-16 units), the shapes, the pool (UTF-8, four bytes a word).
//! A shape is its name, its number of keys, and the keys, all as indices of strings.
//!
//! A value on the tape is one word, `payload << 3 | tag`, and what its [`tag`] says comes after.

use super::utf16::{Utf16, units};
use ::serde::ser::{self, Serialize, Serializer};
use std::fmt::Error;
use std::ptr;

/// What a word of the tape is; `pkg/src/reader.js` has the same list.
mod tag {
    /// null, false, true, the empty string, by payload.
    pub(super) const CONSTANT: u32 = 0;
    /// The payload is the number.
    pub(super) const INTEGER: u32 = 1;
    /// Payload 0: the two words after are an `f64`; payload 1: the word after is an `f32`.
    pub(super) const FLOAT: u32 = 2;
    /// A slice of the source, from the payload up to the word after.
    pub(super) const SLICE: u32 = 3;
    /// The payload is the index of the string.
    pub(super) const STRING: u32 = 4;
    /// As many values as the payload says.
    pub(super) const ARRAY: u32 = 5;
    /// The payload is the index of the shape; a value for each of its keys comes after.
    pub(super) const OBJECT: u32 = 6;
    /// As many pairs of a string and a value as the payload says.
    pub(super) const MAP: u32 = 7;
}

const NULL: u32 = 0;
const FALSE: u32 = 1;
const TRUE: u32 = 2;
const EMPTY: u32 = 3;

/// The name that `serde.rs` gives to places in the source. Shape 0; its two offsets are bare words.
const SPAN: &str = "Span";

/// Writes `value`, whose strings may be slices of `source` and whose spans are places in it.
pub(super) fn write(value: &impl Serialize, source: &str) -> Vec<u32> {
    let mut tape = Tape {
        source,
        utf16: Utf16::new(source),
        words: vec![0; HEADER],
        strings: Strings::default(),
        shapes: vec![Shape { name: SPAN, keys: vec!["start", "end"] }],
        seen: [0; SLOTS],
        keys: Vec::new(),
        in_span: false,
    };
    if value.serialize(&mut tape).is_err() {
        // no Serialize of this crate gives up; null is what JavaScript takes for a defect
        tape.words.truncate(HEADER);
        tape.constant(NULL);
    }
    tape.finish()
}

const HEADER: usize = 4;
const SLOTS: usize = 64;

struct Tape<'s> {
    source: &'s str,
    utf16: Utf16<'s>,
    words: Vec<u32>,
    strings: Strings,
    shapes: Vec<Shape>,
    /// The shape seen last under each number that [`Shape::slot`] gives: most objects are like one before them.
    seen: [u32; SLOTS],
    /// The keys so far of the objects that are being written.
    keys: Vec<&'static str>,
    in_span: bool,
}

struct Shape {
    name: &'static str,
    keys: Vec<&'static str>,
}

impl Shape {
    fn slot(name: &'static str, keys: &[&'static str]) -> usize {
        (name.as_ptr() as usize + keys.len()) % SLOTS
    }

    /// By address, which is quick. The same words at another address are another shape, which does no harm.
    fn is(&self, name: &'static str, keys: &[&'static str]) -> bool {
        ptr::eq(self.name, name)
            && self.keys.len() == keys.len()
            && self.keys.iter().zip(keys).all(|(own, key)| ptr::eq(*own, *key))
    }
}

impl Tape<'_> {
    fn finish(mut self) -> Vec<u32> {
        let tape_len = (self.words.len() - HEADER) as u32;
        let mut shapes = Vec::new();
        for shape in &self.shapes {
            shapes.push(self.strings.index(shape.name));
            shapes.push(shape.keys.len() as u32);
            shapes.extend(shape.keys.iter().map(|key| self.strings.index(key)));
        }
        let (mut start, mut end) = (0, 0);
        for &stop in &self.strings.ends {
            end += self.strings.pool.as_bytes().get(start..stop).map_or(0, units);
            start = stop;
            self.words.push(end);
        }
        self.words.extend(&shapes);
        self.words.extend(self.strings.pool.as_bytes().chunks(4).map(|bytes| {
            let mut word = [0; 4];
            for (to, from) in word.iter_mut().zip(bytes) {
                *to = *from;
            }
            u32::from_le_bytes(word)
        }));
        let header = [tape_len, self.strings.ends.len() as u32, shapes.len() as u32, self.strings.pool.len() as u32];
        for (to, from) in self.words.iter_mut().zip(header) {
            *to = from;
        }
        self.words
    }

    // Called from all over the schema: inlined, this and what follows would be a tenth of all code.
    #[inline(never)]
    fn push(&mut self, tag: u32, payload: u32) {
        self.words.push(payload << 3 | tag);
    }

    #[inline(never)]
    fn key(&mut self, key: &'static str) {
        if !self.in_span {
            self.keys.push(key);
        }
    }

    fn constant(&mut self, payload: u32) {
        self.push(tag::CONSTANT, payload);
    }

    /// Where `text` stands in the source, in bytes, if it is a slice of it.
    fn place(&self, text: &str) -> Option<usize> {
        let at = (text.as_ptr() as usize).checked_sub(self.source.as_ptr() as usize)?;
        (at + text.len() <= self.source.len()).then_some(at)
    }

    /// A list whose length is known when it ends: its word is written first and set later.
    fn open(&mut self, tag: u32) -> usize {
        self.push(tag, 0);
        self.words.len() - 1
    }

    /// The shape of the object whose keys are those from `first_key` on, which are taken off.
    fn shape(&mut self, name: &'static str, first_key: usize) -> u32 {
        let keys = self.keys.get(first_key..).unwrap_or_default();
        let is = |shape: &Shape| shape.is(name, keys);
        let mut unseen = 0;
        let seen = self.seen.get_mut(Shape::slot(name, keys)).unwrap_or(&mut unseen);
        if !self.shapes.get(*seen as usize).is_some_and(is) {
            let known = self.shapes.iter().position(is);
            *seen = known.unwrap_or(self.shapes.len()) as u32;
            if known.is_none() {
                let keys = keys.to_vec();
                self.shapes.push(Shape { name, keys });
            }
        }
        let shape = *seen;
        self.keys.truncate(first_key);
        shape
    }

    fn close(&mut self, opened: usize, payload: u32) {
        if let Some(word) = self.words.get_mut(opened) {
            *word |= payload << 3;
        }
    }
}

/// The strings that are no slices of the source.
#[derive(Default)]
struct Strings {
    pool: String,
    /// Where each ends in the pool, in bytes.
    ends: Vec<usize>,
    /// By address: names of kinds and keys, which come again and again.
    known: Vec<(usize, u32)>,
}

impl Strings {
    /// How many names are remembered, and how long they may be.
    const KNOWN: usize = 256;
    const NAME: usize = 32;

    fn index(&mut self, text: &str) -> u32 {
        if text.len() > Self::NAME || !text.is_ascii() {
            return self.add(text);
        }
        let address = text.as_ptr() as usize;
        match self.known.binary_search_by_key(&address, |k| k.0) {
            Ok(i) => {
                let index = self.known.get(i).map_or(0, |k| k.1);
                // another string may stand at the address of one that was dropped
                if self.get(index) == Some(text) {
                    return index;
                }
                let index = self.add(text);
                if let Some(known) = self.known.get_mut(i) {
                    known.1 = index;
                }
                index
            }
            Err(i) => {
                let index = self.add(text);
                if self.known.len() < Self::KNOWN {
                    self.known.insert(i, (address, index));
                }
                index
            }
        }
    }

    fn add(&mut self, text: &str) -> u32 {
        self.pool.push_str(text);
        self.ends.push(self.pool.len());
        self.ends.len() as u32 - 1
    }

    fn get(&self, index: u32) -> Option<&str> {
        let index = index as usize;
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.pool.get(start..*self.ends.get(index)?)
    }
}

impl<'t, 's> Serializer for &'t mut Tape<'s> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = List<'t, 's>;
    type SerializeTuple = List<'t, 's>;
    type SerializeTupleStruct = List<'t, 's>;
    type SerializeTupleVariant = List<'t, 's>;
    type SerializeMap = List<'t, 's>;
    type SerializeStruct = Object<'t, 's>;
    type SerializeStructVariant = Object<'t, 's>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.constant(if value { TRUE } else { FALSE });
        Ok(())
    }

    #[inline(never)]
    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        if self.in_span {
            let offset = self.utf16.offset(usize::try_from(value).unwrap_or(usize::MAX));
            self.words.push(offset);
        } else if value < 1 << 29 {
            self.push(tag::INTEGER, value as u32);
        } else {
            self.serialize_f64(value as f64)?;
        }
        Ok(())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        match u64::try_from(value) {
            Ok(value) => self.serialize_u64(value),
            Err(_) => self.serialize_f64(value as f64),
        }
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.push(tag::FLOAT, 0);
        let bits = value.to_bits();
        self.words.extend([bits as u32, (bits >> 32) as u32]);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.push(tag::FLOAT, 1);
        self.words.push(value.to_bits());
        Ok(())
    }

    #[inline(never)]
    fn serialize_str(self, text: &str) -> Result<(), Error> {
        if text.is_empty() {
            self.constant(EMPTY);
        } else if let Some(at) = self.place(text) {
            let (start, end) = (self.utf16.offset(at), self.utf16.offset(at + text.len()));
            self.push(tag::SLICE, start);
            self.words.push(end);
        } else {
            let index = self.strings.index(text);
            self.push(tag::STRING, index);
        }
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.constant(NULL);
        Ok(())
    }

    #[inline(never)]
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Object<'t, 's>, Error> {
        let opened = self.open(tag::OBJECT);
        let first_key = self.keys.len();
        self.in_span = name == SPAN;
        Ok(Object { tape: self, name, opened, first_key })
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'t, 's>, Error> {
        let opened = self.open(tag::ARRAY);
        Ok(List { tape: self, opened, len: 0 })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<List<'t, 's>, Error> {
        let opened = self.open(tag::MAP);
        Ok(List { tape: self, opened, len: 0 })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.push(tag::MAP, 1);
        variant.serialize(&mut *self)?;
        value.serialize(self)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<List<'t, 's>, Error> {
        self.push(tag::MAP, 1);
        variant.serialize(&mut *self)?;
        self.serialize_seq(None)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Object<'t, 's>, Error> {
        self.push(tag::MAP, 1);
        variant.serialize(&mut *self)?;
        self.serialize_struct(name, len)
    }

    // What follows is the same as something above.

    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }
    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }
    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }
    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }
    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }
    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }
    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        value.serialize(self)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), Error> {
        self.serialize_none()
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_none()
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }
    fn serialize_tuple(self, len: usize) -> Result<List<'t, 's>, Error> {
        self.serialize_seq(Some(len))
    }
    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<List<'t, 's>, Error> {
        self.serialize_seq(Some(len))
    }
}

/// An array or a map that is being written.
struct List<'t, 's> {
    tape: &'t mut Tape<'s>,
    opened: usize,
    len: u32,
}

impl List<'_, '_> {
    fn add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.len += 1;
        value.serialize(&mut *self.tape)
    }

    fn close(self) -> Result<(), Error> {
        self.tape.close(self.opened, self.len);
        Ok(())
    }
}

impl ser::SerializeSeq for List<'_, '_> {
    type Ok = ();
    type Error = Error;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }
    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl ser::SerializeTuple for List<'_, '_> {
    type Ok = ();
    type Error = Error;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }
    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl ser::SerializeTupleStruct for List<'_, '_> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }
    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl ser::SerializeTupleVariant for List<'_, '_> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }
    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl ser::SerializeMap for List<'_, '_> {
    type Ok = ();
    type Error = Error;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.add(key)
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut *self.tape)
    }
    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

/// A struct that is being written.
struct Object<'t, 's> {
    tape: &'t mut Tape<'s>,
    name: &'static str,
    opened: usize,
    first_key: usize,
}

impl ser::SerializeStruct for Object<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        self.tape.key(key);
        value.serialize(&mut *self.tape)
    }

    fn end(self) -> Result<(), Error> {
        let Object { tape, name, opened, first_key } = self;
        // the word of an object of shape 0 is right already
        if !std::mem::take(&mut tape.in_span) {
            let shape = tape.shape(name, first_key);
            tape.close(opened, shape);
        }
        Ok(())
    }
}

impl ser::SerializeStructVariant for Object<'_, '_> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        ser::SerializeStruct::serialize_field(self, key, value)
    }
    fn end(self) -> Result<(), Error> {
        ser::SerializeStruct::end(self)
    }
}
