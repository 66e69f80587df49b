//! Handbook.
