//! Scenario files in canonical layout: tables and keys in the order of the language, spacing by rule,
//! every comment kept, nothing about the values changed.
//!
//! - The order is that of [the schema](crate::schema). What is listed by ids (factors, instruments,
//!   primitives …) and every list keep their own order: it is the author's, and decides the draws.
//! - One blank line stands before a table. Between the lines of a table, and inside comments, a blank line
//!   stays where there were some.
//! - A comment stays with what it stands above or beside.
//! - A list is on one line, unless it was begun on a line of its own, holds several tables, or has comments.
//!
//! Values are never written anew: their text is taken as it is. The parser's events are used rather than a
//! tree for editing, which sorts dotted keys by owner and takes their comments along.

mod layout;
mod order;
mod syntax;

use standfast::document::Toml;

use crate::catalogue::Catalogue;
use order::Order;

/// A text in canonical layout.
pub fn fmt(catalogue: &Catalogue, toml: Toml<'_>) -> String {
    let mut document = syntax::read(toml.text());
    Order::of(&crate::schema::schema(catalogue)).sort(&mut document);
    layout::print(&document)
}
