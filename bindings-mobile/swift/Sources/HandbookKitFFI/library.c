// A C target needs a source of its own; the functions come from the Rust library.
#include "HandbookKitFFI.h"
