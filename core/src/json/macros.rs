//! Lists of keys and variants, in the order in which they are read and written. One that is
//! missing does not compile.
//!
//! `name` must be there unless it is an `Option`; `name = _` may be missing and is then the
//! type's default; `name = ?` is also left out when there is nothing to write.

/// The names of a list as one text.
macro_rules! names {
    ($($name:ident $(= $mark:tt)?),* $(,)?) => {
        concat!($(" ", stringify!($name) $(, stringify!($mark))?),*)
    };
}

/// Structs that are read.
macro_rules! reads {
    ($($ty:ident { $($field:ident $(= $mark:tt)?),* $(,)? })*) => {$(
        impl $crate::json::Fill for $ty {
            fn fill(
                &mut self,
                json: &$crate::json::Json<'_>,
                trouble: &mut $crate::json::Trouble,
            ) {
                const NAMES: &str = $crate::json::names!($($field $(= $mark)?),*);
                const _: () = assert!($crate::json::fits(NAMES));
                let mut fields = $crate::json::Fields::of(json, NAMES, trouble);
                $(fields.next(&mut self.$field);)*
            }
        }

        impl $crate::json::FromJson for $ty {
            fn blank() -> Self {
                Self { $($field: $crate::json::FromJson::blank()),* }
            }
        }
    )*};
}

/// Structs that are written.
macro_rules! writes {
    ($($ty:ident { $($field:ident $(= $mark:tt)?),* $(,)? })*) => {$(
        impl $crate::json::ToJson for $ty {
            fn write(&self, out: &mut $crate::json::Writer) {
                let Self { $($field),* } = self;
                let mut entries = out.object($crate::json::names!($($field $(= $mark)?),*));
                $(entries.next($field);)*
            }
        }
    )*};
}

/// Structs that are read and written.
macro_rules! objects {
    ($($list:tt)*) => {
        $crate::json::reads! { $($list)* }
        $crate::json::writes! { $($list)* }
    };
}

/// Enums of plain words that are read and written.
macro_rules! words {
    ($($ty:ident { $first:ident $(, $variant:ident)* $(,)? })*) => {$(
        const _: () = {
            const NAMES: &str = $crate::json::names!($first $(, $variant)*);
            const ALL: &[$ty] = &[$ty::$first $(, $ty::$variant)*];

            // The place in the list is the variant's number.
            const _: () = {
                let mut rest = ALL;
                let mut place = 0;
                while let [variant, after @ ..] = rest {
                    assert!(*variant as usize == place);
                    place += 1;
                    rest = after;
                }
            };

            impl $crate::json::Fill for $ty {
                fn fill(
                    &mut self,
                    json: &$crate::json::Json<'_>,
                    trouble: &mut $crate::json::Trouble,
                ) {
                    if let Some(variant) = ALL.get($crate::json::word_place(json, NAMES, trouble)) {
                        *self = *variant;
                    }
                }
            }

            impl $crate::json::FromJson for $ty {
                fn blank() -> Self {
                    Self::$first
                }
            }

            impl $crate::json::ToJson for $ty {
                fn write(&self, out: &mut $crate::json::Writer) {
                    // A variant that is missing from the list does not compile.
                    match self { Self::$first $(| Self::$variant)* => () }
                    out.word(*self as usize, NAMES);
                }
            }
        };
    )*};
}

/// Enums tagged by `type` that are written.
macro_rules! writes_tagged {
    ($($ty:ident {
        $($variant:ident { $($field:ident $(= $mark:tt)?),* $(,)? }),* $(,)?
    })*) => {$(
        impl $crate::json::ToJson for $ty {
            fn write(&self, out: &mut $crate::json::Writer) {
                match self {$(
                    Self::$variant { $($field),* } => {
                        let mut _entries =
                            out.variant($crate::json::names!($variant $(, $field $(= $mark)?)*));
                        $(_entries.next($field);)*
                    }
                )*}
            }
        }
    )*};
}

/// Enums tagged by `type` that are read and written.
macro_rules! tagged {
    ($($ty:ident { $($variants:tt)* })*) => {
        $($crate::json::tagged! { @read $ty $($variants)* })*
        $crate::json::writes_tagged! { $($ty { $($variants)* })* }
    };
    (@read $ty:ident $($variant:ident { $($field:ident $(= $mark:tt)?),* $(,)? }),* $(,)?) => {
        impl $crate::json::Fill for $ty {
            fn fill(
                &mut self,
                json: &$crate::json::Json<'_>,
                trouble: &mut $crate::json::Trouble,
            ) {
                enum Place { $($variant),* }
                let place = $crate::json::variant_place(
                    json,
                    $crate::json::names!($($variant),*),
                    trouble,
                );
                *self = $(if place == Place::$variant as usize {
                    Self::$variant { $($field: $crate::json::FromJson::blank()),* }
                } else)* {
                    return;
                };
                match self {$(
                    Self::$variant { $($field),* } => {
                        const NAMES: &str = $crate::json::names!(type $(, $field $(= $mark)?)*);
                        const _: () = assert!($crate::json::fits(NAMES));
                        let mut _fields =
                            $crate::json::Fields::of_variant(json, NAMES, trouble);
                        $(_fields.next($field);)*
                    }
                )*}
            }
        }

        impl $crate::json::FromJson for $ty {
            fn blank() -> Self {
                $crate::json::tagged! { @blank $($variant { $($field)* })* }
            }
        }
    };
    (@blank $first:ident { $($field:ident)* } $($rest:tt)*) => {
        Self::$first { $($field: $crate::json::FromJson::blank()),* }
    };
}

pub(crate) use {names, objects, reads, tagged, words, writes, writes_tagged};
