//! Requests about every case that comes with the engine, and the digests of their answers: what the module has to
//! say in a browser too. `answers requests` prints the requests, a line each; `answers` the digests.

#![allow(clippy::print_stdout, reason = "a program that prints")]

use sha2::{Digest, Sha256};
use standfast::EmbeddedCase;
use standfast::cases::CASES;

/// Of each package of each case.
const DRAWS: usize = 8;

/// Every series of every preset, at the median and in some draws; and texts with faults.
fn requests() -> Vec<String> {
    let mut requests = vec![r#"{"ask":"cases"}"#.to_owned()];
    for EmbeddedCase { id, .. } in CASES {
        let presets: Vec<String> = EmbeddedCase::find(id)
            .map(|case| case.read().scenario.packages.iter().map(|package| format!("{:?}", package.id)).collect())
            .unwrap_or_default();
        let presets = presets.join(",");
        requests.push(format!(r#"{{"ask":"solve","case":{{"id":"{id}"}},"packages":[{presets}]}}"#));
        requests.push(format!(r#"{{"ask":"assess","case":{{"id":"{id}"}},"seed":7,"draws":{DRAWS}}}"#));
    }
    requests.push(r#"{"ask":"check","text":"standfast = 1\n[scenario]\nid = \"Ї\"\nhorizon = 0.5"}"#.to_owned());
    requests.push(r#"{"ask":"assess","case":{"id":"atlantis"},"seed":1,"draws":8}"#.to_owned());
    requests.push("{".to_owned());
    requests
}

fn main() {
    let wanted = std::env::args().nth(1);
    for request in requests() {
        if wanted.as_deref() == Some("requests") {
            println!("{request}");
        } else {
            let digest = Sha256::digest(standfast_wasm::answer(&request));
            let hex: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            println!("{}", hex.concat());
        }
    }
}
