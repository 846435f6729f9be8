//! The types of requests and answers in TypeScript, for the page: `web/src/engine/types.ts` is what is written here.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};

use standfast::Findings;
use standfast_report::faults::Explained;
use standfast_report::outline::Outline;
use ts_rs::{Config, TS, TypeVisitor};

use crate::answer::{Answer, Failure, Said};
use crate::request::Request;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/src/engine/types.ts");
const HEAD: &str =
    "// Written by a test of `standfast-wasm` from the types in Rust: `cargo xtask generate` writes it anew.\n";

/// Declarations of types, and of all that they are made of, by name.
struct Declared {
    config: Config,
    seen: BTreeSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Declared {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // What has a file of its own has a declaration; all else is written where it is used.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}\n", T::decl(&self.config));
            self.declarations.insert(T::ident(&self.config), declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test looks at the repository")]
fn the_page_has_the_types_of_the_engine() {
    let config = Config::new().with_large_int("number");
    let mut declared = Declared { config, seen: BTreeSet::new(), declarations: BTreeMap::new() };
    declared.visit::<Request>();
    declared.visit::<Answer<Said<Findings>>>();
    declared.visit::<Answer<Outline>>();
    declared.visit::<Explained>();
    declared.visit::<Failure>();
    let each: Vec<String> = declared.declarations.into_values().collect();
    let written = format!("{HEAD}\n{}", each.join("\n"));
    if std::env::var_os("STANDFAST_BLESS").is_some() {
        std::fs::write(FILE, &written).expect("the file can be written");
    }
    let found = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(found == written, "web/src/engine/types.ts is stale: `cargo xtask generate` writes it anew");
}
