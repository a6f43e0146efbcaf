//! Kinds of things: enums whose variants have names.

/// Defines an enum whose variants have a name each, which stands in JSON and is what [`Display`](std::fmt::Display) writes.
macro_rules! named {
    (
        $(#[$attribute:meta])*
        pub enum $kind:ident {
            $($(#[$of_variant:meta])* $variant:ident = $name:literal,)*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $kind {
            $($(#[$of_variant])* $variant,)*
        }

        impl $kind {
            /// Every one, in the order of the enum.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in JSON, in `snake_case`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }

        impl std::fmt::Display for $kind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

pub(crate) use named;
